//! P-ID: a resident's identity number, told by its date and checksum.

use std::ops::Range;

use super::support::text::long_numbers;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-ID",
    name: "identity-number",
    title: Words { zh: "有身份证号码", en: "An identity number" },
    severity: Severity::Error,
    basis: "实践惯例：公开的报告不写个人身份证号码",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里有没有 18 位身份证号码（出生日期和校验码都对），或 15 位旧号码。
## 为什么
年度报告要在网上公开，不能带出个人信息。
## 依据
实践惯例：公开的报告不写个人身份证号码。
## 反例
~~~
append 1 = 申请人身份证号11010519491231002X。
~~~
## 正例
~~~
append 1 = 统一社会信用代码11100000000013338W，流水号202412310000123456。
~~~
## 怎么改
删去号码；需要说明的，用“某申请人”。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, identity_numbers)
        .into_iter()
        .map(|hit| {
            let old = hit.words.chars().count() < 18;
            let head: String = hit.words.chars().take(6).collect();
            let message = say!(
                context.language,
                "“{head}……”像是身份证号码；年报要公开，请删去个人信息。",
                "“{head}…” looks like an identity number; delete it."
            );
            // The old number has no checksum.
            let severity = if old { Severity::Warning } else { Severity::Error };
            hit.finding(&RULE, message).severity(severity)
        })
        .collect()
}

fn identity_numbers(text: &str) -> Vec<Range<usize>> {
    let numbers = long_numbers(text).into_iter().filter_map(|(run, digits)| {
        let next = text[run.end..].chars().next();
        match (digits.len(), next) {
            (17, Some(x @ ('X' | 'x' | 'Ｘ' | 'ｘ'))) => {
                is_identity(&digits, 10).then_some(run.start..run.end + x.len_utf8())
            }
            (18, _) => is_identity(&digits[..17], u32::from(digits.as_bytes()[17] - b'0')).then_some(run),
            (15, _) => (has_province(&digits) && is_date(&format!("19{}", &digits[6..12]))).then_some(run),
            _ => None,
        }
    });
    numbers.collect()
}

/// Seventeen digits with their checksum (GB 11643, ISO 7064 MOD 11-2).
fn is_identity(digits: &str, check: u32) -> bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    has_province(digits) && is_date(&digits[6..14]) && (12 - sum % 11) % 11 == check
}

/// The first two digits are those of a province.
fn has_province(digits: &str) -> bool {
    matches!(digits[..2].parse::<u32>(), Ok(11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82))
}

/// Whether eight digits are a day on which a living person may have been born.
fn is_date(digits: &str) -> bool {
    let number = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1900..=2099).contains(&number(0..4)) && (1..=12).contains(&number(4..6)) && (1..=31).contains(&number(6..8))
}
