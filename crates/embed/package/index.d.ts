/**
 * Checks China's annual reports on open government information (政府信息公开工作年度报告).
 * The result is that of `nianbao check --format json`; its fields are stable, and a change that
 * breaks them raises `schema`.
 */

/** A file: its name, whose ending helps to tell its format, and its bytes. */
export interface FileInput {
  name: string;
  bytes: Uint8Array;
}

/** A report: its text, its HTML where the options say so, or a file. */
export type Input = string | FileInput;

/** How a report is checked. */
export interface Options {
  /** What a string holds; `text/plain` unless told. */
  type?: "text/plain" | "text/html";
  /** The language of messages; `zh` unless told. */
  language?: "zh" | "en";
  /** Last year's report, to compare with; one that cannot be read is left out. */
  previous?: Input | null;
  /** Rules that are off or count for more or less: what a settings file holds, or its text. */
  settings?: Settings | string | null;
}

/** What a province, say, sets for rules, by their ids. A rule that is not named is as usual. */
export interface Settings {
  rules: Record<string, "off" | Severity>;
}

/** How the checker runs. */
export interface StartOptions {
  /**
   * The wasm, where it is not to be fetched from beside the package: its bytes, a response, its
   * address, or the compiled module; or a promise of one.
   */
  wasm?: WasmSource | Promise<WasmSource>;
  /**
   * Whether to work in a worker where the page may have one; true unless told. A function makes
   * the worker: one that runs the script `nianbao/worker`.
   */
  worker?: boolean | (() => Worker);
}

export type WasmSource = WebAssembly.Module | BufferSource | Response | URL | string;

/** A checker with a worker and a memory of its own. */
export interface Checker {
  /**
   * Reads and checks one report. Calls are answered in the order they come. A report that cannot be
   * read is a result too, with `unreadable`.
   * @throws TypeError where the input or the options are not as they should be.
   * @throws Error where the wasm cannot be had, the checker was disposed of, or checking broke down,
   * which says in the language asked for what to do; the next call is answered as ever.
   */
  check(input: Input, options?: Options): Promise<Result>;
  /** Ends the worker and lets go of the memory. */
  dispose(): void;
}

/** Makes a checker of one's own. Nothing is loaded before the first check. */
export function createChecker(options?: StartOptions): Checker;

/** Says how the checker behind `check` runs; without it, it needs nothing to be said. */
export function init(options?: StartOptions): void;

/** Reads and checks one report: see {@link Checker.check}. The first call loads the wasm. */
export function check(input: Input, options?: Options): Promise<Result>;

/** Ends the worker behind `check` and lets go of its memory. The next check starts anew. */
export function dispose(): void;

/** What came of one report. */
export type Result = Checked | Unread;

/** An input that could not be read. */
export interface Unread {
  /** The version of the result's shape. */
  schema: 1;
  /** The file's name as given; empty for a string. */
  file: string;
  unreadable: Unreadable;
  findings?: undefined;
}

/** Why it could not be read. */
export interface Unreadable {
  reason: "scanned-pdf" | "unmapped-pdf" | "encrypted" | "damaged" | "too-large" | "unsupported" | "empty";
  /** What happened, in a sentence. */
  message: string;
  /** What to do about it. */
  advice: string;
}

/** A report that was read and checked. */
export interface Checked {
  /** The version of the result's shape. */
  schema: 1;
  /** The file's name as given; empty for a string. */
  file: string;
  /** The reader that read it: `text`, `html`, `docx`, … */
  reader: string;
  /** Which form it follows; null when the text is no such report. */
  form: "2021" | "2019" | null;
  title: string | null;
  agency: string | null;
  /** The year the report is for. */
  year: number | null;
  /** Seven, the first with what stands before 一、. */
  sections: Section[];
  /** Every cell of the form by its address, in the form's order; none where `form` is null. */
  cells: Record<string, Cell>;
  /** Most severe first, then in reading order. */
  findings: Finding[];
  /** What was checked, so that silence means something. */
  checked: Counts;
  /** Number claims of the narrative that could not be tied to a cell. */
  unchecked: Unchecked[];
  /** The rules that settings switched off or gave another severity; absent where nothing is set. */
  settings?: Applied;
  unreadable?: undefined;
}

export interface Section {
  /** As printed; empty for what stands before 一、, null when the section is missing. */
  heading: string | null;
  /** Its paragraphs, joined by line feeds, tables left out. */
  text: string;
}

export interface Cell {
  /** What the report says, trimmed. */
  text: string;
  /** The number; null where there is none. */
  value: number | null;
  /** Its place in the source; absent when the cell is. */
  at?: Place;
  /** Why it could not be placed with certainty. */
  doubt?: string;
}

/** A place in the source; all numbers from 1. */
export type Place = TextPlace | GridPlace | PagePlace | ParagraphPlace;

export interface TextPlace {
  line: number;
  /** In UTF-16 code units. */
  column: number;
}

export interface GridPlace {
  table: number;
  row: number;
  column: number;
}

export interface PagePlace {
  page: number;
  /** Left, top, right, bottom, in points from the top left. */
  box: [number, number, number, number];
}

export interface ParagraphPlace {
  paragraph: number;
}

export interface Finding {
  /** The rule's id. */
  rule: string;
  severity: Severity;
  /** What is wrong, by how much, in the language asked for. */
  message: string;
  /** Addresses of the cells concerned; the first is the primary one. */
  cells: string[];
  /** The words concerned. */
  spans: Span[];
  /** Where it is about words taken over from last year's report: its words, one for each of `spans`. */
  previous?: string[];
  /** What is absent: `section 6`, `table 3`, `title`, or addresses of cells. */
  missing?: string[];
  /** The number that would be right. */
  expected?: number;
  /** The number that stands there. */
  actual?: number;
  /** On what basis: the printed label, the article, or that it is practice. */
  basis: string;
  /** The smallest sets of changes that make every equation hold, best first, at most five. */
  repairs?: Change[][];
  /** How many of the first repairs are equally likely, where more than one is. */
  tied?: number;
  /** What is to be said about the repairs. */
  repair_note?: string;
}

export type Severity = "error" | "warning" | "hint";

/**
 * Marked words: half-open ranges of UTF-16 code units, so that `text.slice(start, end)` gives them,
 * in a section's text, in its heading, or in the title; or a label printed in a table.
 */
export interface Span {
  section?: number;
  heading?: true;
  title?: true;
  table?: number;
  start?: number;
  end?: number;
  text: string;
  /** Where a table's label stands in the source. */
  at?: Place;
}

export interface Change {
  /** The cell's address. */
  cell: string;
  from: string;
  to: string;
  /** What may have happened, in words. */
  why?: string;
}

export interface Counts {
  /** Equations of the form whose numbers were all there. */
  equations: number;
  /** Number claims of the narrative that were compared with cells. */
  claims: number;
}

/** What settings changed. */
export interface Applied {
  /** The rules whose findings are left out. */
  off: string[];
  /** The rules with another severity. */
  changed: Record<string, Severity>;
}

export interface Unchecked {
  text: string;
  why: string;
}
