//! HTML.
use encoding_rs::Encoding;
use nianbao::document::Document;
use nianbao::unreadable::Reason;
pub fn read(_html: &str) -> Result<Document, Reason> {
    Err(Reason::Unsupported)
}
pub fn declared_encoding(_bytes: &[u8]) -> Option<&'static Encoding> {
    None
}
