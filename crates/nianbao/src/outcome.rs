//! The result of one report, as other programs rely on it: one type for the command line, the
//! JavaScript API and the page. Field names and addresses are stable; a change that breaks them
//! raises [`SCHEMA`].

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::document::Place;
use crate::finding::{Finding, Severity};
use crate::number::Number;
use crate::settings::Applied;
use crate::unreadable::Unreadable;

/// The version of the result's shape.
pub const SCHEMA: u32 = 1;

/// What came of one input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Outcome {
    /// It was read and checked.
    Checked(Box<Checked>),
    /// It could not be read.
    Unread(Unread),
}

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unread {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The file's name as given.
    pub file: String,
    /// Why, and what to do.
    pub unreadable: Unreadable,
}

/// A report that was read and checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// [`SCHEMA`].
    pub schema: u32,
    /// The file's name as given.
    pub file: String,
    /// The reader that read it.
    pub reader: String,
    /// `2021`, `2019`, or null when the text is no such report.
    pub form: Option<String>,
    /// The title as printed.
    pub title: Option<String>,
    /// The agency's full name.
    pub agency: Option<String>,
    /// The year the report is for.
    pub year: Option<i32>,
    /// Seven sections.
    pub sections: Vec<SectionOut>,
    /// Every cell of the form by its address, in the form's order.
    pub cells: IndexMap<String, CellOut>,
    /// Most severe first, then in reading order.
    pub findings: Vec<Finding>,
    /// The rules that settings switched off or gave another severity; absent where nothing is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Applied>,
    /// What was checked, so that silence means something.
    pub checked: Counts,
    /// Number claims of the narrative that could not be tied to a cell.
    pub unchecked: Vec<Unchecked>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionOut {
    /// As printed; empty for what stands before 一、, null when the section is missing.
    pub heading: Option<String>,
    /// The paragraphs, joined by line feeds, tables left out.
    pub text: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellOut {
    /// What the report says, trimmed.
    pub text: String,
    /// The number, null where there is none.
    pub value: Option<Number>,
    /// Its place in the source; absent when the cell is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// Why it could not be placed with certainty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doubt: Option<String>,
}

/// What was checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Equations of the form whose numbers were all there.
    pub equations: usize,
    /// Number claims of the narrative that were compared with cells.
    pub claims: usize,
}

/// A claim that could not be tied to a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unchecked {
    /// The words.
    pub text: String,
    /// Why.
    pub why: String,
}

impl Checked {
    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
