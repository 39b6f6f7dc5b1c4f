//! S-DOUBLE: a first-level number that is used twice.

use std::collections::BTreeMap;

use super::support::headings;
use super::support::text::{compact, shortened};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::language::Words;
use crate::report::Heading;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-DOUBLE",
    name: "numbering-restarts",
    title: Words { zh: "第一级序号重复", en: "First-level numbering restarts" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的六个部分的标题",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“一、二、三……”这一级序号有没有用了两遍，例如总体情况里又从“一、”编起。
## 为什么
六个部分占用了第一级序号。再用一遍，就分不清哪个“一、”是法定的部分。
## 依据
国办公开办函〔2021〕30号的六个部分的标题。
## 反例
~~~
append 1 = 一、主动公开政府信息情况\\n按照规定公开。
~~~
~~~
append 5 = 一、问题\\n公开不够主动。
~~~
## 正例
~~~
~~~
## 怎么改
部分以下改用“（一）”“1.”“（1）”逐级编号。
";

fn check(context: &Context) -> Vec<Finding> {
    let all = headings::from_first_section(context.report);
    let mut numbers: BTreeMap<usize, Vec<&Heading>> = BTreeMap::new();
    for heading in all.iter().filter(|heading| !is_table_row(&heading.text)) {
        if let Some(number) = heading.number {
            numbers.entry(number).or_default().push(heading);
        }
    }
    let repeated: Vec<&Heading> = numbers.into_values().filter(|same| same.len() > 1).flatten().collect();
    if repeated.is_empty() {
        return Vec::new();
    }
    // Lower headings that were numbered 一、 are a slip of style; official titles twice are not.
    let official = repeated.iter().filter(|heading| heading.section.is_some()).count();
    let severity = if official > repeated.len() / 2 { Severity::Error } else { Severity::Warning };
    let titles: Vec<String> = repeated.iter().take(6).map(|h| format!("“{}”", shortened(&h.text, 20))).collect();
    let titles = titles.join("、");
    let message = say!(
        context.language,
        "第一级序号有重复：{titles}。“一、”到“六、”应各用一次，部分以下请用“（一）”“1.”编号。",
        "First-level numbers are used twice: {titles}. Use 一、 to 六、 once each, and （一） and 1. below them."
    );
    let finding = RULE.finding(message).severity(severity);
    let spans = repeated.iter().filter_map(|heading| headings::span(context.report, heading));
    vec![spans.fold(finding, Finding::span)]
}

/// 一、本年新收… and its like: rows of table 三 carry the same numerals.
fn is_table_row(heading: &str) -> bool {
    let printed = compact(heading);
    Form::all()
        .into_iter()
        .flat_map(|form| &form.rows)
        .any(|row| row.table == 3 && row.labels.first().is_some_and(|label| printed.starts_with(*label)))
}
