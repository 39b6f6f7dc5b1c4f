//! TT-YEAR: a title whose year is not that of the period or of the text.

use std::ops::Range;

use super::support::dates::years;
use super::support::period;
use super::support::text::{has_any, section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "TT-YEAR",
    name: "title-year-differs",
    title: Words { zh: "标题的年份与统计期限不符", en: "The title's year differs from the period" },
    severity: Severity::Error,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
标题的年份与引言写的统计期限是否同一年，与引言说要公布的是不是同一年的年度报告；标题的年份在正文里一次也没有出现，而反复出现另一年的，也提示。
## 为什么
年份不一致，多是沿用了上年的稿子没有改全，读者不知道是哪一年的报告。
## 依据
实践惯例。
## 反例
~~~
title = 青石县自然资源局2023年政府信息公开工作年度报告
~~~
## 正例
~~~
~~~
## 怎么改
核对年份，把标题、统计期限和正文改成同一年。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(title) = &context.report.title else { return Vec::new() };
    let Some((range, year)) = years(&title.text).into_iter().next() else { return Vec::new() };
    let title_span = Span::in_title(context.report, range);
    if let Some(period) = period::of_report(context.report)
        && let (Some(from), Some(to)) = (period.from.year, period.to.year.or(period.from.year))
        && from == to
        && from != year
    {
        let message = say!(
            context.language,
            "标题写的是 {year} 年，统计期限是 {from} 年，请核对年份。",
            "The title says {year}, the period {from}; check the year."
        );
        return vec![RULE.finding(message).span(title_span).span(period.span(context.report))];
    }
    if let Some((range, other)) = introduced(context, year) {
        let message = say!(
            context.language,
            "标题写的是 {year} 年，引言说的却是 {other} 年的年度报告，请核对年份。",
            "The title says {year}, the introduction presents the report of {other}; check the year."
        );
        let span = Span::in_section(context.report, 0, range);
        return vec![RULE.finding(message).severity(Severity::Warning).span(title_span).span(span)];
    }
    let (mut own, mut next_to_it) = (0, [0, 0]);
    for (_, mentioned) in [0, 1].into_iter().flat_map(|section| years(section_text(context.report, section))) {
        match mentioned - year {
            0 => own += 1,
            -1 => next_to_it[0] += 1,
            1 => next_to_it[1] += 1,
            _ => {}
        }
    }
    let (times, other) =
        if next_to_it[0] > next_to_it[1] { (next_to_it[0], year - 1) } else { (next_to_it[1], year + 1) };
    if own > 0 || times < OFTEN {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "标题写的是 {year} 年，总体情况里没有提到 {year} 年，{other} 年却出现了 {times} 次，请核对年份。",
        "The title says {year}; the overview never does, but says {other} {times} times; check the year."
    );
    vec![RULE.finding(message).severity(Severity::Warning).span(title_span)]
}

/// A year that is mentioned so often is what the text is about.
const OFTEN: usize = 3;

/// The year of the report that the introduction says it presents: 现公布2023年政府信息公开工作年度报告.
/// `None` where it names this year's as well.
fn introduced(context: &Context, year: i32) -> Option<(Range<usize>, i32)> {
    sentences(section_text(context.report, 0)).find_map(|(from, sentence)| {
        let presents = has_any(sentence, &["公布", "编制", "现将", "撰写", "制作"])
            && !has_any(sentence, &["参照", "参考", "对照", "沿用"]);
        let named: Vec<_> =
            years(sentence).into_iter().filter(|(range, _)| is_report(&sentence[range.end..])).collect();
        let (range, other) = named.first().filter(|_| presents && named.iter().all(|(_, named)| *named != year))?;
        Some((from.start + range.start..from.start + range.end, *other))
    })
}

/// Whether an annual report is what follows a year: 年度报告, 度政府信息公开工作年度报告, not 报告格式.
fn is_report(after: &str) -> bool {
    let rest = after.trim_start_matches(['年', '度', ' ']);
    let rest = rest.strip_prefix("政府信息公开").unwrap_or(rest);
    let rest = rest.strip_prefix("工作").unwrap_or(rest);
    let reports = ["年度报告", "报告"].iter();
    reports.into_iter().any(|report| rest.strip_prefix(report).is_some_and(|after| !after.starts_with('格')))
}
