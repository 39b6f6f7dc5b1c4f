// Takes the pictures of the READMEs and of the guide, and the icons: `node tests/browser/picture.js [ADDRESS]`,
// after scripts/release. The guide's are small parts of the page: they stand in the program itself. Debian's
// pngquant makes them a third as large.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
// Text and a few grounds need no more colours than this.
const pictures = ["page.png", "finding.png", "equation.png", "verdict.png"].map(docs);
execFileSync("pngquant", ["--force", "--ext", ".png", "--nofs", "--strip", "64", ...pictures]);
// The icons of the installed page.
const icon = readFileSync(join(harness.ROOT, "static/icon.svg"), "utf8");
for (const size of [192, 512]) {
  const canvas = await browser.newPage({ viewport: { width: size, height: size } });
  await canvas.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${icon}`);
  await canvas.screenshot({ path: join(harness.ROOT, `static/icons/icon-${size}.png`), omitBackground: true });
}
await browser.close();
