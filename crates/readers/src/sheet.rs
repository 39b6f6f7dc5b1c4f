//! Spreadsheets: cells at their addresses, put together to paragraphs and grids.
//!
//! A row with one text that stands by itself (a title, a heading, a note) is a paragraph; rows
//! together are a grid. Places are the sheet's own: its number, the row and the column.

mod formats;
pub(crate) mod ods;
pub(crate) mod xlsx;

use std::collections::{BTreeMap, BTreeSet};

use nianbao::document::{Block, Columns, Document, Grid, GridCell, Paragraph, Place};
use nianbao::unreadable::Reason;

use crate::limits::{self, Budget};
pub(crate) use formats::Formats;

/// A text longer than this alone in its row is a paragraph wherever it stands, in characters.
const LONG: usize = 60;

/// A sheet: what its cells show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// The texts of cells that are not blank, by row and column, from 0.
    pub cells: BTreeMap<(u32, u32), String>,
    /// Merged areas: for the first row and column the last ones.
    pub merged: BTreeMap<(u32, u32), (u32, u32)>,
}

/// Makes a Document of sheets.
pub(crate) fn document(reader: &str, sheets: &[Sheet]) -> Result<Document, Reason> {
    let mut blocks = Vec::new();
    let mut budget = Budget::default();
    for (number, sheet) in (1..).zip(sheets) {
        sheet.read(number, &mut blocks, &mut budget)?;
    }
    if blocks.is_empty() {
        return Err(Reason::Empty);
    }
    Ok(Document { reader: reader.to_owned(), blocks, remarks: Vec::new() })
}

impl Sheet {
    fn read(&self, number: u32, blocks: &mut Vec<Block>, budget: &mut Budget) -> Result<(), Reason> {
        let mut rows: BTreeMap<u32, Vec<(u32, &str)>> = BTreeMap::new();
        for ((row, column), text) in &self.cells {
            rows.entry(*row).or_default().push((*column, text));
        }
        // A merged cell that reaches over several rows keeps them together: for each row in which
        // one begins, the last row that one reaches from there or above.
        let mut reached: Vec<(u32, u32)> = Vec::new();
        for (first, last) in
            self.merged.iter().filter(|(first, last)| first.0 < last.0 && self.cells.contains_key(first))
        {
            let reach = reached.last().map_or(last.0, |(_, before)| last.0.max(*before));
            reached.push((first.0, reach));
        }
        let reach = |row: u32| {
            let begun = reached.partition_point(|(first, _)| *first <= row);
            begun.checked_sub(1).and_then(|index| reached.get(index)).map(|(_, last)| *last)
        };
        let is_covered = |row: u32| reach(row).is_some_and(|last| row <= last);
        let mut grid: Vec<u32> = Vec::new();
        let last_row = rows.keys().next_back().copied();
        let mut before: Option<u32> = None;
        for (row, cells) in &rows {
            // Blank rows between two tables.
            if before.is_some_and(|before| row - before > 1 && reach(before).is_none_or(|last| last < *row)) {
                self.grid(number, &std::mem::take(&mut grid), &rows, blocks, budget)?;
            }
            let alone = match cells.as_slice() {
                [(column, text)] if !is_covered(*row) => Some((*column, *text)),
                _ => None,
            };
            let ends = last_row == Some(*row) || !rows.contains_key(&(row + 1)) && !is_covered(row + 1);
            match alone {
                Some((column, text)) if grid.is_empty() || ends || text.chars().nth(LONG).is_some() => {
                    self.grid(number, &std::mem::take(&mut grid), &rows, blocks, budget)?;
                    let at = Place::Grid { table: number, row: row + 1, column: column + 1 };
                    for line in text.lines().filter(|line| !line.trim().is_empty()) {
                        budget.spend(1)?;
                        let text = line.to_owned();
                        blocks.push(Block::Paragraph(Paragraph { text, at: Some(at), level: None, wrapped: false }));
                    }
                }
                _ => grid.push(*row),
            }
            before = Some(*row);
        }
        self.grid(number, &grid, &rows, blocks, budget)
    }

    /// Adds a grid of these rows. Columns in which nothing begins are left out.
    fn grid(
        &self,
        number: u32,
        grid: &[u32],
        rows: &BTreeMap<u32, Vec<(u32, &str)>>,
        blocks: &mut Vec<Block>,
        budget: &mut Budget,
    ) -> Result<(), Reason> {
        let (Some(top), Some(bottom)) = (grid.first().copied(), grid.last().copied()) else { return Ok(()) };
        let mut columns: Vec<u32> =
            grid.iter().filter_map(|row| rows.get(row)).flatten().map(|(column, _)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        let height = usize::try_from(bottom - top + 1).unwrap_or(usize::MAX);
        if columns.len() > limits::COLUMNS || height.saturating_mul(columns.len()) > limits::GRID_AREA {
            return Err(Reason::TooLarge);
        }
        let mut hidden = BTreeSet::new();
        let mut steps = 0;
        for (first, last) in self.merged.range((top, 0)..=(bottom, u32::MAX)) {
            let within = |column: &&u32| (first.1..=last.1).contains(column);
            for row in first.0..=last.0.min(bottom) {
                hidden
                    .extend(columns.iter().filter(within).map(|column| (row, *column)).filter(|place| place != first));
                steps += columns.len();
                if steps > limits::GRID_AREA {
                    return Err(Reason::TooLarge);
                }
            }
        }
        let mut cells = Vec::new();
        for row in top..=bottom {
            for (index, column) in (0..).zip(&columns) {
                if hidden.contains(&(row, *column)) {
                    continue;
                }
                budget.spend(1)?;
                let last = self.merged.get(&(row, *column));
                let wide =
                    last.map_or(1, |last| columns.iter().filter(|other| (*column..=last.1).contains(other)).count());
                let high = last.map_or(1, |last| last.0.min(bottom).saturating_sub(row) + 1);
                cells.push(GridCell {
                    row: row - top,
                    column: index,
                    row_span: high,
                    column_span: u32::try_from(wide).unwrap_or(1).max(1),
                    text: self.cells.get(&(row, *column)).cloned().unwrap_or_default(),
                    at: Some(Place::Grid { table: number, row: row + 1, column: column + 1 }),
                });
            }
        }
        blocks.push(Block::Grid(Grid { columns: Columns::Ruled, cells }));
        Ok(())
    }
}

/// A number as a sheet shows it in its general format: at most fifteen digits.
pub(crate) fn shown(number: f64) -> String {
    if !number.is_finite() {
        return String::new();
    }
    if number == number.trunc() && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let whole_digits = number.abs().log10().floor().clamp(-5.0, 15.0) as i32 + 1;
    let decimals = usize::try_from(15 - whole_digits).unwrap_or(0).min(15);
    let text = format!("{number:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests;
