//! Grids from the lines that are drawn on a page.
//!
//! Lines that touch are one table. Their positions give rows and columns; where no line stands
//! between two places, they are one merged cell. A table may be open at its sides.

use nianbao::document::Place;
use nianbao::unreadable::Reason;

use super::line::{self, TextLine};
use super::turn::{Turn, turned};
use super::{Bounds, Glyph, Page, Rule};
use crate::limits;

/// Lines nearer to each other than this are one, and ends nearer than this touch, in points.
const NEAR: f32 = 4.0;

/// A rule shorter than this is part of a drawing, in points.
const SHORTEST: f32 = 5.0;

/// A table is open at a side when lines go on further than this past its last crossing line.
const OPEN: f32 = 12.0;

/// What a cell may keep free between its text and its borders, both sides together, in points.
const PADDING: f32 = 14.0;

/// More crossings than this are a drawing, not a table.
const MOST_CROSSINGS: usize = 4_000_000;

/// A grid on a page.
#[derive(Clone, Debug)]
pub(super) struct RuledGrid {
    /// Where its columns begin and the last one ends.
    pub xs: Vec<f32>,
    /// Where its rows begin and the last one ends.
    pub ys: Vec<f32>,
    /// Its cells, by row, then by column.
    pub cells: Vec<RuledCell>,
}

/// A cell of a [`RuledGrid`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RuledCell {
    pub row: usize,
    pub column: usize,
    pub row_span: usize,
    pub column_span: usize,
    pub text: String,
    /// The box of its text; its own box, if it is blank.
    pub at: Place,
    /// Whether its last line has no room for another character.
    pub full: bool,
}

impl RuledGrid {
    /// Its box.
    pub fn bounds(&self) -> Bounds {
        let end = |places: &[f32]| (places.first().copied().unwrap_or(0.0), places.last().copied().unwrap_or(0.0));
        let ((x0, x1), (y0, y1)) = (end(&self.xs), end(&self.ys));
        [x0, y0, x1, y1]
    }

    fn holds(&self, glyph: &Glyph) -> bool {
        let ([x0, y0, x1, y1], (x, y)) = (self.bounds(), center(glyph));
        x0 <= x && x <= x1 && y0 <= y && y <= y1
    }

    fn area(&self) -> f32 {
        let [x0, y0, x1, y1] = self.bounds();
        (x1 - x0) * (y1 - y0)
    }
}

fn center(glyph: &Glyph) -> (f32, f32) {
    let [x0, y0, x1, y1] = glyph.bounds;
    ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
}

/// Reads the grids of a page; gives them and the characters that stand in none.
pub(super) fn read(page: Page, number: u32) -> Result<(Vec<RuledGrid>, Vec<Glyph>), Reason> {
    let (across, down) = (merged(page.across), merged(page.down));
    let mut grids: Vec<RuledGrid> = if across.len().saturating_mul(down.len()) > MOST_CROSSINGS {
        Vec::new()
    } else {
        tables(&across, &down).into_iter().filter_map(|(across, down)| grid(&across, &down)).collect()
    };
    // A table within a cell of another takes its characters first.
    grids.sort_by(|a, b| a.area().total_cmp(&b.area()));
    if grids.iter().map(|grid| grid.xs.len() * grid.ys.len()).sum::<usize>() > limits::GRID_AREA {
        return Err(Reason::TooLarge);
    }
    let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); grids.len()];
    let mut rest = Vec::new();
    for glyph in page.glyphs {
        match grids.iter().position(|grid| grid.holds(&glyph)).and_then(|place| inside.get_mut(place)) {
            Some(glyphs) => glyphs.push(glyph),
            None => rest.push(glyph),
        }
    }
    for (grid, glyphs) in grids.iter_mut().zip(inside) {
        fill(grid, glyphs, number);
    }
    // Lines around nothing are a drawing.
    grids.retain(|grid| grid.cells.iter().any(|cell| !cell.text.is_empty()));
    Ok((grids, rest))
}

