// Drives Debian's Firefox over WebDriver BiDi, with the deeds that every engine of this folder offers.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/** Starts Firefox without a window; `close()` ends it. */
export async function startFirefox() {
  const downloads = mkdtempSync(join(tmpdir(), "nianbao-firefox-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: {
      "intl.accept_languages": "zh-CN",
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
    },
  });
  const page = new Page(await browser.newPage(), downloads);
  await page.resize(1366, 768);
  return {
    page,
    version: await browser.version(),
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

class Page {
  #page;

  /** What the page complained of: errors that nobody caught. */
  errors = [];

  constructor(page, downloads) {
    this.#page = page;
    this.downloads = downloads;
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  open(address) {
    return this.#page.goto(address);
  }

  evaluate(run, ...values) {
    return this.#page.evaluate(run, ...values);
  }

  click(selector) {
    return this.#page.click(selector);
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  async choose(...files) {
    const field = await this.#page.$("input[type=file]");
    await field.uploadFile(...files);
  }

  resize(width, height) {
    return this.#page.setViewport({ width, height });
  }

  screenshot(path) {
    return this.#page.screenshot({ path });
  }
}
