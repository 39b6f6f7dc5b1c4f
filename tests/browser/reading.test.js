// How a report comes in: pasted as text and as rich text, dropped, chosen; and what is said of it.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

const MISTAKE = "3.received.total = 9";

let browser;
let server;
let clipboard;
let folder;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  clipboard = await harness.clipboard(browser, server.address);
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Writes a sample report into a file and returns its path. */
function file(name, layout, ...edits) {
  const path = join(folder, name);
  writeFileSync(path, harness.report(layout, ...edits));
  return path;
}

const total = (page) => page.locator('[id="cell-3.received.total"]');

test("a report pasted as text shows its tables and its mistake", async () => {
  const { context, page, errors } = await harness.open(browser, server.address);
  await clipboard.copy({ text: harness.report("tab-rows", MISTAKE).toString() });
  await page.bringToFront();
  await page.locator("#draft").focus();
  await page.keyboard.press("Control+V");
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  assert.match(await total(page).textContent(), /9/);
  assert.equal(await page.locator("table").count(), 3);
  assert.deepEqual(errors, []);
  await context.close();
});

test("a report pasted as rich text keeps its tables", async () => {
  const { context, page, errors } = await harness.open(browser, server.address);
  const html = harness.report("html-word", MISTAKE).toString();
  await clipboard.copy({ text: "年报", html });
  await page.bringToFront();
  await page.locator("#draft").focus();
  await page.keyboard.press("Control+V");
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  assert.match(await total(page).textContent(), /9/);
  assert.deepEqual(errors, []);
  await context.close();
});

for (const [name, layout] of [["报告.txt", "text-gb18030"], ["报告.html", "html-page"], ["报告.md", "markdown-tables"]]) {
  test(`a dropped file is read: ${layout}`, async () => {
    const path = file(name, layout, MISTAKE);
    const { context, page, errors } = await harness.open(browser, server.address);
    await harness.drop(page, path);
    assert.equal(await harness.verdict(page), harness.verdictOf(harness.checkedByCommand(path)));
    assert.match(await total(page).textContent(), /9/);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

test("a chosen file is read", async () => {
  const path = file("选.txt", "tab-rows", MISTAKE);
  const { context, page } = await harness.open(browser, server.address);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles(path);
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  await context.close();
});

test("several files stand in a table, and a row opens its report", async () => {
  const paths = [file("甲.txt", "tab-rows"), file("乙.txt", "tab-rows", MISTAKE)];
  const { context, page } = await harness.open(browser, server.address);
  await harness.drop(page, ...paths);
  await page.getByRole("status").filter({ hasText: "全部核对完毕" }).waitFor();
  const rows = page.locator("table.reports tbody tr");
  assert.equal(await rows.count(), 2);
  await rows.nth(1).getByRole("button").click();
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  await context.close();
});

test("a clean report gives no error, and says what was checked", async () => {
  const path = file("净.txt", "tab-rows");
  const { context, page } = await harness.open(browser, server.address);
  await harness.drop(page, path);
  assert.equal(await harness.verdict(page), "未发现错误");
  assert.match(await page.locator("#findings").textContent(), /42 条勾稽关系全部成立/);
  await context.close();
});

test("the example has mistakes to look at", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await page.getByRole("button", { name: "看一个例子" }).click();
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  await context.close();
});

test("what is no report, empty or huge gets a clear sentence", async () => {
  const inputs = {
    "信.txt": "各位同事：\n明天下午三点开会。\n".repeat(20),
    "空.txt": "",
    "大.txt": "一".repeat(30_000_000),
    "图.png": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  };
  for (const [name, content] of Object.entries(inputs)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const { context, page, errors } = await harness.open(browser, server.address);
    await harness.drop(page, path);
    assert.match(await harness.verdict(page), /没有认出年度报告|无法读取/, name);
    assert.deepEqual(errors, [], name);
    await context.close();
  }
});

const seeds = harness.sharedFolder("seeds");

test("each real report gets the verdict that the command gives", { skip: seeds ? false : "there is no folder of real reports beside the project" }, async () => {
  for (const name of readdirSync(seeds).sort()) {
    const path = join(seeds, name);
    const outcome = harness.checkedByCommand(path);
    const { context, page, errors } = await harness.open(browser, server.address);
    await clipboard.copy({ text: readFileSync(path, "utf8") });
    await page.bringToFront();
    await page.locator("#draft").focus();
    await page.keyboard.press("Control+V");
    assert.equal(await harness.verdict(page), harness.verdictOf(outcome), name);
    assert.match(await page.locator("#verdict").textContent(), new RegExp(outcome.agency), name);
    assert.deepEqual(errors, [], name);
    await context.close();
  }
});
