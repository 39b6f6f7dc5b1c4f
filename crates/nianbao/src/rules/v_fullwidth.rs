//! V-FULLWIDTH: full-width digits, points or commas in a number cell.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-FULLWIDTH",
    name: "full-width-digits",
    title: Words { zh: "数字用了全角字符", en: "Full-width digits" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
数字格里有没有全角的数字、小数点、逗号或正负号（如“２４７”）。
## 为什么
全角数字在表格软件里不是数，不能求和；排在一起也不齐。
## 依据
实践惯例。
## 反例
~~~
3.granted.legal = ０
~~~
## 正例
~~~
3.granted.legal = 0
~~~
## 怎么改
改成半角数字，例如 247。数值已按半角读取，不影响其他核对。
";

fn check(context: &Context) -> Vec<Finding> {
    cells::findings(context, &RULE, cells::odd(context, Oddity::FullWidth), |place, texts| {
        say!(
            context.language,
            "{place}：{texts}用了全角字符，请改成半角数字。",
            "{place}: {texts} in full-width characters; use plain digits."
        )
    })
}
