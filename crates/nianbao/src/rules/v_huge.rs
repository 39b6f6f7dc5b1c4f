//! V-HUGE: a count of more than ten million.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-HUGE",
    name: "implausibly-large",
    title: Words { zh: "件数过大", en: "An implausibly large count" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
件数有没有超过一千万。
## 为什么
可能是两个数连在了一起，也可能把金额、人次填进了件数格。
## 依据
实践惯例。
## 反例
~~~
2.permits.decisions = 20240103
~~~
## 正例
~~~
2.permits.decisions = 517645
~~~
## 怎么改
核对登记的件数；确实如此的不用改。
";

fn check(context: &Context) -> Vec<Finding> {
    let wrong = cells::certain(context)
        .filter(|(_, spec, cell)| spec.count && cell.count().is_some_and(|count| count > 10_000_000))
        .map(|(id, _, _)| id);
    cells::findings(context, &RULE, wrong, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}超过一千万件，请核对是否填错。",
            "{place}: {texts} is over ten million; please check."
        )
    })
}
