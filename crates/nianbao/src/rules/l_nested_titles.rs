//! L-QUOTE: 《》 within 《》, where 〈〉 is usual.

use std::ops::Range;

use super::support::wording::{book_titles, collect};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-QUOTE",
    name: "nested-title-marks",
    title: Words { zh: "书名号里面又用书名号", en: "Title marks within title marks" },
    severity: Severity::Hint,
    basis: "实践惯例：书名号里面再用书名号时，里面用单书名号",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
书名号里面的文件名，是否改用单书名号〈〉，如《关于印发〈……办法〉的通知》。
## 为什么
双书名号套双书名号，分不清名称到哪里结束。
## 依据
实践惯例：书名号里面再用书名号时，里面用单书名号。
## 反例
~~~
append 1 = 学习《关于印发《政府信息公开工作要点》的通知》精神。
~~~
## 正例
~~~
~~~
## 怎么改
里面一层改用单书名号〈〉。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, nested)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "《{words}》{times}：里面的书名号请用单书名号〈〉。",
                "《{words}》{times}: use 〈〉 for the inner name."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn nested(text: &str) -> Vec<Range<usize>> {
    book_titles(text).into_iter().filter(|(_, name)| name.contains('《')).map(|(range, _)| range).collect()
}
