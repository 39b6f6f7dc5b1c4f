//! V-BLANK: a number cell left empty.

use std::collections::HashSet;

use super::support::{cells, equations};
use super::t3_total_only;
use crate::equation::Evaluation;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-BLANK",
    name: "blank-cell",
    title: Words { zh: "应填数字的格空白", en: "A number cell is blank" },
    severity: Severity::Warning,
    basis: "实践惯例：没有数量也填 0",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
三张表里每一个应填数字的格，有没有空着。
## 为什么
空白分不清是“没有”还是“漏填”，汇总时也会被当成缺数。
## 依据
实践惯例：没有数量的格填 0。
## 反例
~~~
3.granted.legal =
~~~
## 正例
~~~
3.granted.legal = 0
~~~
## 怎么改
确实没有的填 0；漏填的补上数字。由其他格可以推算出来的，核对公式的提示会写明应填多少。
";

fn check(context: &Context) -> Vec<Finding> {
    let told = told_elsewhere(context);
    let blanks = cells::odd(context, Oddity::Blank).into_iter().filter(|cell| !told.contains(cell));
    cells::grouped(context, blanks)
        .into_iter()
        .map(|group| {
            let (place, count) = (&group.place, group.cells.len());
            let due = group.cells.iter().filter_map(|&cell| due(context, cell)).collect::<Vec<String>>().join("、");
            let message = if due.is_empty() {
                say!(
                    context.language,
                    "{place}：{count} 格空白；没有数量的请填 0。",
                    "{place}: {count} blank; write 0 where there is nothing to count."
                )
            } else {
                say!(
                    context.language,
                    "{place}：{count} 格空白；按勾稽关系推算，{due}。请对照原件补填。",
                    "{place}: {count} blank; by the equations they should hold {due}. Compare with the original."
                )
            };
            RULE.finding(message).cells(context.form, group.cells.iter().copied())
        })
        .collect()
}

/// What a cell of a wholly blank row should hold, where a column's equation lacks only this cell.
fn due(context: &Context, cell: CellId) -> Option<String> {
    if !equations::is_blank_row(context, cell) {
        return None;
    }
    context.form.equations.iter().find_map(|equation| {
        let evaluation = Evaluation::of(context.report, equation);
        let only = evaluation.fails() && evaluation.unknown == [cell];
        let due = if equation.right.contains(&cell) { -evaluation.difference() } else { evaluation.difference() };
        let name = context.form.row_of(cell).columns.get(context.form.spec(cell).column)?;
        (only && due > 0).then(|| say!(context.language, "{name}应为 {due}", "{name} {due}"))
    })
}

/// Blanks that a failing equation names with the number due, and rows with only their total.
fn told_elsewhere(context: &Context) -> HashSet<CellId> {
    let named = equations::all_failing(context).flat_map(|(equation, evaluation)| {
        let only = evaluation.unknown.len() == 1;
        evaluation.unknown.into_iter().filter(move |cell| only || equation.right.as_slice() == [*cell])
    });
    named.chain(t3_total_only::blanks(context)).collect()
}
