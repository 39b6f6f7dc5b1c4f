//! The rule book: one rule, one file, and the registry.

pub mod formless;
pub mod t3_row;

use crate::rule::Rule;

/// Every rule, in the order of the report: structure and titles, then the tables, then the text.
pub static ALL: &[&Rule] = &[&formless::RULE, &t3_row::RULE];

/// The rule with this id, in any case.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

pub use formless::formless;
