//! V-REPEAT: a table whose numbers are all last year's.

use super::support::cells::table_name;
use super::support::years::last_year;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-REPEAT",
    name: "table-repeats-last-year",
    title: Words { zh: "整张表与上年相同", en: "A table repeats last year's" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：一张表里有三个以上不为 0 的数，而且每一格都与上年相同。
## 为什么
各项数字年年相同几乎不可能，多半是沿用上年的表没有改。
## 依据
实践惯例。
## 反例
~~~
previous 2.normative.made = 1
previous 2.normative.repealed = 1
previous 2.permits.decisions = 128
previous 2.penalties.decisions = 6
previous 2.fees.amount = 86.35
~~~
## 正例
~~~
previous
~~~
## 怎么改
按今年的台账重新填报；确实相同的不用改。
";

/// Fewer numbers than this may be the same by chance.
const FEWEST: usize = 3;

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    (2..=4).filter_map(|table| check_table(context, previous, table)).collect()
}

fn check_table(context: &Context, previous: &Report, table: u8) -> Option<Finding> {
    let cells: Vec<CellId> = context.report.cell_ids().filter(|&id| context.form.spec(id).table == table).collect();
    let value = |report: &Report, id: CellId| report.at(&context.form.spec(id).address).and_then(|cell| cell.value);
    let same = cells.iter().all(|&id| value(context.report, id) == value(previous, id));
    let filled: Vec<CellId> =
        cells.into_iter().filter(|&id| value(context.report, id).is_some_and(|number| !number.is_zero())).collect();
    if !same || filled.len() < FEWEST {
        return None;
    }
    let (name, count) = (table_name(context, table), filled.len());
    let message = say!(
        context.language,
        "{name}的每一格都与上年年报相同（{count} 个不为 0 的数），请核对是不是沿用了上年的表。",
        "Every cell of {name} is last year's ({count} numbers that are not 0); check that the table was filled in anew."
    );
    Some(RULE.finding(message).cells(context.form, filled))
}
