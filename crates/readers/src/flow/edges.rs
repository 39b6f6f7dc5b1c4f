//! Tables whose cells are told by their edges, as doc and rtf have them: text comes paragraph by
//! paragraph, and marks end cells and rows.

use nianbao::unreadable::Reason;

use super::{Piece, Table};
use crate::limits;

/// Edges nearer to each other than this are one, in twentieths of a point.
const NEAR: i32 = 45;

/// A row of cells whose edges are known, not their columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct EdgedRow {
    /// Where the first cell begins.
    pub left: i32,
    /// Its cells.
    pub cells: Vec<EdgedCell>,
}

/// A cell with its right edge, in whatever unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct EdgedCell {
    /// Its right edge.
    pub right: i32,
    /// Whether it goes on from the cell to its left.
    pub goes_on_left: bool,
    /// Whether it goes on from the cell above.
    pub goes_on_above: bool,
    /// What stands in it.
    pub content: Vec<Piece>,
}

/// Tables in the making, each in a cell of the one before.
#[derive(Default)]
pub(crate) struct OpenTables {
    open: Vec<OpenTable>,
}

#[derive(Default)]
struct OpenTable {
    /// What stands in the open cell.
    cell: Vec<Piece>,
    /// The cells of the open row that are finished.
    cells: Vec<Vec<Piece>>,
    rows: Vec<EdgedRow>,
}

impl OpenTables {
    /// Where a paragraph goes that stands in as many tables as `depth`: to a cell, or to `text`.
    /// Tables within which it does not stand end.
    pub fn at<'a>(&'a mut self, depth: usize, text: &'a mut Vec<Piece>) -> Result<&'a mut Vec<Piece>, Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        while self.open.len() > depth
            && let Some(table) = self.open.pop()
        {
            let table = Piece::Table(table.finish()?);
            self.open.last_mut().map_or(&mut *text, |outer| &mut outer.cell).push(table);
        }
        self.open.resize_with(depth, OpenTable::default);
        Ok(self.open.last_mut().map_or(text, |table| &mut table.cell))
    }

    /// Whether the innermost table has a row that was not ended.
    pub fn has_open_row(&self) -> bool {
        self.open.last().is_some_and(|table| !table.cells.is_empty())
    }

    /// Ends a cell of the innermost table.
    pub fn end_cell(&mut self) -> Result<(), Reason> {
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        table.cells.push(std::mem::take(&mut table.cell));
        if table.cells.len() > limits::COLUMNS { Err(Reason::TooLarge) } else { Ok(()) }
    }

    /// Ends a row of the innermost table. `shape` tells its edges and how its cells are merged.
    pub fn end_row(&mut self, shape: EdgedRow) -> Result<(), Reason> {
        self.open.last_mut().map_or(Ok(()), |table| table.end_row(shape))
    }
}

impl OpenTable {
    fn end_row(&mut self, mut row: EdgedRow) -> Result<(), Reason> {
        let mut contents = std::mem::take(&mut self.cells).into_iter();
        for (cell, content) in row.cells.iter_mut().zip(&mut contents) {
            cell.content = content;
        }
        // Cells that the definition forgot.
        let mut right = row.cells.last().map_or(row.left, |cell| cell.right);
        for content in contents {
            right = right.saturating_add(1_000);
            row.cells.push(EdgedCell { right, content, ..EdgedCell::default() });
        }
        if self.rows.len() > limits::PIECES || row.cells.len() > limits::COLUMNS {
            return Err(Reason::TooLarge);
        }
        if !row.cells.is_empty() {
            self.rows.push(row);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Table, Reason> {
        if !self.cells.is_empty() || !self.cell.is_empty() {
            // Its row was not ended.
            self.cells.push(std::mem::take(&mut self.cell));
            self.end_row(EdgedRow::default())?;
        }
        Table::of_edges(self.rows)
    }
}

impl Table {
    fn of_edges(rows: Vec<EdgedRow>) -> Result<Table, Reason> {
        let lefts = rows.iter().map(|row| row.left);
        let rights = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.right));
        let mut edges: Vec<i32> = lefts.chain(rights).collect();
        edges.sort_unstable();
        edges.dedup_by(|b, a| b.saturating_sub(*a) <= NEAR);
        if edges.len() > limits::COLUMNS {
            return Err(Reason::TooLarge);
        }
        let column = |edge: i32| {
            let place = edges.partition_point(|other| *other <= edge).saturating_sub(1);
            u32::try_from(place).unwrap_or(0)
        };
        let mut table = Table::default();
        for row in rows {
            let mut left = column(row.left);
            table.begin_row(left);
            for cell in row.cells {
                let right = column(cell.right).max(left + 1);
                let width = right - left;
                left = right;
                if cell.goes_on_left {
                    table.widen(width)?;
                } else if cell.goes_on_above {
                    table.goes_on(width, cell.content)?;
                } else {
                    table.cell(width, cell.content)?;
                }
            }
        }
        Ok(table)
    }
}
