// What a person waits for, in Chromium on this machine, as Markdown: `node benches/browser/person.js`,
// after scripts/release. scripts/bench runs it.
//
// - A cold load from this machine with the processor slowed down four times (by the browser's own
//   debugging protocol): until the place for the report takes text.
// - From the browser's own time of the key that pastes to the frame in which all findings are painted,
//   and to that in which the whole report stands beside them: the longest real text beside the
//   project (where there is none, one of our own), and a report as Word copies it.
// - Typing in a report of 200 KB: the longest task on the page's thread (tasks under 50 ms are not
//   told by the browser).

import * as harness from "../../tests/browser/harness.js";
import { longestOwnReport, longestRealReport, pasteToFindings, reportFromWord } from "../../tests/browser/pasting.js";
import { longTasks, typeInLongReport, watchLongTasks } from "../../tests/browser/typing.js";

const ROUNDS = 15;

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

async function typing(browser, address, clipboard) {
  const { context, page } = await harness.open(browser, address, { prepare: watchLongTasks });
  await typeInLongReport(page, clipboard);
  const longest = Math.max(0, ...await longTasks(page));
  await context.close();
  return longest;
}

const rounds = async (step) => {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await step());
  return times;
};

const server = await harness.serve();
const browser = await harness.launch();
const clipboard = await harness.clipboard(browser, server.address);
const real = longestRealReport();
if (real === undefined) console.error("No real reports beside the project: one of our own is pasted instead.");
const text = real ?? longestOwnReport();
const pasted = { [`a text of ${text.length} characters`]: { text }, "a report out of Word": reportFromWord() };
console.log(`What a person waits for in Chromium ${await browser.version()}, ms, ${ROUNDS} rounds, a fresh page each.\n`);
console.log("| what | from | fastest | median | slowest |");
console.log("| --- | --- | ---: | ---: | ---: |");
for (const [name, address] of [["a server", server.address], ["a disk", harness.SINGLE_FILE]]) {
  const line = (what, times) => console.log(`| ${what} | ${name} | ${told(times)} |`);
  line("cold load, processor 4 times slower", await rounds(() => coldLoad(browser, address)));
  for (const [what, contents] of Object.entries(pasted)) {
    const times = await rounds(() => pasteToFindings(browser, address, clipboard, contents));
    line(`from the paste of ${what} to the findings`, times.map(({ findings }) => findings));
    line("from the same to the whole report beside them", times.map(({ report }) => report));
  }
  line("longest task while typing in 200 KB", await rounds(() => typing(browser, address, clipboard)));
}
await clipboard.close();
await browser.close();
await server.close();
