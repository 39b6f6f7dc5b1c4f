//! Z-APPROX: 约…余, 余…以上: approximated twice.

use std::ops::Range;

use super::support::text::digit_runs;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-APPROX",
    name: "approximated-twice",
    title: Words { zh: "约数重复", en: "Approximated twice" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有重复的约数说法，如“约100余条”“5000余人以上”“近200多次”。
## 为什么
“约、近”与“余、多、左右、以上”只能用一个；年度报告最好写准确的数。
## 依据
实践惯例。
## 反例
~~~
append 1 = 全年约发放指南100余份，接待约300余人。
~~~
## 正例
~~~
append 1 = 约300人、近5年来、100余份、5000人以上、3天左右、近3年多次获奖。
~~~
## 怎么改
写准确的数；确实只有约数的，留一个说法。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, twice)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}的约数重复，请写准确的数或只留一个说法。",
                "“{words}”{times} is approximated twice; give the number, or one such word."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn twice(text: &str) -> Vec<Range<usize>> {
    let found = digit_runs(text).into_iter().chain(spelt(text)).filter_map(|run| {
        let (before, after) = (&text[..run.start], &text[run.end..]);
        // 1.2万: the number begins before its point.
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        let lead = lead(before);
        let after = after.strip_prefix('万').unwrap_or(after);
        let more = ["余", "多"].iter().find(|more| after.starts_with(**more) && !after.starts_with("多年"));
        let rest = more.map_or(after, |more| &after[more.len()..]);
        let unit: usize = rest.chars().take(2).map(char::len_utf8).sum();
        let tail = ["以上", "左右"].iter().find_map(|tail| {
            (0..=unit)
                .filter(|at| rest.is_char_boundary(*at))
                .find(|at| rest[*at..].starts_with(tail))
                .map(|at| at + tail.len())
        });
        let start = before.len() - lead.map_or(0, str::len);
        let end = text.len() - rest.len() + tail.unwrap_or(0);
        let said = [lead.is_some(), more.is_some(), tail.is_some()].into_iter().filter(|said| *said).count();
        (said > 1).then_some(start..end)
    });
    found.collect()
}

/// 约, 近 and the like at the end of a text, with 有; not the 约 of 预约 nor the 近 of 附近.
fn lead(text: &str) -> Option<&str> {
    let bare = text.strip_suffix('有').unwrap_or(text);
    let lead = ["大约", "将近", "大概", "超过", "约", "近", "逾"].iter().find(|lead| bare.ends_with(**lead))?;
    let start = bare.len() - lead.len();
    let other = lead.chars().count() == 1
        && text[..start].ends_with(|c| "附最邻临靠就贴亲远逼节预条契合签履相公集制违隐特".contains(c));
    (!other).then(|| &text[start..])
}

/// The runs of Chinese numerals: 近百余次.
fn spelt(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| "一二三四五六七八九十百千".contains(*c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs
}
