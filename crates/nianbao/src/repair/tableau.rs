//! Whether equations can hold when some cells may change: an exact simplex over integers.
//!
//! The method is the one of Dutertre and de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)"
//! (2006): equations are rows, each with a basic variable that the other variables of the row
//! determine; a row out of bounds is mended by a pivot, and where no pivot can mend it, the row
//! itself says which further cells would have to change. With Bland's choice of the smallest index
//! it always ends.
//!
//! The equations of the form make a network (every cell takes from one sum and gives to another),
//! whose matrix is totally unimodular: every coefficient stays -1, 0 or 1, so that a row is two sets
//! of cells, all arithmetic is exact, and all values are integers. Where that did not hold, adding
//! rows would say so.

use super::cell_set::CellSet;
use super::system::System;
use crate::form::CellId;

/// A variable that a row determines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Basic {
    /// A cell, which must not be below zero.
    Cell(CellId),
    /// What the equation with this number lacks, which must be zero.
    Gap(usize),
}

/// `basic = Σ plus − Σ minus`, and what that comes to.
#[derive(Clone, Copy, Debug)]
struct Row {
    basic: Basic,
    value: i64,
    plus: CellSet,
    minus: CellSet,
}

/// Rows could not be added without a coefficient beyond 1: the equations are no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANetwork;

/// The equations of one connected part, solved for some of their cells.
#[derive(Clone, Debug)]
pub struct Tableau<'a> {
    values: &'a [i64],
    rows: Vec<Row>,
    /// Cells outside the rows' basics that may move.
    open: CellSet,
    /// Cells with a number above zero, as long as they are not basic.
    positive: CellSet,
    pivots: usize,
}

