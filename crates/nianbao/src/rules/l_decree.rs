//! L-NO711: a wrong decree number beside the regulation's name.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-NO711",
    name: "decree-number-wrong",
    title: Words { zh: "条例的令号写错", en: "The decree's number is wrong" },
    severity: Severity::Error,
    basis: "《中华人民共和国政府信息公开条例》（国令第711号）",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
《政府信息公开条例》后面注的令号是否为国令第711号（国务院令第711号）。
## 为什么
现行条例以国令第711号公布；写成“第492号”是修订前的，写成“第711条”是笔误。
## 依据
《中华人民共和国政府信息公开条例》（国令第711号）。
## 反例
~~~
append 1 = 依据《中华人民共和国政府信息公开条例》（国令第711条）办理。
~~~
~~~
append 1 = 依据《中华人民共和国政府信息公开条例》（国务院令第492号）办理。
~~~
## 正例
~~~
append 1 = 依据《中华人民共和国政府信息公开条例》（国令第711号）办理。
~~~
## 怎么改
改为国令第711号。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, wrong)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}应为“国令第711号”。",
                "“{words}”{times} should be “国令第711号”."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// How far behind the regulation's name its decree may stand, in characters.
const NEAR: usize = 12;

fn wrong(text: &str) -> Vec<Range<usize>> {
    find_all(text, &["信息公开条例》"]).into_iter().filter_map(|name| wrong_after(text, name.end)).collect()
}

fn wrong_after(text: &str, from: usize) -> Option<Range<usize>> {
    let near = text[from..].char_indices().nth(NEAR).map_or(text.len(), |(at, _)| from + at);
    let decree = find_all(&text[from..near], &["国务院令", "国令"]).into_iter().next()?;
    let start = from + decree.start;
    let rest = text[from + decree.end..].trim_start();
    let rest = rest.strip_prefix('第').unwrap_or(rest).trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = rest.split_at(digits);
    let rest = rest.trim_start();
    let unit = rest.chars().next()?;
    let right = number == "711" && unit == '号';
    let end = text.len() - rest.len() + unit.len_utf8();
    (!number.is_empty() && !right && matches!(unit, '号' | '条' | '令')).then_some(start..end)
}
