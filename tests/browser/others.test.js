// Debian's Firefox and WebKit: the page works in both, from a server and from a disk.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startFirefox } from "./engines/firefox.js";
import { startWebKit } from "./engines/webkit.js";
import { openCopy, pictures, samples, workThrough } from "./engines/work.js";
import { serve, SINGLE_FILE } from "./harness.js";

let files;

before(() => {
  files = samples();
});

for (const [name, start] of [["firefox", startFirefox], ["webkit", startWebKit]]) {
  for (const where of ["disk", "server"]) {
    test(`${name}, from a ${where}: the page works`, { timeout: 120_000 }, async (t) => {
      const server = await serve();
      t.after(() => server.close());
      const browser = await start();
      t.after(() => browser.close());
      t.diagnostic(browser.version);
      await browser.page.open(where === "disk" ? SINGLE_FILE : server.address);
      if (where === "disk") await openCopy(browser.page, files);
      await workThrough(browser.page, files, pictures(browser.page, `${name}-${where}`));
      assert.deepEqual(browser.page.errors, []);
    });
  }
}
