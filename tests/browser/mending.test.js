// Mending a report on the page: repairs, undo, what to carry back; and several reports at once.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

let browser;
let server;
let folder;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Writes a report of the project's own into the folder; gives its path. */
function write(name, layout, ...edits) {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, harness.report(layout, ...edits));
  return path;
}

const choose = (page, ...files) => page.setInputFiles("input[type=file]", files);
const cell = (page, address) => page.locator(`[id="cell-${address}"]`);
const errors = (page) => page.locator("#findings .finding.error");

for (const [name, layout] of [["年报.txt", "tab-rows"], ["年报.html", "html-page"]]) {
  test(`${name}: the repair offered mends the report, undo brings the mistake back`, async () => {
    const { context, page } = await harness.open(browser, server.address);
    await choose(page, write(name, layout, "3.granted.total = 9"));
    await harness.verdict(page);
    await page.locator(".mend").first().click();
    await harness.until(async () => (await errors(page).count()) === 0, "nothing is wrong any more");
    const mended = await cell(page, "3.granted.total").locator(".figure").textContent();
    assert.notEqual(mended, "9");
    assert.match(await page.locator(".edits").textContent(), new RegExp(`9 → ${mended}`));
    await page.getByRole("button", { name: "撤销" }).click();
    await harness.until(async () => (await errors(page).count()) > 0, "the mistake is back");
    assert.equal(await cell(page, "3.granted.total").locator(".figure").textContent(), "9");
    assert.equal(await page.locator(".edits").count(), 0);
    await context.close();
  });
}

test("after undo the next key goes where the text was changed", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await choose(page, write("改.txt", "tab-rows", "3.granted.total = 9"));
  await harness.verdict(page);
  await page.locator(".mend").first().click();
  await harness.until(async () => (await errors(page).count()) === 0, "nothing is wrong any more");
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("#source").focus();
  await page.keyboard.press("Control+z");
  await harness.until(async () => (await errors(page).count()) > 0, "the mistake is back");
  await page.keyboard.type("8");
  await page.getByRole("button", { name: "版面" }).click();
  await harness.until(
    async () => (await cell(page, "3.granted.total").locator(".figure").textContent()) === "98",
    "the key stands behind the 9",
  );
  await context.close();
});

test("the line that keys lead to comes out from under the bar", async () => {
  const { context, page } = await harness.open(browser, server.address, { viewport: { width: 1280, height: 500 } });
  await choose(page, write("长.txt", "tab-lines", "3.granted.total = 9"));
  await harness.verdict(page);
  await page.getByRole("button", { name: "原文" }).click();
  const source = page.locator("#source");
  await source.press("Control+End");
  for (let line = 0; line < 40; line++) await source.press("ArrowUp");
  const [line, bar] = await source.evaluate((text) => {
    const above = text.value.slice(0, text.selectionStart).split("\n").length - 1;
    return [document.querySelectorAll(".text-line")[above], document.querySelector(".bar")].map((element) => element.getBoundingClientRect());
  });
  assert.ok(line.top >= bar.bottom, `the line begins at ${line.top}, the bar ends at ${bar.bottom}`);
  await context.close();
});

test("in a narrow window the text comes into view as soon as it is asked for", async () => {
  const { context, page } = await harness.open(browser, server.address, { viewport: { width: 390, height: 800 } });
  await choose(page, write("窄.txt", "tab-rows", "3.granted.total = 9"));
  await harness.verdict(page);
  const top = () => page.locator(".beside").evaluate((report) => report.getBoundingClientRect().top);
  assert.ok((await top()) > 200, "the findings come first");
  await page.getByRole("button", { name: "原文" }).click();
  await harness.until(async () => (await top()) < 100, "the text is in view");
  await context.close();
});

test("what was put away by beginning anew comes back", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await choose(page, write("年报.txt", "tab-rows", "3.granted.total = 9"));
  await harness.verdict(page);
  await page.getByRole("button", { name: "换一份" }).click();
  await page.getByRole("button", { name: "收起", exact: true }).click();
  await page.locator("#draft").waitFor();
  await page.getByRole("button", { name: "恢复" }).click();
  await errors(page).first().waitFor();
  await context.close();
});

test("the reports of a dropped folder stand in a table, those of systems left out", async () => {
  write("市级/甲局.txt", "tab-rows");
  write("市级/下级/乙局.html", "html-page", "3.granted.total = 9");
  writeFileSync(join(folder, "市级/.DS_Store"), "x");
  const { context, page } = await harness.open(browser, server.address);
  await harness.drop(page, join(folder, "市级"));
  await page.getByRole("status").filter({ hasText: "全部核对完毕" }).waitFor();
  const files = await page.locator("table.reports tbody td:last-child").allTextContents();
  assert.deepEqual(files.toSorted(), ["市级/下级/乙局.html", "市级/甲局.txt"]);
  await page.getByRole("button", { name: "错误" }).click();
  assert.match(await page.locator("table.reports tbody tr").first().textContent(), /乙局\.html/);
  await context.close();
});
