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
mod mht;
mod numbering;
mod numerals;
mod odf;
mod ofd;
mod ole;
mod package;
mod page;
pub mod pdf;
mod rtf;
mod sheet;
#[cfg(test)]
mod testing;
pub mod text;
mod xml;

use std::borrow::Cow;

use encoding_rs::Encoding;
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use kind::Kind;
use package::Package;

/// Reads a file. `name` is its file name, used only where the bytes leave the kind open.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Reason> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(Reason::TooLarge);
    }
    let document = match Kind::of(name, bytes) {
        Kind::Text => text::read(&decoded(bytes, None, limits::TEXT_BYTES)?),
        Kind::CommaSeparated => text::read_comma_separated(&decoded(bytes, None, limits::TEXT_BYTES)?),
        Kind::Html => html::read(&decoded(bytes, html::declared_encoding(bytes), limits::HTML_BYTES)?),
        Kind::Empty => Err(Reason::Empty),
        Kind::Pdf => pdf::read(bytes),
        Kind::Zip => read_package(bytes),
        Kind::Rtf => rtf::read(bytes),
        Kind::Ole2 => ole::read(bytes),
        Kind::Mhtml => mht::read(bytes),
        Kind::Unknown => Err(Reason::Unsupported),
    };
    document.and_then(limits::bounded)
}

/// The text that bytes hold, unless it must be longer than `limit` bytes of UTF-8. No encoding takes
/// more than two bytes for one of UTF-8.
fn decoded<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>, limit: usize) -> Result<Cow<'a, str>, Reason> {
    if bytes.len() > 2 * limit { Err(Reason::TooLarge) } else { Ok(encoding::decode(bytes, declared)) }
}

/// Reads a zip container by what is in it.
fn read_package(bytes: &[u8]) -> Result<Document, Reason> {
    let mut package = Package::open(bytes)?;
    if docx::is_docx(&mut package)? {
        return docx::read(package);
    }
    if package.has(sheet::xlsx::WORKBOOK) {
        return sheet::xlsx::read(package);
    }
    if package.has(ofd::ENTRY) {
        return ofd::read(package);
    }
    if package.has(odf::CONTENT) {
        return odf::read(package);
    }
    Err(Reason::Unsupported)
}

/// The text of a file that is plain text, decoded; `None` for any other kind.
pub fn plain_text(name: &str, bytes: &[u8]) -> Option<String> {
    let is_text = bytes.len() <= limits::TEXT_BYTES && Kind::of(name, bytes) == Kind::Text;
    is_text.then(|| encoding::decode(bytes, None).into_owned())
}

/// Reads plain text: a paste, or what a person typed.
pub fn read_text(text: &str) -> Result<Document, Reason> {
    text::read(text).and_then(limits::bounded)
}

/// Reads HTML: a saved page, or what the clipboard gives.
pub fn read_html(html: &str) -> Result<Document, Reason> {
    html::read(html).and_then(limits::bounded)
}
