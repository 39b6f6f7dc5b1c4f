// What a clerk does with the page, done in any engine: the same steps, whose outcome the command
// line says.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkedByCommand, report, ROOT, until, verdictOf } from "../harness.js";

const OUTPUT = join(ROOT, "tests/browser/output");

/** The same report, with a total that is wrong, as three files. They are gone when the process ends. */
export function samples() {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  const write = (name, layout) => {
    const path = join(folder, name);
    writeFileSync(path, report(layout, "3.received.total = 9"));
    return path;
  };
  return { text: write("年报.txt", "tab-rows"), html: write("年报.html", "html-word"), docx: write("年报.docx", "docx-file") };
}

/** Pictures of a page for whoever wants to look: tests/browser/output/ENGINE-NAME.png. */
export function pictures(page, engine) {
  mkdirSync(OUTPUT, { recursive: true });
  return (name) => page.screenshot(join(OUTPUT, `${engine}-${name}.png`));
}

/** The text of the first element of a selector, or null where there is none; not of the example that the
 * page rehearses with. */
export const textOf = (page, selector) =>
  page.evaluate((selector) => {
    // Runs in engines that are older than `?.`.
    const element = [...document.querySelectorAll(selector)].find((element) => !element.closest(".rehearsal"));
    return element ? element.textContent : null;
  }, selector);

const count = (page, selector) => page.evaluate((selector) =>
  [...document.querySelectorAll(selector)].filter((element) => !element.closest(".rehearsal")).length, selector);

/** Whether the first element of a selector is there and all of it is seen in the window, from top to bottom. */
const inView = (page, selector) => page.evaluate((selector) => {
  const element = document.querySelector(selector);
  if (!element) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}, selector);

/** Presses the first button inside `selector` that says `words`, once it stands there. */
export async function press(page, words, selector = "body") {
  await until(() => mark(page, words, selector), `there is a button ${words}`);
  await page.click("[data-pressed]");
}

/** Marks the button that is to be pressed; whether there is one. */
const mark = (page, words, selector) => page.evaluate((words, selector) => {
  const buttons = [...document.querySelectorAll(`${selector} button`)].filter((button) => !button.closest(".rehearsal"));
  const button = buttons.find((button) => button.textContent.trim() === words);
  document.querySelectorAll("[data-pressed]").forEach((old) => old.removeAttribute("data-pressed"));
  if (button) button.setAttribute("data-pressed", "");
  return Boolean(button);
}, words, selector);

/** Waits until the page stands there. */
export const started = (page) => until(async () => await count(page, "#draft") === 1, "the page stands there");

/** The verdict in words, once checking is done and the report is drawn. */
export async function verdict(page) {
  const spoken = () => textOf(page, ".bar [role=status]");
  await until(async () => !/^(|正在核对.*)$/.test((await spoken()) ?? ""), "there is a verdict");
  await until(async () => (await count(page, ".sheet[aria-busy]")) === 0, "the report is drawn");
  return spoken();
}

/** Pastes as a keyboard would; the clipboard of a machine is not to be had in every engine. */
const paste = (page, contents) => page.evaluate((contents) => {
  const event = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  Object.keys(contents).forEach((type) => event.clipboardData.setData(type, contents[type]));
  document.querySelector("#draft").dispatchEvent(event);
}, contents);

/** Puts the report away, and asks for another. */
async function anew(page) {
  await press(page, "换一份");
  await press(page, "收起");
  await started(page);
}

