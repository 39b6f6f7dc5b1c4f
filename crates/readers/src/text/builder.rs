//! Puts paragraphs and ragged grids into a Document.

use nianbao::document::{Block, Columns, Document, Grid, GridCell, Paragraph, Place};
use nianbao::unreadable::Reason;

use super::line::Line;
use crate::limits::Budget;

/// A cell of a row: its text and its place.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The text, trimmed; line feeds where the source breaks it.
    pub text: String,
    /// Where it begins.
    pub at: Place,
}

impl Cell {
    /// The cell that a piece of a line is.
    pub fn of(piece: Line) -> Cell {
        Cell { text: piece.trimmed().text.to_owned(), at: piece.place() }
    }
}

/// A Document in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    blocks: Vec<Block>,
    budget: Budget,
    /// The blank line seen since the last block, if any.
    blank: Option<Place>,
}

impl Builder {
    /// Adds a line as a paragraph.
    pub fn paragraph(&mut self, line: Line, level: Option<u8>) -> Result<(), Reason> {
        self.budget.spend(1)?;
        if let (Some(at), Some(Block::Paragraph(_))) = (self.blank.take(), self.blocks.last()) {
            self.blocks.push(wrapped(String::new(), at, None));
        }
        self.blocks.push(wrapped(line.text.to_owned(), line.place(), level));
        Ok(())
    }

    /// Notes a blank line. Between two paragraphs it becomes an empty paragraph, which says that
    /// the second does not go on with the first; elsewhere it says nothing.
    pub fn blank(&mut self, line: Line) {
        self.blank.get_or_insert(line.place());
    }

    /// Adds rows of cells as one grid.
    pub fn grid(&mut self, rows: Vec<Vec<Cell>>) -> Result<(), Reason> {
        self.budget.spend(rows.iter().map(Vec::len).sum())?;
        self.blank = None;
        let mut cells = Vec::new();
        for (row, columns) in (0..).zip(rows) {
            cells.extend((0..).zip(columns).map(|(column, cell)| GridCell {
                row,
                column,
                row_span: 1,
                column_span: 1,
                text: cell.text,
                at: Some(cell.at),
            }));
        }
        self.blocks.push(Block::Grid(Grid { columns: Columns::Ragged, cells }));
        Ok(())
    }

    /// The Document.
    pub fn finish(self, reader: &str) -> Document {
        Document { reader: reader.to_owned(), blocks: self.blocks, remarks: Vec::new() }
    }
}

fn wrapped(text: String, at: Place, level: Option<u8>) -> Block {
    Block::Paragraph(Paragraph { text, at: Some(at), level, wrapped: true })
}
