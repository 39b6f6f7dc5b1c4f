//! Reads bytes into a [`Document`]: one module a format.
//!
//! The kind is told from the bytes; the name only decides where the bytes leave it open.

use nianbao::document::Document;
use nianbao::unreadable::Reason;

/// Reads a file. `name` is its file name, used only where the bytes leave the kind open.
pub fn read(_name: &str, bytes: &[u8]) -> Result<Document, Reason> {
    if bytes.is_empty() { Err(Reason::Empty) } else { Err(Reason::Unsupported) }
}

/// Reads plain text: a paste, or what a person typed.
pub fn read_text(_text: &str) -> Result<Document, Reason> {
    Err(Reason::Empty)
}

/// Reads HTML: a saved page, or what the clipboard gives.
pub fn read_html(_html: &str) -> Result<Document, Reason> {
    Err(Reason::Empty)
}
