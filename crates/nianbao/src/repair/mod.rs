//! Which cells are wrong: the smallest sets of changes that make every equation hold.
//!
//! The equations of the form ([`system`]) are cut into connected parts; in each part that fails, all
//! smallest sets of cells are found ([`search`]) with an exact integer solver ([`tableau`]) and put
//! in order by the slips ([`slip`]) that would explain them ([`rank`]). Cells whose numbers are
//! unknown take whatever number the equations ask for, and where only one is possible it is said.

mod cell_set;
mod evidence;
mod rank;
mod search;
mod shift;
pub mod slip;
mod system;
mod tableau;
mod words;

pub use cell_set::CellSet;
pub use evidence::Evidence;
pub use rank::{Explained, Support};
pub use search::{LARGEST_SET, Search, Solution, smallest_sets};
pub use slip::{Extent, Slip};
pub use system::{Balance, System};

use crate::equation::Evaluation;
use crate::finding::{Change, Finding};
use crate::form::{CellId, EquationKind, Form};
use crate::language::Language;
use crate::report::Report;
use shift::shifted_lines;

/// How many repairs a finding shows at most.
pub const MOST_SHOWN: usize = 5;

/// What was found for one connected part of the equations that fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// The part's equations, by their index in [`Form::equations`].
    pub equations: Vec<usize>,
    /// The repairs, likeliest first.
    pub sets: Vec<Repair>,
    /// Whether the search was given up: the equations contradict each other in too many cells.
    pub too_many: bool,
}

/// One set of changes after which every equation of its part holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// How surprising it would be that exactly this happened; less is likelier.
    pub surprise: u32,
    /// The changes, in the order of the form: wrong numbers, and blanks that must be filled in.
    pub changes: Vec<Explained>,
}

/// What the equations say about a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// For each part that fails, in the order of the form.
    pub parts: Vec<Repairs>,
    /// Cells without a number, in parts that hold, that can have only this one.
    pub deduced: Vec<(CellId, i64)>,
}

impl Repairs {
    /// How many of the first repairs are as likely as the first.
    pub fn tied(&self) -> usize {
        let best = self.sets.first().map(|repair| repair.surprise);
        self.sets.iter().take_while(|repair| Some(repair.surprise) == best).count()
    }
}

/// Finds out which cells are wrong. A report whose equations hold gives no repairs; neither do
/// equations with cells that could not be placed with certainty.
pub fn diagnose(report: &Report, evidence: &Evidence) -> Diagnosis {
    let mut diagnosis = Diagnosis::default();
    let Some(form) = report.form else { return diagnosis };
    let system = System::of(report, form);
    for equations in system.parts() {
        let failing = equations.iter().any(|&index| fails(report, form, index));
        if !failing && !equations.iter().any(|&index| system.has_unknown(index)) {
            continue;
        }
        let search = smallest_sets(&system, &equations);
        match search {
            Search::Smallest(solutions) if failing => {
                let sets = repairs(report, form, evidence, &solutions);
                diagnosis.parts.push(Repairs { equations, sets, too_many: false });
            }
            Search::TooMany if failing => {
                let sets = repairs(report, form, evidence, &shifted_lines(&system, form, &equations));
                diagnosis.parts.push(Repairs { too_many: sets.is_empty(), equations, sets });
            }
            Search::Smallest(solutions) => diagnosis.deduced.extend(deduced(report, &solutions)),
            Search::TooMany => {}
        }
    }
    diagnosis.deduced.sort_unstable();
    diagnosis
}

/// Whether an equation of the form, by its index, could be checked in the report and fails.
fn fails(report: &Report, form: &Form, index: usize) -> bool {
    form.equations.get(index).is_some_and(|equation| Evaluation::of(report, equation).fails())
}

