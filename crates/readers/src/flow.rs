//! What flows rather than stands at fixed places: paragraphs and tables, as word processors have
//! them, put together to a Document.

mod edges;

use nianbao::document::{Block, Columns, Document, Grid, GridCell, Paragraph, Place, Remark, RemarkKind};
use nianbao::unreadable::Reason;

use crate::limits::{self, Budget};
pub(crate) use edges::{EdgedCell, EdgedRow, OpenTables};

/// How long a paragraph of an article is, in characters; labels and remarks in cells are shorter.
const ARTICLE_PARAGRAPH: usize = 60;

/// A piece of flowing text.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// A paragraph and its level, if it is a heading.
    Paragraph(String, Option<u8>),
    /// A table.
    Table(Table),
    /// A remark on the paragraph that follows.
    Remark(RemarkKind, String),
}

impl Piece {
    /// A text with line breaks, as a person sees it: a heading that is broken over lines is one heading, any
    /// other line a paragraph.
    pub fn of_text(text: &str, level: Option<u8>) -> Vec<Piece> {
        match level {
            Some(_) => vec![Piece::Paragraph(text.replace('\n', ""), level)],
            None => text.split('\n').map(|line| Piece::Paragraph(line.to_owned(), None)).collect(),
        }
    }
}

/// A table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// Its cells, by row, then by column.
    pub cells: Vec<Cell>,
    /// For each column the cell that reaches the last row, as its index.
    above: Vec<Option<usize>>,
    /// How many rows have begun.
    rows: u32,
    column: u32,
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    pub row: u32,
    pub column: u32,
    pub row_span: u32,
    pub column_span: u32,
    pub content: Vec<Piece>,
}

impl Table {
    /// Begins a row; its first cell stands after `before` columns without cells.
    pub fn begin_row(&mut self, before: u32) {
        self.rows += 1;
        self.column = before.min(limits::COLUMNS as u32);
    }

    /// Adds a cell as wide as `width` columns, after the last one of the row.
    pub fn cell(&mut self, width: u32, content: Vec<Piece>) -> Result<(), Reason> {
        let index = self.cells.len();
        let (column, width) = self.take(width, Some(index))?;
        let row = self.rows.saturating_sub(1);
        self.cells.push(Cell { row, column, row_span: 1, column_span: width, content });
        Ok(())
    }

    /// Adds a cell that goes on from the one above it; one of its own, where there is none.
    pub fn goes_on(&mut self, width: u32, content: Vec<Piece>) -> Result<(), Reason> {
        let above = usize::try_from(self.column).ok().and_then(|column| self.above.get(column).copied().flatten());
        let row = self.rows.saturating_sub(1);
        let reaches = |cell: &Cell| cell.column == self.column && cell.row + cell.row_span == row;
        match above.filter(|index| self.cells.get(*index).is_some_and(reaches)) {
            Some(index) => {
                let width = self.cells.get(index).map_or(width, |cell| cell.column_span.min(width.max(1)));
                self.take(width, Some(index))?;
                if let Some(cell) = self.cells.get_mut(index) {
                    cell.row_span += 1;
                }
                Ok(())
            }
            None => self.cell(width, content),
        }
    }

    /// Makes the last cell of the row wider.
    pub fn widen(&mut self, width: u32) -> Result<(), Reason> {
        let (_, width) = self.take(width, self.cells.len().checked_sub(1))?;
        let row = self.rows.saturating_sub(1);
        if let Some(cell) = self.cells.last_mut().filter(|cell| cell.row == row) {
            cell.column_span += width;
        }
        Ok(())
    }

    fn take(&mut self, width: u32, cell: Option<usize>) -> Result<(u32, u32), Reason> {
        let (column, width) = (self.column, width.clamp(1, limits::COLUMNS as u32));
        let (start, end) = (column as usize, (column + width) as usize);
        if end > limits::COLUMNS {
            return Err(Reason::TooLarge);
        }
        if self.above.len() < end {
            self.above.resize(end, None);
        }
        if let Some(places) = self.above.get_mut(start..end) {
            places.fill(cell);
        }
        self.column = column + width;
        Ok((column, width))
    }

