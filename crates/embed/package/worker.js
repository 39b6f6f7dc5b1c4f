
// Runs in the worker: waits for the wasm, compiled or its address, and works for the page from then on. The glue
// stands before it, since a worker of older browsers can import nothing.
addEventListener("message", ({ data }) => {
  wasm_bindgen({ module_or_path: data }).then(() => wasm_bindgen.serve()).catch((error) => {
    // A rejected promise would stay inside the worker; a thrown error reaches the page.
    setTimeout(() => { throw error; });
  });
}, { once: true });
