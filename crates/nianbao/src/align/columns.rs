//! Puts the values of a row into its columns. Where seven are due and six came, or eight, every
//! lawful reading is weighed: what is the same in all of them is certain, the rest is doubtful.

use std::collections::HashMap;

use super::runs::{Run, Value};
use crate::form::{Form, RowSpec};
use crate::number::{read_cell, without_notes};
use crate::report::{Cell, Doubt};

/// More readings than this are not weighed: all cells are doubtful then.
const MOST_READINGS: usize = 600;

/// One reading: for each column the index of its value among the run's, or two that were one.
type Reading = Vec<Option<Slot>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// A value.
    One(usize),
    /// A value torn in two: this and the next.
    Torn(usize),
}

/// What rows that are beyond doubt teach about where the columns of a table stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    /// In a grid: for rows with this many cells after their label, how many blanks come first, and
    /// how often that was seen.
    leading: HashMap<(usize, usize), HashMap<usize, usize>>,
    /// Where the columns of complete rows stand, by grid; `None` where they do not all stand alike.
    columns: HashMap<usize, Option<Vec<usize>>>,
    /// Where the columns of complete rows stand in lines laid out with blanks: the middle of each.
    middles: Vec<Vec<usize>>,
}

impl Habits {
    /// Learns from a table's rows: `width` numbers are due in each.
    pub(super) fn learn(runs: &[&Run], width: usize) -> Habits {
        let mut habits = Habits::default();
        for run in runs {
            let filled: Vec<&Value> = run.values.iter().filter(|value| !value.is_blank()).collect();
            if filled.len() != width {
                continue;
            }
            let places: Vec<usize> = filled.iter().map(|value| value.column).collect();
            match run.grid {
                Some((grid, _)) => {
                    let seen = habits.columns.entry(grid).or_insert_with(|| Some(places.clone()));
                    seen.take_if(|seen| *seen != places);
                    let leading = run.values.iter().take_while(|value| value.is_blank()).count();
                    if leading + width + run.values.iter().rev().take_while(|v| v.is_blank()).count()
                        == run.values.len()
                    {
                        let seen = habits.leading.entry((grid, run.cells)).or_default();
                        *seen.entry(leading).or_default() += 1;
                    }
                }
                None if filled.iter().skip(1).all(|value| value.apart) => habits.middles.push(places),
                None => {}
            }
        }
        habits
    }

    /// Whether no complete row of a grid stands in other columns than these.
    pub(super) fn allow(&self, grid: usize, columns: &[usize]) -> bool {
        self.columns.get(&grid).is_none_or(|seen| seen.as_deref() == Some(columns))
    }

    /// How many blanks come first in rows of this shape, where every witness says the same and
    /// there are at least three.
    fn leading_blanks(&self, run: &Run) -> Option<usize> {
        let seen = self.leading.get(&(run.grid?.0, run.cells))?;
        let (leading, count) = seen.iter().next()?;
        (seen.len() == 1 && *count >= 3).then_some(*leading)
    }
}

/// Puts the values of one or more rows (of `due` columns in all) into cells.
pub(super) fn place(
    form: &Form,
    rows: &[&RowSpec],
    run: &Run,
    habits: &Habits,
    columns: Option<&[usize]>,
) -> Vec<Cell> {
    let due: usize = rows.iter().map(|row| row.columns.len()).sum();
    let values = &run.values;
    if rows.len() == 1
        && let Some(cells) = by_columns(run, due, columns)
    {
        return cells;
    }
    let Some((readings, why)) = readings(run, due, habits) else {
        return all_doubtful(values, due);
    };
    if readings.len() == 1 && why.is_none() {
        return readings[0].iter().map(|slot| cell(values, *slot, None)).collect();
    }
    let holding: Vec<Reading> = readings.iter().filter(|reading| holds(form, rows, values, reading)).cloned().collect();
    let by_middle = middle_reading(run, due, habits);
    let readings = if holding.is_empty() { readings } else { holding };
    // A reading that both the sums and the places on the line speak for is taken as it is.
    if let Some(reading) = by_middle.as_ref().filter(|reading| readings.contains(reading)) {
        return reading.iter().map(|slot| cell(values, *slot, None)).collect();
    }
    let doubt = why.unwrap_or(Doubt::RowCount { read: run.filled(), due });
    let first = readings[0].clone();
    (0..due)
        .map(|column| {
            // What came for no column may still stand in the report.
            let certain =
                first[column].is_some() && readings.iter().all(|reading| same(values, reading[column], first[column]));
            let torn = matches!(first[column], Some(Slot::Torn(_)));
            let doubt = if torn { Some(Doubt::Torn) } else { (!certain).then_some(doubt) };
            cell(values, first[column], doubt)
        })
        .collect()
}

