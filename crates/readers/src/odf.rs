//! OpenDocument: odt; spreadsheets (ods) go on to [`ods`].
//!
//! [`lists`] counts the automatic numbers, [`body`] goes through the text.

mod body;
mod lists;

use nianbao::document::Document;
use nianbao::unreadable::Reason;
use roxmltree::Node;

use crate::package::Package;
use crate::sheet::ods;
use crate::{flow, xml};
use body::Body;
use lists::Lists;

/// The part that holds the text.
pub(crate) const CONTENT: &str = "content.xml";

/// Reads a text document or a spreadsheet.
pub(crate) fn read(mut package: Package<'_>) -> Result<Document, Reason> {
    let manifest = package.read("META-INF/manifest.xml")?.unwrap_or_default();
    if xml::decode(&manifest).contains("encryption-data") {
        return Err(Reason::Encrypted);
    }
    let content = package.read(CONTENT)?.ok_or(Reason::Damaged)?;
    let styles = package.read("styles.xml")?.unwrap_or_else(|| b"<none/>".to_vec());
    let (content, styles) = (xml::decode(&content), xml::decode(&styles));
    let (content, styles) = (xml::parse(&content)?, xml::parse(&styles)?);
    let root = content.root_element();
    if let Some(spreadsheet) = office_body(root, "spreadsheet") {
        return ods::read(spreadsheet);
    }
    let text = office_body(root, "text").ok_or(Reason::Unsupported)?;
    let mut body = Body::new(Lists::read([styles.root_element(), root]));
    flow::document("odt", body.read(text)?)
}

/// The body of an office document of this kind.
fn office_body<'a, 'input>(root: Node<'a, 'input>, kind: &str) -> Option<Node<'a, 'input>> {
    xml::child(xml::child(root, "body")?, kind)
}

#[cfg(test)]
mod tests;
