//! Reads bytes into a [`Document`]: one module a format.
//!
//! The kind is told from the bytes; the name only decides where the bytes leave it open. A reader
//! knows its format and nothing of reports, takes bounded memory and time, and never panics.

pub mod archive;
mod docx;
pub mod encoding;
mod flow;
pub mod html;
pub mod kind;
pub mod limits;
mod numerals;
mod package;
mod page;
pub mod pdf;
pub mod text;
mod xml;

use nianbao::document::Document;
use nianbao::unreadable::Reason;

use kind::Kind;
use package::Package;

/// Reads a file. `name` is its file name, used only where the bytes leave the kind open.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Reason> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Reason::TooLarge);
    }
    match Kind::of(name, bytes) {
        Kind::Text => read_text(&encoding::decode(bytes, None)),
        Kind::CommaSeparated => text::read_comma_separated(&encoding::decode(bytes, None)),
        Kind::Html => read_html(&encoding::decode(bytes, html::declared_encoding(bytes))),
        Kind::Empty => Err(Reason::Empty),
        Kind::Pdf => pdf::read(bytes),
        Kind::Zip => read_package(bytes),
        Kind::Ole2 | Kind::Rtf | Kind::Mhtml | Kind::Unknown => Err(Reason::Unsupported),
    }
}

/// Reads a zip container by what is in it.
fn read_package(bytes: &[u8]) -> Result<Document, Reason> {
    let mut package = Package::open(bytes)?;
    if docx::is_docx(&mut package)? {
        return docx::read(package);
    }
    Err(Reason::Unsupported)
}

/// The text of a file that is plain text, decoded; `None` for any other kind.
pub fn plain_text(name: &str, bytes: &[u8]) -> Option<String> {
    let is_text = bytes.len() <= limits::FILE_BYTES && Kind::of(name, bytes) == Kind::Text;
    is_text.then(|| encoding::decode(bytes, None).into_owned())
}

/// Reads plain text: a paste, or what a person typed.
pub fn read_text(text: &str) -> Result<Document, Reason> {
    text::read(text)
}

/// Reads HTML: a saved page, or what the clipboard gives.
pub fn read_html(html: &str) -> Result<Document, Reason> {
    html::read(html)
}
