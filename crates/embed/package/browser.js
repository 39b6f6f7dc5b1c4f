// What a browser has to give: the wasm from beside this file, and workers.

/** Where the wasm is: beside this file. */
const ADDRESS = new URL("./nianbao.wasm", import.meta.url).href;

/** The wasm beside this file. */
export const wasm = () => fetch(ADDRESS);

const ownWorker = () => new Worker(new URL("./worker.js", import.meta.url), { name: "nianbao" });

/** What starts workers; where the page may not have them it throws, and checking does without. */
export const boot = (make = ownWorker) => ({
  spawn(module) {
    const worker = make();
    try {
      worker.postMessage(module);
    } catch (error) {
      // Chromium 69 lets no compiled wasm go to a worker, which therefore compiles its own.
      worker.postMessage(ADDRESS);
    }
    return worker;
  },
});
