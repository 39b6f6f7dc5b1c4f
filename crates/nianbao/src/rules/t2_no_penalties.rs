//! T2-POLICE-0: no penalties at an agency whose work they are.

use super::support::agency::{Organ, organ};
use super::support::cells::count;
use super::support::text::has_any;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-POLICE-0",
    name: "no-penalties-of-an-enforcer",
    title: Words { zh: "执法部门的行政处罚为 0", en: "An enforcing department without penalties" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
公安、市场监管、城管、交通、应急、生态环境等执法部门，行政处罚是否为 0。
## 为什么
这些部门全年没有一件行政处罚决定很少见，可能漏填。
## 依据
实践惯例。
## 反例
~~~
agency = 青石县市场监督管理局
2.penalties.decisions = 0
~~~
## 正例
~~~
~~~
## 怎么改
核对行政处罚的处理决定数量；确实没有的不用改。
";

/// By these words the names of such departments are told, long and short ones.
const NAMES: &[&str] = &[
    "公安局",
    "公安分局",
    "市场监督",
    "市场监管",
    "行政执法",
    "综合执法",
    "城市管理",
    "城管",
    "交通",
    "应急",
    "生态环境",
];

fn check(context: &Context) -> Vec<Finding> {
    let agency = context.report.agency.as_deref().unwrap_or_default();
    let Some((cell, 0)) = count(context, "2.penalties.decisions")
        .filter(|_| has_any(agency, NAMES) && organ(context.report) == Some(Organ::Department))
    else {
        return Vec::new();
    };
    let message = say!(
        context.language,
        "{agency}的行政处罚为 0，请核对是否漏填或由别的部门统计。",
        "{agency} reports no penalties; check whether they were left out or are counted elsewhere."
    );
    vec![RULE.finding(message).cells(context.form, [cell])]
}
