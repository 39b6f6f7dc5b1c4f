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
    title: Words { zh: "“一是二是”漏了或重了", en: "An item of 一是、二是 is missing or repeated" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“一是……二是……三是……”“第一，……第二，……”是否连续，有没有同一序号连用两次。
## 为什么
漏了序号，可能删了内容没有改号，也可能漏了一项内容。
## 依据
实践惯例。
## 反例
~~~
append 1 = 一是公开目录。二是维护专栏。四是开展培训。
~~~
~~~
append 1 = 一是公开目录。二是维护专栏。二是开展培训。
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
    let text = passage.text;
    let found = KINDS.into_iter().flat_map(|kind| {
        let items = items(text, kind);
        let faults: Vec<(Range<usize>, String)> =
            items.windows(2).filter_map(|pair| Some((pair[1].0.clone(), fault(context, text, kind, pair)?))).collect();
        faults
    });
    let findings = found.map(|(range, message)| RULE.finding(message).span(passage.span(context.report, range)));
    findings.take(MOST_FINDINGS).collect()
}

/// What is wrong between two items that follow each other.
fn fault(context: &Context, text: &str, kind: Kind, pair: &[(Range<usize>, usize)]) -> Option<String> {
    let [(before, first), (range, number)] = pair else { return None };
    let between = text.get(before.end..range.start)?;
    let named = |number: usize| NUMERALS.get(number - 1).map(|numeral| format!("{}{numeral}{}", kind.0, kind.1));
    let to = named(*number)?;
    // Two lists in a row may begin in other words: 首先, 一方面.
    let anew = between.contains(['一', '首', '\n']);
    if number == first && *first > 1 && !anew {
        return Some(say!(
            context.language,
            "“{to}”连用了两次；请改正序号，并看是否漏改后面的。",
            "{to} stands twice in a row: renumber the items."
        ));
    }
    // The item may be there in other words: 三要, 第三.
    let lost = first + 1;
    if *number <= lost || between.contains(NUMERALS.get(lost - 1)?) {
        return None;
    }
    let (from, lost) = (named(*first)?, named(lost)?);
    Some(say!(
        context.language,
        "从“{from}”跳到“{to}”，没有“{lost}”；请看是漏了内容，还是要改序号。",
        "The items go from {from} to {to}; {lost} is missing."
    ))
}

/// What stands before and after the numeral of an item.
type Kind = (&'static str, &'static str);

/// 一是…, 第一，….
const KINDS: [Kind; 2] = [("", "是"), ("第", "，")];

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The places of 一是, 二是 … at the beginning of a clause, with their numbers.
fn items(text: &str, (before, after): Kind) -> Vec<(Range<usize>, usize)> {
    let begins = |before: &str| {
        before.trim_end_matches(' ').chars().next_back().is_none_or(|c| !is_han(c) && !c.is_alphanumeric())
    };
    text.match_indices(after)
        .filter_map(|(at, found)| {
            let number = NUMERALS.iter().position(|numeral| text[..at].ends_with(numeral))?;
            let start = text[..at - NUMERALS[number].len()].strip_suffix(before)?.len();
            begins(&text[..start]).then_some((start..at + found.len(), number + 1))
        })
        .collect()
}
