//! C-SECTION: the same sentence stands twice.

use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;
use std::collections::HashMap;
use std::ops::Range;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C-SECTION",
    name: "sentence-repeated",
    title: Words { zh: "同一句话出现两次", en: "The same sentence stands twice" },
    severity: Severity::Warning,
    basis: "实践惯例：同一句话不应重复出现",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里 20 个字以上、一字不差的句子出现在两处。
## 为什么
重复的句子多是复制时留下的，读者会以为有一处本该写别的内容。
## 依据
实践惯例：同一句话不应重复出现。
## 反例
~~~
append 1 = （六）其他。公文起草时即注明公开属性，印发前由承办股室和办公室分别审查。
~~~
## 正例
~~~
append 1 = （六）其他。全年未收取信息处理费。
~~~
## 怎么改
删去一处，或改写成该处应有的内容。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut seen: HashMap<&str, (usize, Range<usize>)> = HashMap::new();
    let mut findings = Vec::new();
    for (index, section) in context.report.sections.iter().enumerate() {
        for (sentence, range) in sentences(&section.text) {
            match seen.get(sentence) {
                None => {
                    seen.insert(sentence, (index, range));
                }
                Some((first, place)) => findings.push(repeated(context, (*first, place.clone()), (index, range))),
            }
            if findings.len() == MOST {
                return findings;
            }
        }
    }
    findings
}

/// Shorter sentences may be said twice (未收取信息处理费).
const SHORTEST: usize = 20;
/// More repeated sentences than this are not told one by one.
const MOST: usize = 5;

/// The sentences long enough to matter, with their bytes in the text.
fn sentences(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.split(['。', '\n', '！', '？', '；']).filter_map(|sentence| {
        let trimmed = sentence.trim();
        let start = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        (trimmed.chars().count() >= SHORTEST).then_some((trimmed, start..start + trimmed.len()))
    })
}

fn repeated(context: &Context, first: (usize, Range<usize>), again: (usize, Range<usize>)) -> Finding {
    let again = Span::in_section(context.report, again.0, again.1);
    let message = say!(
        context.language,
        "这句话在报告里出现了两次：“{}”。请删去一处或改写。",
        "This sentence stands twice: “{}”. Delete or rewrite one.",
        again.text
    );
    RULE.finding(message).span(again).span(Span::in_section(context.report, first.0, first.1))
}
