//! HTML: a saved page, what an office program saves as a page, what the clipboard gives.
//!
//! A Document is flat, so no tree is built: html5ever's tokenizer gives the tags, [`page`] keeps the
//! open tables, and every block-level tag ends a paragraph. That takes time and memory in
//! proportion to the input, however its tags are nested.

mod flow;
mod page;
mod skipped;
mod table;
mod tags;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::limits;
use page::Page;

/// How many bytes at the beginning are searched for a declared encoding.
const DECLARATION: usize = 4096;

/// Reads HTML.
pub fn read(html: &str) -> Result<Document, Reason> {
    if html.len() > limits::HTML_BYTES {
        return Err(Reason::TooLarge);
    }
    let html = without_clipboard_header(html);
    let page = Page::read(html, true)?;
    // A page that hides more than it shows is one whose script would show it, or whose tags are
    // broken: then nothing is left out.
    let page = if page.hides_most() { Page::read(html, false)? } else { page };
    page.finish()
}

/// The encoding that the page declares of itself, if it is one that could be true.
pub fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION).unwrap_or(bytes).to_ascii_lowercase();
    let label = [&b"charset="[..], b"encoding="].into_iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == key)?;
        let rest = head.get(at + key.len()..)?;
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        rest.split(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte))).next()
    })?;
    // A declaration that can be read as ASCII is not in UTF-16.
    Encoding::for_label_no_replacement(label).filter(|&encoding| encoding != UTF_16LE && encoding != UTF_16BE)
}

/// The HTML after the header that Windows puts before HTML on the clipboard.
fn without_clipboard_header(html: &str) -> &str {
    let is_header = html.trim_start().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("version:"));
    match html.find('<') {
        Some(start) if is_header => html.get(start..).unwrap_or(html),
        _ => html,
    }
}

#[cfg(test)]
mod tests;
