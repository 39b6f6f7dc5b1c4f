//! V-LETTER: a letter where a digit is due.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Oddity;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-LETTER",
    name: "letter-for-digit",
    title: Words { zh: "数字格里有字母", en: "A letter stands for a digit" },
    severity: Severity::Error,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
数字格里有没有用字母 O、l、I 代替 0、1。
## 为什么
看上去像数字，其实不是，求和时会漏掉；多见于扫描识别的文件。
## 依据
实践惯例。
## 反例
~~~
3.granted.legal = O
~~~
## 正例
~~~
3.granted.legal = 0
~~~
## 怎么改
改成数字 0 或 1。
";

fn check(context: &Context) -> Vec<Finding> {
    cells::findings(context, &RULE, cells::odd(context, Oddity::Letter), |place, texts| {
        say!(
            context.language,
            "{place}：{texts}里有字母，请改成数字。",
            "{place}: {texts} with a letter for a digit; write the digit."
        )
    })
}
