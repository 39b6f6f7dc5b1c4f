// Starts the single file: unpacks the wasm that stands in it, and offers crates/embed/src/worker.rs
// a worker made of what stands in it. Nothing is fetched, so that it works from a disk.
(() => {
  if (window.nianbaoRefused) return;
  const element = (id) => document.getElementById(id);

  // Runs in the worker, after the glue: waits for what to run.
  const work = ({ data }) => {
    onmessage = null;
    wasm_bindgen({ module_or_path: data }).then(() => wasm_bindgen.serve()).catch((error) => {
      // A rejected promise would stay inside the worker; a thrown error reaches the page.
      setTimeout(() => { throw error; });
    });
  };
  const parts = [element("nianbao-glue").textContent, `\nonmessage = ${work}`];
  const source = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));

  // The page as it came: without what is read in it now.
  const title = document.title;
  const ownSource = () => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector("#app").textContent = "";
    copy.querySelector("title").textContent = title;
    copy.lang = "zh-CN";
    return "<!doctype html>\n" + copy.outerHTML + "\n";
  };

  window.nianbaoBoot = {
    ownSource,
    spawn(module) {
      const worker = new Worker(source);
      worker.postMessage(module);
      return worker;
    },
  };

  const wasm = element("nianbao-wasm");
  const text = atob(wasm.textContent.trim());
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  wasm_bindgen({ module_or_path: inflate(packed, Number(wasm.dataset.length)) }).then(nianbaoStarted);
})();
