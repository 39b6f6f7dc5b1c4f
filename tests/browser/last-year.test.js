// Last year's report beside this year's: put in before, after, together, in its own place; and the
// words of both side by side.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

let browser;
let server;
let folder;
let thisYear;
let lastYear;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  thisYear = write("今年.txt", "year = 2024", "append 5 = 下一步还要改进。");
  lastYear = write("去年.txt", "year = 2023");
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Writes a report of the project's own into the folder; gives its path. */
function write(name, ...edits) {
  const path = join(folder, name);
  writeFileSync(path, harness.report("tab-rows", ...edits));
  return path;
}

const files = (page) => page.locator("input[type=file]:not(.last-year *)");
// Not that of the example that the page rehearses with.
const place = (page) => page.locator(".last-year:not(.rehearsal *)");

/** Waits until this year's report is open and compared. */
async function compared(page) {
  await page.locator("#findings .coverage", { hasText: "与 2023 年度的年报作了对照" }).waitFor();
  await place(page).filter({ hasText: "已与" }).waitFor();
  assert.match(await page.locator("#verdict").textContent(), /2024 年度/);
}

test("dropped on the page, it does not take the place of this year's", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await files(page).setInputFiles(thisYear);
  await harness.verdict(page);
  await harness.drop(page, lastYear);
  await compared(page);
  await context.close();
});

test("two that are dropped together are told apart by their years", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await harness.drop(page, lastYear, thisYear);
  await compared(page);
  await context.close();
});

test("it has its own place beside the verdict, and can be taken out again", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await files(page).setInputFiles(thisYear);
  await harness.verdict(page);
  await place(page).locator("input").setInputFiles(lastYear);
  await compared(page);
  await place(page).getByRole("button", { name: "移出" }).click();
  await place(page).getByRole("button", { name: "选择上年年报" }).waitFor();
  await page.locator("#findings .coverage", { hasNotText: "年度的年报作了对照" }).waitFor();
  await context.close();
});

test("it may come first, before this year's is there; a drop on its place is enough", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await place(page).scrollIntoViewIfNeeded();
  await harness.dropOn(page, place(page), lastYear);
  await place(page).filter({ hasText: "2023 年度年报，等今年的年报" }).waitFor();
  await page.locator("#draft").waitFor();
  await files(page).setInputFiles(thisYear);
  await compared(page);
  await context.close();
});

test("this year's, put in for last year's, changes places with it", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await files(page).setInputFiles(lastYear);
  await harness.verdict(page);
  await place(page).locator("input").setInputFiles(thisYear);
  await compared(page);
  await context.close();
});

test("what can't be compared is said, and why", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await files(page).setInputFiles(thisYear);
  await harness.verdict(page);
  await place(page).locator("input").setInputFiles(write("前年.txt", "year = 2021"));
  await place(page).filter({ hasText: "2021 年度年报不能对照，需要的是 2023 年度的" }).waitFor();
  const letter = join(folder, "信.txt");
  writeFileSync(letter, "各位同事：明天下午三点开会。\n".repeat(20));
  await place(page).locator("input").setInputFiles(letter);
  await place(page).filter({ hasText: "“信.txt”不像年度报告" }).waitFor();
  await context.close();
});

test("sentences that were taken over stand beside last year's, the same words marked", async () => {
  const { context, page, errors } = await harness.open(browser, server.address);
  await harness.drop(page, lastYear, thisYear);
  await compared(page);
  const finding = page.locator("#findings .finding", { hasText: "大段文字与上年相同" }).first();
  await finding.locator("button.head").click();
  await finding.getByRole("button", { name: "与上一年逐句对照" }).click();
  const table = page.locator(".side-by-side table");
  assert.deepEqual(await table.locator("th").allTextContents(), ["2024 年度", "2023 年度"]);
  const [now, before] = await table.locator("tbody tr").first().locator("td").all();
  assert.match(await now.textContent(), /^2024年/);
  assert.match(await before.textContent(), /^2023年/);
  assert.deepEqual(await now.locator("mark").allTextContents(), await before.locator("mark").allTextContents());
  assert.doesNotMatch((await now.locator("mark").allTextContents()).join(), /2024/);
  await page.keyboard.press("Escape");
  await page.locator(".sheet").waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});
