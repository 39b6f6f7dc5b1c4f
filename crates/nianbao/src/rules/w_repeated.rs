//! W-DUPCHAR: a word of two to eight characters written twice in a row.

use std::ops::Range;

use super::support::text::is_han;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-DUPCHAR",
    name: "word-repeated",
    title: Words { zh: "词语重复", en: "A word is repeated" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有两到八个字的词紧接着重复，如“政府信息公开公开申请”“资金资金”，以及“的的”“们们”。“各部门部门预算”“申请申请人”等本来如此的不计。
## 为什么
多是修改时没有删净，或输入法重复上屏。
## 依据
实践惯例。
## 反例
~~~
append 1 = 共收到政府信息公开公开申请6件。
~~~
## 正例
~~~
append 1 = 公开各部门部门预算，逐项研究研究再答复，一件一件办。
~~~
## 怎么改
删去重复的词。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, repeated)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}把同一个词连写了两次，请删去多余的；本来如此的可以不改。",
                "“{words}”{times} has the same word twice in a row; delete one, unless it is meant."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Nouns that may rightly meet themselves where more follows: 各部门部门预算, 县人民政府政府网站, 工程建设建设单位.
#[rustfmt::skip]
const NOUNS: [&str; 24] = [
    "部门", "单位", "服务", "项目", "企业", "中心", "社区", "事项", "高新", "街道", "试验", "窗口", "学校", "医院",
    "政府", "建设", "交易", "采购", "招生", "考试", "出让", "投标", "工程", "规划",
];
/// Words that may be said twice.
const TWICE: [&str; 8] = ["研究", "讨论", "商量", "学习", "许多", "非常", "考虑", "哈哈"];
/// What makes another word of the second: 申请申请人, 工作工作量, 信息信息化, 公开公开招聘.
#[rustfmt::skip]
const GOES_ON: [&str; 11] = [
    "人", "员", "者", "量", "化", "选拔", "招聘", "招考", "遴选", "招标", "拍卖",
];
/// Single characters that never stand twice, but in the words after them.
const SINGLE: [(&str, &[&str]); 2] = [("的的", &["目的的", "的的士", "的的确"]), ("们们", &[])];
/// The longest repeated word, in characters: 县人民政府县人民政府.
const LONGEST: usize = 8;

fn repeated(text: &str) -> Vec<Range<usize>> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let right = right_repeats(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let Some((length, range)) =
            (2..=LONGEST).rev().find_map(|length| Some((length, twice(text, &characters, at, length)?)))
        else {
            at += 1;
            continue;
        };
        // 政务服务服务事项 has 务服务服 in it.
        let goes_on = GOES_ON.iter().any(|rest| text[range.end..].starts_with(rest));
        if !goes_on
            && !is_in_reaching(text, &range)
            && !right.iter().any(|right| right.start < range.end && range.start < right.end)
        {
            found.push(range);
        }
        at += 2 * length;
    }
    found.extend(doubled_characters(text));
    found
}

/// 涉及县政府及县政府办公室: the first 及 belongs to the word before it.
fn is_in_reaching(text: &str, range: &Range<usize>) -> bool {
    let reaches = ['涉', '以', '普', '波', '遍', '触'].iter().any(|first| text[..range.start].ends_with(*first));
    reaches && text[range.start..].starts_with('及') && text[range.end..].starts_with(is_han)
}

/// Where a word rightly meets itself.
fn right_repeats(text: &str) -> Vec<Range<usize>> {
    let twice = |words: &'static [&str]| {
        words.iter().flat_map(move |word| {
            let firsts = text.match_indices(word).filter(move |(at, _)| text[at + word.len()..].starts_with(word));
            firsts.map(|(at, word)| at..at + 2 * word.len())
        })
    };
    let nouns = twice(&NOUNS).filter(|range| text[range.end..].starts_with(is_han));
    nouns.chain(twice(&TWICE)).collect()
}

/// 政策的的解读, 我们们.
fn doubled_characters(text: &str) -> impl Iterator<Item = Range<usize>> {
    SINGLE.iter().flat_map(move |(doubled, rightly)| {
        text.match_indices(doubled).map(|(at, doubled)| at..at + doubled.len()).filter(move |range| {
            let before = text[..range.start].chars().next_back().map_or(0, char::len_utf8);
            let after = text[range.end..].chars().next().map_or(0, char::len_utf8);
            let around = &text[range.start - before..range.end + after];
            !rightly.iter().any(|word| around.contains(word))
        })
    })
}

/// The range of a word of this length that stands twice from here on.
fn twice(text: &str, characters: &[(usize, char)], at: usize, length: usize) -> Option<Range<usize>> {
    // Most places fail here at once.
    if characters.get(at)?.1 != characters.get(at + length)?.1 {
        return None;
    }
    let first = characters.get(at..at + length)?;
    let second = characters.get(at + length..at + 2 * length)?;
    let same = first.iter().zip(second).all(|(a, b)| a.1 == b.1 && is_han(a.1));
    let end = characters.get(at + 2 * length).map_or(text.len(), |(end, _)| *end);
    let word = text.get(first.first()?.0..second.first()?.0)?;
    // 人人人人 and 一一一一 are no words; 一个一个, 一件一件 count things.
    let plain = first.iter().any(|(_, c)| *c != first[0].1) && !word.contains(['一', '逐']);
    let numerals = word.chars().all(|c| "〇一二三四五六七八九十百千万".contains(c));
    (same && plain && !numerals).then_some(first[0].0..end)
}
