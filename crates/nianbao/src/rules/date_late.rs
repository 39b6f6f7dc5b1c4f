//! DATE-LATE: a date of signing after the deadline or before the year's end.

use std::ops::Range;

use super::support::agency::{Organ, organ};
use super::support::dates::{Date, dates};
use super::support::text::{paragraphs, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "DATE-LATE",
    name: "signed-out-of-time",
    title: Words { zh: "成文日期不在规定时间内", en: "Signed too late or too early" },
    severity: Severity::Warning,
    basis: "条例第四十九条",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
落款的日期：部门的年度报告是否在次年 1 月 31 日以前，政府的年度报告是否在 3 月 31 日以前；有没有早于统计期限结束的。
## 为什么
条例规定了提交和公布的期限。落款早于 12 月 31 日的，全年数据还没有统计完。
## 依据
条例第四十九条：县级以上人民政府部门应当在每年 1 月 31 日前提交并公布上一年度的年度报告；县级以上地方人民政府的年度报告在每年 3 月 31 日前公布。
## 反例
~~~
append 6 = 2025年2月20日
~~~
## 正例
~~~
append 6 = 2025年1月20日
~~~
~~~
~~~
## 怎么改
核对日期；逾期的，写实际日期，并尽快公布。
";

fn check(context: &Context) -> Vec<Finding> {
    let (Some(year), Some((section, range, date))) = (context.report.year, signed(context)) else { return Vec::new() };
    let (Some(signed_year), Some(day)) = (date.year, date.day) else { return Vec::new() };
    let last_month = match organ(context.report) {
        Some(Organ::Department) => 1,
        _ => 3,
    };
    let signed = (signed_year, date.month, day);
    let shown = format!("{signed_year}年{}月{day}日", date.month);
    let message = if signed < (year, 12, 31) {
        say!(
            context.language,
            "落款日期是{shown}，早于 {year} 年底，全年数据还没有统计完，请核对。",
            "Signed on {shown}, before the end of {year}: the year's numbers were not complete."
        )
    } else if signed > (year + 1, last_month, 31) {
        say!(
            context.language,
            "落款日期是{shown}，晚于规定的 {} 年 {last_month} 月 31 日；日期无误的，请尽快公布。",
            "Signed on {shown}, after the deadline of 31.{last_month}.{}.",
            year + 1
        )
    } else {
        return Vec::new();
    };
    vec![RULE.finding(message).span(Span::in_section(context.report, section, range))]
}

/// The date that stands alone in a line at the report's end or under its title.
fn signed(context: &Context) -> Option<(usize, Range<usize>, Date)> {
    let last = (1..=6).rev().find(|&section| !section_text(context.report, section).is_empty());
    last.into_iter().chain([0]).find_map(|section| {
        let lines: Vec<(Range<usize>, &str)> = paragraphs(section_text(context.report, section)).collect();
        lines.into_iter().rev().take(NEAR_THE_END).find_map(|(range, line)| {
            let (inner, date) = dates(line).pop()?;
            let alone = line.trim_matches(|c: char| c.is_whitespace() || "（）()".contains(c));
            let inside = range.start + inner.start..range.start + inner.end;
            (line.get(inner) == Some(alone) && date.year.is_some()).then_some((section, inside, date))
        })
    })
}

/// A signature stands in the last lines.
const NEAR_THE_END: usize = 4;
