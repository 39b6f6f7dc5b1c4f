// Drives a Chromium of any age through the debugging protocol's pipe: the libraries that do so
// know only recent ones. Every engine of this folder offers the same few deeds.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts a Chromium without a window; `close()` ends it. */
export async function startChromium(program, ...options) {
  const profile = mkdtempSync(join(tmpdir(), "nianbao-chromium-"));
  const flags = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--remote-debugging-pipe", "--no-zygote", "--lang=zh-CN", `--user-data-dir=${profile}`, ...options, "about:blank",
  ];
  const child = spawn(program, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const pipe = speak(child);
  const { targetId } = await pipe.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await pipe.send("Target.attachToTarget", { targetId, flatten: true });
  const page = new Page(pipe, sessionId);
  // Kept where the profile is.
  page.downloads = join(profile, "downloads");
  await pipe.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: page.downloads }, sessionId);
  await page.resize(1366, 768);
  return {
    page,
    version: (await pipe.send("Browser.getVersion")).product,
    async close() {
      child.kill("SIGKILL");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The protocol over the pipe: messages in JSON, each ended by a zero byte. */
function speak(child) {
  const [, , , into, outOf] = child.stdio;
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  let rest = "";
  outOf.setEncoding("utf8");
  outOf.on("data", (chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop();
    for (const message of messages.map((text) => JSON.parse(text))) {
      const request = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) request?.reject(new Error(message.error.message));
      else request?.resolve(message.result);
      if (message.method) listeners.forEach((listen) => listen(message));
    }
  });
  into.on("error", () => {});
  child.once("exit", () => waiting.forEach(({ reject }) => reject(new Error("the browser ended"))));
  return {
    send(method, params = {}, sessionId) {
      const id = ++last;
      into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    listen: (listener) => listeners.add(listener),
  };
}

class Page {
  #send;

  /** What the page complained of: errors that nobody caught. */
  errors = [];

  constructor(pipe, sessionId) {
    this.#send = (method, params) => pipe.send(method, params, sessionId);
    pipe.listen(({ method, params }) => {
      if (method !== "Runtime.exceptionThrown") return;
      const { text, exception } = params.exceptionDetails;
      this.errors.push(exception?.description ?? text);
    });
  }

  async open(address) {
    await this.#send("Runtime.enable");
    await this.#send("Page.enable");
    await this.#send("Page.navigate", { url: address });
  }

  /** The value of a function in the page; arguments and value are plain data. */
  async evaluate(run, ...values) {
    const expression = `(${run})(...${JSON.stringify(values)})`;
    const { result, exceptionDetails } =
      await this.#send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Presses the mouse on the first element of a selector. */
  async click(selector) {
    const at = await this.evaluate((selector) => {
      const element = document.querySelector(selector);
      element.scrollIntoView({ block: "center" });
      const box = element.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, selector);
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.#send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    }
  }

  /** Writes text where the focus is. */
  async type(text) {
    for (const character of text) await this.#send("Input.dispatchKeyEvent", { type: "char", text: character });
  }

  /** Chooses files of this machine in the page's field for files. */
  async choose(...files) {
    const { root } = await this.#send("DOM.getDocument");
    const { nodeId } = await this.#send("DOM.querySelector", { nodeId: root.nodeId, selector: "input[type=file]" });
    await this.#send("DOM.setFileInputFiles", { nodeId, files });
  }

  /** Shows the page as it would be printed. */
  async printing(on) {
    await this.#send("Emulation.setEmulatedMedia", { media: on ? "print" : "" });
  }

  /** Gives the page another size, in CSS pixels. */
  async resize(width, height) {
    await this.#send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  async screenshot(file) {
    const { data } = await this.#send("Page.captureScreenshot");
    writeFileSync(file, data, "base64");
  }
}
