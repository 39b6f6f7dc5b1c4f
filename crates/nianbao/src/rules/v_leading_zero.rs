//! V-LEADZERO: a needless zero in front of a number.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-LEADZERO",
    name: "leading-zero",
    title: Words { zh: "数字前有多余的 0", en: "A needless zero in front" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
数字格里有没有“007”“012”这样前面多出来的 0。
## 为什么
可能是多打了一个 0，也可能是把别的数字打成了 0。
## 依据
实践惯例。
## 反例
~~~
2.permits.decisions = 012
~~~
## 正例
~~~
2.permits.decisions = 12
~~~
## 怎么改
核对登记的数字，去掉多余的 0。
";

fn check(context: &Context) -> Vec<Finding> {
    cells::findings(context, &RULE, cells::odd(context, Oddity::LeadingZero), |place, texts| {
        say!(
            context.language,
            "{place}：{texts}前面有多余的 0，请核对。",
            "{place}: {texts} with a needless zero in front; please check."
        )
    })
}
