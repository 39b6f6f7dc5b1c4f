//! Y-PERIOD: a statistics period that is not 1 January to 31 December.

use super::support::period;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Y-PERIOD",
    name: "period-not-the-year",
    title: Words { zh: "统计期限不是全年", en: "The period is not the whole year" },
    severity: Severity::Error,
    basis: "实践惯例：年度报告的统计期限为当年 1 月 1 日至 12 月 31 日",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
引言里的统计期限是否为报告年度的 1 月 1 日至 12 月 31 日。
## 为什么
年度报告按自然年统计。写成别的起止日期，数据就与上年、与别的机关接不上。
## 依据
实践惯例：年度报告的统计期限为当年 1 月 1 日至 12 月 31 日。
## 反例
~~~
replace 0 = 2024年12月31日 => 2024年11月30日
~~~
~~~
intro = 本报告所列数据统计截至2024年6月底。
~~~
## 正例
~~~
~~~
## 怎么改
改为 1 月 1 日至 12 月 31 日；数据确实只统计到别的日期的，补齐全年。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(period) = period::of_report(context.report) else { return Vec::new() };
    // 2024年1月至12月: whole months.
    let begins = (period.from.month, period.from.day.unwrap_or(1)) == (1, 1);
    let ends = (period.to.month, period.to.day.unwrap_or(31)) == (12, 31);
    let one_year = period.to.year.is_none() || period.from.year.is_none() || period.from.year == period.to.year;
    if begins && ends && one_year {
        return Vec::new();
    }
    let span = period.span(context.report);
    let year = context.report.year.map_or_else(String::new, |year| format!("{year}年"));
    let message = say!(
        context.language,
        "统计期限写的是“{}”，应为{year}1月1日至12月31日；只是日期写错的请改正，数据没有统计全年的请补齐。",
        "The period is “{}”; it should be {year}1月1日 to 12月31日.",
        span.text
    );
    vec![RULE.finding(message).span(span)]
}
