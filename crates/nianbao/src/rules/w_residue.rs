//! W-RESIDUE: codes that an export left in the text.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-RESIDUE",
    name: "export-residue",
    title: Words { zh: "有转换残留的代码", en: "Residue of an export" },
    severity: Severity::Error,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文和标题里有没有文件转换留下的代码，如“[bookmark: …]”“&nbsp;”“<br>”一类的网页标签，“_GoBack”“错误！未定义书签”“undefined”。
## 为什么
这些代码是软件留下的，不是报告的内容，公开出来很显眼。
## 依据
实践惯例。
## 反例
~~~
heading 6 = [bookmark: _GoBack]六、其他需要报告的事项
~~~
~~~
append 1 = 错误！未找到引用源。
~~~
## 正例
~~~
~~~
## 怎么改
删去代码；目录、交叉引用出错的，更新域或重新生成。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, residue)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}是文件转换留下的代码，请删去。",
                "“{words}”{times} was left by an export; delete it."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// What fields, links and scripts leave.
#[rustfmt::skip]
const CODES: [&str; 17] = [
    "[bookmark:", "_GoBack", "Error! Reference", "Error! Bookmark", "HYPERLINK \"", "错误！未找到引用源", "错误!未找到引用源", "错误！未定义书签",
    "错误!未定义书签", "PAGEREF _Toc", "MERGEFORMAT", "TOC \\o", "{{", "}}", "[object Object]", "undefined", "\u{FFFD}",
];

fn residue(text: &str) -> Vec<Range<usize>> {
    let mut codes = find_all(text, &CODES);
    codes.extend(tags(text));
    codes.extend(entities(text));
    codes.sort_by_key(|code| code.start);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for code in codes {
        // A bookmark goes up to its bracket.
        let end = match text[code.start..].split_once(']') {
            Some((inside, _)) if inside.starts_with("[bookmark:") && inside.len() < 60 => code.start + inside.len() + 1,
            _ => code.end,
        };
        if ranges.last().is_none_or(|last| code.start >= last.end) {
            ranges.push(code.start..end);
        }
    }
    ranges
}

/// The longest tag that is looked at, in bytes; one without an end is told by its beginning.
const LONGEST_TAG: usize = 200;

/// Tags of pages: <p>, </span>, <br/>, <a href=…>, <o:p>.
fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('<').filter_map(move |(at, open)| {
        let rest = &text[at + open.len()..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let after = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == ':');
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.len() - after.len() <= LONGEST_NAME;
        let attributes = after.starts_with(' ') && after.trim_start().starts_with(|c: char| c.is_ascii_alphabetic());
        let end = after
            .find('>')
            .filter(|end| *end <= LONGEST_TAG && (attributes || after[..*end].trim() == "/" || *end == 0))?;
        let end = text.len() - after.len() + end + 1;
        named.then_some(at..end)
    })
}

/// <blockquote> is the longest common one.
const LONGEST_NAME: usize = 10;

/// Signs spelt for a page: &nbsp;, &#160;, also without their semicolon where no sign has another name.
fn entities(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('&').filter_map(move |(at, sign)| {
        let rest = &text[at + sign.len()..];
        let after = rest.strip_prefix('#').unwrap_or(rest).trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let name = &rest[..rest.len() - after.len()];
        let whole = after.starts_with(';') && (2..=LONGEST_NAME).contains(&name.len());
        let end = at + sign.len() + name.len();
        if whole { Some(at..end + 1) } else { name.starts_with("nbsp").then_some(at..end) }
    })
}