/// Lines on the same place put together where they touch or overlap.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged: Vec<Rule> = Vec::new();
    let mut rest = rules.as_mut_slice();
    while let Some(first) = rest.first().map(|rule| rule.at) {
        let count = rest.iter().take_while(|rule| rule.at - first <= NEAR).count();
        let (here, after) = rest.split_at_mut(count);
        here.sort_by(|a, b| a.from.total_cmp(&b.from));
        let at = here.iter().map(|rule| rule.at).sum::<f32>() / here.len().max(1) as f32;
        let start = merged.len();
        for rule in here.iter() {
            match merged.get_mut(start..).and_then(<[Rule]>::last_mut) {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => merged.push(Rule { at, ..*rule }),
            }
        }
        rest = after;
    }
    merged.retain(|rule| rule.to - rule.from >= SHORTEST);
    merged
}

/// The lines of each table: those that touch each other, directly or over others.
fn tables(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let crosses = |a: &Rule, d: &Rule| {
        a.from - NEAR <= d.at && d.at <= a.to + NEAR && d.from - NEAR <= a.at && a.at <= d.to + NEAR
    };
    let mut tables = Vec::new();
    let (mut across_left, mut down_left): (Vec<Rule>, Vec<Rule>) = (across.to_vec(), down.to_vec());
    while let Some(first) = across_left.pop() {
        let (mut across, mut down) = (vec![first], Vec::new());
        let (mut across_done, mut down_done) = (0, 0);
        loop {
            if let Some(rule) = across.get(across_done).copied() {
                across_done += 1;
                down.extend(down_left.extract_if(.., |other| crosses(&rule, other)));
            } else if let Some(rule) = down.get(down_done).copied() {
                down_done += 1;
                across.extend(across_left.extract_if(.., |other| crosses(other, &rule)));
            } else {
                break;
            }
        }
        if across.len() >= 2 && !down.is_empty() {
            tables.push((across, down));
        }
    }
    tables
}

/// The places at which lines stand, near ones as one, with the ends of the crossing lines where
/// the table is open.
fn places(rules: &[Rule], crossing: &[Rule]) -> Vec<f32> {
    let mut places: Vec<f32> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|b, a| *b - *a <= NEAR);
    let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return places };
    let starts = crossing.iter().map(|rule| rule.from).filter(|from| *from < first - OPEN);
    let ends = crossing.iter().map(|rule| rule.to).filter(|to| *to > last + OPEN);
    if starts.clone().count() >= 2 {
        places.insert(0, starts.fold(f32::INFINITY, f32::min));
    }
    if ends.clone().count() >= 2 {
        places.push(ends.fold(f32::NEG_INFINITY, f32::max));
    }
    places
}

/// Whether lines at `at` part the places between `from` and `to`.
fn parted(rules: &[Rule], at: f32, from: f32, to: f32) -> bool {
    let covered: f32 = rules
        .iter()
        .filter(|rule| (rule.at - at).abs() <= NEAR)
        .map(|rule| (rule.to.min(to) - rule.from.max(from)).max(0.0))
        .sum();
    covered >= 0.5 * (to - from)
}

/// The grid that lines draw, its cells still blank.
fn grid(across: &[Rule], down: &[Rule]) -> Option<RuledGrid> {
    let (xs, ys) = (places(down, across), places(across, down));
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns * rows < 2 || columns > limits::COLUMNS || columns * rows > limits::GRID_AREA / 10 {
        return None;
    }
    let span = |places: &[f32], i: usize| Some((*places.get(i)?, *places.get(i + 1)?));
    // Whether a line stands right of, or below, each place.
    let (mut right, mut below) = (vec![true; columns * rows], vec![true; columns * rows]);
    for row in 0..rows {
        for column in 0..columns {
            let ((x0, x1), (y0, y1)) = (span(&xs, column)?, span(&ys, row)?);
            let place = row * columns + column;
            *right.get_mut(place)? = column + 1 == columns || parted(down, x1, y0, y1);
            *below.get_mut(place)? = row + 1 == rows || parted(across, y1, x0, x1);
        }
    }
    let mut taken = vec![false; columns * rows];
    let mut cells = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let at = |row: usize, column: usize| row * columns + column;
            if *taken.get(at(row, column))? {
                continue;
            }
            let free = |row: usize, column: usize, taken: &[bool]| taken.get(at(row, column)) == Some(&false);
            let mut wide = 1;
            while right.get(at(row, column + wide - 1)) == Some(&false) && free(row, column + wide, &taken) {
                wide += 1;
            }
            let mut high = 1;
            let joined = |row: usize, taken: &[bool]| {
                (column..column + wide).all(|c| {
                    below.get(at(row - 1, c)) == Some(&false)
                        && free(row, c, taken)
                        && (c + 1 == column + wide || right.get(at(row, c)) == Some(&false))
                })
            };
            while row + high < rows && joined(row + high, &taken) {
                high += 1;
            }
            for r in row..row + high {
                taken.get_mut(at(r, column)..at(r, column + wide))?.fill(true);
            }
            let bounds = [*xs.get(column)?, *ys.get(row)?, *xs.get(column + wide)?, *ys.get(row + high)?];
            cells.push(RuledCell {
                row,
                column,
                row_span: high,
                column_span: wide,
                text: String::new(),
                at: Place::Page { page: 0, bounds },
                full: false,
            });
        }
    }
    Some(RuledGrid { xs, ys, cells })
}

