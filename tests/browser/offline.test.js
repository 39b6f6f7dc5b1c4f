// The single file: from a disk, without a network, saved and opened again; and what goes out, which
// is nothing.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as harness from "./harness.js";

let browser;
let server;
let folder;
let path;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  path = join(folder, "报告.txt");
  writeFileSync(path, harness.report("tab-rows", "3.received.total = 9"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Does what a clerk does, and returns the verdict. */
async function work(page) {
  await harness.drop(page, path);
  const verdict = await harness.verdict(page);
  await page.locator("#findings .finding button.head").first().click();
  await page.locator("td.ringed").first().waitFor();
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("#source").press("Control+End");
  await page.keyboard.type("附注。");
  await page.waitForTimeout(500);
  await page.getByRole("button", { name: "版面" }).click();
  return verdict;
}

for (const [name, address] of [["from a server", () => server.address], ["from a disk", () => harness.SINGLE_FILE]]) {
  test(`${name}, nothing is asked of a network once the page is there`, async () => {
    const { context, page, requests, errors } = await harness.open(browser, address());
    await harness.until(() => page.workers().length === 1, "there is a worker");
    await page.waitForLoadState("networkidle");
    const before = harness.outward(requests).length;
    const asked = server.received.length;
    assert.match(await work(page), /^\d+ 处错误/);
    assert.deepEqual(harness.outward(requests).slice(before), []);
    assert.equal(server.received.length, asked);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

test("from a server, the page goes on working when the network is gone", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await harness.until(() => page.workers().length === 1, "there is a worker");
  await context.setOffline(true);
  assert.match(await work(page), /^\d+ 处错误/);
  await context.close();
});

test("the single file works without a network, and again after it was saved in use", async () => {
  const first = await harness.open(browser, harness.SINGLE_FILE, { offline: true });
  const verdict = await work(first.page);
  assert.match(verdict, /^\d+ 处错误/);
  const saved = join(folder, "saved.html");
  writeFileSync(saved, `<!doctype html>\n${await first.page.evaluate(() => document.documentElement.outerHTML)}`);
  await first.context.close();

  const again = await harness.open(browser, pathToFileURL(saved).href, { offline: true });
  assert.equal(await again.page.locator("#draft").inputValue(), "");
  assert.equal(await work(again.page), verdict);
  assert.equal(again.page.workers().length, 1);
  assert.deepEqual(again.errors, []);
  await again.context.close();
});

test("two builds of the single file have the same bytes", () => {
  const file = join(harness.ROOT, "nianbao.html");
  const before = readFileSync(file);
  execFileSync("cargo", ["xtask", "single-file"], { cwd: harness.ROOT });
  assert.ok(before.equals(readFileSync(file)));
});
