//! W-ENUM: 一是, 二是, 四是 without 三是.

use std::ops::Range;

use super::support::text::{MOST_FINDINGS, Passage, is_han, texts};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-ENUM",
    name: "item-skipped",
    title: Words { zh: "“一是二是”漏了一项", en: "An item of 一是、二是 is missing" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“一是……二是……三是……”是否连续。
## 为什么
漏了序号，可能删了内容没有改号，也可能漏了一项内容。
## 依据
实践惯例。
## 反例
~~~
append 1 = 一是公开目录。二是维护专栏。四是开展培训。
~~~
## 正例
~~~
append 1 = 一是公开目录。二是维护专栏。三是开展培训。一是问题。二是改进。
~~~
## 怎么改
补上漏掉的内容，或改正序号。
";

fn check(context: &Context) -> Vec<Finding> {
    texts(context.report).flat_map(|passage| gaps(context, passage)).take(MOST_FINDINGS).collect()
}

fn gaps(context: &Context, passage: Passage) -> Vec<Finding> {
    let items = items(passage.text);
    let gaps = items.windows(2).filter_map(|pair| {
        let [(before, first), (range, number)] = pair else { return None };
        let lost = first + 1;
        let between = passage.text.get(before.end..range.start)?;
        // The item may be there in other words: 三要, 第三.
        if *number <= lost || between.contains(NUMERALS[lost - 1]) {
            return None;
        }
        let (from, lost, to) = (NUMERALS[first - 1], NUMERALS[lost - 1], NUMERALS[number - 1]);
        let message = say!(
            context.language,
            "从“{from}是”跳到“{to}是”，没有“{lost}是”；请看是漏了内容，还是要改序号。",
            "The items go from {from}是 to {to}是; {lost}是 is missing."
        );
        Some(RULE.finding(message).span(passage.span(context.report, range.clone())))
    });
    gaps.take(MOST_FINDINGS).collect()
}

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The places of 一是, 二是 … at the beginning of a clause, with their numbers.
fn items(text: &str) -> Vec<(Range<usize>, usize)> {
    let begins = |before: &str| {
        before.trim_end_matches(' ').chars().next_back().is_none_or(|c| !is_han(c) && !c.is_alphanumeric())
    };
    text.match_indices('是')
        .filter_map(|(at, found)| {
            let number = NUMERALS.iter().position(|numeral| text[..at].ends_with(numeral))?;
            let start = at - NUMERALS[number].len();
            begins(&text[..start]).then_some((start..at + found.len(), number + 1))
        })
        .collect()
}
