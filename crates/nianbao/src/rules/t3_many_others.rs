//! T3-BIG-OTHER: more than half of the results in the row 3.其他.

use super::support::cells::count;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-BIG-OTHER",
    name: "most-results-are-other",
    title: Words { zh: "办理结果多数归入“其他”", en: "Most results are 其他" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“（六）其他处理 3.其他”是否超过“（七）总计”的一半（不足 10 件的不计）。
## 为什么
多数申请都归入“其他”，可能是没有按（一）至（五）分类。
## 依据
实践惯例。
## 反例
~~~
3.other.3.natural = 60
3.other.3.total = 60
3.total.natural = 65
3.total.total = 66
~~~
## 正例
~~~
~~~
## 怎么改
逐件看能否归入（一）至（五）的某一项；确实如此的不用改。
";

/// So few can't tell anything.
const FEWEST: i64 = 10;

fn check(context: &Context) -> Vec<Finding> {
    let (Some((cell, other)), Some((total, all))) =
        (count(context, "3.other.3.total"), count(context, "3.total.total"))
    else {
        return Vec::new();
    };
    if other < FEWEST || other * 2 <= all {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "“（六）其他处理 3.其他”有 {other} 件，占（七）总计 {all} 件的一半以上，请核对分类。",
        "{other} of {all} results are 3.其他, more than half; check how they were classed."
    );
    vec![RULE.finding(message).cells(context.form, [cell, total])]
}
