//! Cells below each other, each on its own line after a tab, rows apart by a blank line:
//!
//! ```text
//! →规章
//! →0
//! →0
//!
//! →行政规范性文件
//! ```
//!
//! A line without a tab goes on with the cell above it; a tab alone is a blank cell.

use nianbao::unreadable::Reason;

use super::builder::{Builder, Cell};
use super::line::{Line, is_blank};
use super::nature::{is_number, is_numbered_heading, is_prose};

/// The longest line that can be the rest of a wrapped cell, in characters.
const WRAPPED_REST: usize = 20;

/// The longest row. A longer run of cells says nothing about where its rows end.
const LONGEST_ROW: usize = 24;

/// Reads rows of cells below each other; `None` where the lines are not such cells. Gives the
/// number of lines read.
pub(super) fn read(lines: &[Line], builder: &mut Builder) -> Result<Option<usize>, Reason> {
    let mut rows = Vec::new();
    let mut read = 0;
    while let Some((row, used)) = row(lines.get(read..).unwrap_or_default()) {
        rows.push(row);
        read += used;
        let blanks = lines.iter().skip(read).take_while(|line| line.is_blank() && !is_cell(line)).count();
        // A blank line after the last row is no part of the grid.
        if !lines.get(read + blanks).is_some_and(is_cell) {
            break;
        }
        read += blanks;
    }
    let numbers = rows.iter().flatten().any(|cell| is_number(&cell.text));
    let wide = rows.iter().any(|row| row.len() > 1);
    if !numbers || !wide {
        return Ok(None);
    }
    if rows.iter().any(|row| row.len() > LONGEST_ROW) {
        for line in lines.iter().take(read) {
            read_cell_as_line(*line, builder)?;
        }
    } else {
        builder.grid(rows)?;
    }
    Ok(Some(read))
}

/// A cell without a known row: its line, tab included, so that a blank cell differs from a blank line.
fn read_cell_as_line(line: Line, builder: &mut Builder) -> Result<(), Reason> {
    if is_cell(&line) { builder.paragraph(line, None) } else { super::read_line(line, builder).map(|_| ()) }
}

/// Whether the line is one tab and a cell's text, which may be nothing.
fn is_cell(line: &Line) -> bool {
    line.text.strip_prefix('\t').is_some_and(|rest| !rest.contains('\t'))
}

/// The row that begins the lines, and how many lines it takes.
fn row(lines: &[Line]) -> Option<(Vec<Cell>, usize)> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut used = 0;
    for line in lines {
        if is_cell(line) {
            let cell = Cell::of(line.after("\t")?);
            if is_prose(&cell.text) {
                return None;
            }
            cells.push(cell);
        } else if let Some(cell) = cells.last_mut().filter(|cell| goes_on(cell, line)) {
            cell.text.push('\n');
            cell.text.push_str(line.text.trim_matches(is_blank));
        } else if line.is_blank() {
            break;
        } else {
            // Something else stands right below: the lines above it were no row.
            return None;
        }
        used += 1;
    }
    match cells.as_slice() {
        [] => None,
        [only] if is_numbered_heading(&only.text) => None,
        _ => Some((cells, used)),
    }
}

/// Whether the line is the rest of a cell whose label was wrapped.
fn goes_on(cell: &Cell, line: &Line) -> bool {
    let rest = line.text;
    !line.is_blank()
        && !rest.contains(['\t', '|'])
        && !cell.text.is_empty()
        && !is_number(&cell.text)
        && rest.chars().count() <= WRAPPED_REST
        && !is_numbered_heading(rest)
}
