// Old builds of Chromium: the page works in those that the README names, from a server and from a
// disk, and says what to do where it can't. Each takes its time and 50 MB: `scripts/test` tries the
// oldest, one between and the first under the narrow policy, `scripts/old-browsers` the others.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startOld } from "./engines/old.js";
import { openCopy, pictures, samples, textOf, workThrough } from "./engines/work.js";
import { serve, SINGLE_FILE, until } from "./harness.js";

const VERSIONS = process.env.OLD_CHROMIUMS ? process.env.OLD_CHROMIUMS.split(" ").map(Number) : [69, 88, 106];

/** The first that keeps gaps between the parts of a flex box. */
const KEEPS_GAPS = 84;

let files;

before(() => {
  files = samples();
});

/** Opens the page in an old Chromium, for the length of a test. */
async function opened(t, version, where, ...options) {
  const server = await serve();
  t.after(() => server.close());
  const browser = await startOld(version, ...options);
  t.after(() => browser.close());
  assert.match(browser.version, new RegExp(`/${version}\\.`));
  await browser.page.open(where === "disk" ? SINGLE_FILE : server.address);
  return browser.page;
}

/** The flex boxes on the page that rely on a gap. */
const gapped = (page) => page.evaluate(() => {
  const relies = (element) => {
    const { display, columnGap, rowGap } = getComputedStyle(element);
    return /flex/.test(display) && element.children.length > 1 && [columnGap, rowGap].some((gap) => parseFloat(gap) > 0);
  };
  return [...document.querySelectorAll("#app *")].filter(relies).map((element) => element.className || element.tagName);
});

for (const version of VERSIONS) {
  for (const where of ["disk", "server"]) {
    test(`Chromium ${version}, from a ${where}: the page works`, async (t) => {
      const page = await opened(t, version, where);
      if (where === "disk") await openCopy(page, files);
      const picture = pictures(page, `chromium-${version}-${where}`);
      await workThrough(page, files, async (state) => {
        await picture(state);
        if (version < KEEPS_GAPS) assert.deepEqual(await gapped(page), [], state);
      });
      assert.deepEqual(page.errors, []);
    });
  }
}

for (const where of ["disk", "server"]) {
  test(`Chromium 69 without WebAssembly, from a ${where}: the page says what to do`, async (t) => {
    const page = await opened(t, 69, where, "--js-flags=--noexpose-wasm");
    const told = () => textOf(page, "#app [role=alert]");
    await until(told, "it says something");
    assert.match(await told(), /没有启动.*极速模式.*Chromium 69.*could not start.*WebAssembly\?/);
    await pictures(page, `chromium-69-${where}`)("told");
  });
}
