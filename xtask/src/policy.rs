//! The content security policies: what makes the browser itself refuse to send anything.
//!
//! Chromium before 97 and Safari before 16 compile wasm only under 'unsafe-eval'. Every newer
//! browser is told to refuse that again by `static/boot-policy.js`, before another script runs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::html;

/// The policy of the hosted page: its own files and nothing else. `static/boot-hosted.js` takes
/// even the connections to its own server away once the wasm is there.
pub fn hosted(html: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {} 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; manifest-src 'self'; worker-src 'self' blob:; \
         connect-src 'self'; base-uri 'none'; form-action 'none'",
        hashes(html)
    )
}

/// The policy of the single file: what stands in it and nothing else.
pub fn single_file(html: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'unsafe-inline'; \
         img-src data:; worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
        hashes(html)
    )
}

fn hashes(html: &str) -> String {
    let hashes: Vec<String> = html::inline_scripts(html)
        .into_iter()
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes()))))
        .collect();
    hashes.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_named_by_their_hash() {
        // openssl dgst -sha256 -binary | base64, of the two bytes "1;"
        let policy = single_file("<script>1;</script>");
        assert!(policy.contains("script-src 'sha256-CImjRDTlhukYQ2AnxOi0wzgPhGQ3Mb3rVwJK24dFz1M=' "));
    }

    #[test]
    fn nothing_may_be_sent() {
        assert!(single_file("").contains("connect-src 'none'"));
        for policy in [single_file(""), hosted("")] {
            assert!(policy.starts_with("default-src 'none'"));
            assert!(!policy.contains("http:") && !policy.contains('*'));
        }
    }
}
