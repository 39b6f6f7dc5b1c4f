// What takes long: a bar, a way to stop it, and what is said of what was left out.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

/** Reports in the batch: enough to be stopped in the middle. */
const BATCH = 200;

let browser;
let server;
let folder;
let small;
let large;
let batch;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  const text = harness.report("tab-rows", "3.received.total = 9").toString();
  small = write("小.txt", text);
  // As long as a text may be, and full of numbers and dates that have to be understood.
  const line = "2024年3月5日至12月31日，主动公开政府信息120条，新收申请35件，其中自然人30件，办结率100%，同比增长12.5%。";
  large = write("大.txt", `${text}\n${`${line}\n`.repeat(Math.floor(1_900_000 / Buffer.byteLength(line)))}`);
  batch = Array.from({ length: BATCH }, (_, index) => write(`第${index}份.txt`, text));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

function write(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const choose = (page, ...files) => page.locator("input[type=file]:not(.last-year *)").first().setInputFiles(files);
const card = (page) => page.locator("aside.work");

/**
 * Counts the workers that the page starts, and gives them large files two seconds late, as on a slow
 * machine. Runs in the page before its scripts.
 */
const watchWorkers = () => {
  const Real = Worker;
  const isLarge = (job) => job?.input?.file?.bytes?.length > 1_000_000;
  globalThis.workersStarted = 0;
  globalThis.Worker = class extends Real {
    constructor(...given) {
      super(...given);
      globalThis.workersStarted++;
    }
    postMessage(message) {
      if (Array.isArray(message) && isLarge(message[1])) setTimeout(() => super.postMessage(message), 2000);
      else super.postMessage(message);
    }
  };
};

test("what is quick is done without a word", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await choose(page, small);
  assert.match(await harness.verdict(page), /^\d+ 处错误/);
  assert.equal(await card(page).count(), 0);
  await context.close();
});

test("a file that is slow to read has a bar; cancelling ends the worker and leads back", async () => {
  const { context, page, errors } = await harness.open(browser, server.address, { prepare: watchWorkers });
  await choose(page, small);
  const verdict = await harness.verdict(page);
  await harness.drop(page, large);
  await card(page).getByRole("progressbar").waitFor();
  assert.match(await card(page).textContent(), /正在读取并核对《大\.txt》（1\.9 MB）/);
  await card(page).getByRole("button", { name: "取消" }).click();
  await card(page).filter({ hasText: "已取消：《大.txt》没有核对，其余内容都在。" }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.workersStarted), 2);
  assert.equal(await harness.verdict(page), verdict, "what was open before is open again");
  assert.match(await page.locator("#verdict").textContent(), /青石县自然资源局/);

  await card(page).getByRole("button", { name: "继续核对" }).click();
  await card(page).getByRole("progressbar").waitFor();
  await card(page).waitFor({ state: "detached", timeout: 60_000 });
  await page.getByRole("button", { name: "全部报告" }).click();
  await page.getByRole("status").filter({ hasText: "全部核对完毕" }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test("a batch says how far it is; cancelling keeps what is done and names the rest", async () => {
  const { context, page, errors } = await harness.open(browser, server.address);
  await choose(page, ...batch);
  await card(page).filter({ hasText: new RegExp(`正在核对：\\d+ / ${BATCH}`) }).waitFor();
  await card(page).getByRole("button", { name: "取消" }).click();
  await card(page).filter({ hasText: /已取消：\d+ 份没有核对；已核对的结果都在。/ }).waitFor();
  const rows = page.locator("table.reports tbody tr");
  assert.equal(await rows.count(), BATCH);
  const left = await rows.filter({ hasText: "已取消，没有核对" }).count();
  assert.ok(left > 0 && left < BATCH, `${left} were left out`);
  await page.getByRole("status").filter({ hasText: `已核对 ${BATCH - left} / ${BATCH} 份，${left} 份已取消` }).waitFor();

  await card(page).getByRole("button", { name: "不要了" }).click();
  assert.equal(await rows.count(), BATCH - left);
  assert.equal(await card(page).count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test("without a worker the page says that it stands still meanwhile", async () => {
  const refuseWorkers = () => {
    globalThis.Worker = class {
      constructor() {
        throw new Error("no workers here");
      }
    };
    // What is on the screen before the page stands still.
    globalThis.said = [];
    addEventListener("DOMContentLoaded", () => {
      const look = () => globalThis.said.push(document.querySelector("aside.work")?.checkVisibility({ visibilityProperty: true }) && document.querySelector("aside.work").textContent);
      new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, { subtree: true, childList: true });
    });
  };
  const { context, page } = await harness.open(browser, server.address, { prepare: refuseWorkers });
  await choose(page, large);
  assert.match(await harness.verdict(page), /处错误|处提醒/);
  const said = await page.evaluate(() => globalThis.said.filter(Boolean).join("\n"));
  assert.match(said, /正在读取并核对《大\.txt》.*这个浏览器不能在后台核对/);
  assert.doesNotMatch(said, /取消/);
  await context.close();
});
