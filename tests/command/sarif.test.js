// What the command writes as SARIF is valid by the format's own schema (2.1.0, as code hosts use it).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { ROOT, report } from "../browser/harness.js";

const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

let folder;
let validate;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  // One of the schema's own patterns is no regular expression of the stricter kind.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  validate = ajv.compile(schema);
});

after(() => rmSync(folder, { recursive: true }));

/** The log that the command writes about files of the folder. */
function log(...files) {
  const command = ["run", "--quiet", "--locked", "--package", "nianbao-cli", "--", "check", "--format", "sarif", ...files];
  const { stdout } = spawnSync("cargo", command, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 27,
  });
  return JSON.parse(stdout);
}

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("mistakes of every kind, in every kind of place, in files of all formats", () => {
  const edits = [
    "3.granted.total = 9",
    "4.review.pending = ７",
    "2.permits.decisions = ",
    "append 1 = 共收到申请 99 件，办结 12 件。。联系电话 13812345678。",
    "title = 青石县政府信息公开报告",
    "drop section 6",
  ];
  const files = ["tab-rows", "html-word", "docx-file", "pdf-file", "xlsx-file", "markdown-tables"].map((layout) =>
    file(`年 报 #${layout}`, report(layout, ...edits)));
  const written = log(...files, file("空.txt", ""), file("信.txt", "各位同事：\n明天下午三点开会。\n"));
  assert.ok(validate(written), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
  const [run] = written.runs;
  assert.ok(run.results.length > 30);
  assert.ok(run.results.some((result) => result.fixes), "no fix is among them");
  assert.ok(run.results.some((result) => result.locations[0].properties), "no place without lines is among them");
  assert.equal(run.invocations[0].toolExecutionNotifications.length, 1);
  for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
});

test("nothing wrong", () => {
  const written = log(file("净.txt", report("tab-rows")));
  assert.ok(validate(written), JSON.stringify(validate.errors));
  assert.deepEqual(written.runs[0].results, []);
});

test("a log that is wrong would be found out", () => {
  const written = log(file("错.txt", report("tab-rows", "3.granted.total = 9")));
  delete written.runs[0].results[0].message;
  assert.ok(!validate(written));
});
