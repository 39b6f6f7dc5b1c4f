/** Talks to the hosted page in a frame. */

import type { Input, Options, Result } from "./index.js";

/** The address for the frame: that of the hosted page, told that this page may talk to it. */
export function address(page: string | URL, origin?: string): string;

export interface FrameOptions {
  /** The origin of the page in the frame; that of the frame's `src` unless told. */
  origin?: string;
  /** How long to wait for the page in the frame, in milliseconds; 20,000 unless told. */
  timeout?: number;
  /** Whether the frame is made as high as its page; true unless told. */
  autoHeight?: boolean;
}

export interface OpenOptions extends Options {
  /** Whether the report is only looked at. */
  readonly?: boolean;
}

export interface FrameConnection {
  /** The version of the page in the frame and of its results, once it answers. */
  ready: Promise<{ version: string; schema: number }>;
  /** Tells `check` (detail: the result), `change`, `size` (detail: the height in pixels), `error`. */
  events: EventTarget;
  /** Shows a report in the frame, and gives its result. */
  open(input: Input, options?: OpenOptions): Promise<Result>;
  /** The text of the report as it stands now. */
  value(): Promise<string>;
  /** Takes everything away. */
  clear(): Promise<void>;
  /** Listens no more. */
  disconnect(): void;
}

/** Connects to the hosted page in a frame, whose address comes from {@link address}. */
export function connect(frame: HTMLIFrameElement, options?: FrameOptions): FrameConnection;

/** The messages, version 1: what this page says to the one in the frame. */
export type ToFrame = { nianbao: 1 } & (
  | { type: "hello" }
  | ({ type: "open"; id: number; input: Input; kind?: Options["type"] } & Omit<OpenOptions, "type">)
  | { type: "value"; id: number }
  | { type: "clear" }
  /** How many pixels of the frame are out of view, above and below. */
  | { type: "view"; above: number; below: number }
);

/** The messages, version 1: what the page in the frame says. */
export type FromFrame = { nianbao: 1 } & (
  | { type: "ready"; version: string; schema: number }
  | { type: "result"; id?: number; result: Result }
  | { type: "value"; id: number; value: string }
  | { type: "change" }
  | { type: "error"; id?: number; message: string }
  | { type: "size"; height: number }
);
