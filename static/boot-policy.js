// Narrows the page's policy as far as the browser can follow. Chromium before 97 and Safari before
// 16 compile no wasm without 'unsafe-eval', so that the policy that is written in the page allows
// it; every browser that knows container queries knows 'wasm-unsafe-eval' as well (Chromium 105,
// Firefox 110, Safari 16) and loses 'unsafe-eval' here, before anything else runs.
(function () {
  if (!window.CSS || !CSS.supports || !CSS.supports("container-type", "inline-size")) return;
  var written = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  var narrower = document.createElement("meta");
  narrower.httpEquiv = "Content-Security-Policy";
  narrower.content = written.content.replace(" 'unsafe-eval'", "");
  document.head.appendChild(narrower);
  // It stays in force; a saved copy of the page must not hold it, for it may go to an older browser.
  narrower.remove();
})();
