// What every browser test needs: a server for dist/, a Chromium, and a page that is watched.

import { execFileSync, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The single file, as an address. */
export const SINGLE_FILE = pathToFileURL(join(ROOT, "nianbao.html")).href;

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves a folder on this machine, with these headers beside the type (which they may change).
 * Returns its address, what it was asked for, and what ends it.
 */
export async function serve(folder = join(ROOT, "dist"), headers = () => ({})) {
  const received = [];
  const server = createServer(async (request, response) => {
    received.push(request.url);
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const body = await readFile(join(folder, name));
      const type = TYPES[extname(name)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...headers(name) });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A port of this machine that nothing listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The browser. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** So that it runs as root, and asks nothing of a network by itself. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a Chromium without a window. Tests end it with `close()`. */
export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
}

/**
 * Opens an address in a context of its own and waits until the page stands there. Whatever the
 * page asks the network for, in itself or in its workers, is in `requests`; errors that nobody
 * caught are in `errors`. `prepare` runs in the page before its own scripts. Tests of what the page
 * keeps for use without a network say `serviceWorkers: "allow"`.
 */
export async function open(browser, address, { prepare, ...options } = {}) {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  // Both come from the browser's debugging protocol, and those of workers are among them.
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(address);
  await page.locator("#app > *").first().waitFor();
  return { context, page, requests, errors };
}

/** The requests that go to a network: not those for what the page made itself. */
export const outward = (requests) => requests.filter((url) => !/^(blob|data):/.test(url));

/** Waits until something is true, fifteen seconds at most unless told. */
export async function until(condition, what, limit = 15_000) {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Opens a page, as a place to write the clipboard from: only a page from a server may do that.
 * `copy({ text, html })` puts both into the clipboard, as an office program does.
 */
export async function clipboard(browser, address) {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(address);
  return {
    async copy({ text, html }) {
      await page.bringToFront();
      await page.evaluate(async ({ text, html }) => {
        const parts = { "text/plain": new Blob([text], { type: "text/plain" }) };
        if (html !== undefined) parts["text/html"] = new Blob([html], { type: "text/html" });
        await navigator.clipboard.write([new ClipboardItem(parts)]);
      }, { text, html });
    },
    close: () => context.close(),
  };
}

/** Drops files of this machine on the page, as from a file manager. */
export function drop(page, ...files) {
  return dropAt(page, { x: 200, y: 300 }, files);
}

/** Drops files on an element of the page. */
export async function dropOn(page, element, ...files) {
  const { x, y, width, height } = await element.boundingBox();
  return dropAt(page, { x: x + width / 2, y: y + height / 2 }, files);
}

async function dropAt(page, place, files) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  // Twice over, as a hand does: the page marks its places as soon as something is over it.
  for (const type of ["dragEnter", "dragOver", "dragOver", "drop"]) {
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
  }
  await session.detach();
}

/** The verdict in words, once checking is done and the report is drawn. */
export async function verdict(page) {
  const status = page.locator(".bar").getByRole("status");
  await status.filter({ hasNotText: "正在核对" }).waitFor();
  await page.locator(".sheet[aria-busy]").waitFor({ state: "detached" });
  return status.textContent();
}

/** A report that the project writes itself: see crates/sample/examples/write.rs. */
export function report(layout, ...edits) {
  const write = ["run", "--quiet", "--locked", "--package", "nianbao-sample", "--example", "write", "--"];
  return execFileSync("cargo", [...write, layout, ...edits], { cwd: ROOT, stdio: "pipe" });
}

/** What the command says of a file, given these options. */
export function checkedByCommand(file, ...options) {
  const check = ["check", "--format", "json", ...options, file];
  const command = ["run", "--quiet", "--locked", "--package", "nianbao-cli", "--", ...check];
  const { stdout, stderr } = spawnSync("cargo", command, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  if (!stdout) throw new Error(`the command says nothing of ${file}: ${stderr}`);
  return JSON.parse(stdout)[0];
}

/** The sentence that the page says of a result of the command. */
export function verdictOf(outcome) {
  const words = { error: "错误", warning: "提醒", hint: "建议" };
  const count = (severity) => outcome.findings.filter((finding) => finding.severity === severity).length;
  const told = Object.keys(words).filter(count).map((severity) => `${count(severity)} 处${words[severity]}`);
  return [...(count("error") ? [] : ["未发现错误"]), ...told].join("，");
}

/** The folder of real reports beside the project, or undefined where there is none. */
export function sharedFolder(name) {
  const folder = join(ROOT, "..", "shared", name);
  return existsSync(folder) ? folder : undefined;
}