/// Reads a row of a ruled grid by its columns, where the grid's head says which they are and every
/// value stands in one of them.
fn by_columns(run: &Run, due: usize, columns: Option<&[usize]>) -> Option<Vec<Cell>> {
    let columns = columns.filter(|columns| columns.len() == due)?;
    let fits = run.values.iter().all(|value| value.is_blank() || columns.contains(&value.column));
    let slots: Option<Reading> = columns
        .iter()
        .map(|column| run.values.iter().position(|value| value.column == *column).map(|index| Some(Slot::One(index))))
        .collect();
    Some(slots.filter(|_| fits)?.into_iter().map(|slot| cell(&run.values, slot, None)).collect())
}

/// All lawful readings of a run as `due` columns, and why there may be more than one. `None` when
/// there are too many.
fn readings(run: &Run, due: usize, habits: &Habits) -> Option<(Vec<Reading>, Option<Doubt>)> {
    let values = &run.values;
    let whole = |range: std::ops::Range<usize>| range.map(|i| Some(Slot::One(i))).collect::<Reading>();
    let filled: Vec<usize> = (0..values.len()).filter(|&i| !values[i].is_blank()).collect();
    if values.len() == due {
        return Some((vec![whole(0..due)], None));
    }
    if filled.len() == due {
        return Some((vec![filled.into_iter().map(|i| Some(Slot::One(i))).collect()], None));
    }
    let (first, last) = (filled.first().copied().unwrap_or(0), filled.last().map_or(0, |last| last + 1));
    if values.len() > due && last - first <= due {
        // Blank cells of the layout stand before or after: find the window that holds the values.
        let windows: Vec<usize> = (0..=values.len() - due)
            .filter(|&start| filled.is_empty() || (start <= first && last <= start + due))
            .collect();
        if let Some(leading) = habits.leading_blanks(run).filter(|leading| windows.contains(leading)) {
            return Some((vec![whole(leading..leading + due)], None));
        }
        let doubt = (windows.len() > 1).then_some(Doubt::Shifted);
        return Some((windows.into_iter().map(|start| whole(start..start + due)).collect(), doubt));
    }
    if values.len() < due {
        let readings = choose(due, values.len())?;
        return Some((readings, Some(Doubt::RowCount { read: run.filled(), due })));
    }
    // Too many: stray numbers stand in the row, or numbers were torn.
    let surplus = filled.len().checked_sub(due).filter(|surplus| (1..=2).contains(surplus))?;
    let mut readings = Vec::new();
    drop_or_join(values, &filled, surplus, &mut Vec::new(), &mut readings);
    let readings = readings.into_iter().filter(|r| r.len() == due).collect::<Vec<_>>();
    (!readings.is_empty() && readings.len() <= MOST_READINGS)
        .then_some((readings, Some(Doubt::RowCount { read: filled.len(), due })))
}

/// Every way of putting `count` values into `due` columns in order.
fn choose(due: usize, count: usize) -> Option<Vec<Reading>> {
    let mut readings: Vec<Reading> = vec![Vec::new()];
    for column in 0..due {
        let mut next = Vec::new();
        for reading in &readings {
            let placed = reading.iter().flatten().count();
            if placed < count {
                next.push([reading.as_slice(), &[Some(Slot::One(placed))]].concat());
            }
            if count - placed < due - column {
                next.push([reading.as_slice(), &[None]].concat());
            }
        }
        if next.len() > MOST_READINGS {
            return None;
        }
        readings = next;
    }
    Some(readings)
}

/// Every way of getting rid of `surplus` values: leaving one out, or joining two neighbours.
fn drop_or_join(values: &[Value], filled: &[usize], surplus: usize, done: &mut Reading, readings: &mut Vec<Reading>) {
    if readings.len() > MOST_READINGS {
        return;
    }
    let Some((&first, rest)) = filled.split_first() else {
        if surplus == 0 {
            readings.push(done.clone());
        }
        return;
    };
    let mut go = |slot: Option<Slot>, rest: &[usize], surplus: usize| {
        let length = done.len();
        done.extend(slot.map(Some));
        drop_or_join(values, rest, surplus, done, readings);
        done.truncate(length);
    };
    if surplus > 0 {
        let torn = |i: usize| values.get(i).is_some_and(|value| value.text.chars().all(|c| c.is_ascii_digit()));
        if rest.first() == Some(&(first + 1)) && torn(first) && torn(first + 1) && values[first].text != "0" {
            go(Some(Slot::Torn(first)), &rest[1..], surplus - 1);
        }
    }
    go(Some(Slot::One(first)), rest, surplus);
    if surplus > 0 {
        go(None, rest, surplus - 1);
    }
}

