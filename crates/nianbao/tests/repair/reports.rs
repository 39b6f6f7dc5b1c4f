//! Random reports whose equations hold: of a small bureau, a county, a city.

use fastrand::Rng;
use nianbao::form::{CellId, EquationKind, Form};
use nianbao::number::Number;
use nianbao::report::{Cell, Report};

/// A form filled in with numbers whose equations hold. Seven in ten cells of a real table 三 are 0;
/// so they are here, and nearly all applicants are 自然人.
pub fn consistent(form: &'static Form, random: &mut Rng) -> Vec<i64> {
    let mut values = vec![0; form.cells.len()];
    let largest = [6, 40, 300, 4000][random.usize(..4)];
    let applications = form.rows.iter().filter(|row| row.table == 3 && !row.outdated);
    for row in applications {
        let is_result = row.labels.len() > 1;
        let common = ["3.granted", "3.unable.1", "3.declined.1", "3.partial", "3.other.3"].contains(&&*row.address);
        for (column, cell) in row.cells().take(6).enumerate() {
            let share = [1, 10, 60, 60, 40, 30][column];
            let likely = (if common { 0.9 } else { 0.3 }) / if column == 0 { 1.0 } else { 2.0 + column as f64 };
            if is_result && random.f64() < likely {
                values[cell.index()] = random.i64(0..=(largest / if common { 1 } else { 10 } / share).max(1));
            }
        }
    }
    let at = |address: &str, column: usize| form.row(address).and_then(|row| row.cell(column)).expect("a cell");
    for column in 0..6 {
        let leaves = form.equations.iter().filter(|e| e.kind == EquationKind::Sum).nth(column).expect("a sum");
        let answered: i64 = leaves.left.iter().map(|cell| values[cell.index()]).sum();
        values[at("3.total", column).index()] = answered;
        let carried_out = random.i64(0..=answered / 6 + 1) * i64::from(random.f64() < 0.7);
        let carried_in = random.i64(0..=(answered + carried_out).min(answered / 6 + 1)) * i64::from(random.bool());
        values[at("3.carried_out", column).index()] = carried_out;
        values[at("3.carried_in", column).index()] = carried_in;
        values[at("3.received", column).index()] = answered + carried_out - carried_in;
    }
    for row in form.rows.iter().filter(|row| row.table == 4) {
        for cell in row.cells().take(4) {
            values[cell.index()] = random.i64(0..=largest / 8 + 1) * i64::from(random.f64() < 0.6);
        }
    }
    for row in form.rows.iter().filter(|row| row.table > 2 && !row.outdated) {
        let cells: Vec<CellId> = row.cells().collect();
        let (total, addends) = cells.split_last().expect("a row with cells");
        values[total.index()] = addends.iter().map(|cell| values[cell.index()]).sum();
    }
    values
}

/// A report that says these numbers.
pub fn report(form: &'static Form, values: &[i64]) -> Report {
    let mut report = blank(form);
    for (cell, value) in report.cells.iter_mut().zip(values).take(form.official_cells) {
        cell.text = value.to_string();
        cell.value = Some(Number::from(*value));
    }
    report
}

/// A report with nothing in its cells.
pub fn blank(form: &'static Form) -> Report {
    Report {
        form: Some(form),
        formless: None,
        title: None,
        agency: None,
        year: None,
        sections: Vec::new(),
        headings: Vec::new(),
        cells: vec![Cell::default(); form.cells.len()],
        labels: Vec::new(),
        tables: [true; 3],
        outdated_rows: false,
    }
}
