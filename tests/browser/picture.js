// Takes the pictures of the READMEs and of the guide: `node tests/browser/picture.js [ADDRESS]`,
// after scripts/release. The guide's are small parts of the page: they stand in the program itself.

import { join } from "node:path";
import * as harness from "./harness.js";

const browser = await harness.launch();
const { page } = await harness.open(browser, process.argv[2] ?? harness.SINGLE_FILE, {
  viewport: { width: 1280, height: 720 },
  colorScheme: "light",
  reducedMotion: "reduce",
});
const docs = (name) => join(harness.ROOT, "docs", name);
await page.getByRole("button", { name: "看一个例子" }).click();
await harness.verdict(page);
// A wrong total in table 三 shows most: the findings, the table with its ringed cells, the equation.
const finding = page.locator("#findings .finding").filter({ hasText: "总计与六列之和不符" }).first();
await finding.locator("button.head").click();
await page.locator("td.ringed").first().waitFor();
await page.locator("#app").evaluate(() => document.fonts.ready);
await page.screenshot({ path: docs("page.png") });

await finding.screenshot({ path: docs("finding.png") });
// The ringed row just above the equation.
const equation = page.locator(".sums").first();
const { height } = await equation.boundingBox();
const row = page.locator("tr", { has: page.locator("td.ringed") }).first();
await row.evaluate((row, height) => {
  row.scrollIntoView({ block: "end" });
  scrollBy(0, height + 8);
}, height);
const top = await row.boundingBox();
const bottom = await equation.boundingBox();
const clip = { x: bottom.x - 4, y: top.y - 4, width: bottom.width + 8, height: bottom.y + bottom.height - top.y + 4 };
await page.screenshot({ path: docs("equation.png"), clip });
await page.setViewportSize({ width: 960, height: 720 });
await page.locator(".bar").screenshot({ path: docs("verdict.png") });
await browser.close();
