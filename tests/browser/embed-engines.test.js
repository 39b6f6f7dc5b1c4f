// What docs/embedding.md describes, in the oldest Chromium that the README names, in Firefox and in
// WebKit: the examples as they are, under the policy that the documentation asks for there.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { parse } from "./engines/node_modules/acorn/dist/acorn.mjs";
import { NEEDED, policy } from "./embedding.js";
import { startFirefox } from "./engines/firefox.js";
import { startOld } from "./engines/old.js";
import { startWebKit } from "./engines/webkit.js";
import { pictures, samples } from "./engines/work.js";
import { checkedByCommand, ROOT, serve, until } from "./harness.js";

// For the examples' own style sheet, and for the icon that browsers ask for by themselves.
const STYLED = { ...NEEDED, "style-src": ["'self'"], "img-src": ["'self'"] };
// Chromium before 97 has another word for leave to compile wasm.
const OLD = { ...STYLED, "script-src": [...NEEDED["script-src"], "'unsafe-eval'"] };

const ENGINES = [
  { name: "Chromium 69", start: () => startOld(69), directives: OLD },
  { name: "Firefox", start: startFirefox, directives: STYLED },
  { name: "WebKit", start: startWebKit, directives: STYLED },
];

let files;
let expected;

before(() => {
  files = samples();
  expected = checkedByCommand(files.text);
});

const errorsOf = ({ findings }) => findings.filter(({ severity }) => severity === "error").length;

/** Opens an example in an engine, for the length of a test. */
async function opened(t, { name, start, directives }, example) {
  const server = await serve(ROOT, () => policy(directives));
  t.after(() => server.close());
  const browser = await start();
  t.after(() => browser.close());
  const { page } = browser;
  await page.open(`${server.address}examples/${example}`);
  await until(() => page.evaluate(() => location.href !== "about:blank" && document.readyState === "complete"), "it is loaded");
  return { page, picture: pictures(page, `embedded-${name.replace(" ", "-").toLowerCase()}`) };
}

for (const engine of ENGINES) {
  test(`${engine.name}: the function checks, in a worker`, { timeout: 120_000 }, async (t) => {
    const { page } = await opened(t, engine, "check.html");
    await page.evaluate(() => {
      const Real = Worker;
      window.answers = 0;
      window.Worker = class extends Real {
        constructor(...given) {
          super(...given);
          this.addEventListener("message", () => { window.answers++; });
        }
      };
    });
    await page.choose(files.docx);
    const said = () => page.evaluate(() => document.getElementById("verdict").value);
    await until(said, "there is a verdict");
    assert.equal(await said(), `${expected.title}: ${expected.findings.length} findings`);
    // A slow machine's first report may be done before the worker says that it is there.
    const answers = () => page.evaluate(() => window.answers);
    await until(async () => await answers() > 0, "there is a worker");
    const before = await answers();
    await page.choose(files.html);
    await until(async () => await answers() > before, "the worker answers");
    assert.deepEqual(page.errors, []);
  });

  test(`${engine.name}: the element shows the page`, { timeout: 120_000 }, async (t) => {
    const { page, picture } = await opened(t, engine, "element.html");
    const count = (selector) => page.evaluate((selector) => {
      const { shadowRoot } = document.getElementById("checker");
      return shadowRoot ? shadowRoot.querySelectorAll(selector).length : 0;
    }, selector);
    await until(async () => await count("#draft") === 1, "the page stands in it");
    await page.evaluate(() => document.getElementById("checker").shadowRoot.querySelector("#draft").focus());
    await page.type("年报");
    await until(() => page.evaluate(() => document.getElementById("checker").value === "年报"), "the keys are there");
    await picture("empty");

    await page.evaluate((text) => { document.getElementById("checker").value = text; }, readFileSync(files.text, "utf8"));
    const told = () => page.evaluate(() => document.getElementById("verdict").value);
    await until(async () => /：/.test(await told()), "the event tells the result");
    assert.equal(await told(), `${expected.title}：${errorsOf(expected)} 处错误`);
    await until(async () => await count(".sheet table") === 3, "the report stands there");
    const look = await page.evaluate(() => {
      const { shadowRoot } = document.getElementById("checker");
      const box = (selector) => shadowRoot.querySelector(selector).getBoundingClientRect();
      return {
        beside: box(".sheet").left >= box("#findings").right,
        accent: getComputedStyle(document.getElementById("checker")).getPropertyValue("--accent").trim(),
        sheet: getComputedStyle(shadowRoot.querySelector(".sheet")).backgroundColor,
      };
    });
    assert.deepEqual(look, { beside: true, accent: "#7a1f3d", sheet: "rgb(255, 255, 255)" });
    await picture("checked");

    await page.evaluate(() => document.getElementById("checker").shadowRoot.querySelector(".finding.error button.head").click());
    await until(async () => await count("td.ringed") > 0, "cells are ringed");
    await until(() => page.evaluate(() => {
      const ringed = document.getElementById("checker").shadowRoot.querySelector("td.ringed").getBoundingClientRect();
      return ringed.top >= 0 && ringed.bottom <= innerHeight;
    }), "they are in view");
    await picture("chosen");

    await page.evaluate(() => {
      window.kept = document.getElementById("checker");
      window.kept.remove();
      setTimeout(() => document.body.appendChild(window.kept), 100);
    });
    await until(() => page.evaluate(() => window.kept.isConnected && window.kept.result !== null), "it is back, and has checked");
    assert.equal(await page.evaluate(() => window.kept.value), readFileSync(files.text, "utf8"));
    assert.deepEqual(page.errors, []);
  });

  test(`${engine.name}: the hosted page in a frame answers`, { timeout: 120_000 }, async (t) => {
    const hosted = await serve();
    t.after(() => hosted.close());
    const framed = { ...STYLED, "script-src": ["'self'"], "frame-src": [new URL(hosted.address).origin] };
    const { page, picture } = await opened(t, { ...engine, directives: framed },
      `frame.html?page=${encodeURIComponent(hosted.address)}`);
    await page.choose(files.html);
    const told = () => page.evaluate(() => document.getElementById("verdict").value);
    await until(async () => /：/.test(await told()), "the client tells the result");
    assert.equal(await told(), `${expected.title}：${errorsOf(checkedByCommand(files.html))} 处错误`);
    await until(() => page.evaluate(() => document.getElementById("frame").offsetHeight > 2000), "the frame is as high as its page");
    await picture("framed");
    assert.deepEqual(page.errors, []);
  });
}

test("every script of the package and of the examples is in syntax that Chromium 69 knows", () => {
  const folders = ["npm", "examples"].map((folder) => join(ROOT, folder));
  const scripts = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => join(folder, name)));
  assert.ok(scripts.length > 10);
  for (const script of scripts) {
    // It knows import.meta already, which is younger than the rest of what it knows.
    const text = readFileSync(script, "utf8").replaceAll("import.meta.url", "''");
    assert.doesNotThrow(() => parse(text, { ecmaVersion: 2018, sourceType: "module" }), script);
  }
});
