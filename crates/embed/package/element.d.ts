/** The whole page as an element. */

import type { Input, Options, Result, Settings, StartOptions } from "./index.js";

/**
 * `<nianbao-checker>`: the page that shows a report with its findings.
 *
 * Attributes: `lang` (`zh` or `en`; without it, the language of what it stands in), `readonly` (the
 * report is only looked at), `settings` (a settings file's text), `theme` (`light`, `dark` or
 * `system`; without it, light), `scroll` (it scrolls within the height that CSS gives it; without it,
 * it is as high as what it shows).
 */
export class NianbaoChecker extends HTMLElement {
  /** How the elements that come get their wasm and their workers. */
  static startOptions: StartOptions;
  /** The text of the report. Setting it opens it. */
  value: string;
  /** The file that was opened last. Setting it opens it. */
  get file(): Input | null;
  set file(file: Input | File | null);
  /** Last year's report, to compare with. */
  previous: Input | null;
  /** Rules that are off or count for more or less. */
  settings: Settings | string | null;
  /** Whether the report is only looked at. */
  readOnly: boolean;
  /** The result of the report as it stands now; null while it is checked and where there is none. */
  readonly result: Result | null;
  /** The result of the report as it stands now, once it is there. */
  check(): Promise<Result>;
  /** Opens a report in place of what is there, and gives its result. */
  open(input: Input | Blob, options?: Pick<Options, "type">): Promise<Result>;
  /** Takes everything away. */
  clear(): void;
  addEventListener<K extends keyof NianbaoCheckerEvents>(
    type: K,
    listener: (this: NianbaoChecker, event: NianbaoCheckerEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface NianbaoCheckerEvents extends Omit<HTMLElementEventMap, "change" | "error"> {
  /** A report was checked, again after every change; `detail` is the result. */
  check: CustomEvent<Result>;
  /** Another report was opened, or its text changed. */
  change: CustomEvent<null>;
  /** The wasm cannot be had, or checking broke down; `detail` says what. */
  error: CustomEvent<Error>;
}

/** Registers the element; `nianbao/define` does it with the usual name. */
export function define(name?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "nianbao-checker": NianbaoChecker;
  }
}
