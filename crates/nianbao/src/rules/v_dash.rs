//! V-DASH: a stroke, 无 or N/A where a number is due.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-DASH",
    name: "stroke-for-zero",
    title: Words { zh: "用斜杠、横线或“无”代替 0", en: "A stroke or a word stands for 0" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
三张表的数字格里有没有“/”“—”“无”“不适用”一类的写法。
## 为什么
这些写法不能参加合计，汇总的人分不清是没有、不适用还是没有统计。
## 依据
实践惯例：没有数量的格填 0。
## 反例
~~~
3.granted.legal = /
~~~
## 正例
~~~
3.granted.legal = 0
~~~
## 怎么改
确实没有的填 0；没有统计的补齐数字。
";

fn check(context: &Context) -> Vec<Finding> {
    cells::findings(context, &RULE, cells::odd(context, Oddity::Dash), |place, texts| {
        say!(
            context.language,
            "{place}：写的是{texts}；没有数量的请填 0。",
            "{place}: {texts} instead of a number; write 0 where there is nothing to count."
        )
    })
}
