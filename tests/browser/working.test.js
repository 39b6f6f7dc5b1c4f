// Working through a report: findings and cells, filters, what is put aside, editing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

let browser;
let server;
let clipboard;
let text;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  clipboard = await harness.clipboard(browser, server.address);
  text = harness.report("tab-rows", "3.received.total = 9", "4.review.pending = 7").toString();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page with the report pasted and checked. */
async function opened(options) {
  const opened = await harness.open(browser, server.address, options);
  await clipboard.copy({ text });
  await opened.page.bringToFront();
  await opened.page.locator("#draft").focus();
  await opened.page.keyboard.press("Control+V");
  await harness.verdict(opened.page);
  return opened;
}

const cell = (page, address) => page.locator(`[id="cell-${address}"]`);
const findings = (page) => page.locator("#findings .finding");
const isInView = (locator) => locator.evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

test("choosing a finding rings its cells and brings them into view", async () => {
  const { context, page } = await opened({ viewport: { width: 1366, height: 768 } });
  const finding = findings(page).filter({ hasText: "9" }).first();
  await finding.locator("button.head").click();
  const wrong = cell(page, "3.received.total");
  await page.locator("td.ringed").first().waitFor();
  assert.ok(await page.locator("td.ringed", { has: wrong }).count());
  await harness.until(() => isInView(wrong), "the cell is in view");
  assert.equal(await finding.locator("button.head").getAttribute("aria-expanded"), "true");
  await context.close();
});

test("choosing a cell shows its equation with the real numbers, and its findings", async () => {
  const { context, page } = await opened();
  await cell(page, "3.received.total").click();
  const sums = page.locator(".sums");
  await sums.waitFor();
  assert.match(await sums.textContent(), /5.*1.*总计9相加得6/s);
  assert.ok(await sums.locator(".cell-findings button").count());
  assert.ok(await page.locator("#findings .touched").count());
  await sums.locator(".cell-findings button").first().click();
  await page.locator("#findings .chosen").waitFor();
  await context.close();
});

test("a wrong cell is marked by a shape, not by colour alone", async () => {
  const { context, page } = await opened();
  const wrong = cell(page, "3.received.total");
  assert.match(await wrong.textContent(), /■/);
  assert.match(await wrong.textContent(), /错误/);
  await context.close();
});

test("the keyboard alone leads from finding to finding and to the cell", async () => {
  const { context, page } = await opened();
  await findings(page).first().locator("button.head").focus();
  await page.keyboard.press("Enter");
  await page.locator("#findings .chosen").waitFor();
  await page.keyboard.press("End");
  const id = () => page.evaluate(() => document.activeElement.id);
  const last = await id();
  await page.keyboard.press("Home");
  assert.notEqual(await id(), last);
  assert.match(await id(), /^finding-\d+$/);
  await page.keyboard.press("Escape");
  await harness.until(async () => (await page.locator("#findings .chosen").count()) === 0, "nothing is chosen");
  await context.close();
});

test("a severity can be hidden and shown again", async () => {
  const { context, page } = await opened();
  const errors = page.locator(".counts button.error");
  assert.equal(await errors.getAttribute("aria-pressed"), "true");
  await errors.click();
  await harness.until(async () => (await page.locator("#findings .finding.error").count()) === 0, "errors are hidden");
  await errors.click();
  await page.locator("#findings .finding.error").first().waitFor();
  await context.close();
});

test("a finding that was put aside stays aside while editing, and can be brought back", async () => {
  const { context, page } = await opened();
  const before = await harness.verdict(page);
  const first = findings(page).first();
  const message = await first.locator(".message").textContent();
  await first.locator("button.head").click();
  await page.getByRole("button", { name: "不再提示这条" }).click();
  await harness.until(async () => (await harness.verdict(page)) !== before, "the verdict changes");
  const after = await harness.verdict(page);

  await page.getByRole("button", { name: "原文" }).click();
  const source = page.locator("#source");
  await source.fill(`${await source.inputValue()}\n附注：以上数据截至12月31日。\n`);
  // Longer than the pause in typing after which the text is checked.
  await page.waitForTimeout(600);
  assert.equal(await harness.verdict(page), after);
  assert.equal(await findings(page).filter({ hasText: message }).count(), 0);

  await page.getByText(/已放到一边/).click();
  await page.getByRole("button", { name: "放回" }).first().click();
  await harness.until(async () => (await harness.verdict(page)) === before, "the verdict is the first one");
  await context.close();
});

test("mending the text mends the verdict", async () => {
  const { context, page } = await opened();
  await page.getByRole("button", { name: "原文" }).click();
  const source = page.locator("#source");
  const clean = harness.report("tab-rows").toString();
  await source.fill(clean);
  await harness.until(async () => (await harness.verdict(page)) === "未发现错误", "there is no error");
  await page.getByRole("button", { name: "撤销" }).click();
  await harness.until(async () => /处错误/.test(await harness.verdict(page)), "the errors are back");
  await context.close();
});

test("typing never waits for checking", async () => {
  const { context, page } = await opened();
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("#source").focus();
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  await page.keyboard.type("二〇二四年度共收到申请，", { delay: 30 });
  await page.waitForTimeout(600);
  const longest = await page.evaluate(() => globalThis.longest);
  assert.ok(longest < 200, `the page stood still for ${longest} ms`);
  await context.close();
});
