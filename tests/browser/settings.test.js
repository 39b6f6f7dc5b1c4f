// The settings of the rules: from a finding, from the rule book, from a file, from the page itself;
// kept across visits, and never silently.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";

let browser;
let server;
let folder;
let report;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  report = join(folder, "年报.txt");
  writeFileSync(report, harness.report("tab-rows", "3.granted.total = 9"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const choose = (page, file) => page.locator("input[type=file][multiple]:not(.last-year *)").setInputFiles(file);
const note = (page) => page.locator(".settings-note");
const rowFindings = (page) => page.locator("#findings .finding", { hasText: "总计与六列之和不符" });

/** Opens the page with the report and the finding of T3-ROW chosen. */
async function openReport(options) {
  const opened = await harness.open(browser, options?.address ?? server.address, options);
  await choose(opened.page, report);
  await harness.verdict(opened.page);
  return opened;
}

test("a rule switched off at its finding is silent, and the bar says so; all is restored at once", async () => {
  const { context, page, errors } = await openReport();
  const before = await harness.verdict(page);
  await rowFindings(page).locator("button.head").click();
  await rowFindings(page).getByRole("combobox").selectOption({ label: "不查" });
  await rowFindings(page).waitFor({ state: "detached" });
  assert.notEqual(await harness.verdict(page), before);
  assert.equal(await note(page).textContent(), "已关闭 1 条规则");

  await note(page).click();
  await page.getByRole("heading", { name: "规则书与设置" }).waitFor();
  const changed = page.getByRole("region", { name: "改动过的规则" });
  assert.match(await changed.textContent(), /已关闭 1 条规则：.*T3-ROW/);
  await changed.getByRole("button", { name: "全部恢复" }).click();
  await changed.filter({ hasText: "全部规则都按规则书查" }).waitFor();
  await page.keyboard.press("Escape");
  await rowFindings(page).waitFor();
  assert.equal(await harness.verdict(page), before);
  assert.equal(await note(page).count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test("a severity changed in the rule's page moves its findings, and outlives the visit; a report doesn't", async () => {
  const { context, page } = await openReport();
  await rowFindings(page).locator("button.head").click();
  await page.getByRole("button", { name: "查看说明" }).click();
  await page.locator(".rule").getByRole("combobox").selectOption({ label: "建议" });
  await page.locator("#findings .group.hint", { hasText: "总计与六列之和不符" }).waitFor();
  assert.equal(await note(page).textContent(), "1 条规则改了轻重");

  await page.reload();
  await page.locator("#draft").waitFor();
  assert.equal(await note(page).textContent(), "1 条规则改了轻重");
  await choose(page, report);
  await page.locator("#findings .group.hint", { hasText: "总计与六列之和不符" }).waitFor();
  const kept = await page.evaluate(() => Object.entries({ ...localStorage }));
  assert.deepEqual(kept.map(([key]) => key), ["nianbao-settings"]);
  assert.deepEqual(JSON.parse(kept[0][1]), { rules: { "T3-ROW": "hint" } });
  await context.close();
});

test("the file that is saved is the one that the command takes, and is loaded again", async () => {
  const { context, page } = await openReport();
  await rowFindings(page).locator("button.head").click();
  await rowFindings(page).getByRole("combobox").selectOption({ label: "请核对" });
  await note(page).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为文件" }).click();
  const saved = await (await download).path();
  assert.deepEqual(JSON.parse(readFileSync(saved, "utf8")), { rules: { "T3-ROW": "warning" } });

  await page.getByRole("button", { name: "全部恢复" }).click();
  const load = page.locator('input[accept*="json"]');
  await load.setInputFiles({ name: "误.json", mimeType: "application/json", buffer: Buffer.from('{"rules": {"T3-ROWW": "off"}}') });
  await page.getByRole("alert").filter({ hasText: "“T3-ROWW”不存在，最接近的是“T3-ROW”" }).waitFor();
  await load.setInputFiles(join(harness.ROOT, "docs/settings.json"));
  await page.getByRole("status").filter({ hasText: "已关闭 1 条规则，2 条规则改了轻重" }).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  await context.close();
});

test("a province's own settings stand in the page, and restoring leads back to them", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route(server.address, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('{"rules": {}}', '{"rules": {"T3-ROW": "off"}}');
    await route.fulfill({ response, body });
  });
  await page.goto(server.address);
  await choose(page, report);
  await harness.verdict(page);
  assert.equal(await note(page).textContent(), "已关闭 1 条规则");
  assert.equal(await rowFindings(page).count(), 0);
  await note(page).click();
  await page.locator(".rule-group").getByRole("combobox", { name: "总计与六列之和不符" }).selectOption({ label: "必须改" });
  await page.getByRole("button", { name: "全部恢复" }).click();
  await page.getByRole("status").filter({ hasText: "已关闭 1 条规则" }).waitFor();
  assert.equal(await page.locator(".rule-group").getByRole("combobox", { name: "总计与六列之和不符" }).inputValue(), "off");
  await context.close();
});

test("without a storage the settings hold for the visit", async () => {
  const { context, page, errors } = await openReport({
    prepare: () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  });
  await rowFindings(page).locator("button.head").click();
  await rowFindings(page).getByRole("combobox").selectOption({ label: "不查" });
  await rowFindings(page).waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
  await context.close();
});
