// The single file saved by the browser itself, "Webpage, Complete", with real keys in a real window.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import * as harness from "./harness.js";

/** How long a real window may take for one thing, in milliseconds. */
const PATIENCE = 30_000;

const missing = ["Xvfb", "xdotool"].filter((program) => spawnSync("which", [program]).status !== 0);
const skip = missing.length ? `not on this machine: ${missing.join(", ")}` : false;

/** Starts a screen without a monitor and returns its name and what ends it. */
async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1366x900x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve) => screen.stdio[3].once("data", (data) => resolve(`${data}`.trim())));
  return { display: `:${number}`, close: () => screen.kill() };
}

/**
 * Talks to a Chromium through its pipe. Playwright would change what the browser does when it saves.
 * Returns a function that evaluates an expression in the page.
 */
async function connect(window) {
  const [, , , commands, answers] = window.stdio;
  const waiting = new Map();
  let last = 0;
  let read = "";
  answers.on("data", (data) => {
    const messages = `${read}${data}`.split("\0");
    read = messages.pop();
    for (const message of messages.map((text) => JSON.parse(text))) waiting.get(message.id)?.(message.result);
  });
  const send = (method, params, sessionId) => new Promise((resolve) => {
    waiting.set(++last, resolve);
    commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  let target;
  await harness.until(async () => {
    const { targetInfos } = await send("Target.getTargets");
    target = targetInfos.find(({ type }) => type === "page");
    return target;
  }, "the browser has a page", PATIENCE);
  const { sessionId } = await send("Target.attachToTarget", { targetId: target.targetId, flatten: true });
  return async (expression) => (await send("Runtime.evaluate", { expression, returnByValue: true }, sessionId)).result.value;
}

/** The keyboard of a screen. The words of dialogs are English, whatever the machine speaks. */
function keyboard(env) {
  const xdotool = (...given) => spawnSync("xdotool", given, { env, encoding: "utf8" }).stdout.trim();
  return {
    /** Gives a window the keyboard. Tells whether it is there. */
    focus(title) {
      const found = xdotool("search", "--onlyvisible", "--name", title).split("\n").pop();
      if (found) xdotool("windowfocus", "--sync", found);
      return found !== "";
    },
    press: (key) => xdotool("key", key),
    type: (text) => xdotool("type", "--delay", "15", text),
  };
}

test("the single file works again after the browser saved it in use", { skip, timeout: 4 * PATIENCE }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  const screen = await startScreen();
  const env = { ...process.env, DISPLAY: screen.display, LC_ALL: "C.UTF-8", LANGUAGE: "en" };
  const options = [...harness.CHROMIUM_ARGUMENTS, "--remote-debugging-pipe", `--user-data-dir=${join(folder, "profile")}`];
  const window = spawn(harness.CHROMIUM, [...options, harness.SINGLE_FILE], {
    env,
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  t.after(async () => {
    const ended = new Promise((resolve) => window.once("exit", resolve));
    window.kill();
    await ended;
    screen.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const evaluate = await connect(window);
  const press = `[...document.querySelectorAll("button")].find((button) => button.textContent === "看一个例子")?.click()`;
  await harness.until(async () => {
    await evaluate(press);
    return evaluate(`document.querySelector("#finding-0") !== null`);
  }, "the example is checked", PATIENCE);

  const keys = keyboard(env);
  const saved = join(folder, "saved.html");
  await harness.until(async () => {
    if (keys.focus("^Save File$")) return true;
    if (keys.focus("年报核")) keys.press("ctrl+s");
    await pause(700);
    return false;
  }, "the browser asks where to save", PATIENCE);
  keys.press("ctrl+a");
  keys.type(saved);
  await harness.until(async () => {
    if (existsSync(saved)) return true;
    keys.press("alt+s");
    await pause(700);
    return false;
  }, "the page is saved", PATIENCE);

  assert.match(readFileSync(saved, "utf8"), /id="finding-0"/);

  const browser = await harness.launch();
  t.after(() => browser.close());
  const again = await harness.open(browser, pathToFileURL(saved).href, { offline: true });
  await again.page.getByRole("button", { name: "看一个例子" }).click();
  assert.match(await harness.verdict(again.page), /^\d+ 处错误/);
  assert.equal(again.page.workers().length, 1);
  assert.deepEqual(again.errors, []);
});
