//! S-TITLE: a section's title whose words are not the form's.

use super::support::headings::{self, expected_form};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::language::Words;
use crate::report::Heading;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-TITLE",
    name: "section-title-differs",
    title: Words { zh: "部分的标题与格式不符", en: "A section's title differs from the form" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的六个部分的标题",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
六个部分的标题文字是否与格式规定的一字不差（空格、标点不计）。
## 为什么
标题是统一规定的，不能增删改字。仍用 2019 年格式标题的，只作建议提示。
## 依据
国办公开办函〔2021〕30号的六个部分的标题。
## 反例
~~~
heading 5 = 五、存在的主要问题和改进情况
~~~
~~~
heading 5 = 五、存在问题和改进措施
~~~
## 正例
~~~
~~~
## 怎么改
照提示的标题改正。
";

fn check(context: &Context) -> Vec<Finding> {
    headings::of_sections(context.report)
        .chain(headings::retitled(context.report))
        .filter_map(|(index, heading)| check_title(context, index, heading))
        .collect()
}

fn check_title(context: &Context, index: usize, heading: &Heading) -> Option<Finding> {
    let official = expected_form(context).heading(index)?;
    let printed = headings::title_words(&heading.text);
    if printed == headings::title_words(&official) {
        return None;
    }
    let of_another_year = Form::all()
        .into_iter()
        .filter_map(|form| form.heading(index))
        .any(|title| headings::title_words(&title) == printed);
    let severity = if of_another_year { Severity::Hint } else { Severity::Warning };
    let shown = heading.text.trim();
    let message =
        say!(context.language, "标题“{shown}”应为“{official}”。", "The heading “{shown}” should read “{official}”.");
    let finding = RULE.finding(message).severity(severity);
    Some(headings::span(context.report, heading).into_iter().fold(finding, Finding::span))
}
