//! A finding: what is wrong, where, by how much, on what basis, and what would mend it.

use serde::{Deserialize, Serialize};

use crate::document::Place;
use crate::form::{CellId, Form};
use crate::number::Number;
use crate::report::{Label, Report};

/// How sure and how serious.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Provably wrong inside the document.
    Error,
    /// Wrong, or must be explained.
    Warning,
    /// Look again.
    Hint,
}

/// A finding of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How serious.
    pub severity: Severity,
    /// What is wrong, by how much, in a sentence or two, in the language asked for.
    pub message: String,
    /// Addresses of the cells concerned; the first is the primary one.
    pub cells: Vec<String>,
    /// The words concerned.
    pub spans: Vec<Span>,
    /// Where it is about words taken over from last year's report: its words, one for each of `spans`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<String>,
    /// What is absent: `section 6`, `table 3`, `title`, or addresses of cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The number that would be right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Number>,
    /// The number that stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Number>,
    /// On what basis: the printed label, the article, or that it is practice.
    pub basis: String,
    /// The smallest sets of changes that make every equation hold, best first, at most five. In each,
    /// the changes that mend the finding's own equation stand first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Vec<Change>>,
    /// How many of the first repairs are equally likely, where more than one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tied: Option<usize>,
    /// What is to be said about the repairs: that some are equally likely, that more would do, or
    /// why there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair_note: Option<String>,
}

/// A change of one cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// The cell's address.
    pub cell: String,
    /// What stands there now.
    pub from: String,
    /// What should stand there.
    pub to: String,
    /// What may have happened, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// Marked words: half-open ranges of UTF-16 code units in a section's text, its heading or the
/// title, or a label printed in a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// The section, 0 to 6, whose text or heading it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<usize>,
    /// Whether it stands in the section's heading.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub heading: bool,
    /// Whether it stands in the title.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub title: bool,
    /// The table whose label it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// Where it begins, in UTF-16 code units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// The words.
    pub text: String,
    /// Where a table's label stands in the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}

/// How many UTF-16 code units a text takes.
pub fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Span {
    /// Words in a section's text, from their byte range in it.
    pub fn in_section(report: &Report, section: usize, bytes: std::ops::Range<usize>) -> Span {
        let text = report.sections.get(section).map_or("", |s| s.text.as_str());
        Span { section: Some(section), ..Span::in_text(text, bytes) }
    }

    /// Words in a section's heading, from their byte range in it.
    pub fn in_heading(report: &Report, section: usize, bytes: std::ops::Range<usize>) -> Span {
        let heading = report.sections.get(section).and_then(|s| s.heading.as_ref());
        Span { section: Some(section), heading: true, ..Span::in_text(heading.map_or("", |h| h.text.as_str()), bytes) }
    }

    /// A section's whole heading.
    pub fn whole_heading(report: &Report, section: usize) -> Span {
        let length = report.sections.get(section).and_then(|s| s.heading.as_ref()).map_or(0, |h| h.text.len());
        Span::in_heading(report, section, 0..length)
    }

    /// Words in the title, from their byte range in it.
    pub fn in_title(report: &Report, bytes: std::ops::Range<usize>) -> Span {
        let title = report.title.as_ref().map_or("", |t| t.text.as_str());
        Span { title: true, ..Span::in_text(title, bytes) }
    }

    /// A label printed in a table.
    pub fn label(label: &Label) -> Span {
        Span { table: Some(label.table), text: label.printed.clone(), at: label.at, ..Span::default() }
    }

    fn in_text(text: &str, bytes: std::ops::Range<usize>) -> Span {
        let words = text.get(bytes.clone()).unwrap_or_default();
        let start = utf16_length(text.get(..bytes.start).unwrap_or_default());
        Span { start: Some(start), end: Some(start + utf16_length(words)), text: words.to_owned(), ..Span::default() }
    }
}

impl Finding {
    /// Adds cells; the first cell of a finding is its primary one.
    pub fn cells(mut self, form: &Form, cells: impl IntoIterator<Item = CellId>) -> Finding {
        self.cells.extend(cells.into_iter().map(|cell| form.spec(cell).address.clone()));
        self
    }

    /// Adds marked words.
    pub fn span(mut self, span: Span) -> Finding {
        self.spans.push(span);
        self
    }

    /// Names something absent: `section 6`, `table 3`, `title`, or a cell's address.
    pub fn missing(mut self, what: impl Into<String>) -> Finding {
        self.missing.push(what.into());
        self
    }

    /// States the number that would be right and the one that stands there.
    pub fn numbers(mut self, expected: impl Into<Number>, actual: impl Into<Number>) -> Finding {
        self.expected = Some(expected.into());
        self.actual = Some(actual.into());
        self
    }

    /// Another severity than the rule's own, for this one case.
    pub fn severity(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }
}
