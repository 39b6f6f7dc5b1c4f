//! X-PENDING: cases pending last year that can't all be in this year's table.

use super::support::years::last_year;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X-PENDING",
    name: "pending-cases-gone",
    title: Words { zh: "上年未审结的案件没有着落", en: "Last year's pending cases are gone" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：上年表四“尚未审结”的件数，是否多于今年同一组的总计。
## 为什么
有的地方把上年未审结、今年审结的案件计入今年的表四。计入的，今年的总计不会比它少。
## 依据
实践惯例。
## 反例
~~~
previous 4.direct.pending = 3
previous 4.direct.total = 3
~~~
## 正例
~~~
previous
~~~
## 怎么改
按本地的口径核对；口径是只计当年新发生案件的，不用改。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    let groups = context.form.rows.iter().filter(|row| row.table == 4);
    let found = groups.filter_map(|group| {
        let count = |report: &Report, column: &str| {
            let cell = report.at(&format!("{}.{column}", group.address))?;
            cell.count().filter(|_| cell.doubt.is_none())
        };
        let (pending, total) = (count(previous, "pending")?, count(context.report, "total")?);
        let name = group.full_name();
        let message = say!(
            context.language,
            "{name}：上年年报有 {pending} 件尚未审结，今年总计只有 {total} 件，请核对上年的案件是否计入。",
            "{name}: {pending} were pending last year, this year's total is only {total}; check whether last year's cases are counted."
        );
        (pending > total).then(|| RULE.finding(message).cells(context.form, group.cells().rev().take(2)))
    });
    found.collect()
}
