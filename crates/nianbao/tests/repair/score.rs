//! How often the first repair is the right one, on random reports with slips made on purpose.

use std::fmt::Write;

use fastrand::Rng;
use nianbao::form::{CellId, Form};
use nianbao::number::Number;
use nianbao::repair::{Diagnosis, Evidence, diagnose};

use crate::reports::{consistent, report};
use crate::slips::{OF_ONE_CELL, OF_SEVERAL_CELLS, Scene, Written};

/// What came of one row of the score.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Reports with the slip.
    pub reports: u32,
    /// Those that break an equation.
    pub noticed: u32,
    /// Those in which the equations leave exactly one smallest set of cells.
    pub identifiable: u32,
    /// Of the identifiable ones: the first repair is what was there before the slip.
    pub right_where_identifiable: u32,
    /// Of all noticed ones: the first repair is right, and nothing else is as likely.
    pub right: u32,
    /// Of all noticed ones: the right repair is as likely as the first.
    pub tied: u32,
    /// Of all noticed ones: the right repair is among the five that are shown.
    pub among_five: u32,
}

impl Score {
    /// Per cent of the identifiable reports whose first repair is right.
    pub fn of_identifiable(&self) -> f64 {
        percent(self.right_where_identifiable, self.identifiable)
    }

    fn add(&mut self, other: &Score) {
        self.reports += other.reports;
        self.noticed += other.noticed;
        self.identifiable += other.identifiable;
        self.right_where_identifiable += other.right_where_identifiable;
        self.right += other.right;
        self.tied += other.tied;
        self.among_five += other.among_five;
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(whole.max(1))
}

/// The score of one wrong number, of two, and of slips that spoil several cells.
pub struct Scores {
    /// One wrong number in table 三.
    pub one: Score,
    /// Two wrong numbers in table 三.
    pub two: Score,
    /// The whole score as a text.
    pub text: String,
}

/// Measures with so many reports for each kind of slip, table and form.
pub fn measure(reports: u32) -> Scores {
    let mut text = String::from(HEAD);
    let mut one = Score::default();
    for table in [3, 4] {
        let mut sum = Score::default();
        for kind in &OF_ONE_CELL {
            let score = score(reports, table, |scene, random| (kind.make)(scene, random));
            line(&mut text, kind.name, table, &score);
            sum.add(&score);
        }
        line(&mut text, "**all**", table, &sum);
        if table == 3 {
            one = sum;
        }
    }
    text += "\n## Several wrong numbers in table 三\n\nSlips as above, in different cells.\n";
    text += COLUMNS;
    let [two, ..] = [(2, "any two"), (3, "any three"), (4, "any four")].map(|(count, name)| {
        let score = score(reports * 10, 3, |scene, random| slips(count, scene, random));
        line(&mut text, name, 3, &score);
        score
    });
    text += "\n## One slip that spoils several cells\n";
    text += COLUMNS;
    for kind in &OF_SEVERAL_CELLS {
        line(&mut text, kind.name, 3, &score(reports, 3, |scene, random| (kind.make)(scene, random)));
    }
    Scores { one, two, text }
}

const HEAD: &str = "\
# How often the first repair is the right one

Printed by `cargo run --release -p nianbao --example repair_score`; the test `repair` compares.

Method: random reports on both forms, from six applications a year to some thousands, most cells 0 as
in real tables, every equation holding; then a slip made on purpose (`tests/repair/slips.rs`), last
year's report given, nothing from the narrative. *Noticed*: an equation fails. *Identifiable*: exactly
one smallest set of cells makes the equations hold, whatever its likelihood. *First choice*: the first
repair is what was there before the slip and no other is as likely. *Tied*: another is as likely as
the right one, and both come first. Numbers are per cent.

## One wrong number
";

const COLUMNS: &str = "
| slip | table | reports | noticed | identifiable | first choice where identifiable | first choice | tied | among five |
|---|---|---|---|---|---|---|---|---|
";

fn line(text: &mut String, name: &str, table: u8, score: &Score) {
    if text.ends_with("number\n") {
        *text += COLUMNS;
    }
    let table = if table == 3 { "三" } else { "四" };
    let of_noticed = |part| percent(part, score.noticed);
    let of_identifiable =
        if score.identifiable == 0 { "–".to_owned() } else { format!("{:.1}", score.of_identifiable()) };
    writeln!(
        text,
        "| {name} | {table} | {} | {:.1} | {:.1} | {of_identifiable} | {:.1} | {:.1} | {:.1} |",
        score.reports,
        percent(score.noticed, score.reports),
        of_noticed(score.identifiable),
        of_noticed(score.right),
        of_noticed(score.tied),
        of_noticed(score.among_five)
    )
    .expect("a string takes everything");
}

fn slips(count: usize, scene: &Scene, random: &mut Rng) -> Option<Written> {
    let mut written = Vec::new();
    for _ in 0..count {
        let kind = &OF_ONE_CELL[random.usize(..OF_ONE_CELL.len())];
        written.extend((kind.make)(scene, random)?);
    }
    written.sort_unstable();
    written.dedup_by_key(|(cell, _)| *cell);
    (written.len() == count).then_some(written)
}

fn score(reports: u32, table: u8, slip: impl Fn(&Scene, &mut Rng) -> Option<Written>) -> Score {
    let mut score = Score::default();
    let mut random = Rng::with_seed(u64::from(reports) + u64::from(table));
    while score.reports < reports {
        let form = Form::all()[usize::from(random.u8(..4) == 0)];
        let (values, last_year) = (consistent(form, &mut random), consistent(form, &mut random));
        let scene = Scene { form, values: &values, last_year: &last_year, table };
        let Some(written) = slip(&scene, &mut random) else { continue };
        let mut spoilt = report(form, &values);
        for &(cell, value) in &written {
            let cell = &mut spoilt.cells[cell.index()];
            (cell.text, cell.value) = (value.to_string(), Some(Number::from(value)));
        }
        let previous = report(form, &last_year);
        let evidence = Evidence { claims: &[], previous: Some(&previous) };
        let truth: Written = written.iter().map(|&(cell, _)| (cell, values[cell.index()])).collect();
        score.add(&judge(&diagnose(&spoilt, &evidence), &truth));
    }
    score
}

fn judge(diagnosis: &Diagnosis, truth: &[(CellId, i64)]) -> Score {
    let mut score = Score { reports: 1, ..Score::default() };
    let Some(part) = diagnosis.parts.first() else { return score };
    score.noticed = 1;
    let place = part
        .sets
        .iter()
        .position(|repair| repair.changes.iter().map(|change| (change.cell, change.to)).collect::<Vec<_>>() == truth);
    let tied = part.tied();
    let first = place.is_some_and(|place| place < tied);
    score.right = u32::from(first && tied == 1);
    score.tied = u32::from(first && tied > 1);
    score.among_five = u32::from(place.is_some_and(|place| place < nianbao::repair::MOST_SHOWN));
    score.identifiable = u32::from(part.sets.len() == 1);
    score.right_where_identifiable = score.identifiable * score.right;
    score
}