/** Works through the page that an engine has open; `picture(name)` is called where it is worth a look. */
export async function workThrough(page, { text, html, docx }, picture) {
  await started(page);
  await picture("empty");

  // Pasted as text: the verdict and the marked cells are those of the command.
  const expected = checkedByCommand(text);
  await paste(page, { "text/plain": readFileSync(text, "utf8") });
  assert.equal(await verdict(page), verdictOf(expected));
  assert.equal(await count(page, "#report table, .sheet table"), 3);
  assert.match(await textOf(page, '[id="cell-3.received.total"]'), /■\s*9/);
  await picture("checked");

  // Chosen, a finding rings its cells and brings them into view; its equation stands below.
  await page.click("#findings .finding.error button.head");
  await until(async () => await count(page, "td.ringed") > 0, "cells are ringed");
  await until(() => inView(page, "td.ringed"), "they are in view");
  await until(async () => await count(page, ".sums") > 0, "the equation stands there");
  await picture("chosen");

  // Mended, the report has no error; undone, it has it again.
  await page.click("#findings .mend");
  await until(async () => /^未发现错误/.test(await verdict(page)), "nothing is wrong any more");
  await press(page, "撤销");
  await until(async () => (await verdict(page)) === verdictOf(expected), "the mistake is back");

  // Narrow as on a phone, nothing sticks out sideways, and a button leads back to the finding.
  await page.resize(400, 720);
  await picture("narrow");
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= seen, `${wide} px in ${seen} px`);
  await press(page, "回到问题列表");
  await until(() => inView(page, "#findings .chosen .title"), "the finding is in view");
  await page.resize(1366, 768);

  // The other language, and back.
  await press(page, "English");
  await until(async () => await page.evaluate(() => document.documentElement.lang) === "en", "the page speaks English");
  await picture("english");
  await press(page, "中文");

  // On paper, where the engine can be told to show it: the sheet without tools.
  if (page.printing) {
    await page.printing(true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".tools")).display), "none");
    await picture("paper");
    await page.printing(false);
  }

  // The text, with the keys.
  await press(page, "原文");
  await until(async () => await count(page, "#source") === 1, "the text stands there");
  await picture("source");
  const [words, marks] = await page.evaluate(() => {
    const field = document.querySelector("#source");
    field.style.height = "0";
    const height = field.scrollHeight;
    field.style.height = "";
    return [height, document.querySelector(".behind").offsetHeight];
  });
  assert.ok(Math.abs(words - marks) < 12, `the marks, ${marks} px high, stand behind their words, ${words} px high`);
  await page.evaluate(() => {
    const field = document.querySelector("#source");
    field.focus();
    field.setSelectionRange(0, 0);
  });
  await page.type("试");
  await until(() => page.evaluate(() => document.querySelector("#source").value.startsWith("试")), "the key is there");

  // The guide, and from there the rule book: a rule that is switched off is told of, until all are restored.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await press(page, "使用说明");
  await until(() => inView(page, "#guide h2"), "the guide stands there, at its beginning");
  await picture("guide");
  await press(page, "规则书与设置");
  await until(async () => await count(page, ".rule-choice") > 0, "the rule book stands there");
  await page.evaluate(() => {
    const choice = document.querySelector(".rule-choice");
    choice.value = "off";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await until(async () => /^已关闭 1 条规则/.test(await textOf(page, ".changed-rules [role=status]")), "a rule is off");
  await picture("rules");
  await press(page, "全部恢复");
  await press(page, "‹ 返回");
  await until(async () => await count(page, "#source") === 1, "the text stands there again");
  await anew(page);

  // Typed.
  await page.click("#draft");
  await page.type("年报");
  await press(page, "核对");
  assert.match(await verdict(page), /./);
  await anew(page);

  // Pasted with its tables, as from Word.
  await paste(page, { "text/plain": "年报", "text/html": readFileSync(html, "utf8") });
  assert.equal(await verdict(page), verdictOf(checkedByCommand(html)));
  await anew(page);

  // Chosen as a file.
  await page.choose(docx);
  assert.equal(await verdict(page), verdictOf(checkedByCommand(docx)));
  await anew(page);

  // Dropped as a file.
  await page.evaluate((bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], "年报.docx"));
    const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector(".page").dispatchEvent(event);
  }, [...readFileSync(docx)]);
  assert.equal(await verdict(page), verdictOf(checkedByCommand(docx)));

  // Several at once.
  await anew(page);
  await page.choose(text, docx);
  await until(async () => await count(page, "table.reports tbody tr") === 2, "both stand in a table");
  await until(async () => /全部核对完毕/.test(await textOf(page, ".bar")), "both are checked");
  await picture("many");
}

/** Has the single file save itself while in use, and opens the copy: it holds nothing of what was read. */
export async function openCopy(page, { text }) {
  await started(page);
  await paste(page, { "text/plain": readFileSync(text, "utf8") });
  await verdict(page);
  await anew(page);
  await press(page, "另存一份这个网页");
  const copy = join(page.downloads, "nianbao.html");
  const source = () => existsSync(copy) ? readFileSync(copy, "utf8") : "";
  await until(() => source().endsWith("</html>\n"), "the copy is there");
  assert.doesNotMatch(source(), /青石县/);
  await page.open(pathToFileURL(copy).href);
}
