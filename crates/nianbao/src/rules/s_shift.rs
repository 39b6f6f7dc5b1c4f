//! S-SHIFT: a section whose title carries another section's number.

use super::support::headings::{self, expected_form};
use super::support::text::shortened;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::report::Heading;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-SHIFT",
    name: "section-misnumbered",
    title: Words { zh: "部分的序号错了", en: "A section carries another number" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的六个部分的标题",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
六个部分的标题前，序号是否依次为一至六。
## 为什么
序号错位，通常是多编或漏掉了一个部分，后面的表也会跟着对不上号。
## 依据
国办公开办函〔2021〕30号的六个部分的标题。
## 反例
~~~
heading 2 = 一、主动公开政府信息情况
~~~
## 正例
~~~
~~~
## 怎么改
按“一、总体情况”至“六、其他需要报告的事项”重新编号。
";

fn check(context: &Context) -> Vec<Finding> {
    let shifted: Vec<(usize, &Heading)> = headings::of_sections(context.report)
        .filter(|(index, heading)| heading.number.is_some_and(|number| number != *index))
        .collect();
    if shifted.is_empty() {
        return Vec::new();
    }
    let corrections: Vec<String> = shifted
        .iter()
        .filter_map(|(index, heading)| {
            let official = expected_form(context).heading(*index)?;
            let printed = shortened(&heading.text, 30);
            Some(say!(context.language, "“{printed}”应为“{official}”", "“{printed}” should be “{official}”"))
        })
        .collect();
    let finding = RULE.finding(say!(context.language, "{}。", "{}.", corrections.join("；")));
    vec![shifted.iter().fold(finding, |f, (index, _)| f.span(Span::whole_heading(context.report, *index)))]
}
