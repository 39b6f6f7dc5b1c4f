//! Reports that are hard to repair: the worst the search may meet.

use fastrand::Rng;
use nianbao::form::{EquationKind, Form};
use nianbao::report::Report;

use crate::reports::{consistent, report};

/// A family of hard reports.
pub struct Family {
    pub name: &'static str,
    /// How many cells are spoilt.
    spoilt: usize,
    /// Whether every result of table 三 is more than 0, so that every cell may be too large.
    dense: bool,
    /// Whether the slips cancel each other in sums: one more here, one less there.
    cancelling: bool,
    /// How many cells of a hundred are blank.
    blank: u8,
}

const fn family(name: &'static str, spoilt: usize, dense: bool, cancelling: bool, blank: u8) -> Family {
    Family { name, spoilt, dense, cancelling, blank }
}

/// From one wrong cell to a report of nothing but random numbers.
pub const FAMILIES: [Family; 13] = [
    family("1 wrong cell", 1, false, false, 0),
    family("2 wrong cells", 2, false, false, 0),
    family("4 wrong cells", 4, false, false, 0),
    family("4 wrong cells, no zeros", 4, true, false, 0),
    family("4 cancelling slips, no zeros", 4, true, true, 0),
    family("4 wrong cells, one in ten blank", 4, false, false, 10),
    family("4 wrong cells, half blank", 4, false, false, 50),
    family("6 wrong cells", 6, false, false, 0),
    family("6 wrong cells, no zeros", 6, true, false, 0),
    family("6 cancelling slips, no zeros", 6, true, true, 0),
    family("6 cancelling slips, no zeros, one in ten blank", 6, true, true, 10),
    family("8 wrong cells, no zeros, half blank", 8, true, false, 50),
    family("every cell random", usize::MAX, false, false, 0),
];

impl Family {
    /// A report of the family.
    pub fn report(&self, random: &mut Rng) -> Report {
        let form = Form::of_2021();
        let mut values = consistent(form, random);
        if self.dense {
            fill(form, &mut values, random);
        }
        let cells = 10..form.official_cells;
        let by = random.i64(1..9);
        for i in 0..self.spoilt.min(cells.len()) {
            let cell = if self.spoilt > cells.len() { cells.start + i } else { random.usize(cells.clone()) };
            let up = if i % 2 == 0 { by } else { -by };
            values[cell] = if self.cancelling { (values[cell] + up).max(0) } else { random.i64(0..100) };
        }
        let mut report = report(form, &values);
        for cell in &mut report.cells[cells] {
            if random.u8(..100) < self.blank {
                cell.value = None;
                cell.text.clear();
            }
        }
        report
    }
}

/// Adds to every result of table 三, and to whatever equals it, so that the equations still hold.
fn fill(form: &Form, values: &mut [i64], random: &mut Rng) {
    for equation in form.equations.iter().filter(|equation| equation.kind == EquationKind::Sum).take(6) {
        for &result in equation.left.iter().filter(|&&cell| !form.is_outdated(cell)) {
            let more = random.i64(1..30);
            let column = form.spec(result).column;
            let rows = ["3.total", "3.received"].map(|row| form.row(row).expect(row));
            for row in rows.into_iter().chain([form.row_of(result)]) {
                for cell in [row.cell(column), row.cells().next_back()].into_iter().flatten() {
                    values[cell.index()] += more;
                }
            }
        }
    }
}
