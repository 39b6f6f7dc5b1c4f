//! X-JUMP: permits, penalties or fees that jumped by a factor of ten.

use super::support::years::last_year;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Number;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X-JUMP",
    name: "number-jumps",
    title: Words { zh: "与上年相差十倍以上", en: "Ten times last year's number, or a tenth" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：许可、处罚、强制的决定数量和收费金额，是否是上年的十倍以上或不到十分之一（两年都很小的不计）。
## 为什么
变化这么大，可能是口径不同、单位弄错或多打少打了一位数。
## 依据
实践惯例。
## 反例
~~~
previous 2.permits.decisions = 9
~~~
## 正例
~~~
previous
~~~
## 怎么改
核对统计口径和单位；确实如此的，在正文里说明原因。
";

/// Below this a factor of ten tells nothing.
const LARGE: f64 = 100.0;

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    let single = context.form.rows.iter().filter(|row| row.table == 2 && row.columns.len() == 1);
    let found = single.filter_map(|row| {
        let cell = row.cell(0)?;
        let number = |report: &Report| {
            let cell = report.at(&context.form.spec(cell).address)?;
            cell.value.filter(|_| cell.doubt.is_none())
        };
        let (before, now) = (number(previous)?, number(context.report)?);
        let size = |number: Number| number.to_string().parse::<f64>().unwrap_or(0.0);
        let (small, large) = (size(before).min(size(now)), size(before).max(size(now)));
        let name = &context.form.spec(cell).name;
        let message = say!(
            context.language,
            "{name}：上年 {before}，今年 {now}，相差十倍以上，请核对口径和单位。",
            "{name}: {before} last year, {now} this year, a factor of more than ten; check scope and unit."
        );
        (small > 0.0 && large >= LARGE && large > 10.0 * small)
            .then(|| RULE.finding(message).cells(context.form, [cell]).numbers(before, now))
    });
    found.collect()
}
