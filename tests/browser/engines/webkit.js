// Drives Debian's WebKitGTK over the WebDriver protocol, with the deeds that every engine of this
// folder offers. It has no mode without windows: it gets a screen without a monitor.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, until } from "../harness.js";

const MINIBROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
// The name under which the protocol hands elements over.
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Starts WebKit; `close()` ends it. */
export async function startWebKit() {
  const port = await freePort();
  // It puts downloads where its user's desktop would.
  const downloads = mkdtempSync(join(tmpdir(), "nianbao-webkit-"));
  writeFileSync(join(downloads, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const driver = spawn(
    "xvfb-run",
    ["--auto-servernum", "--server-args=-screen 0 1366x900x24", "WebKitWebDriver", `--port=${port}`],
    { stdio: "ignore", detached: true, env: { ...process.env, XDG_CONFIG_HOME: downloads } },
  );
  const ended = new Promise((resolve) => driver.once("exit", resolve));
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await until(() => send("GET", "/status").catch(() => false), "the driver answers");
  const { sessionId, capabilities } = await send("POST", "/session", {
    capabilities: {
      alwaysMatch: { "webkitgtk:browserOptions": { binary: MINIBROWSER, args: ["--automation", "--geometry=1366x900"] } },
    },
  });
  const session = (method, path, body) => send(method, `/session/${sessionId}${path}`, body);
  const page = new Page(session, downloads);
  await page.resize(1366, 800);
  return {
    page,
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    async close() {
      await session("DELETE", "").catch(() => {});
      process.kill(-driver.pid);
      await ended;
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

class Page {
  #session;

  /** The protocol does not tell what a page complains of. */
  errors = [];

  constructor(session, downloads) {
    this.#session = session;
    this.downloads = downloads;
  }

  async open(address) {
    await this.#session("POST", "/url", { url: address });
  }

  evaluate(run, ...args) {
    return this.#session("POST", "/execute/sync", { script: `return (${run})(...arguments)`, args });
  }

  async #find(selector) {
    const found = await this.#session("POST", "/element", { using: "css selector", value: selector });
    return found[ELEMENT];
  }

  async click(selector) {
    await this.#session("POST", `/element/${await this.#find(selector)}/click`, {});
  }

  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.#session("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  async choose(...files) {
    const field = await this.#find("input[type=file]");
    await this.#session("POST", `/element/${field}/value`, { text: files.join("\n") });
  }

  /** The window's size: its frame and its bar take some of the height. */
  async resize(width, height) {
    await this.#session("POST", "/window/rect", { width, height });
  }

  async screenshot(file) {
    writeFileSync(file, await this.#session("GET", "/screenshot"), "base64");
  }
}
