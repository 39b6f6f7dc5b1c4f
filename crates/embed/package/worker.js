// Runs in the worker: waits for the compiled wasm, and works for the page from then on.

import { instantiate } from "./checker.js";

addEventListener("message", async ({ data }) => {
  try {
    (await instantiate(data)).serve();
  } catch (error) {
    // A rejected promise would stay inside the worker; a thrown error reaches the page.
    setTimeout(() => { throw error; });
  }
}, { once: true });
