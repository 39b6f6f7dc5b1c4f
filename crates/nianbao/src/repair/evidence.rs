//! What besides the equations speaks for a number.

use crate::form::CellId;
use crate::report::Report;

/// Soft evidence: it never decides which repairs hold, only which comes first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// Numbers that the narrative states of cells.
    pub claims: &'a [(CellId, i64)],
    /// Last year's report.
    pub previous: Option<&'a Report>,
}
