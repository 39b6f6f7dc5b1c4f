//! V-NEG: a negative number where only 0 and more is possible.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-NEG",
    name: "negative-number",
    title: Words { zh: "数字是负数", en: "A negative number" },
    severity: Severity::Error,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
三张表里有没有负数（2019 年格式的“本年增/减”除外）。
## 为什么
件数和金额不可能小于 0，多半是公式算错或多打了横线。
## 依据
实践惯例。
## 反例
~~~
3.granted.natural = -1
~~~
## 正例
~~~
3.granted.legal = 0
~~~
## 怎么改
核对原始登记，填实际的数。
";

fn check(context: &Context) -> Vec<Finding> {
    let wrong = cells::certain(context)
        .filter(|(_, spec, cell)| !spec.signed && cell.value.is_some_and(|value| value.is_negative()))
        .map(|(id, _, _)| id);
    cells::findings(context, &RULE, wrong, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}是负数，请核对后填实际的数。",
            "{place}: {texts} is negative; fill in the real number."
        )
    })
}
