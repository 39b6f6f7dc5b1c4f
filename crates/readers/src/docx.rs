//! docx: Word's and WPS's documents (Office Open XML).
//!
//! [`body`] goes through the text, [`numbering`] knows its lists,
//! [`styles`] says which paragraphs are headings or numbered by their style, [`notes`] holds what
//! stands elsewhere: footnotes and comments.

mod body;
mod notes;
mod numbering;
mod styles;

use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::package::Package;
use crate::{flow, xml};
use body::Body;
use notes::Notes;
use styles::Styles;

/// The usual place of the document in its package.
const DOCUMENT: &str = "word/document.xml";

/// Whether the package is a document of Word.
pub(crate) fn is_docx(package: &mut Package<'_>) -> Result<bool, Reason> {
    Ok(package.has(DOCUMENT) || main_part(package)?.is_some_and(|name| name.contains("word/")))
}

/// Reads a document.
pub(crate) fn read(mut package: Package<'_>) -> Result<Document, Reason> {
    let name = main_part(&mut package)?.unwrap_or(DOCUMENT.to_owned());
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let document = package.read(&name)?.ok_or(Reason::Damaged)?;
    let mut part = |name: &str| -> Result<Vec<u8>, Reason> {
        Ok(package.read(&format!("{folder}/{name}"))?.unwrap_or_else(|| b"<none/>".to_vec()))
    };
    let (styles, numbering) = (part("styles.xml")?, part("numbering.xml")?);
    let (footnotes, endnotes, comments) = (part("footnotes.xml")?, part("endnotes.xml")?, part("comments.xml")?);
    let texts = [&document, &styles, &numbering, &footnotes, &endnotes, &comments].map(|bytes| xml::decode(bytes));
    let [document, styles, numbering, footnotes, endnotes, comments] = &texts;
    let document = xml::parse(document)?;
    let (styles, numbering) = (xml::parse(styles)?, xml::parse(numbering)?);
    let (footnotes, endnotes, comments) = (xml::parse(footnotes)?, xml::parse(endnotes)?, xml::parse(comments)?);
    let notes = Notes::read(footnotes.root_element(), endnotes.root_element(), comments.root_element());
    let mut body = Body::new(Styles::read(styles.root_element()), numbering::read(numbering.root_element()), &notes);
    let content = xml::child(document.root_element(), "body").ok_or(Reason::Damaged)?;
    flow::document("docx", body.read(content)?)
}

/// The name of the part that holds the document, from the package's own table.
fn main_part(package: &mut Package<'_>) -> Result<Option<String>, Reason> {
    let Some(bytes) = package.read("_rels/.rels")? else { return Ok(None) };
    let text = xml::decode(&bytes);
    let relations = xml::parse(&text)?;
    let main = relations
        .root_element()
        .children()
        .find(|relation| xml::attribute(*relation, "Type").is_some_and(|kind| kind.ends_with("/officeDocument")));
    Ok(main.and_then(|main| xml::attribute(main, "Target")).map(|target| target.trim_start_matches('/').to_owned()))
}

#[cfg(test)]
mod tests;
