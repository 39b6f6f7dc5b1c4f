// What starts the page: in syntax that old browsers know, under a policy as narrow as the browser
// can follow, and with a sentence where it can't start.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, ROOT, serve, SINGLE_FILE, until } from "./harness.js";
import { parse } from "./engines/node_modules/acorn/dist/acorn.mjs";

// Chromium 69 knows no newer one, except import() and import.meta, which it knows already.
const YEAR = 2018;

const inline = (html) => [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)]
  .filter(([, attributes]) => !/src=|type="application\//.test(attributes))
  .map(([, attributes, text]) => ({ text, sourceType: /type="module"/.test(attributes) ? "module" : "script" }));

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const withImports = (script) => script.replaceAll("import.meta.url", "''").replace("await import(", "await (");

test("every script of the page is in syntax that Chromium 69 knows", () => {
  const folder = join(ROOT, "dist");
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ text: readFileSync(join(folder, name), "utf8"), sourceType: "module" }));
  const pages = [join(folder, "index.html"), join(ROOT, "nianbao.html")];
  const all = [...scripts, ...pages.flatMap((page) => inline(readFileSync(page, "utf8")))];
  assert.ok(all.length > 7);
  for (const { text, sourceType } of all) parse(withImports(text), { ecmaVersion: YEAR, sourceType });
});

test("what is said where the page can't start is in the syntax of the oldest browsers", () => {
  const script = readFileSync(join(ROOT, "static/boot-failure.js"), "utf8");
  assert.doesNotThrow(() => parse(script, { ecmaVersion: 3 }));
  const [first] = inline(readFileSync(join(ROOT, "nianbao.html"), "utf8"));
  assert.equal(first.text.trim(), script.trim());
});

for (const [name, address] of [["from a server", () => server.address], ["from a disk", () => SINGLE_FILE]]) {
  test(`${name}, a current browser refuses to evaluate text, in the page and in its worker`, async () => {
    const { context, page, errors } = await open(browser, address());
    await until(() => page.workers().length === 1, "there is a worker");
    // The debugger may evaluate what the page may not: a timer of the page's own asks.
    const refused = () => new Promise((resolve) => setTimeout(() => {
      try {
        resolve(new Function("return 'evaluated'")());
      } catch (error) {
        resolve(error.name);
      }
    }));
    for (const scope of [page, page.workers()[0]]) assert.equal(await scope.evaluate(refused), "EvalError");
    assert.deepEqual(errors, []);
    await context.close();
  });
}

/** Opens the page as it stands in a browser that lacks something; returns what the page says, which is all there is. */
async function toldBy(prepare, change = (html) => html) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(prepare);
  await page.route("**/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: change(await answer.text()) });
  });
  await page.goto(server.address);
  const told = await page.locator("#app [role=alert]").textContent();
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator("#app").textContent(), told);
  await context.close();
  return told;
}

test("a browser without modules is told what to do", async () => {
  const told = await toldBy(
    () => delete HTMLScriptElement.prototype.noModule,
    (html) => html.replace('type="module"', 'type="unknown"'),
  );
  assert.match(told, /没有启动.*极速模式.*noModule\?/);
});

test("a browser older than Chromium 69, Firefox 62 and Safari 12 is told what to do, and starts nothing", async () => {
  assert.match(await toldBy(() => delete Array.prototype.flat), /没有启动.*极速模式.*Array\.prototype\.flat\?/);
});

test("where the wasm can't be had, the page says so", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(server.address);
  assert.match(await page.locator("#app [role=alert]").textContent(), /没有启动/);
  await context.close();
});
