// What a browser has to give: the wasm from beside this file, and workers.

/** The wasm beside this file. */
export const wasm = () => fetch(new URL("./nianbao.wasm", import.meta.url));

const ownWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "nianbao" });

/** What starts workers; where the page may not have them it throws, and checking does without. */
export const boot = (make = ownWorker) => ({
  spawn(module) {
    const worker = make();
    worker.postMessage(module);
    return worker;
  },
});
