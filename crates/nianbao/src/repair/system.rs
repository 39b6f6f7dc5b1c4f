//! A report's equations and numbers as a system to be solved, cut into its connected parts.

use super::cell_set::CellSet;
use crate::form::{CellId, Form};
use crate::report::{Cell, Doubt, Report};

/// An equation: the cells in `left` add up to the sum of the cells in `right`.
#[derive(Clone, Copy, Debug)]
pub struct Balance {
    /// The addends of one side.
    pub left: CellSet,
    /// The addends of the other.
    pub right: CellSet,
}

/// Equations over non-negative integers: numbers that may be wrong, and numbers that are unknown.
#[derive(Clone, Debug, Default)]
pub struct System {
    /// The number of each cell by its index; where an unknown cell starts from.
    pub values: Vec<i64>,
    /// The cells whose numbers are unknown: blank, no number, below zero, or not surely placed.
    pub unknown: CellSet,
    /// The equations.
    pub balances: Vec<Balance>,
}

impl System {
    /// The equations of a report's form with the report's numbers in them.
    pub fn of(report: &Report, form: &Form) -> System {
        let mut system = System { values: vec![0; form.cells.len()], ..System::default() };
        let in_use = |id: &CellId| {
            let absent = form.is_outdated(*id) && !report.outdated_rows;
            // The three rows that one outdated row stands for are not there.
            !absent && report.cell(*id).doubt != Some(Doubt::OneRow)
        };
        for equation in &form.equations {
            let used = |cells: &[CellId]| cells.iter().copied().filter(in_use).collect();
            system.balances.push(Balance { left: used(&equation.left), right: used(&equation.right) });
        }
        for id in form.cell_ids() {
            let known = known_value(report.cell(id));
            system.values[id.index()] = known.unwrap_or(0);
            if known.is_none() || report.cell(id).doubt.is_some() {
                system.unknown.insert(id);
            }
        }
        system
    }

    /// Whether the numbers make an equation hold.
    pub fn holds(&self, balance: &Balance) -> bool {
        self.sum(balance.left) == self.sum(balance.right)
    }

    /// What these cells add up to.
    pub fn sum(&self, cells: CellSet) -> i64 {
        cells.iter().filter_map(|id| self.values.get(id.index())).sum()
    }

    /// The cells of these equations.
    pub fn cells(&self, equations: &[usize]) -> CellSet {
        let balances = equations.iter().filter_map(|&index| self.balances.get(index));
        balances.fold(CellSet::default(), |all, balance| all.or(balance.left).or(balance.right))
    }

    /// Whether an equation, by its index, holds an unknown cell.
    pub fn has_unknown(&self, equation: usize) -> bool {
        self.balances.get(equation).is_some_and(|balance| balance.left.or(balance.right).meets(self.unknown))
    }

    /// The sets of equations, by index, that share cells directly or through others.
    pub fn parts(&self) -> Vec<Vec<usize>> {
        let mut parts: Vec<(CellSet, Vec<usize>)> = Vec::new();
        for (index, balance) in self.balances.iter().enumerate() {
            let mut joined = (balance.left.or(balance.right), vec![index]);
            parts.retain(|(cells, equations)| {
                let apart = !cells.meets(joined.0);
                if !apart {
                    joined.0 = joined.0.or(*cells);
                    joined.1.extend(equations);
                }
                apart
            });
            joined.1.sort_unstable();
            parts.push(joined);
        }
        parts.sort_by_key(|(_, equations)| equations.first().copied());
        parts.into_iter().map(|(_, equations)| equations).collect()
    }
}

/// The number of a cell, when it is an integer and not below zero.
fn known_value(cell: &Cell) -> Option<i64> {
    cell.count().filter(|&count| count >= 0)
}
