//! The smallest sets of cells whose change makes every equation of a part hold.
//!
//! Fellegi and Holt (1976): change the fewest cells. Sets of no cell, of one, of two and so on are
//! tried until some hold. Equations that can't be made to hold say which cells they could be mended
//! with, and every repair must take one of them: the search branches over the shortest such list,
//! takes each cell in turn, and never looks at a cell it has already tried in its stead, so that
//! each set is found once.

use super::cell_set::CellSet;
use super::system::System;
use super::tableau::{NotANetwork, Tableau};
use crate::form::CellId;

/// The most cells of one part that a repair changes.
pub const LARGEST_SET: usize = 6;

/// How much work is done at most in one part: sets looked at, and pivots made for them. A bound in
/// steps and not in time, so that the result is the same everywhere; set by measurement to keep the
/// worst report under 5 ms, and under 20 ms in a browser (see the example `repair_speed`).
const MOST_WORK: usize = 8_000;

/// The work of putting a set that was found in order, in the same unit.
const WORK_TO_RANK: usize = 8;

/// A set of changes that makes every equation of a part hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The cells to change and what they must be, in the order of the form.
    pub changes: Vec<(CellId, i64)>,
    /// What the unknown cells of the part come to, in the order of the form.
    pub unknown: Vec<(CellId, i64)>,
    /// The cells among both that can have no other number, given that these are the cells to change.
    pub determined: CellSet,
}

/// What the search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// All smallest sets; one without changes where the equations can hold as they stand.
    Smallest(Vec<Solution>),
    /// No set of at most [`LARGEST_SET`] cells, or too many to look at.
    TooMany,
}

/// Finds all smallest sets for the equations of one part.
pub fn smallest_sets(system: &System, equations: &[usize]) -> Search {
    let start = Tableau::new(system, equations);
    let mut finder = Finder { system, equations, found: Vec::new(), work: 0 };
    for size in 0..=LARGEST_SET {
        match finder.extend(start.clone(), CellSet::default(), CellSet::default(), size) {
            Err(Stop) => return Search::TooMany,
            Ok(()) if !finder.found.is_empty() => return Search::Smallest(finder.found),
            Ok(()) => {}
        }
    }
    Search::TooMany
}

/// The search was given up.
struct Stop;

impl From<NotANetwork> for Stop {
    fn from(_: NotANetwork) -> Stop {
        Stop
    }
}

struct Finder<'a> {
    system: &'a System,
    equations: &'a [usize],
    found: Vec<Solution>,
    work: usize,
}

impl Finder<'_> {
    /// Adds up to `more` cells to the chosen ones, none of the tried ones, until every equation holds.
    fn extend(&mut self, mut tableau: Tableau, chosen: CellSet, mut tried: CellSet, more: usize) -> Result<(), Stop> {
        let pivots_before = tableau.pivots();
        let mut lists = tableau.settle()?;
        self.work += 1 + tableau.pivots() - pivots_before;
        if lists.is_empty() {
            self.work += WORK_TO_RANK;
        }
        if self.work > MOST_WORK {
            return Err(Stop);
        }
        if lists.is_empty() {
            self.found.push(self.solution(&tableau, chosen));
            return Ok(());
        }
        lists.iter_mut().for_each(|list| *list = list.without(tried));
        lists.sort_by_key(|list| list.len());
        if lists_apart(&lists) > more {
            return Ok(());
        }
        let candidates = match more {
            0 => return Ok(()),
            1 => lists.iter().copied().reduce(CellSet::and),
            _ => lists.first().copied(),
        };
        for cell in candidates.unwrap_or_default().iter() {
            let mut next = tableau.clone();
            next.open(cell);
            let mut with_cell = chosen;
            with_cell.insert(cell);
            self.extend(next, with_cell, tried, more - 1)?;
            tried.insert(cell);
        }
        Ok(())
    }

    fn solution(&self, tableau: &Tableau, chosen: CellSet) -> Solution {
        let cells = self.system.cells(self.equations);
        let solved = |cells: CellSet| cells.iter().map(|cell| (cell, tableau.value(cell))).collect();
        Solution {
            changes: solved(chosen),
            unknown: solved(cells.and(self.system.unknown)),
            determined: tableau.determined(),
        }
    }
}

/// A lower bound for the cells still to be chosen: how many lists, shortest first, share no cell. An
/// empty list can't be mended at all.
fn lists_apart(lists: &[CellSet]) -> usize {
    let mut taken = CellSet::default();
    let mut apart = 0;
    for &list in lists {
        if list.is_empty() {
            return usize::MAX;
        }
        if !list.meets(taken) {
            taken = taken.or(list);
            apart += 1;
        }
    }
    apart
}
