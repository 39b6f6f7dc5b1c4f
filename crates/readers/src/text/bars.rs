//! Cells between bars: Markdown tables, rows whose cells a bar ends, and cells that each stand on
//! their own line before a bar.

use nianbao::unreadable::Reason;

use super::builder::{Builder, Cell};
use super::line::Line;
use super::markdown;
use super::nature::{is_number, is_prose};

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃' | '║')
}

fn is_rule_sign(c: char) -> bool {
    matches!(c, '-' | ':' | '=' | '+' | '─' | '━' | '═' | '┼' | '╪' | '╋')
}

/// Whether the line has cells between bars (and not bars in cells between tabs), or is a rule of
/// such a table.
pub(super) fn is_barred(line: &Line) -> bool {
    let bars = line.text.chars().filter(|&c| is_bar(c)).count();
    (bars > 0 && bars >= line.text.matches('\t').count()) || is_border(line)
}

/// Whether the line is the upper or lower edge of a table drawn with signs: +-----+----+
fn is_border(line: &Line) -> bool {
    let text = line.trimmed().text;
    text.starts_with(['+', '┌', '├', '└', '╔', '╚', '┏', '┗'])
        && text.chars().count() > 4
        && text.chars().all(|c| is_rule_sign(c) || matches!(c, '┌'..='╬'))
}

/// Whether the line is the rule below a Markdown header: |---|---|
fn is_rule_line(line: &Line) -> bool {
    let text = line.trimmed().text;
    text.contains("---") && text.chars().all(|c| is_bar(c) || is_rule_sign(c) || c == ' ')
}

/// Whether the line is nothing but one bar.
fn is_lone(line: &Line) -> bool {
    let mut shown = line.trimmed().text.chars();
    shown.next().is_some_and(is_bar) && shown.next().is_none()
}

/// How a block of lines puts its bars.
#[derive(Clone, Copy)]
struct Style {
    /// Every row begins with a bar, or there is a rule as in Markdown: then a bar at the beginning
    /// encloses the cells and no blank cell stands before it.
    begins: bool,
    /// Most rows end with a bar: it ends the last cell.
    ends: bool,
    /// Each cell stands on its own line, and a bar alone ends the row.
    below: bool,
}

/// Reads the lines up to the first without a bar as one grid. Gives their number.
pub(super) fn read(lines: &[Line], builder: &mut Builder) -> Result<usize, Reason> {
    let count = lines.iter().take_while(|line| is_barred(line)).count();
    let block = lines.get(..count).unwrap_or_default();
    if block.iter().all(|line| is_lone(line) || is_border(line)) {
        // Bars alone between lines: each line is a cell. Where a row ends is unknown, so the cells
        // stay lines; two bars in a row have a blank cell between them.
        if let [_, blank, ..] = block {
            builder.blank(*blank);
        }
        return Ok(count);
    }
    let style = Style::of(block);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut open = false;
    for line in block.iter().filter(|line| !is_border(line)) {
        if style.below && is_lone(line) {
            open = false;
            continue;
        }
        let cells = style.cells(*line);
        if is_rule_row(&cells) {
            continue;
        }
        if is_paragraph(&cells) {
            close(&mut rows, builder)?;
            builder.paragraph(*line, None)?;
            open = false;
            continue;
        }
        let blank = cells.iter().all(|cell| cell.text.is_empty());
        match rows.last_mut() {
            Some(row) if open => row.extend(cells),
            _ => rows.push(cells),
        }
        // A line of blank cells fills up a row whose cells stand below each other.
        open = style.below && !blank;
    }
    close(&mut rows, builder)?;
    Ok(count)
}

fn close(rows: &mut Vec<Vec<Cell>>, builder: &mut Builder) -> Result<(), Reason> {
    if rows.is_empty() { Ok(()) } else { builder.grid(std::mem::take(rows)) }
}

/// Whether the text is a piece of the rule below a Markdown header. One or two strokes may be a
/// clerk's sign for "nothing".
fn is_rule(text: &str) -> bool {
    let strokes = text.chars().filter(|c| matches!(c, '-' | '─' | '━' | '═' | '=')).count();
    (strokes >= 3 || (strokes >= 1 && text.contains(':'))) && text.chars().all(is_rule_sign)
}

fn is_rule_row(cells: &[Cell]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.text.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| is_rule(&cell.text))
}

/// Whether a row is a sentence with a bar in it.
fn is_paragraph(cells: &[Cell]) -> bool {
    cells.len() <= 3
        && cells.iter().any(|cell| is_prose(&cell.text))
        && !cells.iter().any(|cell| is_number(&cell.text))
        && cells.iter().filter(|cell| !cell.text.is_empty()).count() > 1
}

impl Style {
    fn of(block: &[Line]) -> Style {
        let rows: Vec<&str> =
            block.iter().filter(|line| !is_lone(line) && !is_border(line)).map(|line| line.trimmed().text).collect();
        let lone = block.iter().any(is_lone);
        let single = rows.iter().filter(|row| row.ends_with(is_bar) && row.chars().filter(|&c| is_bar(c)).count() == 1);
        let ends = rows.iter().filter(|row| row.ends_with(is_bar)).count();
        let enclosed =
            rows.iter().all(|row| row.starts_with(is_bar)) && rows.iter().any(|row| row.chars().any(|c| !is_bar(c)));
        Style {
            begins: enclosed || block.iter().any(is_rule_line),
            ends: ends * 2 > rows.len(),
            below: lone && single.count() * 2 > rows.len(),
        }
    }

    /// The cells of a line, without the empty pieces outside the enclosing bars.
    fn cells(self, line: Line) -> Vec<Cell> {
        let mut pieces = line.trimmed().split(is_bar);
        if self.ends && pieces.len() > 1 && pieces.last().is_some_and(Line::is_blank) {
            pieces.pop();
        }
        if self.begins && pieces.len() > 1 && pieces.first().is_some_and(Line::is_blank) {
            pieces.remove(0);
        }
        pieces
            .into_iter()
            .map(|piece| Cell { text: markdown::cell_text(piece.trimmed().text), at: piece.place() })
            .collect()
    }
}
