//! T3-ROWCOL: a cell of table 三 whose row and column fail by the same number.

use super::support::equations::failing;
use crate::finding::{Finding, Severity};
use crate::form::{CellId, EquationKind};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-ROWCOL",
    name: "row-and-column-fail-alike",
    title: Words { zh: "同一格的行和列相差同一个数", en: "A row and a column fail by the same number" },
    severity: Severity::Hint,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三某行的六列之和、某列的各项之和，是否正好都差同一个数。
## 为什么
行和列同时差同一个数，多半只是交叉的那一格填错了，先看这一格最省事。
## 依据
国办公开办函〔2021〕30号的表三版式。
## 反例
~~~
3.granted.natural = 99
~~~
## 正例
~~~
~~~
## 怎么改
先核对交叉格的登记数；按提示的数改正后，行和列都会对上。
";

fn check(context: &Context) -> Vec<Finding> {
    let rows = failing(context, EquationKind::Row);
    let columns = failing(context, EquationKind::Sum);
    let mut findings = Vec::new();
    for (row, across) in &rows {
        let crossings = columns.iter().filter_map(|(column, down)| {
            let cell = column.left.iter().copied().find(|cell| row.left.contains(cell) || row.right.contains(cell))?;
            // In a row's addend both sums lack the same; in its 总计 the row has too much of what the column has.
            let in_total = row.right.contains(&cell);
            let lacking = if in_total { -across.difference() } else { across.difference() };
            (lacking == down.difference()).then_some((cell, lacking))
        });
        let mut crossings: Vec<(CellId, i64)> = crossings.collect();
        let (Some((cell, lacking)), true) = (crossings.pop(), crossings.is_empty()) else { continue };
        // A blank one is told with its row.
        let Some(count) = context.report.cell(cell).count() else { continue };
        let due = count + lacking;
        if due < 0 {
            continue;
        }
        let name = &context.form.spec(cell).name;
        let message = say!(
            context.language,
            "{name}：所在的行和列都相差 {}，很可能就是这一格填错；填 {due} 则行和列都对得上。请先核对这一格。",
            "{name}: its row and its column both differ by {}, so this cell is the likely slip; with {due} both hold. Compare it with the records first.",
            lacking.abs()
        );
        findings.push(RULE.finding(message).cells(context.form, [cell]).numbers(due, count));
    }
    findings
}
