// Starts the worker of the hosted page, for crates/embed/src/worker.rs.
(() => {
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

  let closed = false;
  window.nianbaoBoot = {
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
