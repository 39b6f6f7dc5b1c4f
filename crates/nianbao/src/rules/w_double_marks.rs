//! W-DOUBLEP: two stops or commas in a row.

use std::ops::Range;

use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-DOUBLEP",
    name: "marks-doubled",
    title: Words { zh: "标点重复", en: "Two marks in a row" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有连用的标点，如“。。”“，，”“；。”。
## 为什么
连用的标点是没有删净的，一看就是笔误。
## 依据
实践惯例。
## 反例
~~~
append 1 = 全年举办培训2次。。
~~~
## 正例
~~~
append 1 = 信息公开……今后继续。
~~~
## 怎么改
只留一个标点。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, doubled)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "标点“{words}”{times}连用，请只留一个。",
                "The marks “{words}”{times} stand in a row; leave one."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn doubled(text: &str) -> Vec<Range<usize>> {
    let wide = |c: char| matches!(c, '，' | '。' | '、' | '；' | '：');
    let mark = |c: char| wide(c) || matches!(c, ',' | ';');
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| mark(*c)) {
        match runs.last_mut() {
            Some((run, marks)) if run.end == at => {
                run.end += c.len_utf8();
                *marks += 1;
            }
            _ => runs.push((at..at + c.len_utf8(), 1)),
        }
    }
    // Half-width ones alone may be code or a table's.
    let found = runs.into_iter().filter(|(run, marks)| *marks > 1 && text[run.clone()].contains(wide));
    found.map(|(run, _)| run).collect()
}
