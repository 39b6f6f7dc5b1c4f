//! Aligns the runs of a table with the rows of the form: both stand in a known order, with noise
//! on either side.

use super::fold::Pattern;
use super::runs::Run;
use crate::form::RowSpec;

/// A label less alike than this says nothing.
const ALIKE: f32 = 0.55;
/// A run may be matched on its shape alone only with the right number of values.
const UNLABELLED: f32 = -0.2;

/// Which runs hold which rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    /// The rows, as positions among the table's rows.
    pub(super) rows: std::ops::Range<usize>,
    /// The runs.
    pub(super) runs: std::ops::Range<usize>,
    /// How alike the label is to that of the first row, 0 to 1.
    pub(super) likeness: f32,
}

/// What was best up to a state, and how it was reached.
#[derive(Clone, Copy)]
struct Step {
    score: f32,
    rows: u16,
    runs: u16,
    likeness: f32,
}

/// Matches runs to rows so that the whole makes most sense.
pub(super) fn assign(rows: &[&RowSpec], runs: &[Run]) -> Vec<Match> {
    let patterns: Vec<Pattern> = rows.iter().map(|row| Pattern::new(row.label())).collect();
    let (height, width) = (rows.len() + 1, runs.len() + 1);
    let unreached = Step { score: f32::NEG_INFINITY, rows: 0, runs: 0, likeness: 0.0 };
    let mut best = vec![unreached; height * width];
    best[0].score = 0.0;
    let likenesses = likenesses(&patterns, runs);
    for i in 0..height {
        for j in 0..width {
            let from = best[i * width + j].score;
            if !from.is_finite() {
                continue;
            }
            let mut offer = |rows_taken: usize, runs_taken: usize, gain: f32, likeness: f32| {
                let to = &mut best[(i + rows_taken) * width + j + runs_taken];
                if from + gain > to.score {
                    *to = Step { score: from + gain, rows: rows_taken as u16, runs: runs_taken as u16, likeness };
                }
            };
            if i < rows.len() {
                offer(1, 0, if rows[i].outdated { 0.0 } else { -0.6 }, 0.0);
            }
            if j < runs.len() {
                offer(0, 1, skip_cost(&runs[j]), 0.0);
            }
            if i == rows.len() || j == runs.len() {
                continue;
            }
            let likeness = likenesses[i * runs.len() + j];
            if let Some(gain) = gain(rows[i], &runs[j], likeness) {
                offer(1, 1, gain, likeness);
            }
            if let Some(gain) = gain_of_two(rows[i], runs, j, likeness) {
                offer(1, 2, gain, likeness);
            }
            for (rows_taken, runs_taken, gain) in gains_of_several(rows, runs, i, j, likeness) {
                offer(rows_taken, runs_taken, gain, likeness);
            }
        }
    }
    trace(&best, height, width)
}

fn trace(best: &[Step], height: usize, width: usize) -> Vec<Match> {
    let mut matches = Vec::new();
    let (mut i, mut j) = (height - 1, width - 1);
    while i > 0 || j > 0 {
        let step = best[i * width + j];
        let (rows, runs) = (usize::from(step.rows), usize::from(step.runs));
        if rows == 0 && runs == 0 {
            break;
        }
        (i, j) = (i - rows, j - runs);
        if rows > 0 && runs > 0 {
            matches.push(Match { rows: i..i + rows, runs: j..j + runs, likeness: step.likeness });
        }
    }
    matches.reverse();
    matches
}

fn evidence(likeness: f32) -> f32 {
    if likeness >= ALIKE { likeness } else { 0.0 }
}

/// What is lost by leaving a run out.
fn skip_cost(run: &Run) -> f32 {
    match run.filled() {
        0 => 0.0,
        filled @ 1..=4 => -0.2 * filled as f32,
        _ => -1.2,
    }
}

/// What is gained by reading a run as a row; `None` when it can't be.
fn gain(row: &RowSpec, run: &Run, likeness: f32) -> Option<f32> {
    let due = row.columns.len();
    let (filled, cells) = (run.filled(), run.values.len());
    if row.outdated && likeness < 0.8 {
        return None;
    }
    let label = if likeness >= ALIKE {
        3.0 * likeness
    } else if filled == due && due > 1 {
        UNLABELLED
    } else {
        return None;
    };
    if filled == 0 {
        // Blanks right after a label: a row left empty, or just the layout of a head.
        return (likeness > 0.9 && cells + 1 >= due).then_some(3.0 * likeness - 2.0);
    }
    let off = if cells >= due && filled <= due { 0 } else { due.abs_diff(cells).min(due.abs_diff(filled)) };
    // Less than half a row, or a few dashes: more likely something else.
    if 2 * off > due || (off > 0 && !run.has_digits()) {
        return None;
    }
    let shape = match off {
        0 => 1.0,
        1 => 0.3,
        _ => -0.4 * off as f32,
    };
    Some(label + shape)
}