/// Whether every equation within the rows holds in a reading, absent values counted as unknown.
fn holds(form: &Form, rows: &[&RowSpec], values: &[Value], reading: &Reading) -> bool {
    let mut start = 0;
    rows.iter().all(|row| {
        let slots = &reading[start..start + row.columns.len()];
        start += row.columns.len();
        let has_equation = form.equations.iter().any(|equation| {
            equation.right.len() == 1
                && row.cell(slots.len() - 1) == equation.right.first().copied()
                && row.cell(0) == equation.left.first().copied()
        });
        if !has_equation {
            return true;
        }
        let numbers: Option<Vec<Option<i64>>> =
            slots.iter().map(|slot| Some(slot.and_then(|slot| number(values, slot)))).collect();
        let Some(numbers) = numbers else { return true };
        let Some((total, addends)) = numbers.split_last() else { return true };
        let sum: i64 = addends.iter().flatten().sum();
        match total {
            Some(total) if addends.contains(&None) => sum <= *total,
            Some(total) => sum == *total,
            None => true,
        }
    })
}

/// The reading that the places of the values on their line suggest, in lines laid out with blanks.
fn middle_reading(run: &Run, due: usize, habits: &Habits) -> Option<Reading> {
    if run.grid.is_some() || run.filled() > due || habits.middles.len() < 3 {
        return None;
    }
    let mean = |column: usize| {
        let sum: usize = habits.middles.iter().filter_map(|places| places.get(column)).sum();
        sum as f32 / habits.middles.len() as f32
    };
    let means: Vec<f32> = (0..due).map(mean).collect();
    let spacing = means.windows(2).map(|pair| pair[1] - pair[0]).fold(f32::INFINITY, f32::min);
    let strays =
        |places: &Vec<usize>| places.iter().zip(&means).any(|(at, mean)| (*at as f32 - mean).abs() > 0.3 * spacing);
    if habits.middles.iter().any(strays) {
        return None;
    }
    let mut reading: Reading = vec![None; due];
    for (i, value) in run.values.iter().enumerate() {
        let column = (0..due).min_by(|&a, &b| {
            (means[a] - value.column as f32).abs().total_cmp(&(means[b] - value.column as f32).abs())
        })?;
        if (means[column] - value.column as f32).abs() > 0.4 * spacing || reading[column].is_some() {
            return None;
        }
        reading[column] = Some(Slot::One(i));
    }
    Some(reading)
}

fn all_doubtful(values: &[Value], due: usize) -> Vec<Cell> {
    let read = values.iter().filter(|value| !value.is_blank()).count();
    let doubt = Some(Doubt::RowCount { read, due });
    (0..due).map(|i| cell(values, (i < values.len()).then_some(Slot::One(i)), doubt)).collect()
}

fn text(values: &[Value], slot: Slot) -> String {
    match slot {
        Slot::One(i) => values.get(i).map(|value| value.text.clone()).unwrap_or_default(),
        Slot::Torn(i) => values.iter().skip(i).take(2).map(|value| value.text.as_str()).collect(),
    }
}

fn number(values: &[Value], slot: Slot) -> Option<i64> {
    read_cell(&text(values, slot)).value?.integer()
}

/// Whether two readings put the same into a column: the same value, or an equal one.
fn same(values: &[Value], a: Option<Slot>, b: Option<Slot>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || text(values, a) == text(values, b),
        (None, None) => true,
        _ => false,
    }
}

fn cell(values: &[Value], slot: Option<Slot>, doubt: Option<Doubt>) -> Cell {
    let Some(slot) = slot else { return Cell { doubt, ..Cell::default() } };
    let text = text(values, slot);
    let (Slot::One(index) | Slot::Torn(index)) = slot;
    let reading = read_cell(&text);
    // Words between the digits (86万3500) stand where they should; only the number is not certain.
    let torn = doubt.is_none()
        && reading.value.is_none()
        && text.chars().any(|c| c.is_ascii_digit())
        && !without_notes(&text).0.contains(char::is_alphabetic);
    Cell {
        value: reading.value,
        text,
        at: values.get(index).and_then(|value| value.at),
        doubt: if torn { Some(Doubt::Torn) } else { doubt },
    }
}
