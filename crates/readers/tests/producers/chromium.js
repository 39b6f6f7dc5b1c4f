// Has Chromium print and save every page of a folder: 0.html gives 0.pdf, 0.mht (a page in one
// file) and 0.saved.html (the page as it stands).

import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();
const devtools = await page.context().newCDPSession(page);
for (const file of readdirSync(folder).filter((file) => /^\d+\.html$/.test(file))) {
  const made = (extension) => join(folder, basename(file, ".html") + extension);
  await page.goto(pathToFileURL(join(folder, file)).href);
  await page.pdf({ path: made(".pdf"), format: "A4" });
  const { data } = await devtools.send("Page.captureSnapshot", { format: "mhtml" });
  writeFileSync(made(".mht"), data);
  writeFileSync(made(".saved.html"), await page.content());
}
await browser.close();
