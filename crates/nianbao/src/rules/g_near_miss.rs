//! G-SAMECHAR: the agency's own name with one character wrong.

use std::ops::Range;

use super::support::text::is_han;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G-SAMECHAR",
    name: "own-name-misspelt",
    title: Words { zh: "与本机关名称只差一字", en: "One character off the own name" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里有没有与报告机关全称一样长、只差一个字的名称（名称不足 8 个字的，只查地名里的错字；不足 6 个字的不查）。
## 为什么
多半是本机关名称打错了一个字，或扫描识别时认错。
## 依据
实践惯例。
## 反例
~~~
append 1 = 青石县自燃资源局定期清理失效文件。
~~~
## 正例
~~~
append 1 = 青石县自然资源局定期清理失效文件。
~~~
## 怎么改
是本机关的，改正错字；确实是另一个机关的，不用改。
";

/// Shorter names have namesakes.
const SHORTEST: usize = 6;
/// Those shorter than this have them in what follows the place: 教育局 and 体育局, 水务局 and 税务局.
const LONG: usize = 8;

fn check(context: &Context) -> Vec<Finding> {
    let Some(agency) = context.report.agency.as_deref() else { return Vec::new() };
    let own: Vec<char> = agency.trim().chars().collect();
    if own.len() < SHORTEST || !own.iter().all(|&c| is_han(c)) {
        return Vec::new();
    }
    collect(context, |text| near_misses(text, &own))
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}与本机关名称“{agency}”只差一个字，请核对是不是错字。",
                "“{words}”{times} is one character off the agency's name, “{agency}”; check for a slip."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Where as many Chinese characters as the name has differ from it in one. The last one may: 办公室
/// and 办公厅 are two bodies.
fn near_misses(text: &str, own: &[char]) -> Vec<Range<usize>> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let place = own.iter().position(|c| "省市县区州旗".contains(*c)).unwrap_or(0);
    let last = if own.len() < LONG { place } else { own.len() - 1 };
    let near = characters.windows(own.len()).filter_map(|window| {
        let mut wrong = window.iter().zip(own).enumerate().filter(|(_, ((_, c), own))| c != *own);
        let (at, ((_, c), _)) = wrong.next().filter(|_| wrong.next().is_none())?;
        let slip = at < last && is_han(*c) && !TELLS_APART.contains(*c);
        let ((start, _), (last, end)) = (window.first()?, window.last()?);
        slip.then_some(*start..last + end.len_utf8())
    });
    near.collect()
}

/// 第一中学 and 第二中学, 河东区 and 河西区, 青石市 and 青石县 are two.
const TELLS_APART: &str = "一二三四五六七八九十东南西北中上下省市县区州旗镇乡";
