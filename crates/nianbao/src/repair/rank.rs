//! Which of several repairs is the likeliest: the slips that would explain each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::evidence::Evidence;
use super::slip::{Extent, Slip, of_digits};
use crate::form::{CellId, Equation, Form};
use crate::report::Report;

/// How much a number that the narrative or last year's report states speaks for or against a change.
const STATED: u32 = 4;

/// What speaks for and against a change besides the slip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// The narrative states the new number.
    pub narrative: bool,
    /// Last year's report states the new number: 上年结转 is what it carried out.
    pub last_year: bool,
}

/// A change with what may have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The cell.
    pub cell: CellId,
    /// The number that stands there; `None` for none.
    pub from: Option<i64>,
    /// The number it must be.
    pub to: i64,
    /// The likeliest slip.
    pub slip: Slip,
    /// What else speaks for it.
    pub support: Support,
}

/// Explains one set of changes: each change with its likeliest slip, and how surprising all of them
/// are together.
pub fn explain(report: &Report, form: &Form, evidence: &Evidence, changes: &[(CellId, i64)]) -> (u32, Vec<Explained>) {
    let view = View { report, form, evidence, changes };
    let mut surprise = 0;
    let mut explained: Vec<Explained> = Vec::with_capacity(changes.len());
    for &(cell, to) in changes {
        let from = report.cell(cell).count();
        let slip = view.alone(cell, from, to);
        explained.push(Explained { cell, from, to, slip, support: view.support(cell, to) });
    }
    for joint in view.together() {
        let members = || joint.iter().filter_map(|&(index, _)| explained.get(index));
        let apart: u32 = members().map(|change| change.slip.surprise()).sum();
        let at_once = joint.first().map_or(0, |(_, slip)| slip.surprise());
        if at_once < apart && members().all(|change| !is_shared(change.slip)) {
            surprise += at_once;
            for (index, slip) in joint {
                if let Some(change) = explained.get_mut(index) {
                    change.slip = slip;
                }
            }
        }
    }
    surprise += explained.iter().filter(|change| !is_shared(change.slip)).map(|c| c.slip.surprise()).sum::<u32>();
    for change in &explained {
        let for_it = u32::from(change.support.narrative) + u32::from(change.support.last_year);
        surprise += view.contradicted(change.cell) * STATED;
        surprise = surprise.saturating_sub(for_it * STATED);
    }
    (surprise, explained)
}

/// Whether the slip explains several cells at once.
fn is_shared(slip: Slip) -> bool {
    matches!(slip, Slip::Swapped(_) | Slip::RowShifted | Slip::ColumnShifted)
}

struct View<'a> {
    report: &'a Report,
    form: &'a Form,
    evidence: &'a Evidence<'a>,
    changes: &'a [(CellId, i64)],
}

