//! What a file says, whatever its format: paragraphs and grids in reading order, each with its place.
//!
//! A reader knows one format and nothing of reports; what it makes is a [`Document`].

use serde::{Deserialize, Serialize, Serializer};

/// A place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Place {
    /// In a text: line and column, both from 1; the column counts UTF-16 code units.
    Text {
        /// The line, from 1.
        line: u32,
        /// The column, from 1, in UTF-16 code units.
        column: u32,
    },
    /// In a grid: the table's number in the document, its row and its column, all from 1.
    Grid {
        /// The table, from 1, in reading order.
        table: u32,
        /// The row, from 1.
        row: u32,
        /// The column, from 1.
        column: u32,
    },
    /// On a page: its number from 1, and a box `[x0, y0, x1, y1]` in points from the top left.
    Page {
        /// The page, from 1.
        page: u32,
        /// Left, top, right, bottom, in points.
        #[serde(rename = "box", serialize_with = "as_decimals")]
        bounds: [f32; 4],
    },
    /// In flowing text without lines of its own (docx, HTML): the paragraph, from 1.
    Paragraph {
        /// The paragraph, from 1, in reading order, those in grids not counted.
        paragraph: u32,
    },
}

/// Writes 72.1 as 72.1 for every program: in JavaScript, a float made a double would be 72.0999984….
fn as_decimals<S: Serializer>(bounds: &[f32; 4], serializer: S) -> Result<S::Ok, S::Error> {
    bounds.map(|bound| bound.to_string().parse::<f64>().unwrap_or(f64::NAN)).serialize(serializer)
}

/// What a reader made of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The reader's name: `text`, `html`, `docx`, …
    pub reader: String,
    /// Paragraphs and grids in reading order.
    pub blocks: Vec<Block>,
    /// What stands beside the text and should not be published: tracked changes, comments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// One piece of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph, a heading, or a line of a text file.
    Paragraph(Paragraph),
    /// A table.
    Grid(Grid),
}

/// A paragraph. Text readers give one paragraph a line: putting wrapped lines together takes
/// knowledge of reports and is the aligner's work.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The text, without line breaks, not trimmed.
    pub text: String,
    /// Where it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
    /// The level of a heading where the format says so (`#`, `<h2>`, Heading 2), from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Whether the format breaks lines at a fixed width, so that the next paragraph may be the
    /// rest of this one (text files and pages); false where a paragraph is a paragraph.
    #[serde(default)]
    pub wrapped: bool,
}

/// Whether the columns of a grid can be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Columns {
    /// The format draws the grid: rows, columns and spans are facts.
    #[default]
    Ruled,
    /// Rows are facts, columns are guesses (cells between tabs or bars, rows of different length).
    Ragged,
}

/// A table as printed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// Whether columns can be trusted.
    pub columns: Columns,
    /// The cells in reading order: by row, then by column. A merged cell stands once, at its
    /// upper left corner; a blank cell stands with an empty text.
    pub cells: Vec<GridCell>,
}

/// A cell of a [`Grid`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GridCell {
    /// The row of its upper left corner, from 0.
    pub row: u32,
    /// The column of its upper left corner, from 0.
    pub column: u32,
    /// How many rows it covers, at least 1.
    pub row_span: u32,
    /// How many columns it covers, at least 1.
    pub column_span: u32,
    /// Its text; paragraphs in it are joined by line feeds.
    pub text: String,
    /// Where it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}

/// Something beside the text that should not be published with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// What kind of remark.
    pub kind: RemarkKind,
    /// Its text.
    pub text: String,
    /// The place it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Place>,
}

/// The kinds of [`Remark`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RemarkKind {
    /// Text put in with change tracking on.
    Inserted,
    /// Text taken out with change tracking on; it is not part of the blocks.
    Deleted,
    /// A comment in the margin.
    Comment,
    /// Text the page hides from its readers.
    Hidden,
}

impl Grid {
    /// The cells of each row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &[GridCell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}
