// The hosted page in a frame of another origin, and a CMS that refuses: examples/frame.html and
// examples/cms.html.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { NEEDED, policy, stage } from "./embedding.js";
import { report, ROOT, until } from "./harness.js";

const on = stage();

/** Opens the example with the hosted page, or the single file, on a server of another origin. */
async function open({ hosted = "index.html", folder = join(ROOT, "dist"), framing, frames } = {}) {
  const other = await on.served(folder, () => (framing ? { "content-security-policy": framing } : {}));
  const origin = new URL(other.address).origin;
  // What docs/embedding.md asks of a host's policy, for a frame from that origin.
  const directives = { "script-src": ["'self'"], "frame-src": [frames || origin], "style-src": ["'self'"] };
  const host = await on.served(ROOT, () => policy(directives));
  const { page, errors } = await on.page();
  await page.goto(`${host.address}examples/frame.html?page=${encodeURIComponent(other.address + hosted)}`);
  return { page, errors, origin, host: new URL(host.address).origin, frame: page.frameLocator("#frame") };
}

const verdict = (page) => page.locator("#verdict").filter({ hasText: /：/ });

for (const [name, options] of [["hosted page", {}], ["single file", { hosted: "nianbao.html", folder: ROOT }]]) {
  test(`the ${name} in a frame takes a file in, gives its result, and tells its height`, async () => {
    const { page, errors, frame } = await open(options);
    await frame.locator("#draft").waitFor();
    await page.locator("#file").setInputFiles({ name: "年报.txt", mimeType: "text/plain", buffer: Buffer.from(on.text) });
    await verdict(page).waitFor();
    assert.match(await verdict(page).textContent(), /2024年政府信息公开工作年度报告：[1-9]\d* 处错误/);
    await frame.locator(".sheet").waitFor();
    await until(async () => (await page.locator("#frame").boundingBox()).height > 2_000, "the frame is as high as its page");
    const scrolls = await frame.locator("html").evaluate((root) => root.scrollHeight > root.clientHeight + 1);
    assert.equal(scrolls, false);
    assert.deepEqual(errors, []);
  });
}

test("the frame is as high as its page from the start, and what stays in view does so in the host's window", async () => {
  const { page, frame } = await open();
  const isWhole = () => frame.locator("html").evaluate((root) => root.scrollHeight <= root.clientHeight);
  await frame.locator("#draft").waitFor();
  await until(isWhole, "the empty page is whole");
  await page.locator("#file").setInputFiles({ name: "年报.txt", mimeType: "text/plain", buffer: Buffer.from(on.text) });
  await frame.locator(".finding.error button.head").first().click();
  const window = page.viewportSize().height;
  const isSeen = async (selector) => {
    const { y, height } = await frame.locator(selector).first().boundingBox();
    return y >= 0 && y + height <= window;
  };
  for (const selector of ["td.ringed", ".sums", ".bar", "#findings"]) await until(() => isSeen(selector), `${selector} is in view`);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const selector of [".bar", "#findings"]) await until(() => isSeen(selector), `${selector} is still in view`);
});

test("what a person does in the frame is told too", async () => {
  const { page, frame } = await open();
  await frame.locator("#draft").fill(on.text);
  await verdict(page).waitFor();
  assert.match(await verdict(page).textContent(), /[1-9]\d* 处错误/);
});

/** Runs a client of one's own in the host's page. */
const ask = (page, act, given) => page.evaluate(act, given);

test("the client opens text, asks for the text, speaks English, and is told of what is wrong", async () => {
  const { page, frame } = await open();
  await frame.locator("#draft").waitFor();
  const seen = await ask(page, async (text) => {
    const { connect } = await import("../npm/frame.js");
    const connection = connect(document.getElementById("frame"));
    const ready = await connection.ready;
    const result = await connection.open(text, { language: "en", settings: { rules: { "T3-SUM": "off" } }, readonly: true });
    const value = await connection.value();
    const wrong = await connection.open(5).then(() => "a result", (error) => error.message);
    await connection.clear();
    connection.disconnect();
    return { ready, message: result.findings[0].message, off: result.settings.off, value, wrong };
  }, on.text);
  assert.equal(seen.ready.schema, 1);
  assert.match(seen.ready.version, /^\d+\.\d+\.\d+$/);
  assert.match(seen.message, /[a-z]{3}/);
  assert.deepEqual(seen.off, ["T3-SUM"]);
  assert.equal(seen.value, on.text);
  assert.match(seen.wrong, /a report must be/);
  await frame.locator("#draft").waitFor();
});

