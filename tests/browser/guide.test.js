// The guide in the page: reached from every view and by the keyboard, in both languages, from the
// project's own documents, with its pictures, and without a network.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
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

const guide = (page) => page.locator("#guide");
const titles = (page) => guide(page).locator("article h2").allTextContents();
// What is hidden from everybody is none.
const headings = (page) => page.getByRole("heading", { level: 1 }).allTextContents();
const firstLine = (document) => readFileSync(join(harness.ROOT, "docs", document), "utf8").split("\n")[0].replace("# ", "");

const views = {
  "the first view": (page) => page.locator("#draft").waitFor(),
  "a report": async (page) => page.locator("#draft").fill(text).then(() => harness.verdict(page)),
  "what is no report": async (page) => page.locator("#draft").fill("各位同事：开会。".repeat(50)).then(() => harness.verdict(page)),
  "the table of reports": async (page) => {
    const file = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator("input[type=file]").first().setInputFiles([file("甲.txt"), file("乙.txt"), file("丙.txt")]);
    await page.getByRole("status").filter({ hasText: "全部核对完毕" }).waitFor();
  },
};

for (const [view, reach] of Object.entries(views)) {
  test(`from ${view} a key leads to the guide, and another back to what was there`, async () => {
    const { context, page, errors } = await harness.open(browser, server.address);
    await reach(page);
    const before = await headings(page);
    await page.getByRole("button", { name: "使用说明" }).focus();
    await page.keyboard.press("Enter");
    await guide(page).waitFor();
    assert.deepEqual(await titles(page), [firstLine("clerk.md")]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "guide");
    await page.keyboard.press("Escape");
    await guide(page).waitFor({ state: "detached" });
    assert.deepEqual(await headings(page), before);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

for (const [name, address] of [["from a server", () => server.address], ["from a disk", () => harness.SINGLE_FILE]]) {
  test(`${name}, its pictures stand in the page itself`, async () => {
    const { context, page, requests } = await harness.open(browser, address());
    await harness.until(() => page.workers().length === 1, "there is a worker");
    await context.setOffline(true);
    const asked = harness.outward(requests).length;
    await page.getByRole("button", { name: "使用说明" }).click();
    const pictures = guide(page).locator("img");
    await pictures.first().waitFor();
    assert.equal(await pictures.count(), 3);
    for (const picture of await pictures.all()) {
      assert.ok(await picture.evaluate(async (image) => (await image.decode(), image.naturalWidth)) > 100);
      assert.ok((await picture.getAttribute("alt")).length > 5);
    }
    // The worker may still have been asking for its own files.
    const pictured = harness.outward(requests).slice(asked).filter((url) => /\.(png|svg|jpe?g|webp)/.test(url));
    assert.deepEqual(pictured, []);
    await context.close();
  });
}

test("its contents lead to every document and every heading, in both languages", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await page.getByRole("button", { name: "使用说明" }).click();
  const contents = guide(page).getByRole("navigation");
  for (const document of ["reviewer.md", "settings.md", "embedding.md", "hosting.md", "adding-a-rule.md", "clerk.md"]) {
    await contents.getByRole("button", { name: firstLine(document) }).click();
    assert.equal((await titles(page))[0], firstLine(document));
  }
  await contents.getByRole("button", { name: "四、改回原稿" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "四、改回原稿");
  await page.getByRole("button", { name: "English" }).click();
  assert.deepEqual(await titles(page), [firstLine("clerk.en.md")]);
  await contents.getByRole("button", { name: "The rule book and its settings" }).click();
  await page.getByRole("heading", { name: "The rule book and its settings" }).waitFor();
  await context.close();
});
