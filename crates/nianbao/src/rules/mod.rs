//! The rule book: one rule, one file, and the registry.

#[cfg(test)]
mod arithmetic_tests;
pub mod formless;
mod support;
pub mod t3_id;
pub mod t3_row;
pub mod t3_sum;
pub mod t4_sum;
#[cfg(test)]
mod testing;

use crate::rule::Rule;

/// Every rule, in the order of the report: structure and titles, then the tables, then the text.
pub static ALL: &[&Rule] = &[
    // The form as a whole.
    &formless::RULE,
    // Table 三.
    &t3_row::RULE,
    &t3_sum::RULE,
    &t3_id::RULE,
    // Table 四.
    &t4_sum::RULE,
];

/// The rule with this id, in any case.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id.eq_ignore_ascii_case(id))
}

pub use formless::formless;
