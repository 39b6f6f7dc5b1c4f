//! Y-OTHER: a sentence that tells the work of the year before or after as this year's.

use super::support::dates::years;
use super::support::text::{MOST_FINDINGS, has_any, numbering, section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Y-OTHER",
    name: "work-of-another-year",
    title: Words { zh: "写的是别的年份的工作", en: "Work of another year" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
总体情况里，有没有以上一年或下一年的年份开头、讲述本年工作的句子，如 2024 年的报告写“2023年我局收到……”。
## 为什么
多是沿用旧稿没有改年份。与上年比较、结转、会议和文件名称里的年份不算。
## 依据
实践惯例。
## 反例
~~~
append 1 = 2023年我局共发布政府信息140条。
~~~
## 正例
~~~
append 1 = 2023年12月，我局开展了一次培训。
append 1 = 2023年结转的1件申请已经办结。
append 1 = 2023年收到4件，2024年收到6件。
~~~
~~~
~~~
## 怎么改
核对年份；确实讲的是别的年份，改成“上年”“较上年”等说法。
";

/// A sentence with one of these speaks of another year rightly.
#[rustfmt::skip]
const RIGHTLY: [&str; 39] = [
    "本年", "今年", "当年", "收到的", "受理的",
    "上年", "去年", "前年", "往年", "较", "比", "同期", "以来", "起，", "底", "末", "前", "决算", "预算", "年度报告", "年报", "印发",
    "号）", "《", "版", "结转", "转入", "引发", "引起", "下一步", "计划", "将", "拟", "今后", "上一年", "连续", "年起", "提出的", "遗留",
];
/// What this year's work is told by.
#[rustfmt::skip]
const WORK: [&str; 14] = [
    "收到", "受理", "公开", "发布", "办理", "办结", "答复", "开展", "召开", "举办", "制发", "累计", "组织", "回应",
];

fn check(context: &Context) -> Vec<Finding> {
    let Some(year) = context.report.year else { return Vec::new() };
    let text = section_text(context.report, 1);
    sentences(text)
        .filter_map(|(range, sentence)| {
            let start = sentence.len() - without_lead(sentence).len();
            let lead = &sentence[start..];
            let mentioned = years(lead);
            let (first, other) = mentioned.first().filter(|(first, _)| first.start == 0)?;
            let next_to_it = (other - year).abs() == 1;
            let only = mentioned.iter().all(|(_, year)| year == other);
            // 2023年12月, 2023年度 of something: a date or a name, not a whole year's work; 2023年度，我局 is.
            let after = lead[first.end..].trim_start();
            let named = after.strip_prefix('度').is_some_and(|rest| !rest.starts_with(['，', ',', '我', '全']));
            let whole_year = !after.starts_with(|c: char| c.is_ascii_digit()) && !named;
            let work = has_any(lead, &WORK) && !has_any(lead, &RIGHTLY);
            if !(next_to_it && only && whole_year && work) {
                return None;
            }
            let from = range.start + start;
            let message = say!(
                context.language,
                "这是 {year} 年的报告，这里写的是 {other} 年的工作，请核对年份。",
                "This report is for {year}; this tells the work of {other}. Check the year."
            );
            let span = Span::in_section(context.report, 1, from + first.start..from + first.end);
            Some(RULE.finding(message).span(span))
        })
        .take(MOST_FINDINGS)
        .collect()
}

/// A sentence without its numbering, 一是, or a heading before a stop.
fn without_lead(sentence: &str) -> &str {
    let rest = numbering(sentence).map_or(sentence, |(_, rest)| rest).trim_start();
    ["一是", "二是", "三是", "四是", "五是"].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest)
}
