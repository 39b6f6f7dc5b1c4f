//! T3-ROW: a row of table 三 whose six applicants do not add up to its 总计.

use super::support::equations::{failing, remedy, stated};
use crate::finding::{Finding, Severity};
use crate::form::EquationKind;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-ROW",
    name: "row-total-differs",
    title: Words { zh: "总计与六列之和不符", en: "Row total differs from its six columns" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三每一行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六列相加，应等于这一行的“总计”。共 25 行。
## 为什么
总计是六列的合计。两者不符，说明至少有一个数填错了，读者和上级一加就会发现。
## 依据
国办公开办函〔2021〕30号的表三版式：六列申请人与“总计”并列。
## 反例
~~~
3.granted.total = 9
~~~
## 正例
~~~
3.received.natural = 4
3.received.business = 2
3.granted.natural = 1
3.granted.business = 2
3.total.natural = 4
3.total.business = 2
replace 1 = 自然人5件，商业企业1件 => 自然人4件，商业企业2件
~~~
## 怎么改
先核对这一行各列的原始登记，再改总计；如果总计是对的，找出漏填或多填的那一列。
";

const ADVICE: Words = Words {
    zh: "请核对六列和总计，改正填错的一格。",
    en: "Compare the six columns and the total with the records, and correct the wrong one.",
};

fn check(context: &Context) -> Vec<Finding> {
    failing(context, EquationKind::Row)
        .into_iter()
        // A total alone in its row is T3-TOTROW-ONLY's: blanks contradict nothing.
        .filter(|(equation, evaluation)| !equation.left.iter().all(|cell| evaluation.unknown.contains(cell)))
        .map(|(equation, evaluation)| {
            let total = equation.right[0];
            let row = context.form.row_of(total).name();
            let message = say!(
                context.language,
                "{row}：六列之和为 {}，总计{}{}",
                "{row}: the six columns add up to {}, the total {}{}",
                evaluation.left,
                stated(context, total),
                remedy(context, equation, &evaluation, ADVICE)
            );
            RULE.finding(message)
                .cells(context.form, equation.right.iter().chain(&equation.left).copied())
                .numbers(evaluation.left, evaluation.right)
        })
        .collect()
}
