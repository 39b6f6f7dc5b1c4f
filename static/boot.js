// Starts the worker of the hosted page. This file runs in both places: in the page it offers
// `nianbaoBoot.spawn`, which src/worker.rs calls; in the worker it waits for what to run.
(() => {
  if (typeof document === "undefined") {
    onmessage = async ({ data }) => {
      onmessage = null;
      try {
        const glue = await import(data.glue);
        await glue.default({ module_or_path: data.module });
      } catch (error) {
        // A rejected promise would stay inside the worker; a thrown error reaches the page.
        setTimeout(() => { throw error; });
      }
    };
    return;
  }
  const source = document.currentScript.src;
  globalThis.nianbaoBoot = {
    spawn(module) {
      const glue = document.querySelector('link[rel="modulepreload"]').href;
      const worker = new Worker(source);
      worker.postMessage({ glue, module });
      return worker;
    },
  };
})();