impl View<'_> {
    /// The number of a cell once the changes are made; blanks count as 0.
    fn after(&self, cell: CellId) -> i64 {
        let changed = self.changes.iter().find(|(id, _)| *id == cell).map(|(_, to)| *to);
        changed.or_else(|| self.report.cell(cell).count()).unwrap_or(0)
    }

    /// The likeliest slip that explains one change by itself.
    fn alone(&self, cell: CellId, from: Option<i64>, to: i64) -> Slip {
        let Some(from) = from else { return Slip::Blank };
        let last_year = self.last_year(cell).is_some_and(|value| value == from && value != 0);
        let slips = [
            last_year.then_some(Slip::LastYears),
            of_digits(to, from),
            self.wrong_rows(cell, from, to),
            self.copied(cell, from),
        ];
        slips.into_iter().flatten().min_by_key(|slip| slip.surprise()).unwrap_or(Slip::Unexplained)
    }

    /// A total that leaves out or counts twice some of its addends.
    fn wrong_rows(&self, cell: CellId, from: i64, to: i64) -> Option<Slip> {
        let mut sums = self.form.equations.iter().filter(|equation| equation.right == [cell]).peekable();
        sums.peek()?;
        let slip = sums.find_map(|equation| self.wrong_rows_in(equation, from - to));
        Some(slip.unwrap_or(Slip::Miscounted))
    }

    fn wrong_rows_in(&self, equation: &Equation, excess: i64) -> Option<Slip> {
        for addends in self.addends(equation) {
            let (&first, extent) = (addends.first()?, if addends.len() > 1 { Extent::Group } else { Extent::Cell });
            let sum: i64 = addends.iter().map(|&cell| self.after(cell)).sum();
            // A difference of one or two is some addend's number in nearly every table.
            if sum > 2 && excess == -sum {
                return Some(Slip::LeftOut(first, extent));
            }
            if sum > 2 && excess == sum {
                return Some(Slip::CountedTwice(first, extent));
            }
        }
        let total = equation.right.first()?;
        let column = self.form.spec(*total).column;
        let below = self.form.rows.get(self.form.spec(*total).row + 1)?.cell(column)?;
        let outside = self.form.equations.iter().any(|other| other.right == [*total, below]);
        (outside && self.after(below) > 2 && excess == self.after(below)).then_some(Slip::CountedToo(below))
    }

    /// The addends of a total one by one, then by the group they stand in.
    fn addends<'a>(&self, equation: &'a Equation) -> Vec<&'a [CellId]> {
        let labels = |cell: &CellId| {
            let labels = self.form.row_of(*cell).labels.as_slice();
            (labels.len() > 2).then(|| labels.get(1)).flatten()
        };
        let groups = equation.left.chunk_by(|a, b| labels(a).is_some() && labels(a) == labels(b));
        equation.left.chunks(1).chain(groups.filter(|group| group.len() > 1)).collect()
    }

    /// Whether the number that stands there is a neighbour's.
    fn copied(&self, cell: CellId, from: i64) -> Option<Slip> {
        let neighbours = self.neighbours(cell).into_iter().flatten();
        let twin = neighbours.filter(|&other| self.after(other) == from).min()?;
        (from != 0).then_some(Slip::Copied(twin))
    }

    /// The cells to the left, to the right, above and below in the same table.
    fn neighbours(&self, cell: CellId) -> [Option<CellId>; 4] {
        let (row, column) = (self.form.spec(cell).row, self.form.spec(cell).column);
        let at = |row: Option<usize>, column: Option<usize>| {
            let row = self.form.rows.get(row?)?;
            let same_table = row.table == self.form.spec(cell).table;
            row.cell(column?).filter(|_| same_table)
        };
        [
            at(Some(row), column.checked_sub(1)),
            at(Some(row), Some(column + 1)),
            at(row.checked_sub(1), Some(column)),
            at(Some(row + 1), Some(column)),
        ]
    }

    /// Slips that explain several of the changes at once: the changes' places in the set, each with
    /// its slip. The slip that explains most comes first.
    fn together(&self) -> Vec<Vec<(usize, Slip)>> {
        let held = |(cell, _): &(CellId, i64)| self.report.cell(*cell).count().is_some();
        let wrong: Vec<(usize, CellId)> = self
            .changes
            .iter()
            .enumerate()
            .filter(|(_, change)| held(change))
            .map(|(i, &(cell, _))| (i, cell))
            .collect();
        let mut found = Vec::new();
        for (place, &(first, a)) in wrong.iter().enumerate() {
            let swapped = wrong.iter().skip(place + 1).filter(|(_, b)| self.is_swap(a, *b));
            found.extend(swapped.map(|&(second, b)| vec![(first, Slip::Swapped(b)), (second, Slip::Swapped(a))]));
        }
        let mut lines: BTreeMap<(Slip, u8, usize), Vec<(usize, CellId)>> = BTreeMap::new();
        for &(index, cell) in &wrong {
            let spec = self.form.spec(cell);
            lines.entry((Slip::RowShifted, spec.table, spec.row)).or_default().push((index, cell));
            lines.entry((Slip::ColumnShifted, spec.table, spec.column)).or_default().push((index, cell));
        }
        for ((slip, ..), line) in lines.into_iter().filter(|(_, line)| line.len() > 1) {
            let sides = if slip == Slip::RowShifted { [0, 1] } else { [2, 3] };
            let cells: Vec<CellId> = line.iter().map(|&(_, cell)| cell).collect();
            if sides.iter().any(|&side| self.is_shift(&cells, side)) {
                found.push(line.into_iter().map(|(index, _)| (index, slip)).collect());
            }
        }
        found.sort_by_key(|joint| Reverse(joint.len()));
        found
    }

    /// Whether two neighbouring cells, in one row or in one column, hold each other's number.
    fn is_swap(&self, a: CellId, b: CellId) -> bool {
        let held = |cell: CellId| self.report.cell(cell).count();
        self.neighbours(a).contains(&Some(b)) && held(a) == Some(self.after(b)) && held(b) == Some(self.after(a))
    }

    /// Whether each of the cells holds what its neighbour on one side should hold. The cell where the
    /// shift begins may hold zero instead.
    fn is_shift(&self, cells: &[CellId], side: usize) -> bool {
        let mut taken_over = false;
        cells.iter().all(|&cell| {
            let held = self.report.cell(cell).count();
            let neighbour = self.neighbours(cell).get(side).copied().flatten();
            let neighbours = neighbour.is_some_and(|other| held == Some(self.after(other)));
            taken_over |= neighbours && held != Some(0);
            neighbours || held == Some(0)
        }) && taken_over
    }

    /// What last year's report says in the cell.
    fn last_year(&self, cell: CellId) -> Option<i64> {
        let previous = self.evidence.previous?;
        previous.at(&self.form.spec(cell).address)?.count()
    }

    /// What last year's report carried out, for a cell of 上年结转.
    fn carried_over(&self, cell: CellId) -> Option<i64> {
        let column = self.form.spec(cell).address.strip_prefix("3.carried_in.")?;
        self.evidence.previous?.at(&format!("3.carried_out.{column}"))?.count()
    }

    fn support(&self, cell: CellId, to: i64) -> Support {
        Support {
            narrative: self.evidence.claims.contains(&(cell, to)),
            last_year: self.carried_over(cell) == Some(to),
        }
    }

    /// How many sources state the number that stands there now.
    fn contradicted(&self, cell: CellId) -> u32 {
        let Some(from) = self.report.cell(cell).count() else { return 0 };
        u32::from(self.evidence.claims.contains(&(cell, from))) + u32::from(self.carried_over(cell) == Some(from))
    }
}
