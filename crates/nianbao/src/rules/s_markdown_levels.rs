//! S-MDLEVEL: official headings of different levels in a document that has levels.

use super::support::headings;
use crate::document::Block;
use crate::finding::{Finding, Severity, Span};
use crate::form::NUMERALS;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-MDLEVEL",
    name: "uneven-heading-levels",
    title: Words { zh: "六个部分的标题级别不一", en: "The six headings have different levels" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
文件里带有标题级别（如 Word 的“标题 1”、网页的标题、Markdown 的“#”）时，六个部分的级别是否相同。
## 为什么
级别不一，生成目录和网页导航时六个部分就不并列。
## 依据
实践惯例。
## 反例
~~~
heading 1 = # 一、总体情况
heading 2 = # 二、主动公开政府信息情况
heading 3 = ## 三、收到和处理政府信息公开申请情况
~~~
## 正例
~~~
~~~
## 怎么改
把六个部分设成同一级标题。
";

fn check(context: &Context) -> Vec<Finding> {
    let levels: Vec<(usize, u8)> = headings::of_sections(context.report)
        .filter_map(|(index, heading)| Some((index, level(context, &heading.text)?)))
        .collect();
    let Some(&(_, first)) = levels.first() else { return Vec::new() };
    let uneven: Vec<usize> = levels.iter().filter(|(_, level)| *level != first).map(|(index, _)| *index).collect();
    if uneven.is_empty() {
        return Vec::new();
    }
    let shown: Vec<String> =
        levels.iter().filter_map(|(index, level)| Some(format!("{} {level}", NUMERALS.get(index - 1)?))).collect();
    let message = say!(
        context.language,
        "六个部分的标题级别不一（部分与级别：{}），建议设成同一级。",
        "The official headings have different levels ({}); give them the same.",
        shown.join("，")
    );
    let finding = RULE.finding(message);
    vec![uneven.iter().fold(finding, |f, &index| f.span(Span::whole_heading(context.report, index)))]
}

/// The level of the paragraph that is this heading.
fn level(context: &Context, heading: &str) -> Option<u8> {
    context.document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) if paragraph.text.trim() == heading.trim() => paragraph.level,
        _ => None,
    })
}
