//! The equations of each form: no contradiction, which of them follow from others, and that they
//! make a network, on which the exact solver rests.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use nianbao::form::{CellId, Equation, EquationKind, Form};
use nianbao::repair::CellSet;

use crate::reports::consistent;

/// The sum of equations, each with a sign, as the cells' coefficients that are not 0: a left cell
/// counts +1 and a right cell -1.
fn combine<'a>(parts: impl IntoIterator<Item = (i64, &'a Equation)>) -> BTreeMap<CellId, i64> {
    let mut sum: BTreeMap<CellId, i64> = BTreeMap::new();
    for (sign, equation) in parts {
        equation.left.iter().for_each(|&cell| *sum.entry(cell).or_default() += sign);
        equation.right.iter().for_each(|&cell| *sum.entry(cell).or_default() -= sign);
    }
    sum.retain(|_, coefficient| *coefficient != 0);
    sum
}

/// The row equation of the row with this address.
fn row<'a>(form: &'a Form, address: &str) -> &'a Equation {
    let cells = form.row(address).expect(address).cells.clone();
    let row = |e: &&Equation| e.kind == EquationKind::Row && cells.contains(&e.left[0].0);
    form.equations.iter().find(row).expect(address)
}

/// The equations of a kind, by column: six applicants, and the column of totals.
fn columns(form: &Form, kind: EquationKind) -> (Vec<&Equation>, &Equation) {
    let mut columns: Vec<&Equation> = form.equations.iter().filter(|equation| equation.kind == kind).collect();
    let totals = columns.pop().expect("a column of totals");
    assert_eq!(columns.len(), 6);
    (columns, totals)
}

/// The rank over the field of two elements, which is at most the rank over the integers.
fn rank_modulo_two(form: &Form) -> usize {
    let mut basis: Vec<BTreeSet<CellId>> = Vec::new();
    for equation in &form.equations {
        let mut cells: BTreeSet<CellId> = equation.left.iter().chain(&equation.right).copied().collect();
        for reduced in &basis {
            if reduced.first().is_some_and(|leader| cells.contains(leader)) {
                cells = cells.symmetric_difference(reduced).copied().collect();
            }
        }
        if !cells.is_empty() {
            basis.push(cells);
        }
    }
    basis.len()
}

/// Two equations follow from the others and no more: 40 of 42 are independent in the form of 2021,
/// 38 of 40 in the form of 2019.
///
/// - Where the rows of the results and of （七）总计 hold and the six applicants' columns add up, the
///   column of totals adds up too.
/// - Where the rows of 一, 二, （七）总计 and 四 hold and the identity holds for six applicants, it
///   holds for the totals too.
///
/// So a wrong cell in the column of totals is never accused by the column alone.
#[test]
fn two_equations_follow_from_the_others() {
    for (form, independent) in [(Form::of_2021(), 40), (Form::of_2019(), 38)] {
        let (sums, sum_of_totals) = columns(form, EquationKind::Sum);
        let results: Vec<&Equation> = form
            .rows
            .iter()
            .filter(|row| row.table == 3 && row.labels.len() > 1 && row.address != "3.total" && !row.outdated)
            .map(|r| row(form, &r.address))
            .collect();
        let plus = |equations: Vec<&'static Equation>| equations.into_iter().map(|equation| (1, equation));
        let minus = |equations: Vec<&'static Equation>| equations.into_iter().map(|equation| (-1, equation));
        // Cells of outdated rows stand in no row's equation: they are left out here.
        let official = |mut sum: BTreeMap<CellId, i64>| {
            sum.retain(|cell, _| !form.is_outdated(*cell));
            sum
        };
        let total = row(form, "3.total");
        let dependent = plus(sums).chain(minus(results)).chain([(1, total), (-1, sum_of_totals)]);
        assert_eq!(official(combine(dependent)), BTreeMap::new());

        let (identities, identity_of_totals) = columns(form, EquationKind::Identity);
        let left = minus(vec![row(form, "3.received"), row(form, "3.carried_in")]);
        let right = plus(vec![total, row(form, "3.carried_out")]);
        let dependent = plus(identities).chain(left).chain(right).chain([(-1, identity_of_totals)]);
        assert_eq!(combine(dependent), BTreeMap::new());

        let outdated_rows = usize::from(form.cells.len() > form.official_cells);
        assert_eq!(form.equations.len() - 2, independent);
        assert_eq!(rank_modulo_two(form), independent + outdated_rows);
    }
}

/// No contradiction: every cell of an equation can be more than 0 in a report whose equations hold.
#[test]
fn no_equation_forbids_a_number() {
    let mut random = Rng::with_seed(5);
    for form in Form::all() {
        let in_equations = form.equations.iter().flat_map(|equation| equation.left.iter().chain(&equation.right));
        let mut never: BTreeSet<CellId> = in_equations.copied().filter(|&cell| !form.is_outdated(cell)).collect();
        for _ in 0..2000 {
            let values = consistent(form, &mut random);
            for equation in &form.equations {
                let sum = |cells: &[CellId]| cells.iter().map(|cell| values[cell.index()]).sum::<i64>();
                assert_eq!(sum(&equation.left), sum(&equation.right), "{}", equation.name);
            }
            never.retain(|cell| values[cell.index()] == 0);
        }
        assert_eq!(never, BTreeSet::new());
    }
}

/// A network: without the row of （七）总计, which follows from others, the equations can be given
/// signs so that every cell stands in at most one with +1 and in at most one with -1.
#[test]
fn the_equations_are_a_network() {
    for form in Form::all() {
        let kept: Vec<&Equation> = form.equations.iter().filter(|e| !std::ptr::eq(*e, row(form, "3.total"))).collect();
        let mut signs: Vec<i64> = vec![0; kept.len()];
        let coefficient = |equation: &Equation, cell: CellId| {
            i64::from(equation.left.contains(&cell)) - i64::from(equation.right.contains(&cell))
        };
        let joined =
            |cell: CellId| -> Vec<usize> { (0..kept.len()).filter(|&i| coefficient(kept[i], cell) != 0).collect() };
        for start in 0..kept.len() {
            let mut waiting = vec![start];
            if signs[start] == 0 {
                signs[start] = 1;
            }
            while let Some(index) = waiting.pop() {
                for &cell in kept[index].left.iter().chain(&kept[index].right) {
                    for other in joined(cell).into_iter().filter(|&other| other != index) {
                        if signs[other] == 0 {
                            signs[other] =
                                -signs[index] * coefficient(kept[index], cell) * coefficient(kept[other], cell);
                            waiting.push(other);
                        }
                    }
                }
            }
        }
        for cell in form.cell_ids() {
            let signed: Vec<i64> = joined(cell).into_iter().map(|i| signs[i] * coefficient(kept[i], cell)).collect();
            assert!(signed.len() <= 2 && signed.iter().sum::<i64>().abs() <= 1, "{}", form.spec(cell).address);
            assert!(signed.len() < 2 || signed[0] == -signed[1], "{}", form.spec(cell).address);
        }
    }
}

#[test]
fn every_cell_of_every_form_fits_into_a_set() {
    for form in Form::all() {
        assert!(form.cells.len() <= CellSet::CAPACITY, "form {}", form.id);
    }
}
