//! nianbao 年报核: checks China's annual reports on open government information
//! (政府信息公开工作年度报告).
//!
//! Four nouns, one direction: a [`document::Document`] is laid onto the [`form::Form`] and becomes
//! a [`report::Report`]; each [`rule::Rule`] looks at the report and gives [`finding::Finding`]s.
//! No I/O and no browser here; readers make documents, views show findings.

pub mod align;
pub mod check;
pub mod claims;
pub mod document;
pub mod equation;
pub mod example;
pub mod finding;
pub mod form;
pub mod language;
pub mod number;
pub mod outcome;
mod plain_text;
pub mod repair;
pub mod report;
pub mod rule;
pub mod rules;
pub mod settings;
pub mod unreadable;

pub use check::{Options, check};
