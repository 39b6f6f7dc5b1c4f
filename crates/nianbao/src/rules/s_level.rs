//! S-LEVEL: a section whose parts are numbered 1. or （1） with no （一） above them.

use std::ops::Range;

use super::support::text::{Numbering, has_any, numbering, paragraphs, section_text, shortened};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-LEVEL",
    name: "heading-levels-skipped",
    title: Words { zh: "小标题的层次跳级", en: "Levels of headings are skipped" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第一、五部分的小标题是否先用“（一）”。直接用“1.”或“（1）”的，作建议提示。
## 为什么
公文的层次通常依次是“一、”“（一）”“1.”“（1）”。跳级不影响内容，但不规范。
## 依据
实践惯例。
## 反例
~~~
section 1 = 1.主动公开。全年发布政府信息140条。\\n2.依申请公开。新收申请6件。\\n3.政府信息管理。逐件审查公文。\\n4.平台建设。维护网站。\\n5.监督保障。举办培训2次。
~~~
## 正例
~~~
~~~
## 怎么改
把小标题改为“（一）”“（二）”，其下再用“1.”。
";

fn check(context: &Context) -> Vec<Finding> {
    [1, 5].into_iter().filter_map(|index| check_section(context, index)).collect()
}

fn check_section(context: &Context, index: usize) -> Option<Finding> {
    let text = section_text(context.report, index);
    let levels: Vec<(Range<usize>, Numbering)> =
        paragraphs(text).filter_map(|(range, paragraph)| Some((range, numbering(paragraph)?.0))).collect();
    let second = levels.iter().any(|(_, level)| matches!(level, Numbering::Second(_)));
    // A lost bracket is damage of the copying, not a level skipped.
    if second || has_any(text, &["（一", "(一", "一）", "一)"]) {
        return None;
    }
    let first = levels.iter().find(|(_, level)| matches!(level, Numbering::Third(1) | Numbering::Fourth(1)))?;
    levels.iter().find(|(_, level)| matches!(level, Numbering::Third(2) | Numbering::Fourth(2)))?;
    let lead = shortened(&text[first.0.clone()], 12);
    let message = say!(
        context.language,
        "“{lead}”：一级标题之下通常先用“（一）”，再用“1.”“（1）”。",
        "“{lead}”: below a first-level heading comes （一）, then 1. and （1）."
    );
    let marked = first.0.start..first.0.start + lead.trim_end_matches('…').len();
    Some(RULE.finding(message).span(Span::in_section(context.report, index, marked)))
}