impl<'a> Tableau<'a> {
    /// The equations of a system with these indices; only the unknown cells may move.
    pub fn new(system: &'a System, equations: &[usize]) -> Tableau<'a> {
        let mut tableau = Tableau {
            values: &system.values,
            rows: Vec::new(),
            open: CellSet::default(),
            positive: CellSet::default(),
            pivots: 0,
        };
        for (gap, balance) in equations.iter().filter_map(|&index| Some((index, system.balances.get(index)?))) {
            let (plus, minus) = (balance.left, balance.right);
            let cells = plus.or(minus);
            tableau.open = tableau.open.or(cells.and(system.unknown));
            tableau.positive = tableau.positive.or(cells.iter().filter(|&id| tableau.value_at_rest(id) > 0).collect());
            tableau.rows.push(Row { basic: Basic::Gap(gap), value: system.sum(plus) - system.sum(minus), plus, minus });
        }
        tableau
    }

    fn value_at_rest(&self, cell: CellId) -> i64 {
        self.values.get(cell.index()).copied().unwrap_or(0)
    }

    /// Lets a cell move.
    pub fn open(&mut self, cell: CellId) {
        self.open.insert(cell);
    }

    /// Moves the open cells until every equation holds. Where that can't be, gives for each row that
    /// was stuck the closed cells of which at least one has to change, whatever else changes.
    pub fn settle(&mut self) -> Result<Vec<CellSet>, NotANetwork> {
        let mut stuck = vec![false; self.rows.len()];
        let mut conflicts = Vec::new();
        loop {
            let mut next: Option<(Basic, usize, CellId)> = None;
            for (index, (row, stuck)) in self.rows.iter().zip(&mut stuck).enumerate() {
                if *stuck || !row.is_out_of_bounds() {
                    continue;
                }
                let (rising, falling) = if row.value < 0 { (row.plus, row.minus) } else { (row.minus, row.plus) };
                let helpful = rising.or(falling.and(self.positive));
                match helpful.and(self.open).first() {
                    Some(cell) if next.is_none_or(|(basic, ..)| row.basic < basic) => {
                        next = Some((row.basic, index, cell));
                    }
                    Some(_) => {}
                    None => {
                        *stuck = true;
                        conflicts.push(helpful);
                    }
                }
            }
            match next {
                Some((_, index, cell)) => self.pivot(index, cell)?,
                None => return Ok(conflicts),
            }
        }
    }

    /// Brings a row's basic variable to zero by moving a cell, which becomes basic in its stead.
    fn pivot(&mut self, index: usize, cell: CellId) -> Result<(), NotANetwork> {
        self.pivots += 1;
        let row = self.rows[index];
        let positive = row.plus.contains(cell);
        // basic = ±cell + rest, so cell = ±(basic - rest).
        let (mut plus, mut minus) = if positive { (row.minus, row.plus) } else { (row.plus, row.minus) };
        plus.remove(cell);
        minus.remove(cell);
        let step = if positive { -row.value } else { row.value };
        if let Basic::Cell(leaving) = row.basic {
            if positive { &mut plus } else { &mut minus }.insert(leaving);
            self.positive.remove(leaving);
        }
        let at_rest = if self.positive.contains(cell) { self.value_at_rest(cell) } else { 0 };
        let entering = Row { basic: Basic::Cell(cell), value: at_rest + step, plus, minus };
        for (_, row) in self.rows.iter_mut().enumerate().filter(|(other, _)| *other != index) {
            if row.plus.contains(cell) {
                row.plus.remove(cell);
                row.value += step;
                row.add(plus, minus)?;
            } else if row.minus.contains(cell) {
                row.minus.remove(cell);
                row.value -= step;
                row.add(minus, plus)?;
            }
        }
        self.rows[index] = entering;
        Ok(())
    }

    /// How many pivots were made since the tableau was new: what the solving cost.
    pub fn pivots(&self) -> usize {
        self.pivots
    }

    /// The number of an open cell in the solution found.
    pub fn value(&self, cell: CellId) -> i64 {
        let basic = self.rows.iter().find(|row| row.basic == Basic::Cell(cell));
        match basic {
            Some(row) => row.value,
            None if self.positive.contains(cell) => self.value_at_rest(cell),
            None => 0,
        }
    }

    /// The open cells that can have no other number than the one in the solution found: those that
    /// closed cells determine, and those that could only rise where nothing may.
    pub fn determined(&self) -> CellSet {
        let mut fixed = CellSet::default();
        loop {
            let before = fixed;
            for row in &self.rows {
                let (plus, minus) = (row.plus.and(self.open).without(fixed), row.minus.and(self.open).without(fixed));
                let movable = plus.or(minus);
                let (may_rise, may_fall) = match row.basic {
                    Basic::Cell(cell) if fixed.contains(cell) => (false, false),
                    Basic::Cell(_) => (true, row.value > 0),
                    Basic::Gap(_) => (false, false),
                };
                // A cell that is zero can only rise, and so moves the row's variable one way.
                let all_zero = !movable.meets(self.positive);
                let blocked = all_zero && (!may_rise && minus.is_empty() || !may_fall && plus.is_empty());
                if blocked {
                    fixed = fixed.or(movable);
                }
                if let Basic::Cell(cell) = row.basic
                    && (blocked || movable.is_empty())
                {
                    fixed.insert(cell);
                }
            }
            if fixed == before {
                return fixed;
            }
        }
    }
}

impl Row {
    fn is_out_of_bounds(&self) -> bool {
        match self.basic {
            Basic::Cell(_) => self.value < 0,
            Basic::Gap(_) => self.value != 0,
        }
    }

    /// Adds `Σ plus − Σ minus`.
    fn add(&mut self, plus: CellSet, minus: CellSet) -> Result<(), NotANetwork> {
        if self.plus.meets(plus) || self.minus.meets(minus) {
            return Err(NotANetwork);
        }
        let (own_plus, own_minus) = (self.plus, self.minus);
        self.plus = own_plus.without(minus).or(plus.without(own_minus));
        self.minus = own_minus.without(plus).or(minus.without(own_plus));
        Ok(())
    }
}
