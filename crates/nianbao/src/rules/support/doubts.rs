//! Rows whose numbers could not be placed with certainty.

use std::mem::discriminant;

use super::cells::{grouped, has_table};
use crate::finding::Finding;
use crate::form::CellId;
use crate::report::Doubt;
use crate::rule::{Context, Rule};
use crate::say;

/// A finding for each row of a table, or one for the table, whose numbers are uncertain. Rows that
/// are not there at all, or stand as one row in an older form, are other rules' matter.
pub fn uncertain_rows(context: &Context, rule: &Rule, table: u8) -> Vec<Finding> {
    if !has_table(context, table) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut by_doubt: Vec<(Doubt, Vec<CellId>)> = Vec::new();
    for id in context.report.cell_ids().filter(|&id| context.form.spec(id).table == table) {
        let doubt = match context.report.cell(id).doubt {
            None | Some(Doubt::NoRow | Doubt::OneRow) => continue,
            Some(doubt) => doubt,
        };
        match by_doubt.iter_mut().find(|(other, _)| discriminant(other) == discriminant(&doubt)) {
            Some((_, cells)) => cells.push(id),
            None => by_doubt.push((doubt, vec![id])),
        }
    }
    for (doubt, cells) in by_doubt {
        let why = doubt.explain(context.language);
        findings.extend(grouped(context, cells).into_iter().map(|group| {
            let message = say!(
                context.language,
                "{}：{why}。这些数没有参加核对；请对照原件，原件完整的可能是复制、转换时错位或丢失。",
                "{}: {why}. These numbers were not checked; compare them with the original, they may have been shifted or lost in copying.",
                group.place
            );
            rule.finding(message).cells(context.form, group.cells)
        }));
    }
    findings
}
