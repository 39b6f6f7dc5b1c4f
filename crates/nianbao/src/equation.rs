//! What an equation of the form comes to in a report.

use crate::form::{CellId, Equation};
use crate::number::is_dash;
use crate::report::Report;

/// An equation with a report's numbers in it.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The sum of the left cells, blanks counted as 0.
    pub left: i64,
    /// The sum of the right cells, blanks counted as 0.
    pub right: i64,
    /// Cells that are blank or hold no number.
    pub unknown: Vec<CellId>,
    /// Whether a cell of the equation could not be placed with certainty, or holds words that give
    /// no number: then a difference says nothing about the report's arithmetic.
    pub doubtful: bool,
    /// Whether at least one cell of the equation holds a number.
    pub present: bool,
}

impl Evaluation {
    /// Puts a report's numbers into an equation. A cell with a fraction makes it doubtful. Cells of
    /// outdated rows take part only where the report uses them.
    pub fn of(report: &Report, equation: &Equation) -> Evaluation {
        let mut evaluation = Evaluation { left: 0, right: 0, unknown: Vec::new(), doubtful: false, present: false };
        let Some(form) = report.form else { return evaluation };
        for (cells, sum) in [(&equation.left, &mut evaluation.left), (&equation.right, &mut evaluation.right)] {
            for &id in cells {
                if form.is_outdated(id) && !report.outdated_rows {
                    continue;
                }
                let cell = report.cell(id);
                // The three rows that one outdated row stands for are not in doubt: they are not there.
                let replaced = cell.doubt == Some(crate::report::Doubt::OneRow);
                evaluation.doubtful |= cell.doubt.is_some() && !replaced;
                match cell.count() {
                    Some(count) => {
                        *sum = sum.saturating_add(count);
                        evaluation.present = true;
                    }
                    None if replaced => {}
                    None => {
                        evaluation.doubtful |= !(cell.text.trim().is_empty() || is_dash(&cell.text));
                        evaluation.unknown.push(id);
                    }
                }
            }
        }
        evaluation
    }

    /// Right minus left: how much too large the total is.
    pub fn difference(&self) -> i64 {
        self.right.saturating_sub(self.left)
    }

    /// Whether the equation could be checked: every cell's place is certain and at least one number is there.
    pub fn is_checkable(&self) -> bool {
        self.present && !self.doubtful
    }

    /// Whether the equation was checked and fails.
    pub fn fails(&self) -> bool {
        self.is_checkable() && self.difference() != 0
    }
}
