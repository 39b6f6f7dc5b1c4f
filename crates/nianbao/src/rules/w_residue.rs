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
正文和标题里有没有文件转换留下的代码，如“[bookmark: …]”“&nbsp;”“<br>”“_GoBack”“错误！未定义书签”。
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

#[rustfmt::skip]
const CODES: [&str; 33] = [
    "[bookmark:", "&nbsp;", "&quot;", "&amp;", "&lt;", "&gt;", "&ldquo;", "&rdquo;", "&mdash;", "&middot;", "&hellip;", "&emsp;", "<o:p>",
    "</o:p>", "<br", "<p>", "<p ", "</p>", "<span", "</span>", "<div", "</div>", "<font", "_GoBack", "Error! Reference", "Error! Bookmark", "HYPERLINK \"",
    "错误！未找到引用源", "错误!未找到引用源", "错误！未定义书签", "错误!未定义书签", "PAGEREF _Toc", "\u{FFFD}",
];

fn residue(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for code in find_all(text, &CODES) {
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
