//! Rows and columns whose numbers stand one place off, where that is more cells than the search for
//! the smallest sets goes through: it is one slip all the same.

use super::cell_set::CellSet;
use super::search::Solution;
use super::system::System;
use super::tableau::Tableau;
use crate::form::{CellId, EquationKind, Form};

/// The shifts, of one line of table 三 in one direction from one place on, that explain all failing
/// equations of a part. The number lost at the line's end is what the equations ask for.
pub fn shifted_lines(system: &System, form: &Form, equations: &[usize]) -> Vec<Solution> {
    let balances = equations.iter().filter_map(|&index| system.balances.get(index));
    let failing: Vec<CellSet> =
        balances.filter(|balance| !system.holds(balance)).map(|balance| balance.left.or(balance.right)).collect();
    let mut found: Vec<Solution> = Vec::new();
    for mut line in lines(form, equations) {
        let cells: CellSet = line.iter().copied().collect();
        if cells.meets(system.unknown) || !failing.iter().all(|equation| equation.meets(cells)) {
            continue;
        }
        for _ in 0..2 {
            let shifts = (0..line.len()).filter_map(|start| shifted_back(system, equations, line.get(start..)?));
            for solution in shifts {
                // Zeros at the line's beginning make several places to start from come to the same.
                if !found.iter().any(|other| other.changes == solution.changes) {
                    found.push(solution);
                }
            }
            line.reverse();
        }
    }
    found
}

/// The addends of the rows' and of the columns' sums among these equations.
fn lines(form: &Form, equations: &[usize]) -> Vec<Vec<CellId>> {
    let equations = equations.iter().filter_map(|&index| form.equations.get(index));
    equations
        .filter(|equation| matches!(equation.kind, EquationKind::Row | EquationKind::Sum))
        .map(|equation| equation.left.iter().copied().filter(|&cell| !form.is_outdated(cell)).collect())
        .collect()
}

/// Moves the numbers of a line one place back, if the equations hold then.
fn shifted_back(system: &System, equations: &[usize], line: &[CellId]) -> Option<Solution> {
    let (&last, rest) = line.split_last()?;
    let mut moved = system.clone();
    for (cell, next) in rest.iter().zip(line.get(1..)?) {
        *moved.values.get_mut(cell.index())? = *system.values.get(next.index())?;
    }
    moved.unknown.insert(last);
    let mut tableau = Tableau::new(&moved, equations);
    if !tableau.settle().ok()?.is_empty() {
        return None;
    }
    let value =
        |cell: CellId| if cell == last { Some(tableau.value(cell)) } else { moved.values.get(cell.index()).copied() };
    let mut changes: Vec<(CellId, i64)> = line.iter().filter_map(|&cell| Some((cell, value(cell)?))).collect();
    changes.retain(|(cell, to)| system.values.get(cell.index()) != Some(to));
    changes.sort_unstable();
    let unknown = system.unknown.and(system.cells(equations)).iter().map(|cell| (cell, tableau.value(cell))).collect();
    let determined = tableau.determined().or(rest.iter().copied().collect());
    Some(Solution { changes, unknown, determined })
}
