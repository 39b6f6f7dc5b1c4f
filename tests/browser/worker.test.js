// The worker behind the page: where it can't be had, comes late, or breaks down.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

let browser;
let server;
let text;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  text = harness.report("tab-rows", "3.received.total = 9").toString();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Puts the report in as if typed at once, and has it checked. */
async function fill(page, text) {
  await page.locator("#draft").fill(text);
}

// These run in the page before its scripts.
const refuseWorkers = () => {
  globalThis.Worker = class {
    constructor() {
      throw new Error("no workers here");
    }
  };
};
const silenceWorkers = () => {
  globalThis.Worker = class {
    postMessage() {}
    terminate() {}
  };
};
const delayWorkers = () => {
  const Real = Worker;
  globalThis.Worker = class extends Real {
    postMessage(...message) {
      setTimeout(() => super.postMessage(...message), this.started ? 0 : 1_500);
      this.started = true;
    }
  };
};
/**
 * Spoils the first job that a person gives a worker: there it ends with an error, as a bug would.
 * The page itself has its example checked.
 */
const breakFirstJob = () => {
  const Real = Worker;
  globalThis.workersStarted = 0;
  let broken = false;
  globalThis.Worker = class extends Real {
    constructor(...given) {
      super(...given);
      globalThis.workersStarted++;
      this.addEventListener("message", ({ data }) => { globalThis.exampleChecked ||= data.includes("云岭县文化和旅游局"); });
    }
    postMessage(message) {
      const isExample = message[1]?.input.text?.includes("云岭县文化和旅游局");
      const spoil = Array.isArray(message) && !isExample && !broken;
      broken ||= spoil;
      super.postMessage(spoil ? "nonsense" : message);
    }
  };
};

for (const [name, prepare] of [["is refused", refuseWorkers], ["never answers", silenceWorkers]]) {
  for (const address of ["server", "disk"]) {
    test(`where a worker ${name}, from a ${address}, the page checks by itself`, async () => {
      const from = address === "server" ? server.address : harness.SINGLE_FILE;
      const { context, page, errors } = await harness.open(browser, from, { prepare });
      await fill(page, text);
      assert.match(await harness.verdict(page), /^\d+ 处错误/);
      assert.equal(page.workers().length, 0);
      assert.deepEqual(errors, []);
      await context.close();
    });
  }
}

test("a policy that refuses workers is no obstacle", async () => {
  const { context, page, errors } = await harness.open(browser, server.address, {
    prepare: () => {
      const policy = document.createElement("meta");
      policy.httpEquiv = "Content-Security-Policy";
      policy.content = "worker-src 'none'";
      document.addEventListener("readystatechange", () => document.head.append(policy), { once: true });
    },
  });
  await fill(page, text);
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  assert.equal(page.workers().length, 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test("a worker that comes late is used once it is there", async () => {
  const { context, page } = await harness.open(browser, server.address, { prepare: delayWorkers });
  await fill(page, text);
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  await page.waitForTimeout(1_000);
  await page.getByRole("button", { name: "原文" }).click();
  await page.locator("#source").fill(harness.report("tab-rows").toString());
  await harness.until(async () => (await harness.verdict(page)) === "未发现错误", "there is no error");
  assert.equal(page.workers().length, 1);
  await context.close();
});

test("a worker that breaks down is started again, and nothing is lost", async () => {
  const { context, page } = await harness.open(browser, server.address, { prepare: breakFirstJob });
  // A worker is at the first of what it was asked.
  await harness.until(() => page.evaluate(() => globalThis.exampleChecked), "the example is checked");
  await fill(page, text);
  assert.equal(await harness.verdict(page), "核对没有完成");
  assert.match(await page.locator("main").textContent(), /填入的内容都还在/);
  assert.equal(await page.evaluate(() => globalThis.workersStarted), 2);

  await page.getByRole("button", { name: "原文" }).click();
  const source = page.locator("#source");
  assert.equal(await source.inputValue(), text);
  await source.press("Control+End");
  await source.press("Enter");
  await harness.until(async () => /^\d+ 处错误/.test(await harness.verdict(page)), "the next check is done");
  assert.equal(page.workers().length, 1);
  await context.close();
});
