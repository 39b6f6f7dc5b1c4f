//! L-BRACKET: a document number whose year is not in 〔〕.

use std::ops::Range;

use super::support::wording::{collect, document_numbers};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-BRACKET",
    name: "year-in-wrong-brackets",
    title: Words {
        zh: "发文字号的年份没用六角括号", en: "The year of a document number is in other brackets"
    },
    severity: Severity::Warning,
    basis: "实践惯例：发文字号的年份用六角括号〔〕",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
发文字号里的年份是否用六角括号，如〔2021〕30号。
## 为什么
公文的发文字号统一用六角括号；方括号、圆括号多是录入时图省事。
## 依据
实践惯例：发文字号的年份用六角括号〔〕。
## 反例
~~~
replace 0 = 国办公开办函〔2021〕30号 => 国办公开办函[2021]30号
~~~
## 正例
~~~
~~~
## 怎么改
改用六角括号“〔〕”。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, bracketed)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}的年份请用六角括号“〔〕”。",
                "Put the year of “{words}”{times} in 〔〕."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn bracketed(text: &str) -> Vec<Range<usize>> {
    // ﹝﹞ look the same in print and come from fonts; nobody would see the difference.
    let other = |open: char| !matches!(open, '〔' | '﹝');
    let documents = document_numbers(text).into_iter();
    documents
        .filter(|document| {
            let issued =
                document.before.ends_with(['发', '函', '办', '字', '令', '通']) || document.before.ends_with("文号");
            other(document.brackets.0) && issued
        })
        .map(|document| document.bytes)
        .collect()
}
