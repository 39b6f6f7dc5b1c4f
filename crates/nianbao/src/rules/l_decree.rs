//! L-NO711: a wrong decree number beside the regulation's name.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::narrow;
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

/// The wrong decree numbers beside the regulation's name: in the brackets after it, or right before it.
fn wrong(text: &str) -> Vec<Range<usize>> {
    let names = find_all(text, &["政府信息公开条例》", "信息公开条例》", "《条例》"]);
    let found = names.into_iter().flat_map(|name| {
        // 《条例》 alone may be another one, so that only a wrong unit tells anything.
        let full = text[name.clone()].contains("信息公开");
        let decrees = decrees(text, after(text, name.end));
        let start = text[..name.end].rfind('《').unwrap_or(name.start);
        let before = decrees_before(text, start);
        // 第492号公布、第711号修订: both are told.
        let told = decrees.iter().any(Decree::is_right);
        let after = decrees.into_iter().filter(move |_| !told);
        after.chain(before).filter(move |decree| !decree.is_right() && (full || decree.number == RIGHT))
    });
    found.map(|decree| decree.bytes).collect()
}

/// The brackets that begin right after a place, or where the decree begins without them.
fn after(text: &str, at: usize) -> Range<usize> {
    let rest = &text[at..];
    let own = rest.trim_start();
    let end = match own.strip_prefix(['（', '(']) {
        Some(inside) => inside.find(['）', ')', '\n']).map_or(text.len(), |end| text.len() - inside.len() + end),
        None if own.starts_with('国') => {
            text.len() - own.len() + own.find(['，', '。', '、', '《', '\n']).unwrap_or(own.len())
        }
        None => at,
    };
    at..end
}

/// The decree that stands right before a name: 国令第711号《…》.
fn decrees_before(text: &str, at: usize) -> Option<Decree> {
    let from = text[..at].char_indices().rev().take(LONGEST).take_while(|(_, c)| *c != '》').last()?.0;
    decrees(text, from..at).pop().filter(|decree| decree.bytes.end == at)
}

/// So many characters take 国务院令第711号 and its like.
const LONGEST: usize = 14;

/// The number of the regulation's decree.
const RIGHT: &str = "711";

/// A decree's number as written: 国务院令第492号, 国务院第492号令, 国令第711条.
struct Decree {
    bytes: Range<usize>,
    number: String,
    unit: char,
}

impl Decree {
    fn is_right(&self) -> bool {
        self.number == RIGHT && self.unit == '号'
    }
}

/// The State Council's decrees in a part of a text.
fn decrees(text: &str, part: Range<usize>) -> Vec<Decree> {
    let Some(inside) = text.get(part.clone()) else { return Vec::new() };
    let found = find_all(inside, &["国务院令", "国务院", "国令"]).into_iter().filter_map(|word| {
        let rest = inside[word.end..].trim_start();
        let rest = rest.strip_prefix('第').unwrap_or(rest).trim_start();
        let digits: usize = rest.chars().take_while(|c| narrow(*c).is_ascii_digit()).map(char::len_utf8).sum();
        let (number, rest) = rest.split_at(digits);
        let rest = rest.trim_start();
        let unit = rest.chars().next().filter(|unit| matches!(unit, '号' | '条' | '令'))?;
        let rest = &rest[unit.len_utf8()..];
        let rest = rest.strip_prefix('令').unwrap_or(rest);
        let bytes = part.start + word.start..part.end - rest.len();
        (!number.is_empty()).then(|| Decree { bytes, number: number.chars().map(narrow).collect(), unit })
    });
    found.collect()
}
