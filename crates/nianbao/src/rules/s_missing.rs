//! S-MISSING: one of the six sections or of the three tables is not there.

use super::support::cells;
use super::support::headings::{self, expected_form};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-MISSING",
    name: "part-missing",
    title: Words { zh: "缺少部分或表格", en: "A section or a table is missing" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的六个部分和三张表",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
六个部分（一、总体情况 至 六、其他需要报告的事项）和表二、表三、表四是否齐全。
## 为什么
格式统一规定了六个部分、三张表，缺一不可；没有发生的事项也要填 0 或写明没有。
## 依据
国办公开办函〔2021〕30号的六个部分和三张表。
## 反例
~~~
drop section 6
~~~
~~~
drop table 3
~~~
## 正例
~~~
~~~
## 怎么改
按格式补齐。如果原件里有，说明粘贴的内容不完整，请从标题一直选到第六部分末尾，再粘贴一次。
";

fn check(context: &Context) -> Vec<Finding> {
    let missing_sections: Vec<usize> =
        (1..=6).filter(|&index| context.report.sections.get(index).is_none_or(|s| s.heading.is_none())).collect();
    // One that is there under another title is S-TITLE's.
    let retitled = headings::retitled(context.report);
    let missing_sections: Vec<usize> =
        missing_sections.into_iter().filter(|index| !retitled.iter().any(|(other, _)| other == index)).collect();
    let missing_tables: Vec<u8> = (2..=4).filter(|&table| !cells::has_table(context, table)).collect();
    let mut findings = Vec::new();
    if !missing_sections.is_empty() {
        let titles: Vec<String> =
            missing_sections.iter().filter_map(|&index| expected_form(context).heading(index)).collect();
        let titles = match titles.len() {
            6 => say!(context.language, "六个部分全部", "all six"),
            _ => titles.join("；"),
        };
        let message = say!(
            context.language,
            "没有找到以下部分的标题：{titles}。原件里有的，请检查是否复制完整。",
            "The headings of these sections were not found: {titles}. If the original has them, check that all of it was copied."
        );
        let finding = RULE.finding(message);
        findings.push(missing_sections.iter().fold(finding, |f, index| f.missing(format!("section {index}"))));
    }
    if !missing_tables.is_empty() {
        let names: Vec<String> = missing_tables.iter().map(|&table| cells::table_name(context, table)).collect();
        let names = names.join("、");
        let message = say!(
            context.language,
            "没有找到{names}。原件里有的，请检查是否复制完整；表格是图片的无法读取。",
            "{names} not found. If the original has them, check that all of it was copied; a picture of a table can't be read."
        );
        let finding = RULE.finding(message);
        findings.push(missing_tables.iter().fold(finding, |f, table| f.missing(format!("table {table}"))));
    }
    findings
}
