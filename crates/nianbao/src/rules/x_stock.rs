//! T2-STOCK: documents in force that do not follow from last year's.

use super::support::years::last_year;
use super::t2_stock::is_told_of;
use crate::finding::{Finding, Severity};
use crate::form::RowSpec;
use crate::language::Words;
use crate::report::{Cell, Report};
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-STOCK",
    name: "stock-differs-from-last-year",
    title: Words { zh: "现行有效件数与上年接不上", en: "The stock does not follow from last year's" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表二表头：本年制发件数、本年废止件数、现行有效件数",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：现行有效件数是否等于“上年现行有效＋本年制发－本年废止”。
## 为什么
接不上的，多是口径变了（如把失效、修订计入），也可能填错，需要说明。
## 依据
国办公开办函〔2021〕30号的表二表头：本年制发件数、本年废止件数、现行有效件数。
## 反例
~~~
previous
2.normative.in_force = 9
~~~
## 正例
~~~
previous
~~~
## 怎么改
核对三个数；因失效、修订或口径调整而接不上的，在正文里说明（说明了的只作建议提示）。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    context.form.rows.iter().filter(|row| row.table == 2).filter_map(|row| check_row(context, previous, row)).collect()
}

fn check_row(context: &Context, previous: &Report, row: &RowSpec) -> Option<Finding> {
    let cell = |column: &str| context.form.cell(&format!("{}.{column}", row.address));
    let cells = [cell("in_force")?, cell("made")?, cell("repealed")?];
    let certain = |cell: &Cell| cell.count().filter(|_| cell.doubt.is_none());
    let [in_force, made, repealed] = cells.map(|id| certain(context.report.cell(id)));
    let (in_force, made, repealed) = (in_force?, made?, repealed?);
    let before = certain(previous.at(&format!("{}.in_force", row.address))?)?;
    let expected = before.saturating_add(made).saturating_sub(repealed);
    if expected == in_force {
        return None;
    }
    let name = row.full_name();
    let message = say!(
        context.language,
        "{name}：上年现行有效 {before} 件，加本年制发 {made} 件、减废止 {repealed} 件应为 {expected} 件，填报 {in_force} 件，相差 {}。请核对；因失效、修订或口径调整的，在正文里说明。",
        "{name}: {before} in force last year, {made} made, {repealed} repealed give {expected}; the report says {in_force}: a difference of {}. Check it; where revisions or a change of scope explain it, say so in the text.",
        expected.abs_diff(in_force)
    );
    let severity = if is_told_of(context, row) { Severity::Hint } else { RULE.severity };
    Some(RULE.finding(message).severity(severity).cells(context.form, cells).numbers(expected, in_force))
}
