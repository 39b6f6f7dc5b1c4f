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
  const type = source.headers.get("content-type") || "";
  // A server that does not know the type of wasm must not keep it from starting.
  return WebAssembly.compileStreaming && type.toLowerCase().trim() === "application/wasm"
    ? WebAssembly.compileStreaming(source)
    : WebAssembly.compile(await source.arrayBuffer());
}

/** The compiled wasm, for one more user. `release` ends the use. */
export async function acquire(own, given) {
  if (given !== undefined) return compile(given);
  users++;
  compiled = compiled || compile(own());
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
      const way = worker && boot && boot(worker === true ? undefined : worker);
      // Both have the function `check`; the one with a worker can also be closed.
      return { instance, checker: way ? new instance.Checker(way) : instance };
    }

    function stop() {
      if (!starting) return;
      starting.then(({ instance, checker }) => {
        release(wasm);
        if (checker === instance) return;
        checker.dispose();
        checker.free();
      }, () => {});
      starting = undefined;
    }

    async function check(input, options) {
      if (disposed) throw new Error("nianbao: this checker was disposed of");
      starting = starting || start();
      const mine = starting;
      let running;
      try {
        running = await mine;
      } catch (error) {
        // The next call tries again.
        if (starting === mine) starting = undefined;
        throw error;
      }
      try {
        return await running.checker.check(input, options);
      } catch (error) {
        if (!running.instance.isBroken()) throw error;
        // What broke down left its memory in disorder: another instance answers the next call, and
        // those that came too late for this one.
        if (starting !== mine) return check(input, options);
        stop();
        throw error;
      }
    }

    return {
      check,
      dispose() {
        disposed = true;
        stop();
      },
    };
  }

  let options;
  let checker;

  function dispose() {
    if (checker) checker.dispose();
    checker = undefined;
  }

  return {
    createChecker,
    init(given) {
      dispose();
      options = given;
    },
    check(input, given) {
      checker = checker || createChecker(options);
      return checker.check(input, given);
    },
    dispose,
  };
}
