// From the paste of a report to its findings on the screen: for a test and a benchmark.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as harness from "./harness.js";

/** A person does not paste in the very moment the page opens, in ms. */
const BEFORE_PASTING = 1000;

/** The longest text of a real report beside the project; undefined where there is none. */
export function longestRealReport() {
  const folders = ["seeds", "reports"].map(harness.sharedFolder).filter(Boolean);
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const texts = paths.filter((path) => /\.(txt|md)$/.test(path)).map((path) => readFileSync(path, "utf8"));
  // Notes about the reports stand beside them, and parts of others.
  const reports = texts.filter((text) => text.includes("一、总体情况") && text.includes("六、其他需要报告的事项"));
  return reports.reduce((longest, text) => (text.length > (longest?.length ?? 0) ? text : longest), undefined);
}

/** The longest text of our own, with a mistake. */
export const longestOwnReport = () => harness.report("markdown-rows", "3.received.total = 9").toString();

/** A report as Word puts it into the clipboard, with a mistake. */
export const reportFromWord = () => {
  const html = harness.report("html-word", "3.received.total = 9").toString();
  return { html, text: html.replace(/<[^>]*>/g, "") };
};

// Runs in the page before its own scripts: notes when a paste came, and when each of the two things
// that come of it was painted: all findings, and the report beside them.
const watchPaste = () => {
  const painted = (note) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => note(performance.now());
    channel.port2.postMessage(null);
  });
  addEventListener("paste", (event) => {
    const waited = { since: event.timeStamp, moved: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { waited.moved += value; })).observe({ type: "layout-shift" });
    const look = (what, selector) => {
      if (what in waited || !document.querySelector(selector)) return;
      waited[what] = undefined;
      painted((now) => {
        waited[what] = now - waited.since;
        // What moved is told a frame later.
        if (waited.findings && waited.report) painted(() => { globalThis.waited = waited; });
      });
    };
    new MutationObserver(() => {
      look("findings", ".page > .checked #findings .finding");
      look("report", ".page > .checked .sheet td");
    }).observe(document.body, { subtree: true, childList: true });
  }, { capture: true });
};

/**
 * Opens the page anew, pastes what the clipboard holds, and gives how long it took, in ms: from the
 * browser's own time of the key to the frame with all findings, and to that with the whole report;
 * and how much moved on the way (by the browser's own measure of layout shifts).
 */
export async function pasteToFindings(browser, address, clipboard, contents) {
  const { context, page } = await harness.open(browser, address, { prepare: watchPaste });
  await page.waitForTimeout(BEFORE_PASTING);
  await clipboard.copy(contents);
  await page.bringToFront();
  await page.locator("#draft").focus();
  await page.keyboard.press("Control+V");
  await harness.until(() => page.evaluate(() => globalThis.waited), "the findings are painted");
  const waited = await page.evaluate(() => globalThis.waited);
  await context.close();
  return waited;
}
