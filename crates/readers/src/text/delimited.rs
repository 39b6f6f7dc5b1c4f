//! Rows of cells between tabs or commas, one row a line, cells with line breaks in quotes.

use nianbao::unreadable::Reason;

use super::builder::{Builder, Cell};
use super::line::{Line, is_blank};
use super::nature::{is_item_mark, is_number, is_prose};

/// Over how many lines a quoted cell may go.
const QUOTED_LINES: usize = 20;

/// A row and the lines it stands on.
struct Row<'a> {
    lines: &'a [Line<'a>],
    cells: Vec<Cell>,
}

/// Reads `count` lines (more where the last has an open quote) as rows of cells. Lines that are
/// prose or list items become paragraphs. Gives the number of lines read.
pub(super) fn read(lines: &[Line], count: usize, delimiter: char, builder: &mut Builder) -> Result<usize, Reason> {
    let mut read = 0;
    let mut rows: Vec<Row> = Vec::new();
    while read < count.max(1) {
        let rest = lines.get(read..).unwrap_or_default();
        let row = row(rest, delimiter);
        read += row.lines.len().max(1);
        if row.is_paragraph() {
            close(std::mem::take(&mut rows), builder)?;
            super::read_line(row.lines.first().copied().unwrap_or_default(), builder)?;
        } else {
            rows.push(row);
        }
    }
    close(rows, builder)?;
    Ok(read)
}

/// Adds rows as a grid, or as paragraphs where nothing makes them a table.
fn close(rows: Vec<Row>, builder: &mut Builder) -> Result<(), Reason> {
    if rows.iter().any(Row::has_cells) {
        return builder.grid(rows.into_iter().map(|row| row.cells).collect());
    }
    for line in rows.iter().flat_map(|row| row.lines) {
        super::read_line(*line, builder)?;
    }
    Ok(())
}

impl Row<'_> {
    fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.text.is_empty())
    }

    /// Whether at least two of its cells are filled.
    fn has_cells(&self) -> bool {
        self.filled().nth(1).is_some()
    }

    /// Whether it is prose with a tab in it, or a list item whose number a tab follows.
    fn is_paragraph(&self) -> bool {
        let numbers = self.filled().filter(|cell| is_number(&cell.text)).count();
        let item = self.filled().count() == 2 && self.filled().next().is_some_and(|cell| is_item_mark(&cell.text));
        self.lines.len() == 1 && numbers == 0 && (item || self.filled().any(|cell| is_prose(&cell.text)))
    }
}

/// Reads the first row of `lines`.
fn row<'a>(lines: &'a [Line<'a>], delimiter: char) -> Row<'a> {
    let first = lines.first().copied().unwrap_or_default();
    let mut cells = Vec::new();
    let mut used = 1;
    let mut rest = Some(first);
    while let Some(piece) = rest {
        let ahead = lines.get(used..).unwrap_or_default();
        if let Some(quoted) = quoted(piece, ahead, delimiter) {
            cells.push(Cell { text: quoted.text, at: piece.place() });
            used += quoted.lines;
            rest = quoted.rest;
        } else {
            let (cell, after) = split_once(piece, delimiter);
            cells.push(Cell::of(cell));
            rest = after;
        }
    }
    Row { lines: lines.get(..used).unwrap_or_default(), cells }
}

/// The piece before the first delimiter, and the piece after it.
fn split_once<'a>(piece: Line<'a>, delimiter: char) -> (Line<'a>, Option<Line<'a>>) {
    match piece.text.split_once(delimiter) {
        Some((text, _)) => {
            let cell = Line { text, ..piece };
            let rest = piece.after(text).and_then(|rest| rest.after(delimiter.encode_utf8(&mut [0; 4])));
            (cell, rest)
        }
        None => (piece, None),
    }
}

/// A cell in quotes.
struct Quoted<'a> {
    text: String,
    /// How many lines after the first it goes over.
    lines: usize,
    /// What follows the delimiter after it.
    rest: Option<Line<'a>>,
}

/// Reads a cell in quotes, in which quotes are doubled; `None` where the quotes are just text.
fn quoted<'a>(piece: Line<'a>, ahead: &[Line<'a>], delimiter: char) -> Option<Quoted<'a>> {
    let mut rest = piece.after("\"")?;
    let mut text = String::new();
    let mut lines = 0;
    loop {
        let Some((before, _)) = rest.text.split_once('"') else {
            if lines == QUOTED_LINES {
                return None;
            }
            text.push_str(rest.text);
            text.push('\n');
            rest = *ahead.get(lines)?;
            lines += 1;
            continue;
        };
        text.push_str(before);
        rest = rest.after(before)?.after("\"")?;
        if let Some(after) = rest.after("\"") {
            text.push('"');
            rest = after;
        } else if rest.text.is_empty() || rest.text.starts_with(delimiter) {
            let text = text.trim_matches(is_blank).to_owned();
            return Some(Quoted { text, lines, rest: rest.after(delimiter.encode_utf8(&mut [0; 4])) });
        } else {
            return None;
        }
    }
}
