// The function `check` in a page of somebody else, under that page's policy: examples/check.html.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { launch, report, ROOT, serve, until } from "./harness.js";

/** What docs/embedding.md asks of a host's policy, and nothing else. */
const NEEDED = { "script-src": ["'self'", "'wasm-unsafe-eval'"], "connect-src": ["'self'"] };

const policy = (directives) =>
  ["default-src 'none'", ...Object.entries(directives).map(([name, sources]) => [name, ...sources].join(" "))].join("; ");

let browser;
let text;
let closers = [];

before(async () => {
  browser = await launch();
  text = report("tab-rows", "3.received.total = 9").toString();
});

after(() => browser?.close());

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

/** Opens the example from a server that sends these headers, and has the report checked in it. */
async function checkIn(headers, prepare) {
  const server = await serve(ROOT, headers);
  const context = await browser.newContext();
  closers.push(() => server.close(), () => context.close());
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${server.address}examples/check.html`);
  await page.locator("#text").fill(text);
  const verdict = page.locator("#verdict");
  const said = await verdict.filter({ hasText: /./ }).waitFor({ timeout: 8_000 }).then(() => verdict.textContent(), () => "");
  return { page, errors, said, workers: page.workers().length };
}

const CHECKED = /2024年政府信息公开工作年度报告: [1-9]\d* findings$/;

test("under the policy that the documentation asks for, it checks in a worker", async () => {
  const { said, workers, errors } = await checkIn(() => ({ "content-security-policy": policy(NEEDED) }));
  assert.match(said, CHECKED);
  assert.equal(workers, 1);
  assert.deepEqual(errors, []);
});

for (const [directive, sources] of Object.entries(NEEDED)) {
  for (const source of sources) {
    test(`without ${directive} ${source} it cannot check, so it is needed`, async () => {
      const less = { ...NEEDED, [directive]: sources.filter((other) => other !== source) };
      const { said } = await checkIn(() => ({ "content-security-policy": policy(less) }));
      assert.doesNotMatch(said, CHECKED);
        });
  }
}

test("where the policy refuses workers, it checks without", async () => {
  const strict = policy({ ...NEEDED, "worker-src": ["'none'"] });
  const { said, workers, errors } = await checkIn(() => ({ "content-security-policy": strict }));
  assert.match(said, CHECKED);
  assert.equal(workers, 0);
  assert.deepEqual(errors, []);
});

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
  await page.evaluate(async (text) => (await import("../npm/index.js")).check(text), text);
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
  }, text);
  assert.ok(said[0] > 0 && said[1]);
});
