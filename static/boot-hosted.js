// Starts the worker of the hosted page, for crates/embed/src/worker.rs.
(() => {
  // Without what follows the wasm does nothing.
  if (window.nianbaoRefused) return;

  // Runs in the worker: waits for what to run.
  const work = async ({ data }) => {
    onmessage = null;
    try {
      const glue = await import(data.glue);
      await glue.default({ module_or_path: data.module });
      glue.serve();
    } catch (error) {
      // A rejected promise would stay inside the worker; a thrown error reaches the page.
      setTimeout(() => { throw error; });
    }
  };
  // From a blob, and not from a file of its own, so that the page's policy holds in it too.
  const source = URL.createObjectURL(new Blob([`onmessage = ${work}`], { type: "text/javascript" }));

  // All files are here now: from here on the browser refuses every connection, ours included.
  const closeConnections = () => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  };

  // Where the browser and the address allow it, the page is kept for use without a network. A newer
  // one waits until all its windows are closed, or until somebody asks for it.
  let newer;
  const keep = async () => {
    const registration = await navigator.serviceWorker.register("offline.js");
    const tell = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      newer = registration.waiting;
      dispatchEvent(new Event("nianbao-newer"));
    };
    const watch = () => {
      if (registration.installing) registration.installing.addEventListener("statechange", tell);
    };
    registration.addEventListener("updatefound", watch);
    watch();
    tell();
  };
  addEventListener("load", () => {
    if (!navigator.serviceWorker || !document.querySelector('link[rel="manifest"]')) return;
    // Refused, as in a frame of another site, the page works as ever.
    keep().catch(() => {});
  });

  let closed = false;
  window.nianbaoBoot = {
    hasNewer: () => newer !== undefined,
    useNewer() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      newer.postMessage("use");
    },
    spawn(module) {
      if (!closed) closeConnections();
      closed = true;
      const glue = document.querySelector('link[rel="modulepreload"]').href;
      const worker = new Worker(source);
      worker.postMessage({ glue, module });
      return worker;
    },
  };
})();
