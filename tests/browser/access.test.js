// No serious finding of axe in any state, light or dark, narrow or wide.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import * as harness from "./harness.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let server;
let text;

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  text = harness.report("tab-rows", "3.received.total = 9", "4.review.pending = 7").toString();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The serious findings of axe on the page as it stands, each with where it is. */
async function serious(page) {
  // Through the protocol, which the page's policy does not bind.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

const states = {
  empty: async () => {},
  "a letter": async (page) => page.locator("#draft").fill("各位同事：明天下午三点开会。".repeat(20)).then(() => harness.verdict(page)),
  checked: async (page) => page.locator("#draft").fill(text).then(() => harness.verdict(page)),
  "a finding chosen": async (page) => {
    await states.checked(page);
    await page.locator("#findings .finding button.head").first().click();
    await page.locator("#findings .chosen").waitFor();
  },
  "a cell chosen": async (page) => {
    await states.checked(page);
    await page.locator('[id="cell-3.received.total"]').click();
    await page.locator(".sums").waitFor();
  },
  "a rule explained": async (page) => {
    await states["a finding chosen"](page);
    await page.getByRole("button", { name: "查看说明" }).click();
  },
  "the rule book": async (page) => {
    await page.getByRole("button", { name: "使用说明" }).click();
    await page.getByRole("button", { name: "规则书与设置" }).click();
    await page.locator("#rules").waitFor();
  },
  "the guide": async (page) => {
    await page.getByRole("button", { name: "使用说明" }).click();
    await page.locator("#guide").waitFor();
  },
  "the text": async (page) => {
    await states.checked(page);
    await page.getByRole("button", { name: "原文" }).click();
    await page.locator("#source").waitFor();
  },
};

test("what is seriously wrong would be found", async () => {
  const { context, page } = await harness.open(browser, server.address);
  await page.evaluate(() => document.body.append(document.createElement("button"), new Image()));
  const found = await serious(page);
  assert.deepEqual(found.map((line) => line.split(":")[0]).sort(), ["button-name", "image-alt"]);
  await context.close();
});

const looks = {
  light: { colorScheme: "light", viewport: { width: 1366, height: 768 } },
  dark: { colorScheme: "dark", viewport: { width: 1366, height: 768 } },
  "light, 320 px": { colorScheme: "light", viewport: { width: 320, height: 640 } },
};

for (const [look, options] of Object.entries(looks)) {
  for (const [state, reach] of Object.entries(states)) {
    test(`${look}: ${state}`, async () => {
      const { context, page } = await harness.open(browser, server.address, { reducedMotion: "reduce", ...options });
      await reach(page);
      assert.deepEqual(await serious(page), []);
      await context.close();
    });
  }
}

for (const width of [320, 1366, 3840]) {
  test(`at ${width} px nothing sticks out of the page sideways`, async () => {
    const { context, page } = await harness.open(browser, server.address, { viewport: { width, height: 800 } });
    for (const state of ["empty", "a finding chosen"]) {
      await states[state](page);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= seen, `${state}: ${wide} px in ${seen} px`);
    }
    await context.close();
  });
}
