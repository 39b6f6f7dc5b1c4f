// The function `check` in a page of somebody else, under that page's policy: examples/check.html.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cramped, HUGE, NEEDED, policy, stage, without } from "./embedding.js";
import { ROOT, until } from "./harness.js";

const on = stage();

/** Opens the example from a server that sends these headers, and has the report checked in it. */
async function checkIn(headers, prepare) {
  const server = await on.served(undefined, headers);
  const { page, errors } = await on.page({ prepare });
  await page.goto(`${server.address}examples/check.html`);
  await page.locator("#text").fill(on.text);
  const verdict = page.locator("#verdict");
  const said = await verdict.filter({ hasText: /./ }).waitFor({ timeout: 8_000 }).then(() => verdict.textContent(), () => "");
  return { page, errors, said, workers: page.workers().length };
}

const CHECKED = /2024年政府信息公开工作年度报告: [1-9]\d* findings$/;

test("under the policy that the documentation asks for, it checks in a worker", async () => {
  const { said, workers, errors } = await checkIn(() => policy(NEEDED));
  assert.match(said, CHECKED);
  assert.equal(workers, 1);
  assert.deepEqual(errors, []);
});

for (const { words, rest } of without(NEEDED)) {
  test(`without ${words} it cannot check, so it is needed`, async () => {
    const { said } = await checkIn(() => policy(rest));
    assert.doesNotMatch(said, CHECKED);
  });
}

const WITHOUT_WORKERS = policy({ ...NEEDED, "worker-src": ["'none'"] });

test("where the policy refuses workers, it checks without", async () => {
  const { said, workers, errors } = await checkIn(() => WITHOUT_WORKERS);
  assert.match(said, CHECKED);
  assert.equal(workers, 0);
  assert.deepEqual(errors, []);
});

for (const [where, headers] of [["in the worker", policy(NEEDED)], ["where workers are refused", WITHOUT_WORKERS]]) {
  test(`a report that breaks the check down, ${where}, is told of, and the others are checked`, async () => {
    const server = await on.served(undefined, () => headers);
    const { page, errors } = await on.page();
    const wasm = cramped(readFileSync(join(ROOT, "npm/nianbao.wasm")));
    await page.route("**/nianbao.wasm", (route) => route.fulfill({ body: wasm, contentType: "application/wasm" }));
    await page.goto(`${server.address}examples/check.html`);
    const seen = await page.evaluate(async ([text, ...huge]) => {
      const { check } = await import("../npm/index.js");
      const told = (promise) => promise.then((result) => result.title, (error) => error.message);
      return {
        first: await told(check(text)),
        // All at once: those beside it and behind it do not go down with it.
        together: await Promise.all([text, huge[0], text, huge[1], text].map((input) => told(check(input)))),
        english: await told(check(huge[0], { language: "en" })),
        last: await told(check(text)),
      };
    }, [on.text, ...HUGE]);
    const title = seen.first;
    assert.match(title, /2024年政府信息公开工作年度报告$/);
    const words = /^核对中途出错，这一次没有完成.*再试。$/;
    const together = seen.together.map((said) => said.replace(words, "broke down"));
    assert.deepEqual(together, [title, "broke down", title, "broke down", title]);
    assert.match(seen.english, /^The check broke down .* try again/);
    assert.equal(seen.last, title);
    // What broke down in a worker is said in the console too; nothing is in the page's own thread.
    assert.deepEqual(errors, []);
  });
}

test("with a wrong type for the wasm, it starts", async () => {
  const wrong = (name) => (name.endsWith(".wasm") ? { "content-type": "text/html" } : {});
  const { said, workers } = await checkIn(wrong);
  assert.match(said, CHECKED);
  assert.equal(workers, 1);
});

test("dispose ends the worker, and what is asked later starts another", async () => {
  const { page } = await checkIn();
  assert.equal(page.workers().length, 1);
  await page.evaluate(async () => (await import("../npm/index.js")).dispose());
  await until(() => page.workers().length === 0, "the worker has ended");
  await page.evaluate(async (text) => (await import("../npm/index.js")).check(text), on.text);
  assert.equal(page.workers().length, 1);
});

test("it leaves nothing behind in the page's own names", async () => {
  const { page } = await checkIn(undefined, () => { globalThis.namesBefore = Object.getOwnPropertyNames(globalThis); });
  const added = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) => !globalThis.namesBefore.includes(name)));
  assert.deepEqual(added, ["namesBefore"]);
});

test("a page's own worker may check too, and keeps its messages", async () => {
  const { page } = await checkIn();
  const said = await page.evaluate(async (text) => {
    const source = `
      onmessage = async ({ data }) => {
        const { check } = await import(data.address);
        const result = await check(data.text);
        postMessage([result.findings.length, onmessage !== null]);
      };`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "module" });
    const answer = new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
    worker.postMessage({ address: new URL("../npm/index.js", location.href).href, text });
    return answer;
  }, on.text);
  assert.ok(said[0] > 0 && said[1]);
});
