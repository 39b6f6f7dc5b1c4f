// Takes the picture of the READMEs: `node tests/browser/picture.js`, after scripts/release.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as harness from "./harness.js";

const browser = await harness.launch();
const { page } = await harness.open(browser, harness.SINGLE_FILE, {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
await page.getByRole("button", { name: "看一个例子" }).click();
await harness.verdict(page);
// A wrong total in table 三 shows most: the findings, the table with its ringed cells, the equation.
await page.locator("#findings .finding").filter({ hasText: "总计与六列之和不符" }).first().locator("button.head").click();
await page.locator("td.ringed").first().waitFor();
await page.locator("#app").evaluate(() => document.fonts.ready);
mkdirSync(join(harness.ROOT, "docs"), { recursive: true });
await page.screenshot({ path: join(harness.ROOT, "docs/page.png") });
await browser.close();
