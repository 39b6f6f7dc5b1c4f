//! Puts the pages together: a grid that goes on over a page's end is one grid.

use nianbao::document::{Block, Columns, Grid, GridCell, Paragraph, Place};

use super::grid::{RuledCell, RuledGrid};
use super::place::{PageBlock, PageBlocks, paragraph};

/// Columns nearer to each other than this are the same, in points.
const SAME: f32 = 4.0;

/// A gap between two lines wider than this, in font sizes, parts paragraphs. Official papers have
/// lines 1.75 font sizes apart; their characters leave 0.75 of it blank.
const PARAGRAPH_GAP: f32 = 1.6;

/// Puts the blocks of all pages in one row.
pub(super) fn join(pages: Vec<PageBlocks>) -> Vec<Block> {
    let mut joined: Vec<(u32, PageBlock)> = Vec::new();
    for page in pages {
        for (index, block) in page.blocks.into_iter().enumerate() {
            let block = match (joined.last_mut(), block) {
                (Some((last_page, PageBlock::Grid(last))), PageBlock::Grid(next))
                    if index == 0 && *last_page < page.number =>
                {
                    match append(last, next) {
                        None => {
                            *last_page = page.number;
                            continue;
                        }
                        Some(next) => PageBlock::Grid(next),
                    }
                }
                (_, block) => block,
            };
            joined.push((page.number, block));
        }
    }
    blocks(joined)
}

fn blocks(joined: Vec<(u32, PageBlock)>) -> Vec<Block> {
    let mut blocks = Vec::new();
    // The page and the bottom of the line before.
    let mut before: Option<(u32, f32)> = None;
    for (page, block) in joined {
        match block {
            PageBlock::Line(line) => {
                let [x0, top, _, bottom] = line.bounds;
                if before.is_some_and(|(last, y1)| last == page && top - y1 > PARAGRAPH_GAP * line.size) {
                    let at = Some(Place::Page { page, bounds: [x0, top, x0, top] });
                    blocks.push(Block::Paragraph(Paragraph { at, wrapped: true, ..Paragraph::default() }));
                }
                before = Some((page, bottom));
                blocks.push(Block::Paragraph(paragraph(line, page)));
            }
            PageBlock::Grid(grid) => {
                before = None;
                let cells = grid.cells.into_iter().map(cell).collect();
                blocks.push(Block::Grid(Grid { columns: Columns::Ruled, cells }));
            }
        }
    }
    blocks
}

fn cell(cell: RuledCell) -> GridCell {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    GridCell {
        row: number(cell.row),
        column: number(cell.column),
        row_span: number(cell.row_span),
        column_span: number(cell.column_span),
        text: cell.text,
        at: Some(cell.at),
    }
}

/// Appends the rows of `next`, or gives it back if it is another table.
fn append(grid: &mut RuledGrid, mut next: RuledGrid) -> Option<RuledGrid> {
    let ([left, .., right, _], [next_left, .., next_right, _]) = (grid.bounds(), next.bounds());
    if (left - next_left).abs() > SAME || (right - next_right).abs() > SAME {
        return Some(next);
    }
    let mut xs: Vec<f32> = grid.xs.iter().chain(&next.xs).copied().collect();
    xs.sort_by(f32::total_cmp);
    xs.dedup_by(|b, a| *b - *a <= SAME);
    spread(grid, &xs);
    spread(&mut next, &xs);
    drop_repeated_head(grid, &mut next);
    drop_blank_end(grid);
    let cut = cuts_a_row(grid, &next);
    let rows = grid.ys.len().saturating_sub(1);
    let (top, bottom) = (next.ys.first().copied().unwrap_or(0.0), grid.ys.last().copied().unwrap_or(0.0));
    if cut {
        grid.ys.pop();
    }
    grid.ys.extend(next.ys.iter().skip(1).map(|y| y - top + bottom));
    for mut cell in next.cells {
        let first = cell.row == 0;
        let above = grid.cells.iter_mut().find(|above| first && stands_on(above, &cell, rows));
        // A cell that the page's end cuts goes on, a merged one mostly without its text.
        match above.filter(|above| cut || goes_on(above, &cell)) {
            Some(above) => {
                above.row_span += cell.row_span - usize::from(cut);
                if above.text.is_empty() && !cell.text.is_empty() {
                    above.at = cell.at;
                }
                above.text.push_str(&cell.text);
            }
            None => {
                cell.row = cell.row + rows - usize::from(cut);
                grid.cells.push(cell);
            }
        }
    }
    None
}

