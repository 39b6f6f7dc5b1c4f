//! DATE-LATE: a date of signing after the deadline or before the year's end.

use std::ops::Range;

use super::support::agency::{Organ, organ};
use super::support::dates::{Date, dates};
use super::support::text::{find_all, paragraphs, section_text};
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
落款或注明的发布日期：部门的年度报告是否在次年 1 月 31 日以前，政府的年度报告是否在 3 月 31 日以前；有没有早于统计期限结束的。政府办公室按政府的期限，学校、医院、企业等不查逾期。
## 为什么
条例规定了提交和公布的期限。日期早于 12 月 31 日的，全年数据还没有统计完。
## 依据
条例第四十九条：县级以上人民政府部门应当在每年 1 月 31 日前提交并公布上一年度的年度报告；县级以上地方人民政府的年度报告在每年 3 月 31 日前公布。
## 反例
~~~
append 6 = 2025年2月20日
~~~
~~~
append 6 = 二〇二五年二月二十日
~~~
~~~
intro = 发布日期：2025-02-20
~~~
## 正例
~~~
append 6 = 2025年1月20日
~~~
~~~
intro = 发布日期：2025-01-20
~~~
## 怎么改
核对日期，写错的改正；确实逾期的，写实际日期，并尽快公布。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(year) = context.report.year else { return Vec::new() };
    let dated = published(context).into_iter().chain(signed(context));
    let found = dated.filter_map(|dated| {
        let day = dated.date.day?;
        let on = (dated.date.year?, dated.date.month, day);
        let shown = format!("{}年{}月{day}日", on.0, on.1);
        let name = dated.name.in_language(context.language);
        let message = if on < (year, 12, 31) {
            say!(
                context.language,
                "{name}是{shown}，早于 {year} 年底，全年数据还没有统计完，请核对。",
                "{name} {shown}, before the end of {year}: the year's numbers were not complete. Check the date."
            )
        } else {
            let last_month = last_month(context).filter(|last| on > (year + 1, *last, 31))?;
            say!(
                context.language,
                "{name}是{shown}，晚于规定的 {} 年 {last_month} 月 31 日，请核对；日期无误的，请尽快公布。",
                "{name} {shown}, after the deadline of 31.{last_month}.{}. Check the date; if it is right, publish soon.",
                year + 1
            )
        };
        Some(RULE.finding(message).span(Span::in_section(context.report, dated.section, dated.bytes)))
    });
    found.take(1).collect()
}

/// The month by whose end the report is due; `None` for bodies that article 49 does not name.
fn last_month(context: &Context) -> Option<u32> {
    match organ(context.report)? {
        Organ::Department => Some(1),
        Organ::Government | Organ::GovernmentOffice | Organ::StreetOffice => Some(3),
        Organ::Other => None,
    }
}

/// A date of the report's own, and where it stands.
struct Dated {
    name: Words,
    section: usize,
    bytes: Range<usize>,
    date: Date,
}

/// What a page puts before the date of publication.
#[rustfmt::skip]
const PUBLISHED: [&str; 9] = [
    "发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "公开时间", "发文日期", "成文日期", "生成日期",
];

/// The date that is said to be that of publication, before 一、 or at the end.
fn published(context: &Context) -> Option<Dated> {
    [0, 6].into_iter().find_map(|section| {
        let text = section_text(context.report, section);
        let label = find_all(text, &PUBLISHED).into_iter().next()?;
        let rest = text.get(label.end..)?;
        let (range, date) = dates(rest).into_iter().next()?;
        let between = rest.get(..range.start)?;
        let next = between.chars().all(|c| c.is_whitespace() || matches!(c, '：' | ':' | '【' | '】' | '[' | ']'));
        let bytes = label.end + range.start..label.end + range.end;
        let name = Words { zh: "注明的发布日期", en: "Said to be published on" };
        (next && date.year.is_some()).then_some(Dated { name, section, bytes, date })
    })
}

/// The date that stands alone in a line, or behind the agency's name, at the report's end or under its title.
fn signed(context: &Context) -> Option<Dated> {
    let agency = context.report.agency.as_deref().unwrap_or_default();
    let last = (1..=6).rev().find(|&section| !section_text(context.report, section).is_empty());
    last.into_iter().chain([0]).find_map(|section| {
        let lines: Vec<(Range<usize>, &str)> = paragraphs(section_text(context.report, section)).collect();
        lines.into_iter().rev().take(NEAR_THE_END).find_map(|(range, line)| {
            let (inner, date) = dates(line).pop()?;
            let around = |c: char| c.is_whitespace() || "（）()".contains(c);
            let before = line.get(..inner.start)?.trim_matches(around);
            let after = line.get(inner.end..)?.trim_matches(around);
            let alone = after.is_empty() && (before.is_empty() || before == agency);
            let bytes = range.start + inner.start..range.start + inner.end;
            let name = Words { zh: "落款日期", en: "Signed on" };
            (alone && date.year.is_some()).then_some(Dated { name, section, bytes, date })
        })
    })
}

/// A signature stands in the last lines.
const NEAR_THE_END: usize = 4;
