// Drives Debian's Firefox over WebDriver BiDi, with the deeds that every engine of this folder offers.

import puppeteer from "puppeteer-core";

/** Starts Firefox without a window; `close()` ends it. */
export async function startFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "intl.accept_languages": "zh-CN" },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  return { page: new Page(page), version: await browser.version(), close: () => browser.close() };
}

class Page {
  #page;

  /** What the page complained of: errors that nobody caught. */
  errors = [];

  constructor(page) {
    this.#page = page;
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

  screenshot(path) {
    return this.#page.screenshot({ path });
  }
}
