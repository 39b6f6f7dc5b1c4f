// The files that readers are measured on: our own reports, made by real programs, and the real
// ones beside the project where they are.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as harness from "../../tests/browser/harness.js";

/** Makes the files. Returns, for each, its name in the tables, its kind and its path. */
export async function makeFiles(browser) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  const html = join(folder, "report.html");
  writeFileSync(html, harness.report("html-word", "3.received.total = 9"));
  const files = [];
  const add = (name, path) => files.push({ name, kind: path.split(".").at(-1), path });

  const plain = join(folder, "plain.docx");
  writeFileSync(plain, harness.report("docx-file", "3.received.total = 9"));
  add("docx, as the project writes it", plain);
  if (has("soffice")) {
    convert(html, "docx:MS Word 2007 XML", "docx");
    add("docx, of LibreOffice", join(folder, "report.docx"));
  }
  shared(add, "docx, the blank official form", "form_2021_blank.docx");

  const printed = join(folder, "printed.pdf");
  const page = await browser.newPage();
  await page.goto(`file://${html}`);
  await page.pdf({ path: printed, format: "A4" });
  await page.close();
  add("pdf, printed by Chromium", printed);
  if (has("soffice")) {
    convert(html, "pdf:writer_web_pdf_Export", "pdf");
    renameSync(join(folder, "report.pdf"), join(folder, "office.pdf"));
    add("pdf, of LibreOffice", join(folder, "office.pdf"));
  }
  shared(add, "pdf, a district government's", "hongze_2023.pdf");
  return files.map((file) => ({ ...file, bytes: readFileSync(file.path) }));

  function convert(path, filter) {
    execFileSync("soffice", ["--headless", "--convert-to", filter, "--outdir", folder, path], { stdio: "ignore" });
  }
}

function shared(add, name, file) {
  const folder = harness.sharedFolder("reports");
  const path = folder && join(folder, file);
  if (path && existsSync(path)) add(name, path);
}

/** Whether this machine has a program. */
export function has(program) {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" });
    return true;
  } catch {
    console.error(`${program} is not installed: what it makes or does is left out.`);
    return false;
  }
}
