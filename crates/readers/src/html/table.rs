//! A table: which row and column each cell covers, and whether it is a table or lays out the page.

use nianbao::document::{Block, Columns, Grid, GridCell};
use nianbao::unreadable::Reason;

use super::flow::Flow;
use crate::limits::{self, Budget};

/// The most columns and rows that the HTML standard lets one cell span.
const MOST_COLUMNS: u32 = 1000;
const MOST_ROWS: u32 = 65_534;

/// How long a paragraph of an article is, in characters; labels and remarks in cells are shorter.
const ARTICLE_PARAGRAPH: usize = 60;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    cells: Vec<Cell>,
    open: bool,
    /// How many rows have begun.
    rows: u32,
    /// Where the next cell of the row may stand.
    next_column: usize,
    /// For each column the first row that no cell from above covers.
    free_from: Vec<u32>,
    /// The first row and the first cell of the row group.
    group: (u32, usize),
}

/// A cell, its place and what stands in it.
#[derive(Debug)]
struct Cell {
    row: u32,
    column: u32,
    row_span: u32,
    column_span: u32,
    flow: Flow,
}

/// What a table turns out to be.
pub(super) enum Finished {
    /// A table.
    Grid(Grid),
    /// A means to lay out the page: its content in reading order.
    Content(Vec<Block>),
}

impl Table {
    /// The text of the open cell, if one is open.
    pub fn flow(&mut self) -> Option<&mut Flow> {
        if self.open { self.cells.last_mut().map(|cell| &mut cell.flow) } else { None }
    }

    /// Whether a cell is open.
    pub fn has_open_cell(&self) -> bool {
        self.open
    }

    /// Begins a row.
    pub fn begin_row(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        self.end_cell(budget)?;
        self.rows += 1;
        self.next_column = 0;
        Ok(())
    }

    /// Begins a cell, and a row where none has begun. Spans are as written: 0 rows are all that follow.
    pub fn begin_cell(&mut self, row_span: u32, column_span: u32, budget: &mut Budget) -> Result<(), Reason> {
        if self.rows == self.group.0 {
            self.begin_row(budget)?;
        }
        self.end_cell(budget)?;
        budget.spend(1)?;
        let row = self.rows.saturating_sub(1);
        let is_free = |free_from: &u32| *free_from <= row;
        let taken = self.free_from.iter().skip(self.next_column).position(is_free);
        let column = taken.map_or(self.free_from.len().max(self.next_column), |skipped| self.next_column + skipped);
        if column >= limits::COLUMNS {
            return Err(Reason::TooLarge);
        }
        let row_span = if row_span == 0 { MOST_ROWS } else { row_span.min(MOST_ROWS) };
        // A cell ends where one from above stands; the standard lets them overlap, which shows neither.
        let room =
            self.free_from.iter().skip(column).position(|free_from| !is_free(free_from)).unwrap_or(limits::COLUMNS);
        let width = (column_span.clamp(1, MOST_COLUMNS) as usize).min(room);
        let end = (column + width).min(limits::COLUMNS);
        if self.free_from.len() < end {
            self.free_from.resize(end, 0);
        }
        for free_from in self.free_from.iter_mut().take(end).skip(column) {
            *free_from = (*free_from).max(row + row_span);
        }
        self.next_column = end;
        self.open = true;
        self.cells.push(Cell {
            row,
            column: column as u32,
            row_span,
            column_span: (end - column) as u32,
            flow: Flow::default(),
        });
        Ok(())
    }

    /// Ends the open cell, if there is one.
    pub fn end_cell(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        match self.flow() {
            Some(flow) => flow.end_paragraph(budget)?,
            None => return Ok(()),
        }
        self.open = false;
        Ok(())
    }

    /// Ends a row group: no cell goes on below it.
    pub fn end_group(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        self.end_cell(budget)?;
        for cell in self.cells.iter_mut().skip(self.group.1) {
            cell.row_span = cell.row_span.min(self.rows - cell.row);
        }
        self.free_from.clear();
        self.group = (self.rows, self.cells.len());
        Ok(())
    }

    /// Ends the table.
    pub fn finish(mut self, budget: &mut Budget) -> Result<Finished, Reason> {
        self.end_group(budget)?;
        if self.lays_out_the_page() {
            return Ok(Finished::Content(self.cells.into_iter().flat_map(|cell| cell.flow.blocks).collect()));
        }
        self.drop_unused_columns()?;
        let cells = self.cells.into_iter().map(|cell| GridCell {
            row: cell.row,
            column: cell.column,
            row_span: cell.row_span,
            column_span: cell.column_span,
            text: text_of(&cell.flow.blocks),
            at: None,
        });
        Ok(Finished::Grid(Grid { columns: Columns::Ruled, cells: cells.collect() }))
    }

    /// Whether the table lays out a page: one filled cell, tables that hold at least as many cells
    /// as it has itself, or paragraphs of an article in a cell.
    fn lays_out_the_page(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.flow.blocks.is_empty()).count();
        let inner: usize = self.cells.iter().flat_map(|cell| &cell.flow.blocks).map(cells_of).sum();
        let has_article = |cell: &Cell| cell.flow.blocks.iter().filter(|block| is_article_paragraph(block)).count() > 2;
        self.cells.len() < 2
            || (filled == 1 && self.rows < 2)
            || (inner > 0 && inner >= filled)
            || self.cells.iter().any(has_article)
    }

    /// Drops the columns in which no cell begins: nothing would show them, and a cell may claim to
    /// span a thousand.
    fn drop_unused_columns(&mut self) -> Result<(), Reason> {
        let width = self.cells.iter().map(|cell| cell.column as usize + 1).max().unwrap_or(0);
        let mut used = vec![false; width];
        for cell in &self.cells {
            if let Some(used) = used.get_mut(cell.column as usize) {
                *used = true;
            }
        }
        if used.iter().filter(|&&used| used).count() * self.rows as usize > limits::GRID_AREA {
            return Err(Reason::TooLarge);
        }
        // For each column, how many used ones stand before it.
        let mut before = vec![0];
        let mut count = 0;
        for used in used {
            count += u32::from(used);
            before.push(count);
        }
        let position = |column: usize| before.get(column).copied().unwrap_or(count);
        for cell in &mut self.cells {
            let (start, end) = (cell.column as usize, (cell.column + cell.column_span) as usize);
            cell.column = position(start);
            cell.column_span = position(end) - cell.column;
        }
        Ok(())
    }
}

fn cells_of(block: &Block) -> usize {
    match block {
        Block::Grid(grid) => grid.cells.len(),
        Block::Paragraph(_) => 0,
    }
}

fn is_article_paragraph(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.text.chars().nth(ARTICLE_PARAGRAPH).is_some(),
        Block::Grid(_) => false,
    }
}

/// The text of a cell: its paragraphs, and the cells of a small table in it, line by line.
fn text_of(blocks: &[Block]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text.trim()),
            Block::Grid(grid) => lines.extend(grid.cells.iter().map(|cell| cell.text.as_str())),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
