// Hostile words and files: whatever comes in is shown as words. No script of theirs runs, nothing is
// asked of a network, no element is made of them; with the page's policy and without it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as harness from "./harness.js";
import * as payloads from "./payloads.js";

let browser;
let server;
let clipboard;
let folder;
let stranger;
let target;
let heard;
/** Reports of the project's own in the formats of office programs, with hostile words; by their layout. */
const written = new Map();
const LAYOUTS = ["docx-file", "wps-file", "xlsx-file", "ofd-file", "html-page", "html-word"];

before(async () => {
  server = await harness.serve();
  browser = await harness.launch();
  clipboard = await harness.clipboard(browser, server.address);
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  heard = [];
  stranger = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  await new Promise((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  target = `http://127.0.0.1:${stranger.address().port}/`;
});

before(() => {
  const [script, image, drawing] = payloads.words(target);
  const edits = [`title = ${drawing}`, `append 1 = ${script}${image}${drawing}`, `3.received.total = ${drawing}`, `heading 5 = 五、${image}`];
  for (const layout of LAYOUTS) written.set(layout, harness.report(layout, ...edits));
});

after(async () => {
  await browser?.close();
  await server?.close();
  stranger?.closeAllConnections();
  stranger?.close();
  if (folder) rmSync(folder, { recursive: true });
});

function file(name, content) {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What the page may hold more of only by its own making, and never does. */
const FOREIGN = [
  "script, style, link, meta, base, title, iframe, frame, object, embed, applet, portal, img, image, picture, video",
  "audio, source, track, canvas, math, form, marquee, template, slot, animate, foreignObject, use, noscript, mglyph",
].join(", ");

/** What tells that words became more than words. Runs in the page. */
const census = (foreign) => {
  const all = [...document.querySelectorAll("*")];
  const attributes = all.flatMap((element) => [...element.attributes]);
  return {
    foreign: document.querySelectorAll(foreign).length,
    handlers: attributes.filter(({ name }) => /^on|^(srcdoc|formaction|background|ping|srcset|http-equiv)$/.test(name)).length,
    addresses: attributes.filter(({ value }) => /javascript:|payload-/.test(value)).map(({ value }) => value),
    styles: attributes.filter(({ name, value }) => name === "style" && /url|import/i.test(value)).length,
    clobbered: document.body.attributes === undefined || typeof document.createElement !== "function",
  };
};

/** Opens a page that is watched for whatever a payload could do, and gives what `check` it has done nothing. */
async function watched(address, options) {
  const dialogs = [];
  const opened = await harness.open(browser, address, {
    ...options,
    prepare: () => {
      globalThis.refused = [];
      addEventListener("securitypolicyviolation", (event) => globalThis.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
    },
  });
  const { page, context, requests, errors } = opened;
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  await page.waitForLoadState("load");
  // The worker fetches the page's own script once more; from then on nothing is asked for.
  await harness.until(() => page.workers().length, "the worker is there");
  await page.waitForLoadState("networkidle");
  const before = await page.evaluate(census, FOREIGN);
  const asked = requests.length;
  return {
    ...opened,
    before,
    dialogs,
    async check(what) {
      // What loads or runs, does so within a frame or two.
      await page.waitForTimeout(150);
      assert.deepEqual(dialogs, [], `${what}: a script ran`);
      assert.deepEqual(heard, [], `${what}: the stranger was asked`);
      assert.deepEqual(harness.outward(requests.slice(asked)), [], `${what}: a network was asked`);
      // Nothing was even tried that the policy would have had to refuse.
      assert.deepEqual(await page.evaluate(() => globalThis.refused), [], `${what}: the policy was needed`);
      assert.deepEqual(await page.evaluate(census, FOREIGN), before, `${what}: elements were made of it`);
      assert.deepEqual(errors, [], `${what}: the page broke`);
      assert.equal(context.pages().length, 1, `${what}: another window was opened`);
    },
  };
}

/** A report with the words in its title, its text, its headings and its cells, all of them quoted by findings. */
function report() {
  const words = payloads.words(target).map((word) => word.replace(/[\0\r\n]/g, ""));
  let text = harness.report("tab-rows", "3.received.total = 9", "4.review.pending = 7").toString();
  const [title, ...rest] = text.split("\n");
  let cell = 0;
  // Every number of the tables becomes a payload in turn, a few stay.
  const lines = rest.map((line) => line.replace(/(?<=\t)\d+(?=\t|$)/g, (number) => (cell++ % 2 ? number : words[cell % words.length])));
  const at = lines.findIndex((line) => line.startsWith("一、")) + 1;
  lines.splice(at, 0, ...words, ...words.map((word) => `收到申请 ${word}，办结 247 件，${word}。。`));
  const headings = lines.map((line) => (/^[二五]、/.test(line) ? `${line}${words[1]}` : line));
  return [`${title}${words[0]}`, ...headings].join("\n");
}

/** Looks at everything that a report's page has to show: each finding, cells, the source. */
async function lookAround(page) {
  await page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (const selector of ["#findings .fold button", "#findings button.head", "td button, td[tabindex]", "th"]) {
      for (const element of [...document.querySelectorAll(selector)].slice(0, 25)) {
        if (!element.isConnected) continue;
        element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        element.click();
        await pause();
      }
    }
  });
}

test("a page that took words for markup would be found out", async () => {
  const careless = (markup) => {
    document.body.append(document.createRange().createContextualFragment(markup));
  };
  const words = payloads.words(target);
  for (const [markup, found] of [
    [words[0], /a script ran/],
    [words[1], /a script ran/],
    [`<img src="${target}payload-29">`, /the stranger was asked/],
    ["<meta name=x>", /elements were made of it/],
  ]) {
    const { context, page, check } = await watched(server.address, { bypassCSP: true });
    await page.evaluate(careless, markup);
    await assert.rejects(check("careless"), found);
    await context.close();
    heard.length = 0;
  }
  const { context, page, check } = await watched(server.address);
  await page.evaluate(careless, words[0]);
  await assert.rejects(check("careless"), /the policy was needed/);
  await context.close();
});

for (const [mode, options, address] of [
  ["with its policy", {}, () => server.address],
  ["without its policy", { bypassCSP: true }, () => server.address],
  ["as a single file", {}, () => harness.SINGLE_FILE],
  ["as a single file without its policy", { bypassCSP: true }, () => harness.SINGLE_FILE],
]) {
  test(`the page ${mode}: hostile words and markup that are pasted`, async () => {
    const { context, page, check } = await watched(address(), options);
    for (const [kind, content] of [
      ["text", { text: report() }],
      ["markup as text", { text: payloads.html(target) }],
      ["rich text", { text: "年报", html: payloads.html(target) }],
      ["a drawing", { text: "年报", html: payloads.svg(target) + "<table><tr><td>1</td></tr></table>" }],
    ]) {
      await clipboard.copy(content);
      await page.bringToFront();
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.press("Control+V");
      await page.waitForTimeout(400);
      await check(kind);
      const shown = await page.evaluate(() => document.body.innerText + [...document.querySelectorAll("textarea")].map((area) => area.value).join());
      assert.match(shown, /alert\(\d+\)|年报/, `${kind}: it is not there at all`);
    }
    await lookAround(page);
    await check("everything opened");
    await context.close();
  });

  test(`the page ${mode}: hostile files, dropped with hostile names, last year's report among them`, async () => {
    const { context, page, check } = await watched(address(), options);
    const text = report();
    const lastYear = text.replaceAll("2024年", "2023年");
    const files = [
      ...payloads.names.map((name) => file(name, text)),
      file("去年<img src=x onerror=alert(110)>.txt", lastYear),
      file("页.html", payloads.html(target)),
      file("档.mht", payloads.mht(target)),
      file("画.docx", payloads.svg(target)),
      file("画.svg", payloads.svg(target)),
      file("文.docx", payloads.docx(target)),
      file("表.xlsx", payloads.xlsx(target)),
      file("文.odt", payloads.odt(target)),
      ...LAYOUTS.map((layout) => file(`${layout}-全文`, written.get(layout))),
      file("表.csv", payloads.words(target).map((word) => `"${word.replaceAll('"', '""')}",1`).join("\n")),
    ];
    await harness.drop(page, ...files);
    await page.getByRole("status").filter({ hasText: "全部核对完毕" }).waitFor({ timeout: 60_000 });
    await check("the list of files");
    const rows = page.locator("table.reports tbody tr");
    assert.equal(await rows.count(), files.length);
    // What was in the office files was read, and stands there as words.
    const listed = await page.locator("table.reports").innerText();
    assert.match(listed, /<img src=x onerror=alert\(101\)>\.txt/);
    const whole = LAYOUTS.map((layout) => `${layout}-全文`);
    for (const name of [...whole, payloads.names[0], "文.docx", "页.html", "档.mht", "表.xlsx", "文.odt", "表.csv", "画.docx"]) {
      await rows.filter({ hasText: name }).getByRole("button").first().click();
      await page.waitForTimeout(200);
      if (whole.includes(name)) {
        assert.match(await page.locator("body").innerText(), /<svg onload=alert\(3\)>/, `${name}: its words are not shown`);
      }
      await lookAround(page);
      await check(name);
      await page.getByRole("button", { name: /全部|返回/ }).first().click();
    }
    await context.close();
  });

  test(`the page ${mode}: hostile settings of rules, from a file and left in the browser`, async () => {
    const { context, page, before, dialogs, check } = await watched(address(), options);
    // The way to the settings: a rule is switched off at its finding, and the note that says so chosen.
    const path = file("错.txt", harness.report("tab-rows", "3.granted.total = 9"));
    await page.locator("input[type=file][multiple]:not(.last-year *)").setInputFiles(path);
    await harness.verdict(page);
    const finding = page.locator("#findings .finding", { hasText: "总计与六列之和不符" });
    await finding.locator("button.head").click();
    await finding.getByRole("combobox").selectOption({ label: "不查" });
    await page.locator(".settings-note").click();
    for (const word of payloads.words(target)) {
      for (const settings of [{ rules: { [word]: "off" } }, { rules: { "T3-ROW": word } }, { [word]: {} }, word]) {
        const buffer = Buffer.from(typeof settings === "string" ? settings : JSON.stringify(settings));
        await page.locator('input[accept*="json"]').setInputFiles({ name: `${word}.json`, mimeType: "application/json", buffer });
      }
    }
    await page.getByRole("alert").filter({ hasText: "constructor" }).waitFor();
    await check("a settings file");
    await page.evaluate((word) => localStorage.setItem("nianbao-settings", JSON.stringify({ rules: { [word]: word } })), payloads.words(target)[1]);
    await page.reload();
    await page.locator("#app > *").first().waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(census, FOREIGN), before, "elements were made of what was left in the browser");
    assert.deepEqual([...dialogs, ...heard], []);
    await context.close();
  });
}
