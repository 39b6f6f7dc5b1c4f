// The function of the package, whatever it runs in: a page, a worker, node.

import { glue } from "./glue.js";

/** The compiled wasm that all checkers of this file share, while there are any. */
let compiled;
let users = 0;

/**
 * Compiles the wasm: of a `WebAssembly.Module`, its bytes, a `Response`, an address, or a promise
 * of one of them.
 */
async function compile(source) {
  source = await source;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (typeof Response !== "function" || !(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`nianbao: ${source.url} answers ${source.status}`);
  const type = source.headers.get("content-type") ?? "";
  // A server that does not know the type of wasm must not keep it from starting.
  return WebAssembly.compileStreaming && type.toLowerCase().trim() === "application/wasm"
    ? WebAssembly.compileStreaming(source)
    : WebAssembly.compile(await source.arrayBuffer());
}

/** The compiled wasm, for one more user. `release` ends the use. */
export async function acquire(own, given) {
  if (given !== undefined) return compile(given);
  users++;
  compiled ??= compile(own());
  try {
    return await compiled;
  } catch (error) {
    release();
    compiled = undefined;
    throw error;
  }
}

/** Ends a use of the wasm that `acquire` gave. The last one lets go of it. */
export function release(given) {
  if (given === undefined && --users === 0) compiled = undefined;
}

/** An instance of the wasm, with memory of its own: it goes when nothing refers to it any more. */
export async function instantiate(module) {
  const instance = glue();
  await instance({ module_or_path: module });
  return instance;
}

/**
 * Makes the package's functions. `own` gives the wasm beside the package, `boot` makes what starts
 * workers of a way to make one, or of nothing; without it, checking happens on this thread.
 */
export function api(own, boot) {
  function createChecker({ wasm, worker = true } = {}) {
    let starting;
    let disposed = false;

    async function start() {
      const module = await acquire(own, wasm);
      const instance = await instantiate(module);
      const way = worker && boot?.(worker === true ? undefined : worker);
      return { instance, checker: way ? new instance.Checker(way) : undefined };
    }

    function stop() {
      const stopping = starting;
      starting = undefined;
      stopping?.then(({ checker }) => {
        checker?.dispose();
        checker?.free();
        release(wasm);
      }, () => {});
    }

    return {
      async check(input, options) {
        if (disposed) throw new Error("nianbao: this checker was disposed of");
        starting ??= start();
        const mine = starting;
        let running;
        try {
          running = await mine;
        } catch (error) {
          // The next call tries again.
          if (starting === mine) starting = undefined;
          throw error;
        }
        if (running.checker) return running.checker.check(input, options);
        try {
          return running.instance.check(input, options);
        } catch (error) {
          // What breaks the wasm leaves its memory in disorder: the next call gets another.
          if (error instanceof WebAssembly.RuntimeError && starting === mine) stop();
          throw error;
        }
      },
      dispose() {
        disposed = true;
        stop();
      },
    };
  }

  let options;
  let checker;
  return {
    createChecker,
    init(given) {
      checker?.dispose();
      checker = undefined;
      options = given;
    },
    check(input, given) {
      checker ??= createChecker(options);
      return checker.check(input, given);
    },
    dispose() {
      checker?.dispose();
      checker = undefined;
    },
  };
}
