//! T2-FEE-UNIT: a fee so large that it was probably written in 元.

use super::support::agency::{is_province, is_township};
use super::support::text::{section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::{Number, read_cell};
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-FEE-UNIT",
    name: "fee-in-another-unit",
    title: Words { zh: "收费金额可能不是万元", en: "The fee may not be in 万元" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表二表头：单位：万元",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“行政事业性收费”是否达到 100 亿元（1000000 万元，省级政府不问）；乡镇、街道是否达到 1000 万元（后者只作建议提示）；与正文里以元写的收费是不是同一个数。
## 为什么
表头的单位是万元。数字特别大的，多半是按元填的。
## 依据
国办公开办函〔2021〕30号的表二表头：单位：万元。
## 反例
~~~
2.fees.amount = 12345678
~~~
~~~
2.fees.amount = 8635
append 1 = 全年收取行政事业性收费8635元。
~~~
## 正例
~~~
2.fees.amount = 316441
~~~
~~~
2.fees.amount = 0.8635
append 1 = 全年收取行政事业性收费8635元。
~~~
## 怎么改
以元计的，除以 10000 再填；确实如此的不用改。
";

/// In 万元: more than a large city takes in a year; a whole province may take it.
const IMPLAUSIBLE: f64 = 1_000_000.0;
/// In 万元, for a township.
const LARGE_FOR_TOWNSHIP: f64 = 1_000.0;

fn check(context: &Context) -> Vec<Finding> {
    let Some(cell) = context.form.cell("2.fees.amount") else { return Vec::new() };
    let filled = context.report.cell(cell);
    let Some(number) = filled.value.filter(|_| filled.doubt.is_none()) else { return Vec::new() };
    let amount: f64 = number.to_string().parse().unwrap_or(0.0);
    let in_yuan = told_in_yuan(context, number);
    let implausible = amount >= IMPLAUSIBLE && !is_province(context.report);
    let severity = if implausible || in_yuan.is_some() {
        Severity::Warning
    } else if amount >= LARGE_FOR_TOWNSHIP && is_township(context.report) {
        Severity::Hint
    } else {
        return Vec::new();
    };
    let message = say!(
        context.language,
        "行政事业性收费填报 {number} 万元，请核对单位：表头是万元，不是元。",
        "The fees are {number} 万元; check the unit: the table is in 万元, not in 元."
    );
    vec![in_yuan.into_iter().fold(RULE.finding(message).severity(severity).cells(context.form, [cell]), Finding::span)]
}

/// Where the text tells the same number of fees in 元, not in 万元.
fn told_in_yuan(context: &Context, number: Number) -> Option<Span> {
    if number.is_zero() {
        return None;
    }
    [1, 6].into_iter().find_map(|section| {
        sentences(section_text(context.report, section)).find_map(|(from, sentence)| {
            let yuan = sentence.match_indices('元').find(|(at, _)| {
                let before = &sentence[..*at];
                let own = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
                read_cell(&before[own.len()..]).value == Some(number)
            })?;
            let of_fees = sentence.contains("收费") && !sentence.contains("处理费");
            let start =
                sentence[..yuan.0].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
            let words = from.start + start..from.start + yuan.0 + yuan.1.len();
            of_fees.then(|| Span::in_section(context.report, section, words))
        })
    })
}
