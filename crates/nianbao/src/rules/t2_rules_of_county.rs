//! T2-REG-AGENCY: 规章 in the table of a county's, district's or township's organ.

use super::support::agency::is_county_or_below;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-REG-AGENCY",
    name: "rules-of-a-county-organ",
    title: Words { zh: "县级以下机关填了规章", en: "Rules (规章) of an organ that makes none" },
    severity: Severity::Warning,
    basis: "实践惯例：规章由国务院部门、省和设区的市、自治州的政府制定",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
县、区、乡镇、街道及其部门的年报，表二“规章”一行是否都是 0。
## 为什么
规章不由县级以下机关制定。这一行不是 0，多是把规章制度、规范性文件填错了行。
## 依据
实践惯例：规章由国务院部门、省和设区的市、自治州的政府制定。
## 反例
~~~
2.rules.in_force = 6
~~~
## 正例
~~~
2.rules.in_force = 0
~~~
~~~
agency = 青石市人民政府
2.rules.in_force = 6
~~~
## 怎么改
规章填 0；规范性文件填到“行政规范性文件”一行，内部制度不填。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(row) = context.form.row("2.rules").filter(|_| is_county_or_below(context.report)) else {
        return Vec::new();
    };
    let filled: Vec<CellId> = row
        .cells()
        .filter(|&id| context.report.cell(id).doubt.is_none() && context.report.cell(id).count().is_some_and(|n| n > 0))
        .collect();
    if filled.is_empty() {
        return Vec::new();
    }
    let agency = context.report.agency.as_deref().unwrap_or_default();
    let message = say!(
        context.language,
        "“规章”一行填了 {}；县级以下机关不制定规章，请核对{agency}填的是不是规范性文件或内部制度。",
        "The row 规章 says {}; organs of this level make no rules: check whether {agency} meant other documents.",
        filled.iter().map(|&id| context.report.cell(id).text.as_str()).collect::<Vec<_>>().join("、")
    );
    vec![RULE.finding(message).cells(context.form, filled)]
}