/// The sets of a part as repairs, likeliest first. A set that leaves open which numbers are right
/// is no repair: several blanks, say, that share what is missing.
fn repairs(report: &Report, form: &Form, evidence: &Evidence, solutions: &[Solution]) -> Vec<Repair> {
    let mut sets: Vec<Repair> = Vec::new();
    for solution in solutions {
        // Cells of doubtful place are left alone: what stands there may well be right.
        let filled_in = solution.unknown.iter().filter(|&&(cell, value)| {
            report.cell(cell).doubt.is_none() && report.cell(cell).count().unwrap_or(0) != value
        });
        let mut changes: Vec<(CellId, i64)> = solution.changes.iter().chain(filled_in).copied().collect();
        changes.sort_unstable();
        if !changes.is_empty() && changes.iter().all(|(cell, _)| solution.determined.contains(*cell)) {
            let (surprise, changes) = rank::explain(report, form, evidence, &changes);
            sets.push(Repair { surprise, changes });
        }
    }
    sets.sort_by_cached_key(|repair| {
        (repair.surprise, repair.changes.iter().map(|change| (change.cell, change.to)).collect::<Vec<_>>())
    });
    sets
}

/// The cells without a number whose number follows from the others.
fn deduced(report: &Report, solutions: &[Solution]) -> Vec<(CellId, i64)> {
    let solution = solutions.first().filter(|solution| solution.changes.is_empty());
    let unknown = solution
        .into_iter()
        .flat_map(|solution| solution.unknown.iter().copied().filter(|(cell, _)| solution.determined.contains(*cell)));
    unknown.filter(|(cell, _)| report.cell(*cell).doubt.is_none()).collect()
}

/// Puts the repairs into the findings about failing equations, and the deduced numbers into the
/// findings about blanks.
pub fn attach(report: &Report, evidence: &Evidence, language: Language, findings: &mut [Finding]) {
    let Some(form) = report.form else { return };
    let diagnosis = diagnose(report, evidence);
    for finding in findings {
        let cells: Vec<CellId> = finding.cells.iter().filter_map(|address| form.cell(address)).collect();
        if let Some((_, kind)) = EQUATION_RULES.iter().find(|(rule, _)| *rule == finding.rule) {
            let Some(total) = cells.first() else { continue };
            let about = |index: &usize| {
                form.equations.get(*index).filter(|equation| equation.kind == *kind && equation.right.contains(total))
            };
            let found = diagnosis.parts.iter().find_map(|part| Some((part, part.equations.iter().find_map(about)?)));
            let Some((part, equation)) = found else { continue };
            let elsewhere = |cell: CellId| !equation.left.contains(&cell) && !equation.right.contains(&cell);
            for repair in part.sets.iter().take(MOST_SHOWN) {
                // What mends this equation first, what other equations need after it.
                let mut changes = repair.changes.clone();
                changes.sort_by_key(|change| elsewhere(change.cell));
                finding.repairs.push(changes.iter().map(|c| change(report, form, c, language)).collect());
            }
            finding.tied = Some(part.tied().min(finding.repairs.len())).filter(|&tied| tied > 1);
            finding.repair_note = words::note(part, finding.repairs.len(), language);
        } else if BLANK_RULES.contains(&finding.rule.as_str()) {
            let value = |cell: CellId| diagnosis.deduced.iter().find(|(id, _)| *id == cell).map(|(_, value)| *value);
            let blanks = cells.iter().map(|&cell| {
                let (from, to) = (report.cell(cell).count(), value(cell)?);
                let blank = Explained { cell, from, to, slip: Slip::Blank, support: Support::default() };
                Some(change(report, form, &blank, language))
            });
            finding.repairs.extend(blanks.collect::<Option<Vec<Change>>>().filter(|set| !set.is_empty()));
        }
    }
}

/// The rules whose findings are failing equations, the first cell standing on the right.
const EQUATION_RULES: [(&str, EquationKind); 4] = [
    ("T3-ROW", EquationKind::Row),
    ("T3-SUM", EquationKind::Sum),
    ("T3-ID", EquationKind::Identity),
    ("T4-SUM", EquationKind::Group),
];
/// The rules whose findings are cells without a number.
const BLANK_RULES: [&str; 2] = ["V-BLANK", "V-DASH"];

fn change(report: &Report, form: &Form, explained: &Explained, language: Language) -> Change {
    Change {
        cell: form.spec(explained.cell).address.clone(),
        from: report.cell(explained.cell).text.clone(),
        to: explained.to.to_string(),
        why: Some(words::reason(form, explained, language)),
    }
}
