//! Z-CNNUM: a count of the tables in Chinese numerals beside others in digits.

use super::support::text::section_text;
use crate::claims::claim::Claim;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::narrow;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-CNNUM",
    name: "numerals-mixed",
    title: Words { zh: "统计数字写法不一", en: "Counts in two ways of writing" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里与表格对应的件数，有没有一处用汉字（如“十五件”）、别处用阿拉伯数字。一件、两件到十件，以及几十件这样的整数不提示。
## 为什么
同是统计数，一篇里应当一个写法，便于查找和核对。
## 依据
实践惯例。
## 反例
~~~
base = government
replace 1 = 不予公开10件，无法提供14件 => 不予公开10件，无法提供十四件
~~~
## 正例
~~~
base = government
~~~
## 怎么改
统计数统一用阿拉伯数字。
";

fn check(context: &Context) -> Vec<Finding> {
    let tied = || context.narrative.claims.iter().filter(|claim| !claim.readings.is_empty());
    let in_digits = tied().any(|claim| has_digit(words(context, claim)));
    let in_words = tied().find(|claim| {
        let number = claim.quantity.value.integer().unwrap_or(0);
        number > 10 && number % 10 != 0 && claim.quantity.is_exact() && is_spelt(words(context, claim))
    });
    let (Some(claim), true) = (in_words, in_digits) else { return Vec::new() };
    let span = Span::in_section(context.report, claim.section, claim.words.clone());
    let message = say!(
        context.language,
        "“{}”用汉字数字，别处的件数用阿拉伯数字，建议统一用阿拉伯数字。",
        "“{}” is spelt out, other counts are in digits; use digits throughout.",
        span.text
    );
    vec![RULE.finding(message).span(span)]
}

fn words<'a>(context: &'a Context, claim: &Claim) -> &'a str {
    section_text(context.report, claim.section).get(claim.words.clone()).unwrap_or_default()
}

fn has_digit(words: &str) -> bool {
    words.chars().any(|c| narrow(c).is_ascii_digit())
}

/// Whether a numeral of two characters or more stands in the words, and no digit.
fn is_spelt(words: &str) -> bool {
    let numeral = |c: &char| "一二三四五六七八九十百千".contains(*c);
    let characters: Vec<char> = words.chars().collect();
    !has_digit(words) && characters.windows(2).any(|pair| pair.iter().all(numeral))
}
