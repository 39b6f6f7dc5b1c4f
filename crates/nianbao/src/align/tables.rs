//! Reads the three tables.

use std::collections::BTreeMap;

use super::columns::{self, Habits};
use super::fold::{Pattern, fold};
use super::labels::{self, Official};
use super::lines::Line;
use super::outline::Outline;
use super::rows::{self, Match};
use super::runs::{self, Run, Stream};
use crate::form::{Form, RowSpec};
use crate::report::{Cell, Doubt, Label};

/// A label as damaged as this leaves the row in doubt.
const WEAK: f32 = 0.5;

/// The tables of a report.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// All cells of the form.
    pub(super) cells: Vec<Cell>,
    /// Labels that deviate.
    pub(super) labels: Vec<Label>,
    /// Which of the tables 二, 三, 四 were found.
    pub(super) found: [bool; 3],
    /// Whether an outdated row was filled in.
    pub(super) outdated_rows: bool,
    /// How many rows were told by their labels.
    pub(super) recognised_rows: usize,
    /// The lines that belong to tables.
    lines: Vec<std::ops::RangeInclusive<usize>>,
}

impl Tables {
    /// Whether a line belongs to a table.
    pub(super) fn is_table_line(&self, line: usize) -> bool {
        self.lines.iter().any(|lines| lines.contains(&line))
    }
}

/// Reads the tables of the form from a document's lines.
pub(super) fn read(form: &'static Form, lines: &[Line], outline: &Outline) -> Tables {
    let mut tables = Tables { cells: vec![Cell::default(); form.cells.len()], ..Tables::default() };
    for table in 2..=4 {
        tables.read_table(form, table, lines, outline);
    }
    tables
}

impl Tables {
    fn read_table(&mut self, form: &'static Form, table: u8, lines: &[Line], outline: &Outline) {
        let official = labels::official(form, table);
        let folded: Vec<Vec<char>> = official.iter().map(|label| label.folded.clone()).collect();
        let rows = rows_of(form, table);
        let region = outline.table_region(usize::from(table));
        let mut stream = runs::read(&lines[region.clone()], region.start, &folded);
        let mut matches = rows::assign(&rows, &stream.runs);
        if matches.is_empty() && region.len() < lines.len() {
            // The table may stand in another section. There only what bears its label is believed, and
            // labels without numbers may be words of the text.
            let elsewhere = runs::read(lines, 0, &folded);
            let mut found = rows::assign(&rows, &elsewhere.runs);
            found.retain(|found| found.likeness > 0.8);
            if !found.is_empty() {
                (stream, matches) = (elsewhere, found);
            }
        }
        let recognised = matches.iter().filter(|found| found.likeness > 0.7).count();
        self.recognised_rows += recognised;
        let seen: Vec<char> = stream.fragments.iter().flat_map(|fragment| fragment.folded.iter().copied()).collect();
        // Labels without numbers are a table too.
        let labelled = rows.iter().filter(|row| stands_in(row, &seen)).count();
        if matches.is_empty() && (3 * labelled < rows.len() || outline.line(usize::from(table)).is_none()) {
            return;
        }
        self.found[usize::from(table) - 2] = true;
        self.outdated_rows |= matches.iter().any(|found| rows[found.rows.start].outdated);
        self.fill(form, &rows, &stream.runs, &matches, &seen, &Headers::read(lines, &official));
        let extent = extent(&stream, &matches, &official);
        stream.fragments.retain(|fragment| extent.contains(&fragment.line));
        self.labels.extend(labels::deviations(table, &official, &stream.fragments));
        self.lines.push(extent);
    }

    /// Fills in the cells of the matched rows, and says of the others why they are empty.
    fn fill(
        &mut self,
        form: &Form,
        rows: &[&RowSpec],
        runs: &[Run],
        matches: &[Match],
        seen: &[char],
        headers: &Headers,
    ) {
        let matched: Vec<&Run> = matches.iter().flat_map(|found| &runs[found.runs.clone()]).collect();
        let mut habits: BTreeMap<usize, Habits> = BTreeMap::new();
        let mut filled = vec![false; rows.len()];
        for found in matches {
            let these = &rows[found.rows.clone()];
            let width: usize = these.iter().map(|row| row.columns.len()).sum();
            let habits = &*habits.entry(width).or_insert_with(|| Habits::learn(&matched, width));
            let joined = join(&runs[found.runs.clone()]);
            let columns = joined.grid.filter(|(_, ruled)| *ruled && these.len() == 1).and_then(|(grid, _)| {
                let columns = headers.columns(these[0], grid, joined.first_line)?;
                habits.allow(grid, &columns).then_some(columns)
            });
            let cells = columns::place(form, these, &joined, habits, columns.as_deref());
            // All rows at once, none too many or too few, need no label: table 四 has none of its own.
            let whole_table = these.len() == rows.len() && joined.values.len() == width;
            let weak = !whole_table && (found.likeness < WEAK || these.len() > 1 && these[0].table != 4);
            let ids = these.iter().flat_map(|row| row.cells());
            for (id, mut cell) in ids.zip(cells) {
                if weak {
                    cell.doubt = cell.doubt.or(Some(Doubt::WeakLabel));
                }
                self.cells[id.index()] = cell;
            }
            filled[found.rows.clone()].iter_mut().for_each(|f| *f = true);
        }
        let one_row =
            rows.iter().zip(&filled).find(|(row, filled)| row.outdated && **filled).map(|(row, _)| row.label());
        for (row, _) in rows.iter().zip(&filled).filter(|(row, filled)| !row.outdated && !**filled) {
            let doubt = if one_row.is_some_and(|label| row.labels.contains(&label)) {
                Doubt::OneRow
            } else if stands_in(row, seen) {
                Doubt::NoNumbers
            } else {
                Doubt::NoRow
            };
            for id in row.cells() {
                self.cells[id.index()].doubt = Some(doubt);
            }
        }
    }
}

