// The package's types hold for real results, and refuse what the package refuses.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { report, ROOT } from "./harness.js";

let folder;
let nianbao;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  nianbao = await import(pathToFileURL(join(ROOT, "npm/node.js")));
});

after(() => {
  nianbao?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** What the compiler says of a program that imports the package; nothing where all is well. */
function complaints(program) {
  const file = join(folder, "program.mts");
  writeFileSync(file, program);
  const compiled = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    paths: { nianbao: [join(ROOT, "npm/index.d.ts")], "nianbao/*": [join(ROOT, "npm/*.d.ts")] },
  });
  const said = ts.getPreEmitDiagnostics(compiled);
  return said.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}

test("real results are of the type Result, field by field", async () => {
  const all = report("pdf-file", "3.granted.natural = 7", "drop section 6");
  const results = [
    await nianbao.check(report("tab-rows", "3.received.total = 9", "replace 1 = 2024 => 2O24").toString()),
    await nianbao.check({ name: "甲.docx", bytes: report("docx-file", "2.rules.made = 一", "drop table 4") }),
    await nianbao.check({ name: "甲.pdf", bytes: all }),
    await nianbao.check(report("html-word", "labels 结果维持 = 结果").toString(), { type: "text/html" }),
    await nianbao.check("甲", { settings: { rules: { "T3-SUM": "off", "V-DASH": "error" } } }),
    await nianbao.check(""),
  ];
  // Written as literals, so that a field too many is an error like one too few.
  const literals = results.map((result, index) => `export const r${index}: Result = ${JSON.stringify(result)};`);
  assert.deepEqual(complaints(`import type { Result } from "nianbao";\n${literals.join("\n")}`), []);
});

test("a program that uses the package as documented compiles", () => {
  assert.deepEqual(complaints(`
    import { check, createChecker, dispose, init } from "nianbao";
    import type { Finding, Result } from "nianbao";
    init({ wasm: fetch("nianbao.wasm"), worker: false });
    const result: Result = await check("…", { type: "text/html", language: "en", previous: { name: "a", bytes: new Uint8Array() } });
    if (result.unreadable) result.unreadable.advice.slice();
    else {
      const errors: Finding[] = result.findings.filter((finding) => finding.severity === "error");
      const words = errors.flatMap((error) => error.spans.map((span) => result.sections[span.section ?? 0]?.text.slice(span.start, span.end)));
      const total: number | null | undefined = result.cells["3.granted.total"]?.value;
      void [words, total];
    }
    const own = createChecker({ worker: () => new Worker("worker.js", { type: "module" }) });
    await own.check("…");
    own.dispose();
    dispose();

    import "nianbao/define";
    import { define, NianbaoChecker } from "nianbao/element";
    import { address, connect } from "nianbao/frame";
    define("other-checker");
    NianbaoChecker.startOptions = { worker: false };
    const checker = document.querySelector("nianbao-checker")!;
    checker.addEventListener("check", ({ detail }) => detail.schema satisfies 1);
    checker.settings = { rules: { "T3-SUM": "hint" } };
    checker.file = new File([], "a");
    (await checker.open(new Blob())).file.slice();
    const frame = document.querySelector("iframe")!;
    frame.src = address("https://check.example/");
    const connection = connect(frame, { autoHeight: false });
    (await connection.open("…", { readonly: true, language: "en" })).schema satisfies 1;
  `), []);
});

test("what the package refuses does not compile", () => {
  const calls = ["check(5)", 'check("", { langauge: "en" })', 'check("", { type: "x" })', 'check({ name: "a" })'];
  assert.equal(complaints(`import { check } from "nianbao";\n${calls.join(";\n")}`).length, calls.length);
});
