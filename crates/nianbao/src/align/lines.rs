//! The document as a sequence of lines: a paragraph is a line of one piece, a row of a grid a line
//! of one piece a cell. Page numbers are dropped here.

use crate::document::{Block, Columns, Document, Grid, GridCell, Place};
use crate::finding::utf16_length;

/// A line.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    /// The grid it is a row of.
    pub(super) grid: Option<GridRow>,
    /// Whether the source breaks lines at a fixed width.
    pub(super) wrapped: bool,
}

/// Which grid a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GridRow {
    /// The grid's number in the document.
    pub(super) grid: usize,
    /// Whether its columns can be trusted.
    pub(super) ruled: bool,
}

/// A paragraph's text, or a cell's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// The text, without leading white space.
    pub(super) text: &'a str,
    /// Where the text begins.
    pub(super) at: Option<Place>,
    /// The grid column, or how far a paragraph is indented, in characters.
    pub(super) column: usize,
}

impl<'a> Piece<'a> {
    /// The piece from a byte offset on.
    pub(super) fn from(&self, start: usize) -> Piece<'a> {
        Piece {
            text: &self.text[start..],
            at: self.at.map(|at| advance(at, &self.text[..start])),
            column: self.column + self.text[..start].chars().count(),
        }
    }
}

impl<'a> Line<'a> {
    /// The text of a line with only one piece that is not blank.
    pub(super) fn single(&self) -> Option<Piece<'a>> {
        let mut filled = self.pieces.iter().filter(|piece| !piece.text.trim().is_empty());
        let first = filled.next()?;
        filled.next().is_none().then_some(*first)
    }

    /// Whether nothing stands on the line.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }

    /// Whether it is a paragraph, not a row of a grid.
    pub(super) fn is_paragraph(&self) -> bool {
        self.grid.is_none()
    }
}

/// A place, moved on by a text in the same line.
pub(super) fn advance(at: Place, text: &str) -> Place {
    match at {
        Place::Text { line, column } => Place::Text { line, column: column + utf16_length(text) as u32 },
        other => other,
    }
}

/// How wide a text is in a fixed-width font: Han characters count two.
pub(super) fn display_width(text: &str) -> usize {
    text.chars().map(|c| if (c as u32) < 0x2000 { 1 } else { 2 }).sum()
}

/// A document as lines.
pub(super) fn flatten(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut grids = 0;
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let text = paragraph.text.trim_start();
                let indent = paragraph.text.chars().count() - text.chars().count();
                if is_page_number(text) || is_bars(text) {
                    continue;
                }
                lines.push(Line {
                    pieces: vec![Piece { text: text.trim_end(), at: paragraph.at, column: indent }],
                    grid: None,
                    wrapped: paragraph.wrapped,
                });
            }
            Block::Grid(grid) => {
                let ruled = grid.columns == Columns::Ruled || is_even(grid);
                let width = grid.cells.iter().map(|cell| cell.column + cell.column_span).max().unwrap_or(1);
                for row in grid.rows() {
                    let merged = matches!(row, [only] if width > 1 && only.column_span == width);
                    let pieces = row.iter().map(|cell| Piece {
                        text: cell.text.trim(),
                        at: cell.at,
                        column: cell.column as usize,
                    });
                    lines.push(Line {
                        pieces: pieces.collect(),
                        grid: (!merged).then_some(GridRow { grid: grids, ruled }),
                        wrapped: false,
                    });
                }
                grids += 1;
            }
        }
    }
    lines
}

/// Whether each row has as many cells as the others: then blank cells are there too, and columns can
/// be trusted where the grid's head tells them.
fn is_even(grid: &Grid) -> bool {
    let mut rows = grid.rows().map(<[GridCell]>::len);
    rows.next().is_some_and(|first| first > 1 && rows.all(|row| row == first))
}

/// A line that holds nothing but a page number: -1-, — 5 —, 第 3 页, 3/12.
pub(super) fn is_page_number(text: &str) -> bool {
    let text: String =
        text.chars().map(crate::number::narrow).filter(|c| !c.is_whitespace() && *c != '\u{c}').collect();
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '－' | '─' | '·' | '•');
    let digits = |s: &str| !s.is_empty() && s.len() <= 3 && s.bytes().all(|b| b.is_ascii_digit());
    let between_dashes = text.starts_with(dash) && text.ends_with(dash) && digits(text.trim_matches(dash));
    let words = text.replace(['第', '页', '共', ',', '，', '/'], " ");
    let of_pages = (text.starts_with('第') && text.contains('页') || text.contains('/'))
        && words.split_whitespace().count() <= 2
        && words.split_whitespace().all(digits)
        && !words.trim().is_empty();
    between_dashes || of_pages
}

/// A line of nothing but bars, left over from a table.
fn is_bars(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| c == '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_numbers() {
        for text in ["-1-", "- 4 -", "— 5 —", "第3页", "第 3 页 共 12 页", "3/12", "－７－"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["12", "-3", "0", "-", "/", "", "2024-01-30", "1/1/2024/5"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
