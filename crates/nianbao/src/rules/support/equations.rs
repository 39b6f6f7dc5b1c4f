//! Equations that fail, and how their cells are spoken of.

use std::collections::HashMap;

use crate::equation::Evaluation;
use crate::form::{CellId, Equation, EquationKind};
use crate::language::Words;
use crate::rule::Context;
use crate::say;

/// The equations of a kind that could be checked and fail, with their numbers.
pub fn failing(context: &Context, kind: EquationKind) -> Vec<(&'static Equation, Evaluation)> {
    all_failing(context).filter(|(equation, _)| equation.kind == kind).collect()
}

/// All equations that could be checked and fail, each fault told by one of them: where a row's
/// equation says what a blank of it should hold, sums that lack only such numbers are not told
/// again; and a row that is blank from end to end has lost its numbers and proves nothing.
pub fn all_failing(context: &Context) -> impl Iterator<Item = (&'static Equation, Evaluation)> {
    let evaluated = context.form.equations.iter().map(|equation| (equation, Evaluation::of(context.report, equation)));
    let failing: Vec<(&Equation, Evaluation)> = evaluated.filter(|(_, evaluation)| evaluation.fails()).collect();
    let rows = failing.iter().filter(|(equation, _)| equation.kind == EquationKind::Row);
    let due: HashMap<CellId, i64> =
        rows.filter_map(|(equation, evaluation)| due_in_row(equation, evaluation)).collect();
    failing.into_iter().filter(move |(equation, evaluation)| {
        if matches!(equation.kind, EquationKind::Row | EquationKind::Group) {
            return true;
        }
        let lacking = |side: &[CellId]| side.iter().filter_map(|cell| due.get(cell)).sum::<i64>();
        let holds = evaluation.left + lacking(&equation.left) == evaluation.right + lacking(&equation.right);
        !holds && !evaluation.unknown.iter().any(|&cell| is_blank_row(context, cell))
    })
}

/// The blank cell of a failing row and what it should hold: its total, or its only blank addend.
fn due_in_row(equation: &Equation, evaluation: &Evaluation) -> Option<(CellId, i64)> {
    let total = *equation.right.first()?;
    match evaluation.unknown.as_slice() {
        unknown if unknown.contains(&total) => Some((total, evaluation.left)),
        [addend] if evaluation.difference() > 0 => Some((*addend, evaluation.difference())),
        _ => None,
    }
}

/// Whether the row of a cell is blank from end to end.
pub fn is_blank_row(context: &Context, cell: CellId) -> bool {
    context.form.row_of(cell).cells().all(|cell| context.report.cell(cell).text.trim().is_empty())
}

/// What a cell says: 填报 148, or 空白 (a stroke counts as blank).
pub fn stated(context: &Context, cell: CellId) -> String {
    match context.report.cell(cell).value {
        Some(number) => say!(context.language, "填报 {number}", "says {number}"),
        None => say!(context.language, "空白", "is blank"),
    }
}

/// The end of a message about a failing equation: what a blank cell should hold, or by how much its
/// sides differ and what is to be done about it, as the rule advises.
pub fn remedy(context: &Context, equation: &Equation, evaluation: &Evaluation, advice: Words) -> String {
    let difference = evaluation.difference();
    let total = equation.right.first();
    if equation.right.len() == 1 && total.is_some_and(|total| evaluation.unknown.contains(total)) {
        return say!(context.language, "，应填 {}。", ": it should say {}.", evaluation.left);
    }
    if let [blank] = evaluation.unknown.as_slice() {
        let due = if equation.right.contains(blank) { -difference } else { difference };
        if due > 0 {
            return say!(
                context.language,
                "，相差 {due}；“{0}”空白，如漏填应补 {due}。",
                ": a difference of {due}; “{0}” is blank and may lack {due}.",
                context.form.spec(*blank).name_in_table()
            );
        }
    }
    say!(
        context.language,
        "，相差 {}。{}",
        ": a difference of {}. {}",
        difference.abs(),
        advice.in_language(context.language)
    )
}
