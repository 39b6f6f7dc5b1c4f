// The npm package in node: its result is the command's, and its memory goes.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { cramped, HUGE } from "./embedding.js";
import { checkedByCommand, report, ROOT, sharedFolder } from "./harness.js";

const PACKAGE = join(ROOT, "npm");

/** Layouts that go through every kind of place, and edits that bring every part of a result. */
const SAMPLES = [
  ["tab-rows", "3.received.total = 9"],
  ["html-word"],
  ["docx-file", "2.rules.made = 一"],
  ["pdf-file", "3.granted.natural = 7"],
];

const ENDINGS = { "docx-file": "docx", "pdf-file": "pdf", "html-word": "html", "markdown-tables": "md" };

let folder;
let nianbao;

/** Writes a sample and returns its name, its bytes, and where it is. */
function sample(layout, ...edits) {
  const name = `${layout}.${ENDINGS[layout] ?? "txt"}`;
  const bytes = report(layout, ...edits);
  writeFileSync(join(folder, name), bytes);
  return { name, bytes, path: join(folder, name) };
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  nianbao = await import(pathToFileURL(join(PACKAGE, "node.js")));
});

after(() => {
  nianbao?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command says, under the name alone. */
const byCommand = ({ name, path }, ...options) => ({ ...checkedByCommand(path, ...options), file: name });

for (const [layout, ...edits] of SAMPLES) {
  test(`a ${layout} file gives what the command gives`, async () => {
    const { name, bytes, path } = sample(layout, ...edits);
    const result = await nianbao.check({ name, bytes });
    // As text, so that the order of the fields counts too.
    assert.equal(JSON.stringify(result), JSON.stringify(byCommand({ name, path })));
    assert.ok(edits.length === 0 || result.findings.length > 0);
  });
}

test("what cannot be read is a result like the command's", async () => {
  const file = { name: "甲.pdf", bytes: Buffer.from("%PDF-1.7\n"), path: join(folder, "甲.pdf") };
  writeFileSync(file.path, file.bytes);
  const result = await nianbao.check(file);
  assert.equal(result.unreadable.reason, "damaged");
  assert.deepEqual(result, byCommand(file));
});

test("real reports give what the command gives", { skip: !sharedFolder("seeds") && "there is no ../shared/seeds" }, async () => {
  const seeds = sharedFolder("seeds");
  const names = readdirSync(seeds);
  assert.ok(names.length > 0);
  for (const name of names) {
    const path = join(seeds, name);
    const result = await nianbao.check({ name, bytes: readFileSync(path) });
    assert.equal(JSON.stringify(result), JSON.stringify(byCommand({ name, path })));
  }
});

test("a string is text, or HTML where the options say so", async () => {
  const text = report("tab-rows").toString();
  assert.equal((await nianbao.check(text)).reader, "text");
  assert.equal((await nianbao.check(text, { type: "text/plain" })).reader, "text");
  const html = report("html-word").toString();
  assert.equal((await nianbao.check(html, { type: "text/html" })).reader, "html");
});

test("last year's report is compared with, and messages speak the language asked for", async () => {
  const now = sample("tab-rows");
  const before = { ...sample("markdown-tables", "year = 2023", "3.carried_out.total = 77") };
  const options = { previous: { name: before.name, bytes: before.bytes }, language: "en" };
  const compared = await nianbao.check({ name: now.name, bytes: now.bytes }, options);
  const alone = await nianbao.check({ name: now.name, bytes: now.bytes });
  assert.notDeepEqual(compared.findings, alone.findings);
  assert.deepEqual(compared, byCommand(now, "--previous", before.path, "--language", "en"));
});

test("settings are those of the command, as an object or as text", async () => {
  const file = sample("tab-rows", "3.received.total = 9");
  const rule = byCommand(file).findings[0].rule;
  const settings = { rules: { [rule]: "off" } };
  const path = join(folder, "settings.json");
  writeFileSync(path, JSON.stringify(settings));
  const expected = byCommand(file, "--settings", path);
  assert.ok(expected.findings.every((finding) => finding.rule !== rule));
  for (const given of [settings, JSON.stringify(settings)]) {
    assert.deepEqual(await nianbao.check({ name: file.name, bytes: file.bytes }, { settings: given }), expected);
  }
});

test("what is given wrongly is told to the programmer", async () => {
  const refused = [
    [() => nianbao.check(5), /a report must be a string or \{ name, bytes \}/],
    [() => nianbao.check({ name: "甲.txt" }), /a report must be a string or \{ name, bytes \}/],
    [() => nianbao.check("甲", { language: "fr" }), /`fr`.*`zh`/],
    [() => nianbao.check("甲", { type: "application/pdf" }), /text\/html/],
    [() => nianbao.check("甲", { settings: { rules: { "T3-SUMM": "off" } }, language: "en" }), /T3-SUM/],
    [() => nianbao.check("甲", { langauge: "en" }), /langauge/],
  ];
  for (const [call, words] of refused) {
    await assert.rejects(call, { name: "TypeError", message: words });
  }
});

test("after dispose it starts anew; a checker of one's own does not", async () => {
  await nianbao.check("甲");
  nianbao.dispose();
  assert.equal((await nianbao.check("甲")).form, null);
  const own = nianbao.createChecker();
  const asked = own.check("甲");
  own.dispose();
  assert.equal((await asked).form, null, "what was asked before is still answered");
  await assert.rejects(own.check("甲"), /disposed/);
});

test("the wasm may be given as bytes, a module, a response or an address", async () => {
  const bytes = readFileSync(join(PACKAGE, "nianbao.wasm"));
  const typed = (type) => new Response(bytes, { headers: { "content-type": type } });
  const data = `data:application/octet-stream;base64,${bytes.toString("base64")}`;
  const ways = [
    bytes, Promise.resolve(bytes), await WebAssembly.compile(bytes), typed("application/wasm"), typed("text/plain"),
    data, new URL(data),
  ];
  for (const wasm of ways) {
    const own = nianbao.createChecker({ wasm });
    assert.equal((await own.check("甲")).reader, "text");
    own.dispose();
  }
  const gone = nianbao.createChecker({ wasm: new Response("", { status: 404 }) });
  await assert.rejects(gone.check("甲"), /404/);
});

test("a report that breaks the check down is told of, and the next one is checked", async () => {
  const own = nianbao.createChecker({ wasm: cramped(readFileSync(join(PACKAGE, "nianbao.wasm"))) });
  const text = report("tab-rows").toString();
  const { title } = await own.check(text);
  for (const huge of HUGE) {
    await assert.rejects(own.check(huge), { name: "Error", message: /^核对中途出错.*再试。$/ });
    assert.equal((await own.check(text)).title, title);
    await assert.rejects(own.check(huge, { language: "en" }), /^Error: The check broke down .* try again/);
  }
  own.dispose();
});

test("a disposed checker's memory is given back", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--input-type=module", "--eval", `
    import { createChecker } from ${JSON.stringify(pathToFileURL(join(PACKAGE, "node.js")).href)};
    const settle = async () => { for (let i = 0; i < 4; i++) { gc(); await new Promise((go) => setTimeout(go, 20)); } };
    const round = async () => {
      const checker = createChecker();
      await checker.check("甲".repeat(1e6));
      checker.dispose();
      await settle();
    };
    for (let i = 0; i < 3; i++) await round();
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 10; i++) await round();
    console.log(process.memoryUsage().arrayBuffers - before);
  `]);
  assert.ok(Number(stdout) < 1e6, `${stdout} bytes more after ten checkers`);
});

test("npm packs it, with everything that its exports name", async () => {
  const packed = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: PACKAGE, stdio: "pipe" }));
  const files = packed[0].files.map((file) => file.path);
  const { exports, name, version } = JSON.parse(readFileSync(join(PACKAGE, "package.json")));
  const named = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of named) assert.ok(files.includes(file.replace("./", "")), `${file} is in the package`);
  for (const file of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(file), file);
  assert.equal(name, "nianbao");
  assert.equal(version, readFileSync(join(ROOT, "Cargo.toml"), "utf8").match(/^version = "(.*)"$/m)[1]);
});
