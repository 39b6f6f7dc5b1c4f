//! Laws that hold for every report.

use fastrand::Rng;
use nianbao::equation::Evaluation;
use nianbao::form::{CellId, Form};
use nianbao::number::Number;
use nianbao::repair::{Evidence, diagnose};
use nianbao::report::Report;

use crate::reports::{consistent, report};

/// The equations that fail, by their index in the form.
fn failing(report: &Report) -> Vec<usize> {
    let form = report.form.expect("a form");
    let fails = |&index: &usize| Evaluation::of(report, &form.equations[index]).fails();
    (0..form.equations.len()).filter(fails).collect()
}

fn set(report: &mut Report, cell: CellId, value: i64) {
    let cell = &mut report.cells[cell.index()];
    (cell.text, cell.value) = (value.to_string(), Some(Number::from(value)));
}

#[test]
fn a_clean_report_is_offered_nothing() {
    let mut random = Rng::with_seed(1);
    for form in Form::all() {
        for _ in 0..200 {
            let report = report(form, &consistent(form, &mut random));
            assert!(failing(&report).is_empty());
            assert_eq!(diagnose(&report, &Evidence::default()), Default::default());
        }
    }
}

#[test]
fn one_wrong_number_in_table_3_is_the_only_repair() {
    let mut random = Rng::with_seed(2);
    for form in Form::all() {
        for cell in form.cell_ids().filter(|&id| form.spec(id).table == 3 && !form.is_outdated(id)) {
            let values = consistent(form, &mut random);
            let mut report = report(form, &values);
            set(&mut report, cell, values[cell.index()] + random.i64(1..50));
            let diagnosis = diagnose(&report, &Evidence::default());
            assert_eq!(diagnosis.parts.len(), 1);
            let sets: Vec<Vec<(CellId, i64)>> = diagnosis.parts[0]
                .sets
                .iter()
                .map(|repair| repair.changes.iter().map(|change| (change.cell, change.to)).collect())
                .collect();
            assert_eq!(sets, [[(cell, values[cell.index()])]], "{}", form.spec(cell).address);
        }
    }
}

/// Reports with one to four wrong cells: whatever is offered makes the failing equations hold and
/// breaks no other.
#[test]
fn a_repair_offered_makes_the_equations_hold() {
    let mut random = Rng::with_seed(3);
    for form in Form::all() {
        for round in 0..300 {
            let mut report = report(form, &consistent(form, &mut random));
            for _ in 0..=round % 4 {
                let cell = CellId(random.u16(10..form.official_cells as u16));
                set(&mut report, cell, random.i64(0..60));
                if random.u8(..10) == 0 {
                    report.cells[cell.index()] = Default::default();
                }
            }
            let failing_before = failing(&report);
            for part in diagnose(&report, &Evidence::default()).parts {
                for repair in part.sets {
                    let mut repaired = report.clone();
                    repair.changes.iter().for_each(|change| set(&mut repaired, change.cell, change.to));
                    let left: Vec<usize> =
                        failing_before.iter().copied().filter(|index| !part.equations.contains(index)).collect();
                    assert_eq!(failing(&repaired), left);
                }
            }
        }
    }
}

/// The largest numbers a cell can hold, and numbers below zero, are taken without overflow.
#[test]
fn numbers_of_any_size_are_taken() {
    let form = Form::of_2021();
    for value in [999_999_999_999_999, -999_999_999_999_999] {
        let mut report = report(form, &vec![value; form.cells.len()]);
        assert!(!diagnose(&report, &Evidence::default()).parts.is_empty());
        let zeros = vec![0; form.cells.len()];
        report = crate::reports::report(form, &zeros);
        set(&mut report, CellId(30), value);
        let diagnosis = diagnose(&report, &Evidence::default());
        let changes = &diagnosis.parts[0].sets[0].changes;
        assert_eq!(changes.iter().map(|change| (change.cell, change.to)).collect::<Vec<_>>(), [(CellId(30), 0)]);
    }
}
