//! P-BANK: a bank card number, told by its beginning, length and checksum.

use super::support::text::long_numbers;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-BANK",
    name: "bank-card-number",
    title: Words { zh: "有银行卡号", en: "A bank card number" },
    severity: Severity::Error,
    basis: "实践惯例：公开的报告不写个人银行卡号",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里有没有 16 至 19 位、以 62 或 4、5 开头、校验码正确的银行卡号。
## 为什么
年度报告要在网上公开，不能带出个人账户。收费单位的对公账户也不必写进年度报告。
## 依据
实践惯例：公开的报告不写个人银行卡号。
## 反例
~~~
append 6 = 缴费账户为6222020000000000000。
~~~
## 正例
~~~
append 6 = 工单编号6222020000000000001。
~~~
## 怎么改
删去卡号。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, |text| {
        let numbers = long_numbers(text).into_iter().filter(|(_, digits)| is_card(digits));
        numbers.map(|(range, _)| range).collect::<Vec<_>>()
    })
    .into_iter()
    .map(|hit| {
        let head: String = hit.words.chars().take(6).collect();
        let message = say!(
            context.language,
            "“{head}……”像是银行卡号；年报要公开，请删去账户信息。",
            "“{head}…” looks like a bank card number; delete it."
        );
        hit.finding(&RULE, message)
    })
    .collect()
}

fn is_card(digits: &str) -> bool {
    let issued = match digits.len() {
        16 => digits.starts_with("62") || digits.starts_with('4') || digits.starts_with('5'),
        17..=19 => digits.starts_with("62"),
        _ => false,
    };
    issued && passes_luhn(digits)
}

/// The checksum of card numbers (ISO/IEC 7812, Luhn).
fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            let doubled = digit * (1 + place as u32 % 2);
            doubled / 10 + doubled % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
