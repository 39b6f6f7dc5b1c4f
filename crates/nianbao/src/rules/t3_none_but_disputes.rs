//! T3-ZEROALL-T4: an empty table 三 beside disputes in table 四.

use super::support::cells;
use super::support::explained::disputes_of_earlier_years;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-ZEROALL-T4",
    name: "disputes-without-applications",
    title: Words { zh: "没有申请却有复议、诉讼", en: "Disputes without applications" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三全部为 0 时，表四是否有行政复议、行政诉讼（正文说明了是以前年度的，不提示）。
## 为什么
复议、诉讼由申请的答复引起；没有申请却有复议，可能漏填了表三，也可能是以前年度的案件。
## 依据
实践惯例。
## 反例
~~~
3.received.natural = 0
3.received.business = 0
3.received.total = 0
3.carried_in.natural = 0
3.carried_in.total = 0
3.granted.natural = 0
3.granted.business = 0
3.granted.total = 0
3.partial.natural = 0
3.partial.total = 0
3.unable.1.natural = 0
3.unable.1.total = 0
3.declined.2.natural = 0
3.declined.2.total = 0
3.total.natural = 0
3.total.business = 0
3.total.total = 0
3.carried_out.natural = 0
3.carried_out.total = 0
~~~
## 正例
~~~
~~~
## 怎么改
核对表三；是以前年度的案件的，在正文说明。
";

fn check(context: &Context) -> Vec<Finding> {
    let of_table = |table: u8| cells::certain(context).filter(move |(_, spec, _)| spec.table == table);
    let all_zero = of_table(3).count() >= FEWEST && of_table(3).all(|(_, _, cell)| cell.count() == Some(0));
    let disputes: Vec<CellId> = of_table(4)
        .filter(|(_, spec, cell)| spec.address.ends_with(".total") && cell.count().is_some_and(|count| count > 0))
        .map(|(id, _, _)| id)
        .collect();
    if !all_zero || disputes.is_empty() || disputes_of_earlier_years(context) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "表三全部为 0，表四却有行政复议或行政诉讼，请核对；是以前年度的案件的，在正文说明。",
        "Table 三 is all 0 but table 四 has disputes; check, or say that they stem from earlier years."
    );
    vec![RULE.finding(message).cells(context.form, disputes)]
}

/// With fewer certain cells the table was not read well enough to call it empty.
const FEWEST: usize = 150;
