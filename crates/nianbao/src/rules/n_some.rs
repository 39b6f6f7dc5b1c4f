//! N-NONE-NEG: some received in the text (RULES N-NONE−), none in table 三.

use super::support::claims;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-NONE-NEG",
    name: "narrative-some-table-none",
    title: Words { zh: "正文说收到申请，表三全是 0", en: "The text received some, table 三 has none" },
    severity: Severity::Error,
    basis: "实践惯例：正文与表三第一项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说收到申请N件，表三“一、本年新收”“二、上年结转”的总计却都是 0。
## 为什么
表三漏填，或正文套用了别的单位、别的年份的文字。
## 依据
实践惯例：正文与表三第一项应当一致。
## 反例
~~~
3.received.natural = 0
3.received.business = 0
3.received.total = 0
3.carried_in.natural = 0
3.carried_in.total = 0
~~~
## 正例
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件。
~~~
~~~
base = government
~~~
## 怎么改
按台账补填表三；确实没有收到的，改正文。
";

fn check(context: &Context) -> Vec<Finding> {
    let found = claims::contradicted(context, |claim| {
        claims::is_about_receiving(context.report, claim) && !claim.quantity.value.is_zero()
    });
    let none = found.iter().filter(|found| found.readings.iter().all(|(_, sum)| sum.is_zero()));
    none.map(|found| claims::finding(context, &RULE, found)).collect()
}
