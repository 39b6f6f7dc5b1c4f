//! W-PAIR: quotation marks, brackets or title marks without their partner.

use super::support::text::{MOST_FINDINGS, Passage, paragraphs, texts};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-PAIR",
    name: "unpaired-mark",
    title: Words { zh: "引号、括号、书名号不成对", en: "A mark without its partner" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
每段里的引号“”‘’、括号（）、书名号《》、六角括号〔〕是否成对。
## 为什么
少了一半，引用或名称从哪里开始、到哪里结束就看不清。
## 依据
实践惯例。
## 反例
~~~
append 1 = 通过“青石自然资源微信公众号发布信息54条。
~~~
~~~
append 1 = 依据《中华人民共和国政府信息公开条例办理。
~~~
## 正例
~~~
append 1 = （1）发布信息；2）接受咨询：a）现场，b）电话。通过“一网通办”办理。
~~~
## 怎么改
补上缺少的一半，或删去多余的一半。
";

/// Opening and closing marks; widths of brackets are often mixed.
const PAIRS: [(&[char], &[char]); 5] =
    [(&['“'], &['”']), (&['‘'], &['’']), (&['（', '('], &['）', ')']), (&['《'], &['》']), (&['〔'], &['〕'])];

fn check(context: &Context) -> Vec<Finding> {
    let pairs = texts(context.report).flat_map(|passage| PAIRS.map(|pair| (passage, pair)));
    // Marks may pair over paragraphs that a copy has cut.
    let suspect = pairs.filter(|(passage, (open, close))| unpaired(passage.text, open, close).is_some());
    suspect.flat_map(|(passage, pair)| alone(context, passage, pair)).take(MOST_FINDINGS).collect()
}

/// A finding for each paragraph with a mark that has no partner.
fn alone(context: &Context, passage: Passage, (open, close): (&[char], &[char])) -> Vec<Finding> {
    let findings = paragraphs(passage.text).filter_map(|(range, paragraph)| {
        let at = unpaired(paragraph, open, close)?;
        let mark = paragraph[at..].chars().next()?;
        let start = range.start + at;
        let near = around(paragraph, at);
        let own = usize::from(close.contains(&mark));
        let (here, other) = (sides(mark)[own], sides(mark)[1 - own]);
        let message = say!(
            context.language,
            "「{near}」里的{here}没有{other}与它成对，请补上，或删去多余的。",
            "In 「{near}」 the mark {mark} has no partner: add it, or delete this one."
        );
        Some(RULE.finding(message).span(passage.span(context.report, start..start + mark.len_utf8())))
    });
    findings.take(MOST_FINDINGS).collect()
}

/// What the two marks of a pair are called.
fn sides(mark: char) -> [&'static str; 2] {
    match mark {
        '“' | '”' | '‘' | '’' => ["左引号", "右引号"],
        '《' | '》' => ["左书名号", "右书名号"],
        '〔' | '〕' => ["左六角括号", "右六角括号"],
        _ => ["左括号", "右括号"],
    }
}

/// Where the first mark without a partner stands; ’ alone is an apostrophe.
fn unpaired(text: &str, open: &[char], close: &[char]) -> Option<usize> {
    let mut opened = Vec::new();
    for (at, c) in text.char_indices() {
        if open.contains(&c) {
            opened.push(at);
        } else if close.contains(&c) && opened.pop().is_none() && c != '’' && !closes_number(&text[..at], c) {
            return Some(at);
        }
    }
    opened.first().copied()
}

/// 1） and 一） number items without an opening bracket.
fn closes_number(before: &str, mark: char) -> bool {
    let number = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c);
    let rest = before.trim_end_matches(number);
    matches!(mark, '）' | ')') && (rest.is_empty() || rest.ends_with(['。', '；', '：', '，', '\n', ' ']))
}

/// A few characters before and after a place.
fn around(text: &str, at: usize) -> String {
    let start = text[..at].char_indices().rev().nth(5).map_or(0, |(start, _)| start);
    text[start..].chars().take(14).collect()
}
