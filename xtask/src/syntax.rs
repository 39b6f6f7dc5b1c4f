//! The one thing in wasm-bindgen's glue that Chromium 69 can't parse. That nothing else is newer
//! than ECMAScript 2018 is held by `tests/browser/syntax.test.js`.

/// An optional chain, which Chromium knows since 80.
const NEWER: &str = r"/\[object ([^\]]+)\]/.exec(toStringOutput)?.[1]";

/// The same for older engines.
const OLDER: &str = r"(/\[object ([^\]]+)\]/.exec(toStringOutput) || [])[1]";

/// A script of wasm-bindgen's in the syntax of Chromium 69.
pub fn lowered(script: &str) -> String {
    script.replace(NEWER, OLDER)
}
