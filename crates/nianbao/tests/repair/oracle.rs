//! The search against an independent exact solver, OR-tools' CP-SAT, on random reports with one to
//! four wrong cells: as small as the optimum, and never a set that does not hold.
//!
//! Needs `python3` with the package `ortools`; without it the test says so and checks nothing.
//! `REPAIR_ORACLE_REPORTS` sets how many reports are compared.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use fastrand::Rng;
use nianbao::form::{CellId, Equation, Form};
use nianbao::repair::{Search, System, smallest_sets};

use crate::reports::{consistent, report};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/repair/oracle.py");

#[test]
fn no_set_is_larger_than_the_optimum() {
    let ready = Command::new("python3").args(["-c", "import ortools.sat.python.cp_model"]).output();
    if !ready.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: the comparison needs python3 with the package ortools (pip install ortools)");
        return;
    }
    let count = std::env::var("REPAIR_ORACLE_REPORTS").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let problems: String = (0..count).map(problem).collect();
    let mut oracle = Command::new("python3")
        .arg(SCRIPT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 was there a moment ago");
    oracle.stdin.take().expect("piped").write_all(problems.as_bytes()).expect("the oracle reads to the end");
    let output = oracle.wait_with_output().expect("the oracle ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.starts_with(&format!("{count} reports agree")), "{said}");
    eprint!("{said}");
}

/// One random report as a line of JSON: its numbers, the unknown cells, and for each connected part
/// its equations and all sets that we found.
fn problem(seed: u64) -> String {
    let mut random = Rng::with_seed(seed);
    let form = Form::all()[random.usize(..2)];
    let mut report = report(form, &consistent(form, &mut random));
    for _ in 0..=seed % 4 {
        let cell = &mut report.cells[random.usize(10..form.official_cells)];
        cell.value = Some(random.i64(0..80).into());
    }
    for _ in 0..[0, 0, 0, 2, 12][random.usize(..5)] {
        report.cells[random.usize(10..form.official_cells)].value = None;
    }
    let system = System::of(&report, form);
    let mut parts = Vec::new();
    for equations in system.parts() {
        let Search::Smallest(solutions) = smallest_sets(&system, &equations) else {
            panic!("four wrong cells are never too many (report {seed})");
        };
        let sets: Vec<Vec<(u16, i64)>> = solutions
            .iter()
            .map(|solution| solution.changes.iter().chain(&solution.unknown).map(|(cell, to)| (cell.0, *to)).collect())
            .collect();
        let sides = |equation: &Equation| {
            let used = |cells: &[CellId]| {
                cells.iter().filter(|&&id| !form.is_outdated(id)).map(|cell| cell.0).collect::<Vec<_>>()
            };
            (used(&equation.left), used(&equation.right))
        };
        let equations: Vec<_> = equations.iter().map(|&index| sides(&form.equations[index])).collect();
        parts.push(serde_json::json!({
            "equations": equations,
            "sets": sets,
            "size": solutions.first().map(|solution| solution.changes.len()),
        }));
    }
    let unknown: Vec<u16> = system.unknown.iter().map(|cell| cell.0).collect();
    let mut line = String::new();
    let problem = serde_json::json!({ "values": system.values, "unknown": unknown, "parts": parts });
    writeln!(line, "{problem}").expect("a string takes everything");
    line
}
