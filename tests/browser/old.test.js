// Old builds of Chromium: the page works in those that the README names, from a server and from a
// disk, and says what to do where it can't.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startOld } from "./engines/old.js";
import { pictures, samples, textOf, workThrough } from "./engines/work.js";
import { serve, SINGLE_FILE, until } from "./harness.js";

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

for (const version of [69, 80, 106]) {
  for (const where of ["disk", "server"]) {
    test(`Chromium ${version}, from a ${where}: the page works`, async (t) => {
      const page = await opened(t, version, where);
      await workThrough(page, files, pictures(page, `chromium-${version}-${where}`));
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