/** Puts a frame of this address into the example's page, talks to it, and gives what it says. */
const talk = (page, address, waits = 1_500) => ask(page, async ([address, waits]) => {
  const heard = [];
  addEventListener("message", ({ data }) => { if (data?.nianbao) heard.push(data.type); });
  const frame = document.getElementById("frame");
  frame.src = address;
  await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, waits / 5));
    frame.contentWindow.postMessage({ nianbao: 1, type: "hello" }, "*");
    frame.contentWindow.postMessage({ nianbao: 1, type: "open", id: 1, input: "甲" }, "*");
  }
  return [...new Set(heard)];
}, [address, waits]);

test("an origin that the address does not name hears nothing and is not heard", async () => {
  const { page, origin, host, frame } = await open();
  // What the example's own frame says is not of this.
  await frame.locator("#draft").waitFor();
  for (const query of ["", "?embed", "?embed=*", "?embed=null", "?embed=https://another.example", `?embed=${host}/`, `?embed=${host}.example`]) {
    assert.deepEqual(await talk(page, `${origin}/index.html${query}`), [], query);
    assert.equal(await page.frameLocator("#frame").locator("#draft").inputValue(), "", query);
  }
  assert.ok((await talk(page, `${origin}/index.html?embed=https://another.example&embed=${host}`)).includes("result"));
});

test("the client hears only its frame's window and origin", async () => {
  const { page, frame } = await open();
  await frame.locator("#draft").waitFor();
  const heard = await ask(page, async () => {
    const { connect } = await import("../npm/frame.js");
    const heard = [];
    const connection = connect(document.getElementById("frame"), { origin: "https://another.example", timeout: 800 });
    for (const type of ["check", "ready", "size"]) connection.events.addEventListener(type, () => heard.push(type));
    // A message of the same shape from this very page, as a hostile script would send it.
    postMessage({ nianbao: 1, type: "result", id: 1, result: {} }, location.origin);
    const ready = await connection.ready.then(() => "ready", (error) => error.message);
    connection.disconnect();
    return { heard, ready };
  });
  assert.deepEqual(heard.heard, []);
  assert.match(heard.ready, /does not answer/);
});

test("without frame-src there is no frame, and frame-ancestors keeps strangers out", async () => {
  for (const options of [{ frames: "'none'" }, { framing: "frame-ancestors 'none'" }]) {
    const { page, errors, frame } = await open(options);
    await page.waitForTimeout(1_500);
    assert.equal(await frame.locator("#draft").count(), 0);
  }
});

test("a page that is not told of a frame has its own ways in one", async () => {
  const { page, origin, frame } = await open();
  await frame.locator("#draft").waitFor();
  assert.deepEqual(await talk(page, `${origin}/index.html`, 500), []);
  assert.equal(await page.frameLocator("#frame").locator(".page.guest").count(), 0);
});

test("a content management system refuses a report with errors, and publishes the mended one", async () => {
  const server = await on.served(undefined, () => policy({ ...NEEDED, "style-src": ["'self'"] }));
  const { page, errors } = await on.page();
  await page.goto(`${server.address}examples/cms.html`);
  const publish = async (body) => {
    await page.locator("#title").fill("青石县自然资源局2024年政府信息公开工作年度报告");
    await page.locator("#body").fill(body);
    await page.locator("#verdict").evaluate((output) => { output.value = ""; });
    await page.locator("#publish").click();
    await page.locator("#verdict").filter({ hasText: /发布/ }).waitFor();
    return page.locator("#verdict").textContent();
  };
  const wrong = await publish(report("html-page", "3.received.total = 9").toString());
  assert.match(wrong, /^没有发布：请先改正 [1-9]\d* 处$/);
  const sentences = page.locator("#sentences li");
  assert.equal(await sentences.count(), Number(wrong.match(/\d+/)[0]));
  const clean = report("html-page").toString();
  assert.match(await publish(clean.replace(/新收政府信息公开申请\d+件/, "新收政府信息公开申请77件")), /^已发布，另有 [1-9]\d* 处请留意$/);
  assert.ok(await sentences.count() > 0);
  assert.equal(await publish(clean), "已发布");
  assert.equal(await sentences.count(), 0);
  assert.deepEqual(errors, []);
});

test("where the check does not happen, the content management system publishes, and says so", async () => {
  const server = await on.served();
  const { page } = await on.page();
  await page.route("**/nianbao.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto(`${server.address}examples/cms.html`);
  await page.locator("#title").fill("青石县自然资源局2024年政府信息公开工作年度报告");
  await page.locator("#body").fill("<p>正文</p>");
  await page.locator("#publish").click();
  await page.locator("#verdict").filter({ hasText: /^已发布，但这一次没有核对$/ }).waitFor();
  assert.match(await page.locator("#sentences li").textContent(), /nianbao\.wasm answers 404$/);
});
