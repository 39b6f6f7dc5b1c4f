//! W-LISTDUP: the same item twice in one list with 、.

use std::collections::HashSet;
use std::ops::Range;

use super::support::text::is_han;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-LISTDUP",
    name: "item-listed-twice",
    title: Words { zh: "并列的项目重复", en: "An item is listed twice" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
用顿号并列的项目里，有没有同一项写了两次。
## 为什么
多是增补项目时没有看前面已经有了。
## 依据
实践惯例。
## 反例
~~~
append 1 = 设有政策法规、通知公告、办事指南、政策法规等栏目。
~~~
## 正例
~~~
append 1 = 设有政策法规、通知公告、办事指南等栏目，公开部门预算、部门决算、三公经费。
~~~
## 怎么改
删去重复的一项。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, twice)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}在同一列举里出现了两次，请删去一个或改成漏写的项目。",
                "“{words}”{times} is listed twice."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// What the last item runs on into: 、政策法规等栏目, 、停水通知做到随时公开.
#[rustfmt::skip]
const RUNS_ON: [&str; 10] = [
    "等", "及", "和", "发布信息", "公开信息", "设置", "共同", "做到", "予以", "均",
];
/// A list has at least so many items.
const SHORTEST: usize = 3;

fn twice(text: &str) -> Vec<Range<usize>> {
    let clauses = pieces(text, 0, |c| "，。；：！？（）()“”《》\n,;:".contains(c));
    clauses.into_iter().filter_map(|clause| second_of_two(text, clause)).collect()
}

/// The item of a clause's list that stood there before.
fn second_of_two(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let items = pieces(text.get(clause.clone())?, clause.start, |c| c == '、');
    if items.len() < SHORTEST {
        return None;
    }
    let first = text.get(items.first()?.clone())?;
    let mut seen = HashSet::new();
    let last = items.len() - 1;
    items.into_iter().enumerate().find_map(|(index, range)| {
        let whole = text.get(range.clone())?;
        let item = if index == last { cut(whole) } else { whole };
        // The first one follows its verb: 设有政策法规、.
        let after_verb = index > 0 && first.ends_with(item);
        let again = item.chars().count() >= 2 && item.chars().all(is_han) && (!seen.insert(item) || after_verb);
        again.then(|| range.start..range.start + item.len())
    })
}

/// The last item without the rest of its sentence.
fn cut(item: &str) -> &str {
    let end = RUNS_ON.iter().filter_map(|word| item.find(word)).min().unwrap_or(item.len());
    &item[..end]
}

/// The pieces of a text between marks, with their byte ranges moved on by an offset.
fn pieces(text: &str, offset: usize, mark: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut start = offset;
    let split = text.split_inclusive(mark);
    let ranges = split.map(|piece| {
        let end = start + piece.len();
        let marked =
            piece.chars().next_back().filter(|c| !is_han(*c) && !c.is_alphanumeric()).map_or(0, char::len_utf8);
        let range = start..end - marked;
        start = end;
        range
    });
    ranges.collect()
}
