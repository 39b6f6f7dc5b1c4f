//! A table as a draft prints it: the form's merged cells with the draft's labels and numbers.

use nianbao::form::{CellId, LayoutContent};

use crate::draft::{Draft, LabelKey};

/// What a printed cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// A label over columns.
    ColumnLabel,
    /// A label before rows: a row's own (its index in `Form::rows`), or a group's.
    RowLabel(Option<usize>),
    /// A number cell.
    Cell(CellId),
}

/// A printed cell with its place in the rectangle of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedCell {
    /// The row of its upper left corner, from 0.
    pub row: usize,
    /// The column of its upper left corner, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
    /// What stands in it.
    pub text: String,
    /// What it is.
    pub kind: Printed,
}

/// A table as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedTable {
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// How many columns its rectangle has.
    pub columns: usize,
    /// The cells of each row, from the left; a merged cell stands in its first row.
    pub rows: Vec<Vec<PrintedCell>>,
}

impl Draft {
    /// A table (2, 3 or 4) as printed: the form's layout with this draft's labels and cells.
    pub fn table(&self, table: u8) -> PrintedTable {
        PrintedTable::of(self, table)
    }

    /// The label that stands in place of the form's.
    fn printed_label(&self, official: &str, printed: &Printed, below: Option<CellId>) -> String {
        let own = match printed {
            Printed::RowLabel(Some(row)) => self.labels.get(&LabelKey::Row(*row)),
            Printed::ColumnLabel => below.and_then(|cell| self.labels.get(&LabelKey::Column(cell))),
            _ => None,
        };
        let general = || self.labels.get(&LabelKey::Official(official.to_owned()));
        own.or_else(general).map_or_else(|| official.to_owned(), Clone::clone)
    }
}

impl PrintedTable {
    fn of(draft: &Draft, table: u8) -> PrintedTable {
        let form = draft.form;
        let outdated = (0..form.rows.len()).any(|row| form.rows[row].outdated && !draft.dropped_rows.contains(&row));
        let layout = form.layout(table, outdated);
        let columns = form.layout_columns(table);
        let mut placed = place(&layout.iter().map(|row| row.as_slice()).collect::<Vec<_>>(), columns);
        let is_dropped = |row: &[PrintedCell]| {
            row.iter().any(|cell| match cell.kind {
                Printed::Cell(id) => table != 4 && draft.dropped_rows.contains(&form.spec(id).row),
                _ => false,
            })
        };
        let gone: Vec<bool> = placed.iter().map(|row| is_dropped(row)).collect();
        let below = cells_below(&placed);
        for (cell, below) in placed.iter_mut().flatten().zip(below) {
            cell.text = match cell.kind {
                Printed::Cell(id) => draft.cell(id).to_owned(),
                kind => draft.printed_label(&cell.text, &kind, below),
            };
        }
        PrintedTable { table, columns, rows: without(placed, &gone) }
    }

    /// The cells that stand in a row, from the left, those that began in a row above included.
    pub fn covering(&self, row: usize) -> Vec<&PrintedCell> {
        let covers = |cell: &&PrintedCell| (cell.row..cell.row + cell.row_span).contains(&row);
        let mut cells: Vec<&PrintedCell> = self.rows.iter().flatten().filter(covers).collect();
        cells.sort_by_key(|cell| cell.column);
        cells
    }

    /// Every position of the table's rectangle, row by row: the cell whose upper left corner it is,
    /// or `None` where a merged cell covers it.
    pub fn rectangle(&self) -> Vec<Vec<Option<&PrintedCell>>> {
        let mut rectangle = vec![vec![None; self.columns]; self.rows.len()];
        for cell in self.rows.iter().flatten() {
            rectangle[cell.row][cell.column] = Some(cell);
        }
        rectangle
    }
}

/// Finds each cell's column, as a browser does with spans.
fn place(layout: &[&[nianbao::form::LayoutCell]], columns: usize) -> Vec<Vec<PrintedCell>> {
    let mut taken = vec![vec![false; columns]; layout.len()];
    let mut placed = Vec::new();
    for (row, cells) in layout.iter().enumerate() {
        let mut line = Vec::new();
        for cell in *cells {
            let column = taken[row].iter().position(|&t| !t).unwrap_or(0);
            for covered in taken.iter_mut().skip(row).take(cell.row_span) {
                covered[column..column + cell.column_span].fill(true);
            }
            let (kind, text) = match cell.content {
                LayoutContent::ColumnLabel(text) => (Printed::ColumnLabel, text),
                LayoutContent::RowLabel { text, row } => (Printed::RowLabel(row), text),
                LayoutContent::Cell(id) => (Printed::Cell(id), ""),
            };
            let (row_span, column_span) = (cell.row_span, cell.column_span);
            line.push(PrintedCell { row, column, row_span, column_span, text: text.to_owned(), kind });
        }
        placed.push(line);
    }
    placed
}

/// For each cell in order: when it is the lowest label over a column, the first number cell below.
fn cells_below(placed: &[Vec<PrintedCell>]) -> Vec<Option<CellId>> {
    let all: Vec<&PrintedCell> = placed.iter().flatten().collect();
    all.iter()
        .map(|label| {
            let next = all.iter().find(|cell| {
                cell.row > label.row && cell.column == label.column && !matches!(cell.kind, Printed::RowLabel(_))
            })?;
            match next.kind {
                Printed::Cell(id) if label.kind == Printed::ColumnLabel => Some(id),
                _ => None,
            }
        })
        .collect()
}

/// Takes rows out; cells that span them shrink, and those that began in them begin in the next row.
fn without(placed: Vec<Vec<PrintedCell>>, gone: &[bool]) -> Vec<Vec<PrintedCell>> {
    let kept_before = |row: usize| gone[..row.min(gone.len())].iter().filter(|&&g| !g).count();
    let mut rows: Vec<Vec<PrintedCell>> = vec![Vec::new(); kept_before(gone.len())];
    for mut cell in placed.into_iter().flatten() {
        let end = kept_before(cell.row + cell.row_span);
        let start = kept_before(cell.row);
        let own = gone[cell.row] && cell.row_span == 1;
        if own || start >= end {
            continue;
        }
        (cell.row, cell.row_span) = (start, end - start);
        rows[start].push(cell);
    }
    for row in &mut rows {
        row.sort_by_key(|cell| cell.column);
    }
    rows
}

impl PrintedCell {
    /// Whether it is a number cell.
    pub fn is_number(&self) -> bool {
        matches!(self.kind, Printed::Cell(_))
    }
}
