//! What stands beside the text: footnotes, endnotes, comments.

use std::collections::HashMap;

use roxmltree::Node;

use crate::xml;

/// The notes of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Notes {
    footnotes: HashMap<String, String>,
    endnotes: HashMap<String, String>,
    comments: HashMap<String, String>,
}

impl Notes {
    /// Reads the roots of the three parts.
    pub fn read(footnotes: Node<'_, '_>, endnotes: Node<'_, '_>, comments: Node<'_, '_>) -> Notes {
        Notes { footnotes: texts(footnotes), endnotes: texts(endnotes), comments: texts(comments) }
    }

    /// The text that a reference in the text points to: a note, not a comment.
    pub fn note(&self, reference: Node<'_, '_>) -> Option<&str> {
        let notes = match xml::name(reference) {
            "footnoteReference" => &self.footnotes,
            "endnoteReference" => &self.endnotes,
            _ => return None,
        };
        notes.get(xml::attribute(reference, "id")?).map(String::as_str)
    }

    /// The text of a comment that a reference in the text points to.
    pub fn comment(&self, reference: Node<'_, '_>) -> Option<&str> {
        self.comments.get(xml::attribute(reference, "id")?).map(String::as_str)
    }
}

/// The texts of a part's notes, without those that draw the separating line.
fn texts(root: Node<'_, '_>) -> HashMap<String, String> {
    let mut texts = HashMap::new();
    for note in root.children().filter(|note| note.is_element()) {
        let Some(id) = xml::attribute(note, "id") else { continue };
        if matches!(xml::attribute(note, "type"), Some("separator" | "continuationSeparator" | "continuationNotice")) {
            continue;
        }
        let paragraphs = note.descendants().filter(|node| xml::name(*node) == "p");
        let lines = paragraphs.map(|paragraph| {
            let runs = paragraph.descendants().filter(|node| xml::name(*node) == "t");
            runs.filter_map(|run| run.text()).collect::<String>().trim().to_owned()
        });
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        texts.insert(id.to_owned(), lines.join("\n"));
    }
    texts
}
