// Reading and checking a file here against readers alone, side by side in one run, as Markdown:
// `node benches/browser/readers.js`, after scripts/release. scripts/bench runs it.
//
// In one Chromium: the package's `check` (in its worker) against mammoth's and pdf.js's extraction
// of the text (mammoth on the page's thread, pdf.js in its worker). On the machine itself: the
// command `check` against pdftotext and pandoc, whole processes.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as harness from "../../tests/browser/harness.js";
import { has, makeFiles } from "./files.js";

/** How many fresh pages are measured, and how often a warm page repeats. */
const PAGES = 7;
const ROUNDS = 15;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

// The three run in the page. Each gets ready, and returns what is measured: from bytes to an answer.
const READERS = {
  ours: async () => {
    const { check } = await import("/npm/index.js");
    // Starts the worker; what the first check compiles stays to be measured.
    await check("年报");
    return async (name, bytes) => (await check({ name, bytes })).findings.length;
  },
  mammoth: async () => {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: "/benches/browser/node_modules/mammoth/mammoth.browser.min.js", onload: resolve, onerror: reject });
      document.head.append(script);
    });
    return async (name, bytes) => (await mammoth.extractRawText({ arrayBuffer: bytes.buffer })).value.length;
  },
  "pdf.js": async () => {
    const pdfjs = await import("/benches/browser/node_modules/pdfjs-dist/build/pdf.min.mjs");
    pdfjs.GlobalWorkerOptions.workerSrc = "/benches/browser/node_modules/pdfjs-dist/build/pdf.worker.min.mjs";
    const folder = new URL("/benches/browser/node_modules/pdfjs-dist/", location.href);
    const worker = new pdfjs.PDFWorker();
    await worker.promise;
    return async (name, bytes) => {
      const options = { data: bytes, worker, cMapUrl: `${folder}cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}standard_fonts/` };
      const loading = pdfjs.getDocument(options);
      const document = await loading.promise;
      let length = 0;
      for (let number = 1; number <= document.numPages; number++) {
        const content = await (await document.getPage(number)).getTextContent();
        for (const item of content.items) length += item.str?.length ?? 0;
      }
      await loading.destroy();
      return length;
    };
  },
};

/** Times a reader on a file in a fresh page: the first time, and the median of the others; in ms. */
async function measure(browser, address, reader, file, rounds) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}benches/browser/empty.html`);
  const times = await page.evaluate(async ({ prepare, name, base64, rounds }) => {
    const read = await (0, eval)(`(${prepare})`)();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const times = [];
    for (let round = 0; round < rounds; round++) {
      // pdf.js takes the bytes away.
      const copy = bytes.slice();
      const start = performance.now();
      const got = await read(name, copy);
      times.push(performance.now() - start);
      if (!got) throw new Error(`${name}: nothing was read`);
    }
    return times;
  }, { prepare: READERS[reader].toString(), name: `report.${file.kind}`, base64: file.bytes.toString("base64"), rounds });
  await context.close();
  return times;
}

async function inTheBrowser(browser, address, files) {
  console.log(`In Chromium ${await browser.version()}, ms. First: the first file in a fresh page whose reader has loaded, median of ${PAGES} pages.
Later: median of ${ROUNDS} more times in a page. Ours reads and checks; the others read alone.\n`);
  console.log("| file | KB | ours, first | the other, first | ours, later | the other, later | the other |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
  for (const file of files) {
    const other = file.kind === "pdf" ? "pdf.js" : "mammoth";
    const first = { ours: [], [other]: [] };
    const later = {};
    // By turns, so that what else the machine does falls on both.
    for (let round = 0; round < PAGES; round++) {
      for (const reader of ["ours", other]) first[reader].push(...await measure(browser, address, reader, file, 1));
    }
    for (const reader of ["ours", other]) {
      later[reader] = median((await measure(browser, address, reader, file, ROUNDS + 1)).slice(1));
    }
    const cells = [median(first.ours), median(first[other]), later.ours, later[other]].map((time) => time.toFixed(1));
    console.log(`| ${file.name} | ${(file.bytes.length / 1000).toFixed(0)} | ${cells.join(" | ")} | ${other} |`);
  }
}

/** Whole processes, timed by hyperfine; in ms. */
function natively(files) {
  const programs = { docx: ["pandoc", (path) => `pandoc --to plain ${path}`], pdf: ["pdftotext", (path) => `pdftotext -layout ${path} -`] };
  if (!["hyperfine", "pandoc", "pdftotext"].every(has)) return;
  const nianbao = join(process.env.CARGO_TARGET_DIR ?? join(harness.ROOT, "target"), "release/nianbao");
  console.log(`\nWhole processes on this machine, ms, fastest and median of at least 20 runs (hyperfine). Ours reads and checks; the others read alone.\n`);
  console.log("| file | ours, fastest | the other, fastest | ours, median | the other, median | the other |");
  console.log("| --- | ---: | ---: | ---: | ---: | --- |");
  for (const file of files) {
    const [other, command] = programs[file.kind];
    const arguments_ = ["--shell=none", "--warmup=3", "--min-runs=20", "--ignore-failure", "--output=null", "--style=none", `--export-json=${file.path}.json`];
    execFileSync("hyperfine", [...arguments_, `${nianbao} check ${file.path}`, command(file.path)], { stdio: "ignore" });
    const { results: [ours, theirs] } = JSON.parse(readFileSync(`${file.path}.json`, "utf8"));
    const cells = [ours.min, theirs.min, ours.median, theirs.median].map((seconds) => (seconds * 1000).toFixed(1));
    console.log(`| ${file.name} | ${cells.join(" | ")} | ${other} |`);
  }
}

const server = await harness.serve(harness.ROOT);
const browser = await harness.launch();
const files = await makeFiles(browser);
await inTheBrowser(browser, server.address, files);
await browser.close();
await server.close();
natively(files);
