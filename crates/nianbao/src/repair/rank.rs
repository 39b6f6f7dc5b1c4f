//! Which of several repairs is the likeliest: the slips that would explain each.

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
    for (slip, members) in view.together() {
        let apart: u32 = members.iter().filter_map(|&i| explained.get(i)).map(|change| change.slip.surprise()).sum();
        let untouched = members.iter().all(|&i| explained.get(i).is_some_and(|change| !is_shared(change.slip)));
        if slip.surprise() < apart && untouched {
            surprise += slip.surprise();
            for &i in &members {
                let partner = members.iter().find(|&&other| other != i).and_then(|&other| changes.get(other));
                if let (Some(change), Some(&(partner, _))) = (explained.get_mut(i), partner) {
                    change.slip = if let Slip::Swapped(_) = slip { Slip::Swapped(partner) } else { slip };
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
            (to == 0).then_some(Slip::Stray),
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

    /// Slips that explain several of the changes at once, with the changes' places in the set.
    fn together(&self) -> Vec<(Slip, Vec<usize>)> {
        let mut found = Vec::new();
        let place = |index: usize| self.changes.get(index).map(|(cell, _)| self.form.spec(*cell));
        for first in 0..self.changes.len() {
            let Some(spec) = place(first) else { continue };
            for second in first + 1..self.changes.len() {
                if self.is_swap(first, second) {
                    found.push((Slip::Swapped(CellId(0)), vec![first, second]));
                }
            }
            let begins = |same: &dyn Fn(usize) -> bool| {
                let members: Vec<usize> = (0..self.changes.len()).filter(|&i| same(i)).collect();
                (members.first() == Some(&first) && members.len() > 1).then_some(members)
            };
            let same_row = begins(&|i| place(i).is_some_and(|other| other.row == spec.row));
            let same_column =
                begins(&|i| place(i).is_some_and(|other| (other.table, other.column) == (spec.table, spec.column)));
            for (slip, members, sides) in
                [(Slip::RowShifted, same_row, [0, 1]), (Slip::ColumnShifted, same_column, [2, 3])]
            {
                let Some(members) = members else { continue };
                if sides.iter().any(|&side| self.is_shift(&members, side)) {
                    found.push((slip, members));
                }
            }
        }
        found
    }

    /// Whether two neighbouring cells, in one row or in one column, hold each other's number.
    fn is_swap(&self, first: usize, second: usize) -> bool {
        let (Some(&(a, a_to)), Some(&(b, b_to))) = (self.changes.get(first), self.changes.get(second)) else {
            return false;
        };
        let held = |cell: CellId| self.report.cell(cell).count();
        held(a) == Some(b_to) && held(b) == Some(a_to) && self.neighbours(a).contains(&Some(b))
    }

    /// Whether each of the cells holds what its neighbour on one side should hold. The cell where the
    /// shift begins may hold zero instead.
    fn is_shift(&self, members: &[usize], side: usize) -> bool {
        let changed: Vec<CellId> = members.iter().filter_map(|&i| self.changes.get(i)).map(|(cell, _)| *cell).collect();
        let mut taken_over = 0;
        let fits = changed.iter().all(|&cell| {
            let held = self.report.cell(cell).count();
            let neighbour = self.neighbours(cell).get(side).copied().flatten();
            let neighbours = neighbour.is_some_and(|other| held == Some(self.after(other)));
            taken_over += usize::from(neighbours && held != Some(0));
            neighbours || held == Some(0)
        });
        fits && taken_over > 0 && changed.len() > 1
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
