// What a person waits for, in Chromium on this machine, as Markdown: `node benches/browser/person.js`,
// after scripts/release. scripts/bench runs it.
//
// - A cold load from this machine with the processor slowed down four times (by the browser's own
//   debugging protocol): until the place for the report takes text.
// - From the paste to the findings painted: the longest real report beside the project, or, where
//   there is none, one of our own.
// - Typing in a report of 200 KB: the longest task on the page's thread (tasks under 50 ms are not
//   told by the browser).

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as harness from "../../tests/browser/harness.js";
import { longTasks, typeInLongReport, watchLongTasks } from "../../tests/browser/typing.js";

const ROUNDS = 9;

const told = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${sorted[0].toFixed(0)} | ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} | ${sorted.at(-1).toFixed(0)}`;
};

async function coldLoad(browser, address) {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("#draft").waitFor();
  const time = await page.evaluate(() => performance.now());
  await context.close();
  return time;
}

// Runs in the page: notes when a paste came, and when the findings after it were painted.
const watchPaste = () => {
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { globalThis.waited = performance.now() - globalThis.pasted; };
    channel.port2.postMessage(null);
  });
  addEventListener("paste", () => {
    globalThis.pasted = performance.now();
    new MutationObserver((_, observer) => {
      if (!document.querySelector("#findings .finding")) return;
      observer.disconnect();
      painted();
    }).observe(document.body, { subtree: true, childList: true });
  }, { capture: true });
};

async function pasteToFindings(browser, address, clipboard, text) {
  const { context, page } = await harness.open(browser, address, { prepare: watchPaste });
  // A person does not paste in the very moment the page opens.
  await page.waitForTimeout(1000);
  await clipboard.copy({ text });
  await page.bringToFront();
  await page.locator("#draft").focus();
  await page.keyboard.press("Control+V");
  await harness.until(() => page.evaluate(() => globalThis.waited), "the findings are painted");
  const time = await page.evaluate(() => globalThis.waited);
  await context.close();
  return time;
}

async function typing(browser, address, clipboard) {
  const { context, page } = await harness.open(browser, address, { prepare: watchLongTasks });
  await typeInLongReport(page, clipboard);
  const longest = Math.max(0, ...await longTasks(page));
  await context.close();
  return longest;
}

/** The longest real report, or one of our own with a mistake. */
function longestReport() {
  const folder = harness.sharedFolder("seeds");
  if (!folder) return harness.report("tab-rows", "3.received.total = 9").toString();
  const texts = readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
}

const rounds = async (step) => {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await step());
  return told(times);
};

const server = await harness.serve();
const browser = await harness.launch();
const clipboard = await harness.clipboard(browser, server.address);
const text = longestReport();
console.log(`What a person waits for in Chromium ${await browser.version()}, ms, ${ROUNDS} rounds.\n`);
console.log("| what | from | fastest | median | slowest |");
console.log("| --- | --- | ---: | ---: | ---: |");
for (const [name, address] of [["a server", server.address], ["a disk", harness.SINGLE_FILE]]) {
  console.log(`| cold load, processor 4 times slower | ${name} | ${await rounds(() => coldLoad(browser, address))} |`);
  console.log(`| from the paste of ${text.length} characters to the findings | ${name} | ${await rounds(() => pasteToFindings(browser, address, clipboard, text))} |`);
  console.log(`| longest task while typing in 200 KB | ${name} | ${await rounds(() => typing(browser, address, clipboard))} |`);
}
await clipboard.close();
await browser.close();
await server.close();
