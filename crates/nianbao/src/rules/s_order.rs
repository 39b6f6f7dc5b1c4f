//! S-ORDER: sections that stand in another order than the form's.

use super::support::headings;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-ORDER",
    name: "sections-out-of-order",
    title: Words { zh: "各部分次序颠倒", en: "Sections are out of order" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的六个部分的标题",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
六个部分是否按“一、总体情况”到“六、其他需要报告的事项”的次序排列。
## 为什么
格式统一规定了次序，社会公众和汇总人员按次序找内容。
## 依据
国办公开办函〔2021〕30号的六个部分的标题。
## 反例
~~~
order = 1 2 4 3 5 6
~~~
## 正例
~~~
~~~
## 怎么改
调整为规定的次序。
";

fn check(context: &Context) -> Vec<Finding> {
    let order = headings::printed_order(context.report);
    let misplaced: Vec<usize> = order.windows(2).filter(|pair| pair[0] > pair[1]).map(|pair| pair[1]).collect();
    if misplaced.is_empty() {
        return Vec::new();
    }
    let titles: Vec<&str> = order.iter().filter_map(|&index| context.form.sections.get(index - 1).copied()).collect();
    let titles = titles.join("、");
    let message = say!(
        context.language,
        "各部分的次序是：{titles}；请按规定的次序排列。",
        "The sections stand in this order: {titles}; put them in the form's order."
    );
    let finding = RULE.finding(message);
    vec![misplaced.iter().fold(finding, |f, &index| f.span(Span::whole_heading(context.report, index)))]
}
