//! P-MOBILE: a mobile telephone number.

use std::ops::Range;

use super::support::text::{has_any, long_numbers};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-MOBILE",
    name: "mobile-number",
    title: Words { zh: "有手机号码", en: "A mobile number" },
    severity: Severity::Warning,
    basis: "实践惯例：公开的报告只留办公电话",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里有没有 11 位手机号码（中间有空格、短横的也算）。写明是办公、咨询、监督电话的，只作建议提示。
## 为什么
手机号码多是个人的。联系方式请用办公电话。
## 依据
实践惯例：公开的报告只留办公电话。
## 反例
~~~
append 1 = 联系人张某，13800000000。
~~~
## 正例
~~~
append 1 = 办公电话0000-6120018，邮编100000。
~~~
## 怎么改
改成办公电话，或删去。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (of_office, severity) in [(false, Severity::Warning), (true, Severity::Hint)] {
        for hit in collect(context, |text| mobiles(text, of_office)) {
            let head: String = hit.words.chars().take(3).collect();
            let message = say!(
                context.language,
                "“{head}……”像是手机号码，公开的报告请只留办公电话。",
                "“{head}…” looks like a mobile number; publish an office telephone instead."
            );
            findings.push(hit.finding(&RULE, message).severity(severity));
        }
    }
    findings
}

/// The mobile numbers that are, or are not, said to be an office's.
fn mobiles(text: &str, of_office: bool) -> Vec<Range<usize>> {
    let said = |run: &Range<usize>| {
        let before = &text[..run.start];
        let near = before.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
        has_any(&before[near..], &["办公电话", "咨询电话", "监督电话", "服务电话", "热线"])
    };
    // 13912345678次 is a count.
    let counts = |run: &Range<usize>| text[run.end..].starts_with(['次', '条', '件', '元', '人', '个', '户', '万']);
    let numbers = long_numbers(text).into_iter().filter(|(run, digits)| is_mobile(digits) && !counts(run));
    numbers.map(|(run, _)| run).filter(|run| said(run) == of_office).collect()
}

fn is_mobile(digits: &str) -> bool {
    // +86 is the country.
    let digits = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let second = digits.as_bytes().get(1).copied().unwrap_or(0);
    digits.len() == 11 && digits.starts_with('1') && (b'3'..=b'9').contains(&second)
}