/// Puts characters into the cells of a grid.
fn fill(grid: &mut RuledGrid, glyphs: Vec<Glyph>, page: u32) {
    let columns = grid.xs.len().saturating_sub(1);
    let mut owner = vec![0; columns * grid.ys.len().saturating_sub(1)];
    for (index, cell) in grid.cells.iter().enumerate() {
        for row in cell.row..cell.row + cell.row_span {
            let start = row * columns + cell.column;
            if let Some(places) = owner.get_mut(start..start + cell.column_span) {
                places.fill(index);
            }
        }
    }
    let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); grid.cells.len()];
    let interval = |places: &[f32], at: f32| {
        places.partition_point(|place| *place <= at).saturating_sub(1).min(places.len().saturating_sub(2))
    };
    for glyph in glyphs {
        let (x, y) = center(&glyph);
        let place = interval(&grid.ys, y) * columns + interval(&grid.xs, x);
        if let Some(glyphs) = owner.get(place).and_then(|index| inside.get_mut(*index)) {
            glyphs.push(glyph);
        }
    }
    for (cell, glyphs) in grid.cells.iter_mut().zip(inside) {
        if let Place::Page { page: number, bounds } = &mut cell.at {
            *number = page;
            let [x0, y0, x1, y1] = *bounds;
            let text_box =
                glyphs.iter().filter(|g| !g.character.is_whitespace()).map(|g| g.bounds).reduce(line::around);
            (cell.text, cell.full) = text(&glyphs, [x1 - x0, y1 - y0]);
            *bounds = text_box.unwrap_or(*bounds);
        }
    }
}

/// The text of a cell of this width and height, and whether its last line is full.
fn text(glyphs: &[Glyph], [mut width, height]: [f32; 2]) -> (String, bool) {
    let count = |turn| glyphs.iter().filter(|glyph| glyph.turn == turn).count();
    let turn = [Turn::Down, Turn::Back, Turn::Up].into_iter().find(|&turn| count(turn) * 2 > glyphs.len());
    if matches!(turn, Some(Turn::Down | Turn::Up)) {
        width = height;
    }
    let glyphs = turned(glyphs, turn.unwrap_or_default(), [0.0, 0.0]);
    let lines = line::lines(glyphs, false);
    let full = lines.last().is_some_and(|line| line.bounds[2] - line.bounds[0] + line.size + PADDING > width);
    (join(&lines, width), full)
}

/// Puts the lines of a cell together: directly where the next word had no room left, with a line
/// feed where it had.
fn join(lines: &[TextLine], width: f32) -> String {
    let mut text = String::new();
    let mut before: Option<&TextLine> = None;
    for line in lines {
        if let Some(last) = before {
            let free = width - (last.bounds[2] - last.bounds[0]) - PADDING;
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            if line.first_word <= free {
                text.push('\n');
            } else if is_letter(last.text.chars().next_back()) && is_letter(line.text.chars().next()) {
                text.push(' ');
            }
        }
        text.push_str(&line.text);
        before = Some(line);
    }
    text
}
