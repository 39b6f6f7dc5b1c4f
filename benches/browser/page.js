// How long the page takes in Chromium on this machine, as Markdown: `node benches/browser/page.js`,
// after scripts/release. scripts/bench runs it.

import * as harness from "../../tests/browser/harness.js";

const ROUNDS = 15;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

// Runs in the page before its scripts: notes how long each job is in the worker, but for the page's own example.
const watchWorkers = () => {
  const Real = Worker;
  globalThis.jobs = [];
  globalThis.Worker = class extends Real {
    postMessage(message) {
      if (Array.isArray(message) && !message[1].request.input.text.includes("云岭县文化和旅游局")) {
        const posted = performance.now();
        this.addEventListener("message", () => globalThis.jobs.push(performance.now() - posted), { once: true });
      }
      super.postMessage(message);
    }
  };
};

// The text with another number in every cell of its tables: as many contradictions as there can be.
const withRandomCells = (text) => {
  let state = 1;
  const number = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 500;
  return text.replace(/(?<=\t)\d+(?=\t|$)/gm, number);
};

async function measure(browser, address, text) {
  const rounds = { open: [], first: [], again: [], random: [], warm: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page } = await harness.open(browser, address, { prepare: watchWorkers });
    rounds.open.push(await page.evaluate(() => performance.now()));
    const jobs = (count) => harness.until(() => page.evaluate((count) => jobs.length >= count, count), "it is checked");
    await page.locator("#draft").fill(text);
    await jobs(1);
    await page.getByRole("button", { name: "原文" }).click();
    await page.locator("#source").fill(`${text}。`);
    await jobs(2);
    await page.locator("#source").fill(withRandomCells(text));
    await jobs(3);
    await page.locator("#source").fill(`${withRandomCells(text)}。`);
    await jobs(4);
    const [first, again, random, warm] = await page.evaluate(() => jobs);
    rounds.first.push(first);
    rounds.again.push(again);
    rounds.random.push(random);
    rounds.warm.push(warm);
    await context.close();
  }
  return Object.values(rounds).map((numbers) => median(numbers).toFixed(0));
}

const server = await harness.serve();
const browser = await harness.launch();
const text = harness.report("tab-rows", "3.received.total = 9").toString();
console.log(`Median of ${ROUNDS} rounds in ${await browser.version()}, ms. Opening: until the page stands there. Checking: from posting the
text to the worker to its answer, the first time, after an edit, and with a random number in every cell, twice.\n`);
console.log("| page | opening | checking, first | checking, after an edit | every cell random | the same, edited |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
for (const [name, address] of [["from a server", server.address], ["from a disk", harness.SINGLE_FILE]]) {
  console.log(`| ${name} | ${(await measure(browser, address, text)).join(" | ")} |`);
}
await browser.close();
await server.close();
