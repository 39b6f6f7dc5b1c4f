//! A report: a document laid onto the official form.
//!
//! Every cell of the form is there, with what the report says, its value, its place, and any doubt
//! about where it belongs. Aligning never fails: what is missing is a node that says so.

use crate::document::Place;
use crate::form::{CellId, Form};
use crate::language::Language;
use crate::number::Number;
use crate::say;

/// A document laid onto the form.
#[derive(Clone, Debug)]
pub struct Report {
    /// The form it was laid onto; `None` when the text is no such report.
    pub form: Option<&'static Form>,
    /// Why there is no form.
    pub formless: Option<Formless>,
    /// The title, wrapped lines put together.
    pub title: Option<Title>,
    /// The agency's full name, from the title or the text before 一、.
    pub agency: Option<String>,
    /// The year the report is for.
    pub year: Option<i32>,
    /// Seven sections: what stands before 一、, then the six of the form. A missing one has no heading.
    pub sections: Vec<Section>,
    /// Every numbered heading of the first level in reading order, those of no section included.
    pub headings: Vec<Heading>,
    /// Every cell of the form, by [`CellId`]; empty without a form.
    pub cells: Vec<Cell>,
    /// Labels printed in the tables that differ from the form's.
    pub labels: Vec<Label>,
    /// For tables 二, 三, 四: whether anything of the table was found.
    pub tables: [bool; 3],
    /// Whether an outdated row ((六) in one row) was filled in.
    pub outdated_rows: bool,
}

/// Why a text was not laid onto a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formless {
    /// Nothing in it looks like such a report.
    NotAReport,
    /// A report of before 2019, which had no fixed form.
    BeforeForms,
}

/// The title of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// As printed, wrapped lines joined, trimmed.
    pub text: String,
    /// Where it begins.
    pub at: Option<Place>,
}

/// A numbered heading of the first level (一、…).
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// As printed, trimmed: 一、总体情况.
    pub text: String,
    /// The section of the form (1 to 6) that its title names; `None` for another title.
    pub section: Option<usize>,
    /// The number it carries (一 is 1), where it carries one.
    pub number: Option<usize>,
    /// Where it begins.
    pub at: Option<Place>,
}

/// A heading's text without what a converter left before it: [bookmark: _GoBack]六、….
pub fn without_residue(heading: &str) -> &str {
    match heading.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((inside, rest)) if inside.is_ascii() => rest.trim_start(),
        _ => heading,
    }
}

/// One of the seven sections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading as found; `None` for the first section and for missing ones.
    pub heading: Option<Heading>,
    /// The paragraphs, joined by line feeds, tables left out.
    pub text: String,
    /// Where the pieces of the text come from, in order.
    pub pieces: Vec<Piece>,
}

/// A stretch of a section's text and its place in the source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Where it begins in the section's text, in UTF-16 code units.
    pub start: usize,
    /// Where its first character stands in the source.
    pub at: Place,
}

/// A cell of the form as the report fills it in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands there, trimmed.
    pub text: String,
    /// The number, or `None` when the cell is blank, absent or not a number.
    pub value: Option<Number>,
    /// Where; `None` when the cell is absent from the report.
    pub at: Option<Place>,
    /// Why the place is uncertain, if it is.
    pub doubt: Option<Doubt>,
}

impl Cell {
    /// The value as an integer, when it is one and its place is certain.
    pub fn count(&self) -> Option<i64> {
        self.value.and_then(Number::integer)
    }
}

/// Why a cell could not be placed with certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The row holds another number of cells than it should, and more than one reading is possible.
    RowCount {
        /// How many numbers were read.
        read: usize,
        /// How many are due.
        due: usize,
    },
    /// The row has blanks and no columns to tell which cells they are.
    Shifted,
    /// The row's label stands in the report, but no number does.
    NoNumbers,
    /// The row or its label was not found.
    NoRow,
    /// The label is so damaged that the row was told from its position alone.
    WeakLabel,
    /// The report fills in one row （六） where the form has three.
    OneRow,
    /// The number may have been torn in two, or two numbers may have run together.
    Torn,
}

impl Doubt {
    /// The sentence for the clerk.
    pub fn explain(self, language: Language) -> String {
        match self {
            Doubt::RowCount { read, due } => say!(
                language,
                "此行应有 {due} 个数，只读到 {read} 个",
                "{due} numbers are due in this row, {read} were read"
            )
            .replace("只读到", if read > due { "读到" } else { "只读到" }),
            Doubt::Shifted => say!(
                language,
                "此行有空格，无法确定各数属于哪一列",
                "this row has blanks and its columns cannot be told apart"
            ),
            Doubt::NoNumbers => say!(
                language,
                "此行只有标签，没有读到数字，可能在粘贴或转换时丢失",
                "this row has its label but no numbers; they may have been lost in copying"
            ),
            Doubt::NoRow => say!(language, "没有找到这一行", "this row was not found"),
            Doubt::WeakLabel => {
                say!(language, "此行标签残缺，按位置判断", "the label is damaged; the row was told from its position")
            }
            Doubt::OneRow => say!(
                language,
                "“（六）其他处理”只填了一行，没有分三项",
                "（六） was filled in as one row instead of three"
            ),
            Doubt::Torn => {
                say!(language, "数字可能被拆开或并在一起", "a number may have been torn apart or run together")
            }
        }
    }
}

/// A label printed in a table that is not the form's.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// As printed, trimmed.
    pub printed: String,
    /// What the form prints.
    pub official: &'static str,
    /// The address of the row (`3.refused.2`) or of the column's first cell that it labels, if any.
    pub row: Option<String>,
    /// Where it stands.
    pub at: Option<Place>,
}

impl Report {
    /// The cell with this id; an absent cell where there is none.
    pub fn cell(&self, id: CellId) -> &Cell {
        static ABSENT: Cell = Cell { text: String::new(), value: None, at: None, doubt: None };
        self.cells.get(id.index()).unwrap_or(&ABSENT)
    }

    /// The cell with this address, in a report with a form.
    pub fn at(&self, address: &str) -> Option<&Cell> {
        Some(self.cell(self.form?.cell(address)?))
    }

    /// The value at this address.
    pub fn value(&self, address: &str) -> Option<Number> {
        self.at(address)?.value
    }

    /// The ids of the cells to look at: the official ones, and those of outdated rows in use.
    pub fn cell_ids(&self) -> impl Iterator<Item = CellId> + use<'_> {
        self.form.into_iter().flat_map(|form| form.cell_ids().filter(|&id| !form.is_outdated(id) || self.outdated_rows))
    }
}
