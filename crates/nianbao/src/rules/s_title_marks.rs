//! S-TITLE-PUNCT: a heading with a mark at its end or another mark after its number.

use super::support::headings;
use super::support::text::compact;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::narrow;
use crate::report::{Heading, without_residue};
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-TITLE-PUNCT",
    name: "heading-with-stray-marks",
    title: Words { zh: "标题的标点不妥", en: "Stray marks in a heading" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
部分的标题末尾有没有标点，序号是不是“一、”的样式。
## 为什么
标题末尾不用标点，“一”后用顿号，是公文的通常写法。
## 依据
实践惯例。
## 反例
~~~
heading 1 = 一、总体情况、
~~~
~~~
heading 1 = 一.总体情况
~~~
## 正例
~~~
~~~
## 怎么改
删去末尾的标点，序号用汉字数字加顿号。
";

fn check(context: &Context) -> Vec<Finding> {
    headings::of_sections(context.report).filter_map(|(index, heading)| check_marks(context, index, heading)).collect()
}

fn check_marks(context: &Context, index: usize, heading: &Heading) -> Option<Finding> {
    let printed = compact(without_residue(&heading.text));
    let title = printed.trim_start_matches(|c: char| "一二三四五六".contains(c) || narrow(c).is_ascii_digit());
    let in_figures = printed.starts_with(|c: char| narrow(c).is_ascii_digit());
    let numbered = printed.len() > title.len();
    let fine = !numbered || !in_figures && (title.starts_with('、') && !title.starts_with("、、"));
    if fine && !printed.ends_with(['、', '，', '。', '：', ':', '；', ';', ',', '.']) {
        return None;
    }
    let shown = heading.text.trim();
    let message = say!(
        context.language,
        "标题“{shown}”的序号、标点请改：序号写作“一、”的样式，末尾不用标点。",
        "Mend the number and marks of the heading “{shown}”: a number as 一、, no mark at the end."
    );
    Some(RULE.finding(message).span(Span::whole_heading(context.report, index)))
}
