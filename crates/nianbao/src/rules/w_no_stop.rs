//! W-NOSTOP: a paragraph of sentences that ends without a mark.

use super::support::text::{MOST_FINDINGS, is_han, numbering, paragraphs, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-NOSTOP",
    name: "paragraph-without-stop",
    title: Words { zh: "段末没有句号", en: "A paragraph without its stop" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第一、五、六部分的段落末尾有没有标点。小标题和很短的行不计。
## 为什么
多是漏打了句号，也可能是后半段丢了。
## 依据
实践惯例。
## 反例
~~~
append 6 = 本单位没有其他需要报告的事项，特此说明
~~~
## 正例
~~~
append 6 = 青石县自然资源局
~~~
~~~
append 1 = （六）突出重点，健全公开工作机制
append 1 = 让公开的内容“看得
append 1 = 懂、用得上”。
~~~
## 怎么改
补上句号；后面丢了内容的补全。
";

/// A numbered line with commas alone is a heading up to this length: （一）突出重点，规范办理程序.
const LONGEST_HEADING: usize = 30;
/// Shorter lines are headings, signatures and items of lists.
const SHORTEST: usize = 15;

fn check(context: &Context) -> Vec<Finding> {
    let mut spans = Vec::new();
    for section in [1, 5, 6] {
        let text = section_text(context.report, section);
        let only = paragraphs(text).nth(1).is_none();
        for (range, paragraph) in paragraphs(text) {
            let line = paragraph.trim_end();
            let sentence = only || line.contains(['，', '。', '；']);
            let long = line.chars().count() >= SHORTEST && !is_heading(line);
            if sentence && long && line.ends_with(is_han) && !is_cut(line) && spans.len() < MOST_FINDINGS {
                let last = line.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
                spans.push(Span::in_section(context.report, section, range.start + last..range.start + line.len()));
            }
        }
    }
    if spans.is_empty() {
        return Vec::new();
    }
    let shown: Vec<String> = spans.iter().take(3).map(|span| format!("“{}”", span.text)).collect();
    let message = say!(
        context.language,
        "有 {} 段末尾没有标点（{}），请补上句号；引出下文的，补上冒号。",
        "{} paragraphs end without a mark ({}): add the stop, or a colon before a list.",
        spans.len(),
        shown.join("、")
    );
    vec![spans.into_iter().fold(RULE.finding(message), Finding::span)]
}

fn is_heading(line: &str) -> bool {
    numbering(line).is_some() && !line.contains(['。', '；']) && line.chars().count() <= LONGEST_HEADING
}

/// Whether a quotation or a bracket goes on in the next paragraph: a copy has cut it, no stop is missing.
fn is_cut(line: &str) -> bool {
    let count = |mark: char| line.matches(mark).count();
    [('“', '”'), ('（', '）'), ('《', '》')].into_iter().any(|(open, close)| count(open) > count(close))
}
