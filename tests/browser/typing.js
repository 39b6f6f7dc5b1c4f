// Typing in a report of 200 KB, and how long the page's thread was busy: for a test and a benchmark.

import { Buffer } from "node:buffer";
import * as harness from "./harness.js";

const LENGTH = 200_000;
const PARAGRAPH = "全年通过政府网站主动公开信息三百余条，内容涉及规划计划、财政资金、重点项目等方面，方便群众查阅。\n";

/** Runs in the page before its own scripts: notes every task of 50 ms and more. */
export const watchLongTasks = () => {
  globalThis.longTasks = [];
  const note = (list) => globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
};

/** The tasks of 50 ms and more since typing began, in ms. */
export const longTasks = (page) => page.evaluate(() => globalThis.longTasks);

/** A report whose first section is very long. */
function longReport() {
  const report = harness.report("tab-rows", "3.received.total = 9").toString();
  const end = report.indexOf("二、");
  return report.slice(0, end) + PARAGRAPH.repeat(LENGTH / Buffer.byteLength(PARAGRAPH)) + report.slice(end);
}

/** Pastes the long report, opens its source and types in it, with pauses in which it is checked. */
export async function typeInLongReport(page, clipboard) {
  await clipboard.copy({ text: longReport() });
  await page.bringToFront();
  await page.locator("#draft").focus();
  await page.keyboard.press("Control+V");
  await harness.verdict(page);
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("#source").focus();
  await page.keyboard.press("Control+Home");
  await page.waitForTimeout(1000);
  await page.evaluate(() => { globalThis.longTasks.length = 0; });
  for (let word = 0; word < 3; word++) {
    await page.keyboard.type("本年度公开信息", { delay: 60 });
    await page.waitForTimeout(600);
  }
}
