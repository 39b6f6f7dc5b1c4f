// What the tests of embedding share: somebody else's page, from a server with that page's policy.

import { after, afterEach, before } from "node:test";
import { launch, report, ROOT, serve } from "./harness.js";

/** What docs/embedding.md asks of the policy of a page with the function or the element. */
export const NEEDED = { "script-src": ["'self'", "'wasm-unsafe-eval'"], "connect-src": ["'self'"] };

/** What every server of somebody else's page here sends: these directives, and nothing else allowed. */
export const policy = (directives) => ({
  "content-security-policy":
    ["default-src 'none'", ...Object.entries(directives).map(([name, sources]) => [name, ...sources].join(" "))].join("; "),
});

/** Each way to leave out one source of the directives: its words, and the rest. */
export const without = (directives) =>
  Object.entries(directives).flatMap(([directive, sources]) => sources.map((source) => ({
    words: `${directive} ${source}`,
    rest: { ...directives, [directive]: sources.filter((other) => other !== source) },
  })));

/** Sets a browser up for the tests of a file; what they open is closed after each of them. */
export function stage() {
  const closers = [];
  let browser;
  let text;

  before(async () => {
    browser = await launch();
    text = report("tab-rows", "3.received.total = 9").toString();
  });

  after(() => browser && browser.close());

  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  return {
    /** A report with a total that is wrong. */
    get text() {
      return text;
    },

    /** Serves a folder, with these headers. */
    async served(folder = ROOT, headers) {
      const server = await serve(folder, headers);
      closers.push(() => server.close());
      return server;
    },

    /** A new page; what it complains of is in `errors`. `prepare` runs before its own scripts. */
    async page({ prepare, ...options } = {}) {
      const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 }, ...options });
      closers.push(() => context.close());
      const page = await context.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      if (prepare) await page.addInitScript(prepare);
      return { page, errors };
    },
  };
}

/** Texts that break the check down where the wasm is {@link cramped}: while checking, and before it. */
export const HUGE = [200_000, 600_000].map((characters) => "甲".repeat(characters));

/**
 * The same wasm with room for no more than 24 pages of 64 KB beyond those it starts with: a large
 * report breaks it down, as it would where the machine has no memory left.
 */
export function cramped(wasm, pages = 24) {
  // A number of the format: seven bits a byte, the lowest first.
  const read = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value += (wasm[at] & 127) << shift;
      if (wasm[at++] < 128) return { value, next: at };
    }
  };
  const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)]);
  // Behind the head of eight bytes stand the sections, each with its kind and its length.
  for (let at = 8; at < wasm.length;) {
    const { value: length, next: start } = read(at + 1);
    if (wasm[at] === 5) {
      // The memories: how many, whether the first one has a limit, how many pages it starts with.
      const { value: least } = read(start + 2);
      const memories = [1, 1, ...written(least), ...written(least + pages)];
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([5, memories.length, ...memories]), wasm.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error("the wasm has no memory");
}
