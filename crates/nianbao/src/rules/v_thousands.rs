//! V-THOUSAND: digits grouped by commas or blanks.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-THOUSAND",
    name: "grouped-digits",
    title: Words { zh: "数字里有千分位分隔", en: "Digits are grouped" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
数字格里有没有“1,234”“1 234”这样的分隔。
## 为什么
公开的表格里一般连写；用空格分隔时，还容易被当成两个数。
## 依据
实践惯例。
## 反例
~~~
2.permits.decisions = 1,234
~~~
## 正例
~~~
2.permits.decisions = 1234
~~~
## 怎么改
去掉逗号或空格，连写成 1234。
";

fn check(context: &Context) -> Vec<Finding> {
    cells::findings(context, &RULE, cells::odd(context, Oddity::Thousands), |place, texts| {
        say!(
            context.language,
            "{place}：{texts}带分隔，建议连写。",
            "{place}: {texts} with grouped digits; write them together."
        )
    })
}
