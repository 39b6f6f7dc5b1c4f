// The hosted page kept for use without a network, and replaced only when somebody says so; and the
// single file that it hands out.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as harness from "./harness.js";

let browser;
let folder;
let server;
let text;

before(async () => {
  browser = await harness.launch();
  // Below another folder, as on a server that holds more than this page.
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  cpSync(join(harness.ROOT, "dist"), join(folder, "office/check"), { recursive: true });
  server = await harness.serve(folder);
  text = harness.report("tab-rows", "3.received.total = 9").toString();
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Opens the page below its folder and waits until it is kept. */
async function openKept() {
  const opened = await harness.open(browser, `${server.address}office/check/`, { serviceWorkers: "allow" });
  await opened.page.evaluate(() => navigator.serviceWorker.ready);
  return opened;
}

const newer = (page) => page.locator("aside.newer");

/** Whether all of an element is seen in the window. */
const isInView = async (element) => {
  const { y, height } = await element.boundingBox();
  return y >= 0 && y + height <= element.page().viewportSize().height;
};

/** Makes the folder hold another build: one byte of one file is another. */
function publishAnother(comment) {
  const dist = join(folder, "office/check");
  const worker = join(dist, "offline.js");
  const style = readFileSync(worker, "utf8").match(/"(print-[^"]+\.css)"/)[1];
  appendFileSync(join(dist, style), `/* ${comment} */\n`);
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/const BUILD = "[^"]*"/, `const BUILD = "${comment}"`));
}

test("once opened, the page opens without a network and without its server", async () => {
  const { context, page } = await openKept();
  await context.setOffline(true);
  const asked = server.received.length;
  for (const address of [page.url(), `${page.url()}index.html`]) {
    await page.goto(address);
    await page.locator("#draft").fill(text);
    assert.match(await harness.verdict(page), /^\d+ 处错误/);
    assert.equal(page.workers().length, 1);
  }
  assert.equal(server.received.length, asked);
  await context.close();
});

test("it can be installed: its manifest and icons are there", async () => {
  const { context, page } = await openKept();
  const session = await context.newCDPSession(page);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  assert.equal(url, `${server.address}office/check/manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.short_name, "年报核");
  for (const { src, sizes } of manifest.icons) {
    const bytes = readFileSync(join(folder, "office/check", src));
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  await context.close();
});

test("a newer version is told of, asks before it empties the page, and is used when told to", async () => {
  const { context, page } = await openKept();
  await page.reload();
  await page.locator("#draft").fill(text);
  const verdict = await harness.verdict(page);
  assert.equal(await newer(page).count(), 0);

  publishAnother("second");
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  await newer(page).filter({ hasText: "有新版本：下次打开时使用。" }).waitFor();
  assert.equal(await harness.verdict(page), verdict, "the report is still here");

  await newer(page).getByRole("button", { name: "现在换用" }).click();
  await newer(page).filter({ hasText: "页上现在的内容会清空" }).waitFor();
  await newer(page).getByRole("button", { name: "以后再说" }).click();
  assert.equal(await newer(page).count(), 0, "it is put away");
  assert.equal(await harness.verdict(page), verdict, "the report is still here");

  // The older version still serves this window; opened again in it, the page tells anew.
  await page.reload();
  await page.locator("#draft").fill(text);
  await harness.verdict(page);
  assert.ok(await isInView(newer(page)), "it is seen without scrolling");
  await newer(page).getByRole("button", { name: "现在换用" }).click();
  const reloaded = page.waitForEvent("load");
  await newer(page).getByRole("button", { name: "清空并换用" }).click();
  await reloaded;
  await page.locator("#draft").waitFor();
  assert.equal(await newer(page).count(), 0);
  const caches = await page.evaluate(() => globalThis.caches.keys());
  assert.equal(caches.length, 1, "what was kept of the older version is gone");
  assert.match(caches[0], / second$/);
  await context.close();
});

test("the hosted page hands out the single file", async () => {
  const { context, page } = await harness.open(browser, `${server.address}office/check/`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "存一份到电脑上" }).click();
  const file = await (await download).path();
  assert.ok(readFileSync(file).equals(readFileSync(join(harness.ROOT, "nianbao.html"))));
  await context.close();
});

test("the single file saves itself, without what is read in it, and the copy works", async () => {
  const { context, page } = await harness.open(browser, harness.SINGLE_FILE);
  await page.locator("#draft").fill(text);
  await harness.verdict(page);
  await page.getByRole("button", { name: "换一份" }).click();
  await page.getByRole("button", { name: "收起", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "另存一份这个网页" }).click();
  const saved = join(folder, "saved.html");
  await (await download).saveAs(saved);
  const source = readFileSync(saved, "utf8");
  assert.doesNotMatch(source, /青石县/);
  assert.match(source, /<title>年报核 · 政府信息公开工作年度报告核对<\/title>/);
  await context.close();

  const again = await harness.open(browser, pathToFileURL(saved).href, { offline: true });
  await again.page.locator("#draft").fill(text);
  assert.match(await harness.verdict(again.page), /^\d+ 处错误/);
  assert.equal(again.page.workers().length, 1);
  assert.deepEqual(again.errors, []);
  await again.context.close();
});

test("making the folder installable twice changes nothing", () => {
  const page = join(harness.ROOT, "dist/index.html");
  const worker = join(harness.ROOT, "dist/offline.js");
  const before = [page, worker].map((file) => readFileSync(file, "utf8"));
  execFileSync("cargo", ["xtask", "keep-offline"], { cwd: harness.ROOT });
  assert.deepEqual([page, worker].map((file) => readFileSync(file, "utf8")), before);
});