/// Takes a last row off that is one blank cell: the beginning of a row whose text all went to the
/// next page, as Chromium draws it.
fn drop_blank_end(grid: &mut RuledGrid) {
    let (columns, rows) = (grid.xs.len().saturating_sub(1), grid.ys.len().saturating_sub(1));
    let is_end =
        |cell: &RuledCell| cell.row > 0 && cell.row + 1 == rows && cell.column_span == columns && cell.text.is_empty();
    if grid.cells.last().is_some_and(is_end) {
        grid.cells.pop();
        grid.ys.pop();
    }
}

/// Whether one cell ends the rows above and the other, of the same columns, begins those below.
fn stands_on(above: &RuledCell, below: &RuledCell, rows: usize) -> bool {
    above.row + above.row_span == rows && (above.column, above.column_span) == (below.column, below.column_span)
}

/// Whether a merged cell at a page's top is the rest of the one that ends the page before.
fn goes_on(above: &RuledCell, below: &RuledCell) -> bool {
    let merged = above.row_span > 1 || below.row_span > 1;
    merged && !above.text.is_empty() && (below.text.is_empty() || reads_on(above, below))
}

/// Whether the page's end cuts through a row: some text goes on in the row below, and no cell has
/// a text of its own in both.
fn cuts_a_row(grid: &RuledGrid, next: &RuledGrid) -> bool {
    let rows = grid.ys.len().saturating_sub(1);
    let mut goes_on = false;
    for below in next.cells.iter().filter(|cell| cell.row == 0) {
        let Some(above) = grid.cells.iter().find(|above| stands_on(above, below, rows)) else { return false };
        match (above.text.is_empty(), below.text.is_empty()) {
            (false, false) if reads_on(above, below) => goes_on = true,
            (false, false) => return false,
            _ => {}
        }
    }
    goes_on
}

/// Whether the text of the lower cell reads as the rest of a label in the upper one.
fn reads_on(above: &RuledCell, below: &RuledCell) -> bool {
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | '/' | '—'));
    above.full && !begins_a_label(&below.text) && !is_number(&above.text) && !is_number(&below.text)
}

/// Whether a text begins with the number of a label: 一、 （六） 1.
fn begins_a_label(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    text.starts_with(['（', '(']) || rest.len() < text.len() && rest.starts_with(['.', '．', '、'])
}

/// Lays a grid onto more columns.
fn spread(grid: &mut RuledGrid, xs: &[f32]) {
    let place = |x: f32| {
        let nearest = xs.iter().enumerate().min_by(|a, b| (a.1 - x).abs().total_cmp(&(b.1 - x).abs()));
        nearest.map_or(0, |(index, _)| index)
    };
    let places: Vec<usize> = grid.xs.iter().map(|x| place(*x)).collect();
    for cell in &mut grid.cells {
        let (from, to) = (places.get(cell.column), places.get(cell.column + cell.column_span));
        if let (Some(from), Some(to)) = (from, to) {
            (cell.column, cell.column_span) = (*from, to.saturating_sub(*from).max(1));
        }
    }
    grid.xs = xs.to_vec();
}

/// Takes the head rows off that a page repeats: rows with text and without numbers that begin both.
fn drop_repeated_head(grid: &RuledGrid, next: &mut RuledGrid) {
    let row = |grid: &RuledGrid, row: usize| -> Vec<(usize, usize, usize, String)> {
        let cells = grid.cells.iter().filter(|cell| cell.row == row);
        cells.map(|cell| (cell.column, cell.column_span, cell.row_span, cell.text.clone())).collect()
    };
    let rows = next.ys.len().saturating_sub(1);
    let is_head = |cells: &[(usize, usize, usize, String)]| {
        let text: String = cells.iter().map(|cell| cell.3.as_str()).collect();
        !text.is_empty() && !text.chars().any(|c| c.is_ascii_digit())
    };
    let mut same = 0;
    while same < rows {
        let cells = row(next, same);
        // A row that lies wholly under merged cells of the head has none of its own.
        let covered = cells.is_empty() && same > 0;
        if !(covered || is_head(&cells)) || row(grid, same) != cells {
            break;
        }
        same += 1;
    }
    let reaches_past = next.cells.iter().any(|cell| cell.row < same && cell.row + cell.row_span > same);
    if same == 0 || same == rows || reaches_past {
        return;
    }
    next.cells.retain(|cell| cell.row >= same);
    for cell in &mut next.cells {
        cell.row -= same;
    }
    next.ys.drain(..same);
}