    /// Whether the table lays out a page: one filled cell, tables that hold at least as many cells
    /// as it has itself, or paragraphs of an article in a cell.
    fn lays_out_the_page(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| cell.content.iter().any(shows)).count();
        let inner: usize = self.cells.iter().flat_map(|cell| &cell.content).map(cells_of).sum();
        let is_article = |piece: &&Piece| matches!(piece, Piece::Paragraph(text, _) if text.chars().nth(ARTICLE_PARAGRAPH).is_some());
        self.cells.len() < 2
            || inner > 0 && inner >= filled
            || self.cells.iter().any(|cell| cell.content.iter().filter(is_article).count() > 2)
    }
}

fn cells_of(piece: &Piece) -> usize {
    match piece {
        Piece::Table(table) => table.cells.len(),
        Piece::Paragraph(..) | Piece::Remark(..) => 0,
    }
}

fn shows(piece: &Piece) -> bool {
    match piece {
        Piece::Paragraph(text, _) => !text.trim().is_empty(),
        Piece::Table(table) => !table.cells.is_empty(),
        Piece::Remark(..) => false,
    }
}

/// Makes a Document of the pieces.
pub(crate) fn document(reader: &str, pieces: Vec<Piece>) -> Result<Document, Reason> {
    let mut flow = Flow::default();
    flow.pieces(pieces)?;
    if flow.blocks.is_empty() {
        return Err(Reason::Empty);
    }
    Ok(Document { reader: reader.to_owned(), blocks: flow.blocks, remarks: flow.remarks })
}

#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    remarks: Vec<Remark>,
    budget: Budget,
    paragraphs: u32,
    tables: u32,
}

impl Flow {
    /// Nesting is bounded by the readers, which go no deeper than [`limits::DEPTH`].
    fn pieces(&mut self, pieces: Vec<Piece>) -> Result<(), Reason> {
        for piece in pieces {
            match piece {
                Piece::Paragraph(text, level) => self.paragraph(text, level)?,
                Piece::Table(table) if table.lays_out_the_page() => {
                    for cell in table.cells {
                        self.pieces(cell.content)?;
                    }
                }
                Piece::Table(table) => self.table(table)?,
                Piece::Remark(kind, text) => {
                    let at = Place::Paragraph { paragraph: self.paragraphs + 1 };
                    self.remark(kind, text, at)?;
                }
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, text: String, level: Option<u8>) -> Result<(), Reason> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.budget.spend(1)?;
        self.paragraphs += 1;
        let at = Some(Place::Paragraph { paragraph: self.paragraphs });
        self.blocks.push(Block::Paragraph(Paragraph { text, at, level, wrapped: false }));
        Ok(())
    }

    fn remark(&mut self, kind: RemarkKind, text: String, at: Place) -> Result<(), Reason> {
        self.budget.spend(1)?;
        self.remarks.push(Remark { kind, text, at: Some(at) });
        Ok(())
    }

    fn table(&mut self, table: Table) -> Result<(), Reason> {
        self.tables += 1;
        let number = self.tables;
        let mut cells = Vec::with_capacity(table.cells.len());
        for cell in table.cells {
            self.budget.spend(1)?;
            let at = Place::Grid { table: number, row: cell.row + 1, column: cell.column + 1 };
            let mut lines = Vec::new();
            self.cell_lines(cell.content, at, &mut lines)?;
            cells.push(GridCell {
                row: cell.row,
                column: cell.column,
                row_span: cell.row_span,
                column_span: cell.column_span,
                text: lines.join("\n"),
                at: Some(at),
            });
        }
        if !cells.is_empty() {
            self.blocks.push(Block::Grid(Grid { columns: Columns::Ruled, cells }));
        }
        Ok(())
    }

    /// The lines of a cell: its paragraphs, and the cells of a small table in it.
    fn cell_lines(&mut self, content: Vec<Piece>, at: Place, lines: &mut Vec<String>) -> Result<(), Reason> {
        for piece in content {
            match piece {
                Piece::Paragraph(text, _) if text.trim().is_empty() => {}
                Piece::Paragraph(text, _) => lines.push(text.trim().to_owned()),
                Piece::Remark(kind, text) => self.remark(kind, text, at)?,
                Piece::Table(table) => {
                    for cell in table.cells {
                        self.cell_lines(cell.content, at, lines)?;
                    }
                }
            }
        }
        Ok(())
    }
}
