//! T3-COLKIND: rare kinds of applicants in a township with one or two applications.

use super::support::agency::is_township;
use super::support::cells::count;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-COLKIND",
    name: "rare-applicant-in-township",
    title: Words { zh: "申请人类别可能填错列", en: "Perhaps in another applicant's column" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
乡镇、街道全年新收只有一两件申请时，是否填在科研机构、社会公益组织或法律服务机构一列。
## 为什么
乡镇的申请绝大多数由村民等自然人提出；只有一两件又填到这几列的，可能是填错了列。
## 依据
实践惯例。
## 反例
~~~
agency = 青石县柳林镇人民政府
3.received.natural = 0
3.received.business = 0
3.received.legal = 1
3.received.total = 1
3.carried_in.natural = 0
3.carried_in.total = 0
~~~
## 正例
~~~
~~~
## 怎么改
核对申请表上的申请人；确实是这类机构提出的，不用改。
";

/// With more applications than these some may come from anybody.
const FEW: i64 = 2;

fn check(context: &Context) -> Vec<Finding> {
    let few = count(context, "3.received.total").filter(|(_, total)| (1..=FEW).contains(total));
    if few.is_none() || !is_township(context.report) {
        return Vec::new();
    }
    let columns = ["research", "social", "legal"].map(|column| count(context, &format!("3.received.{column}")));
    let filled: Vec<(CellId, i64)> = columns.into_iter().flatten().filter(|(_, number)| *number > 0).collect();
    if filled.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = filled
        .iter()
        .filter_map(|(cell, _)| context.form.row_of(*cell).columns.get(context.form.spec(*cell).column).copied())
        .collect();
    let names = names.join("、");
    let message = say!(
        context.language,
        "全年新收的申请很少，却填在“{names}”一列，请核对申请人是不是填错了列。",
        "With so few applications one stands under “{names}”; check that it is in the right column."
    );
    vec![RULE.finding(message).cells(context.form, filled.into_iter().map(|(cell, _)| cell))]
}
