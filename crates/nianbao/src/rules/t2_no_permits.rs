//! T2-PERMIT-0: no permits at an agency whose work they are.

use super::support::agency::{Organ, organ};
use super::support::cells::count;
use super::support::text::has_any;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-PERMIT-0",
    name: "no-permits-of-a-permit-office",
    title: Words { zh: "审批部门的行政许可为 0", en: "An approval office without permits" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
名称里有“行政审批”“政务服务”的局、办，行政许可是否为 0（政务服务中心不查）。
## 为什么
这类机关通常集中办理行政许可。填 0 的，可能是由原部门统计，也可能漏填。
## 依据
实践惯例。
## 反例
~~~
agency = 青石县行政审批局
2.permits.decisions = 0
~~~
## 正例
~~~
~~~
## 怎么改
核对行政许可的处理决定数量；确实没有的不用改。
";

const NAMES: &[&str] = &["行政审批", "政务服务", "审批服务"];

fn check(context: &Context) -> Vec<Finding> {
    let agency = context.report.agency.as_deref().unwrap_or_default();
    let Some((cell, 0)) = count(context, "2.permits.decisions")
        .filter(|_| has_any(agency, NAMES) && organ(context.report) == Some(Organ::Department))
    else {
        return Vec::new();
    };
    let message = say!(
        context.language,
        "{agency}的行政许可为 0，请核对是否漏填或由别的部门统计。",
        "{agency} reports no permits; check whether they were left out or are counted elsewhere."
    );
    vec![RULE.finding(message).cells(context.form, [cell])]
}