/// A table's rows in printed order, an outdated row before the rows that replaced it.
fn rows_of(form: &'static Form, table: u8) -> Vec<&'static RowSpec> {
    let mut rows: Vec<&RowSpec> = form.rows.iter().filter(|row| row.table == table && !row.outdated).collect();
    for outdated in form.rows.iter().filter(|row| row.table == table && row.outdated) {
        let place = rows.iter().position(|row| row.labels.contains(&outdated.label())).unwrap_or(rows.len());
        rows.insert(place, outdated);
    }
    rows
}

/// Whether a row's label stands somewhere in the table.
fn stands_in(row: &RowSpec, seen: &[char]) -> bool {
    let pattern = Pattern::new(row.label());
    let nearest = pattern.distances(seen).into_iter().min().unwrap_or(u32::MAX);
    nearest as usize * 5 <= pattern.len()
}

/// Two runs that are one row, as one.
fn join(runs: &[Run]) -> Run {
    let mut joined = runs.first().cloned().unwrap_or_default();
    for run in runs.iter().skip(1) {
        joined.values.extend(run.values.iter().cloned());
        joined.last_line = run.last_line;
    }
    joined
}

/// The labels in the ruled grids, by which their columns are told: line, grid, column, label.
struct Headers(Vec<(usize, usize, usize, Vec<char>)>);

impl Headers {
    fn read(lines: &[Line], official: &[Official]) -> Headers {
        let mut headers = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            let Some(row) = line.grid.filter(|row| row.ruled) else { continue };
            for piece in &line.pieces {
                let folded = fold(piece.text);
                if official.iter().any(|label| label.folded == folded) {
                    headers.push((number, row.grid, piece.column, folded));
                }
            }
        }
        Headers(headers)
    }

    /// The grid columns of a row's cells: those of the nearest labels above it.
    fn columns(&self, row: &RowSpec, grid: usize, line: usize) -> Option<Vec<usize>> {
        let columns: Option<Vec<usize>> = row
            .columns
            .iter()
            .map(|label| {
                let folded = fold(label);
                let above = self.0.iter().rev().filter(|(l, g, _, _)| *l < line && *g == grid);
                above.filter(|(_, _, _, label)| *label == folded).map(|(_, _, column, _)| *column).next()
            })
            .collect();
        columns.filter(|columns| columns.is_sorted_by(|a, b| a < b))
    }
}

/// The lines of a table: from its first label to its last value or label.
fn extent(stream: &Stream, matches: &[Match], official: &[Official]) -> std::ops::RangeInclusive<usize> {
    let runs = matches.iter().flat_map(|found| &stream.runs[found.runs.clone()]);
    let (mut first, mut last) = (usize::MAX, 0);
    for run in runs {
        first = first.min(run.first_line);
        last = last.max(run.last_line);
    }
    let first_run = matches.first().map_or(usize::MAX, |found| found.runs.start);
    // Labels before the first values: up to the first that is one of the form's.
    let is_label = |folded: &[char]| {
        official.iter().any(|label| {
            label.folded == folded
                || (folded.len() >= 3 && label.folded.starts_with(folded))
                || (label.folded.len() > 4 && folded.starts_with(&label.folded))
        })
    };
    for fragment in
        stream.fragments.iter().filter(|fragment| fragment.runs_before <= first_run && is_label(&fragment.folded))
    {
        first = first.min(fragment.line);
        if matches.is_empty() {
            last = last.max(fragment.line);
        }
    }
    // The rest of a wrapped label, or labels that stand behind their values.
    let ends: Vec<&Official> = official.iter().filter(|label| label.folded.len() >= 4).collect();
    let mut tail = last;
    for fragment in stream.fragments.iter().filter(|fragment| fragment.line > last && fragment.line <= last + 3) {
        if ends.iter().any(|label| label.folded.ends_with(&fragment.folded) && fragment.folded.len() >= 3) {
            tail = fragment.line;
        }
    }
    first..=tail
}