/// What is gained by reading two runs as one row that a stray line cut in two.
fn gain_of_two(row: &RowSpec, runs: &[Run], j: usize, likeness: f32) -> Option<f32> {
    let (first, second) = (&runs[j], runs.get(j + 1)?);
    let both = first.values.len() + second.values.len();
    let whole = first.filled() > 0 && second.filled() > 0 && both == row.columns.len() && first.grid.is_none();
    (whole && likeness >= ALIKE).then_some(3.0 * likeness + 0.8)
}

/// What is gained by reading a run as several rows from `i` on, or it and the next run as the whole
/// table: how many rows and runs each reading takes, and its gain.
fn gains_of_several(rows: &[&RowSpec], runs: &[Run], i: usize, j: usize, likeness: f32) -> Vec<(usize, usize, f32)> {
    let mut gains = Vec::new();
    let (filled, cells) = (runs[j].filled(), runs[j].values.len());
    let mut due = rows[i].columns.len();
    for k in i + 1..rows.len() {
        due += rows[k].columns.len();
        if rows[k].outdated || due > 2 * cells {
            break;
        }
        let off = due.abs_diff(filled).min(due.abs_diff(cells));
        let count = k + 1 - i;
        let gain = 3.0 * evidence(likeness) + 0.6 * count as f32;
        // The first row's label stands there, or the whole table came as one: 四 always does.
        let whole = count == rows.len();
        let told = likeness >= ALIKE || (whole && cells == due);
        let (most, cost) = if whole { (due / 2, 0.3) } else { (1, 1.0) };
        // A stray label may cut the whole table in two.
        let next = runs.get(j + 1).map_or(0, |next| next.values.len());
        if whole && cells + next == due && next > 0 && runs[j].grid.is_none() {
            gains.push((count, 2, gain - 0.2));
        }
        if told && off <= most && (filled > 0 || cells == due) {
            gains.push((count, 1, gain - cost * off as f32));
        }
    }
    gains
}

/// How alike the text around each run is to each row's label: 1 where the label stands right
/// before the run; less the further away, the more letters are wrong, or when it stands behind.
fn likenesses(patterns: &[Pattern], runs: &[Run]) -> Vec<f32> {
    let mut likenesses = vec![0.0; patterns.len() * runs.len()];
    for (j, run) in runs.iter().enumerate() {
        let exact = patterns.iter().any(|p| p.len() > 2 && stands_before(p, run).is_some());
        // A label behind the values on their own line is theirs.
        let beside = patterns.iter().position(|p| p.len() > 2 && p.characters == run.beside);
        for (i, pattern) in patterns.iter().enumerate() {
            likenesses[i * runs.len() + j] = if beside.is_some() {
                if beside == Some(i) { 1.0 } else { 0.0 }
            } else if let Some(likeness) = stands_before(pattern, run) {
                likeness
            } else if exact {
                // Another row's label stands right here; this one's can only be a neighbour's.
                0.8 * likeness(pattern, run)
            } else {
                likeness(pattern, run)
            };
        }
    }
    likenesses
}

/// 1 where the label stands right before the run; a little less without its number (一、, 1.).
fn stands_before(pattern: &Pattern, run: &Run) -> Option<f32> {
    if run.before.ends_with(&pattern.characters) {
        return Some(1.0);
    }
    let words = pattern.characters.get(1..).filter(|words| words.len() > 4)?;
    run.before.ends_with(words).then_some(0.98)
}

fn likeness(pattern: &Pattern, run: &Run) -> f32 {
    let mut around = run.before.clone();
    around.extend(&run.after);
    let here = run.before.len();
    let mut best = 0.0_f32;
    for (end, distance) in pattern.distances(&around).into_iter().enumerate() {
        let alike = 1.0 - distance as f32 / pattern.len().max(1) as f32;
        let away = if end <= here {
            (0.1 * (here - end) as f32).min(0.4)
        } else if end < here + pattern.len() {
            // The label stands around the values.
            0.1
        } else {
            // It stands behind them: not theirs where another stands before them on their line.
            let other = if run.labelled { 0.4 } else { 0.1 };
            other + (0.02 * (end - here - pattern.len()) as f32).min(0.5)
        };
        best = best.max(alike - away);
    }
    best.max(0.0)
}
