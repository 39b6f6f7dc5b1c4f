//! Small tables, where every set of cells and every number can be tried.

use nianbao::form::CellId;
use nianbao::repair::{Balance, CellSet, Search, Solution, System, smallest_sets};
use proptest::prelude::*;

const COLUMNS: usize = 3;
const ROWS: usize = 5;
/// No number in a repair of these tables is larger.
const LARGEST: i64 = 14;

fn cell(row: usize, column: usize) -> CellId {
    CellId((row * COLUMNS + column) as u16)
}

/// Table 三 in small: received, two results, their total, carried out; two applicants and a total.
fn small_table() -> Vec<Balance> {
    let set = |cells: &[(usize, usize)]| cells.iter().map(|&(row, column)| cell(row, column)).collect::<CellSet>();
    let rows = (0..ROWS).map(|row| Balance { left: set(&[(row, 0), (row, 1)]), right: set(&[(row, 2)]) });
    let sums =
        (0..COLUMNS).map(|column| Balance { left: set(&[(1, column), (2, column)]), right: set(&[(3, column)]) });
    let identities =
        (0..COLUMNS).map(|column| Balance { left: set(&[(0, column)]), right: set(&[(3, column), (4, column)]) });
    rows.chain(sums).chain(identities).collect()
}

/// The numbers of a small table whose equations hold.
fn filled_in(results: [i64; 4], carried_out: [i64; 2]) -> Vec<i64> {
    let [a, b, c, d] = results;
    let total = [a + c, b + d];
    let received = [total[0] + carried_out[0], total[1] + carried_out[1]];
    let rows = [received, [a, b], [c, d], total, carried_out];
    rows.into_iter().flat_map(|[x, y]| [x, y, x + y]).collect()
}

fn holds(system: &System, values: &[i64]) -> bool {
    let sum = |cells: CellSet| cells.iter().map(|cell| values[cell.index()]).sum::<i64>();
    system.balances.iter().all(|balance| sum(balance.left) == sum(balance.right))
}

/// All numbers for these cells that make every equation hold.
fn assignments(system: &System, values: &mut Vec<i64>, cells: &[CellId]) -> Vec<Vec<i64>> {
    let Some((first, rest)) = cells.split_first() else {
        return if holds(system, values) { vec![Vec::new()] } else { Vec::new() };
    };
    let before = values[first.index()];
    let mut found = Vec::new();
    for value in 0..=LARGEST {
        values[first.index()] = value;
        for mut others in assignments(system, values, rest) {
            others.insert(0, value);
            found.push(others);
        }
    }
    values[first.index()] = before;
    found
}

/// The smallest sets of cells, with all their assignments (those of the unknown cells after them).
fn by_brute_force(system: &System) -> Vec<(Vec<CellId>, Vec<Vec<i64>>)> {
    let known: Vec<CellId> =
        (0..(ROWS * COLUMNS) as u16).map(CellId).filter(|&c| !system.unknown.contains(c)).collect();
    let unknown: Vec<CellId> = system.unknown.iter().collect();
    let fails = |balance: &&Balance| {
        let sum = |cells: CellSet| cells.iter().map(|cell| system.values[cell.index()]).sum::<i64>();
        sum(balance.left) != sum(balance.right)
    };
    let failing: Vec<&Balance> = system.balances.iter().filter(fails).collect();
    for size in 0..=3 {
        let mut found = Vec::new();
        for members in 0_u32..1 << known.len() {
            if members.count_ones() != size {
                continue;
            }
            let chosen: Vec<CellId> = (0..known.len()).filter(|i| members >> i & 1 == 1).map(|i| known[i]).collect();
            let cells: Vec<CellId> = chosen.iter().chain(&unknown).copied().collect();
            let touched: CellSet = cells.iter().copied().collect();
            if failing.iter().all(|balance| balance.left.or(balance.right).meets(touched)) {
                let all = assignments(system, &mut system.values.clone(), &cells);
                if !all.is_empty() {
                    found.push((chosen, all));
                }
            }
        }
        if !found.is_empty() {
            found.sort();
            return found;
        }
    }
    Vec::new()
}

fn check(solution: &Solution, all: &[Vec<i64>]) {
    let ours: Vec<(CellId, i64)> = solution.changes.iter().chain(&solution.unknown).copied().collect();
    assert!(all.contains(&ours.iter().map(|(_, value)| *value).collect()), "no solution: {ours:?}");
    for (place, (cell, value)) in ours.iter().enumerate() {
        if solution.determined.contains(*cell) {
            assert!(all.iter().all(|values| values[place] == *value), "{cell:?} is not determined");
        }
    }
    if all.len() == 1 {
        assert!(ours.iter().all(|(cell, _)| solution.determined.contains(*cell)), "it is determined");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_smallest_sets_are_found_and_no_others(
        results in prop::array::uniform4(0_i64..3),
        carried_out in prop::array::uniform2(0_i64..2),
        wrong in prop::collection::vec((0..ROWS * COLUMNS, 0_i64..7), 1..4),
        unknown in prop::option::of(0..ROWS * COLUMNS),
    ) {
        let mut values = filled_in(results, carried_out);
        for (cell, value) in wrong {
            values[cell] = value;
        }
        let unknown: CellSet = unknown.into_iter().map(|index| CellId(index as u16)).collect();
        unknown.iter().for_each(|cell| values[cell.index()] = 0);
        let system = System { values, unknown, balances: small_table() };
        let expected = by_brute_force(&system);
        let equations: Vec<usize> = (0..system.balances.len()).collect();
        let Search::Smallest(mut solutions) = smallest_sets(&system, &equations) else {
            panic!("the search was given up");
        };
        let cells = |solution: &Solution| solution.changes.iter().map(|(cell, _)| *cell).collect::<Vec<_>>();
        solutions.sort_by_key(cells);
        prop_assert_eq!(
            solutions.iter().map(cells).collect::<Vec<_>>(),
            expected.iter().map(|(cells, _)| cells.clone()).collect::<Vec<_>>()
        );
        for (solution, (_, all)) in solutions.iter().zip(&expected) {
            check(solution, all);
        }
        // The order in which equations are given changes nothing.
        let mut turned = system.clone();
        turned.balances.reverse();
        let Search::Smallest(mut again) = smallest_sets(&turned, &equations) else { panic!("given up") };
        again.sort_by_key(cells);
        prop_assert_eq!(again.iter().map(cells).collect::<Vec<_>>(), solutions.iter().map(cells).collect::<Vec<_>>());
    }
}
