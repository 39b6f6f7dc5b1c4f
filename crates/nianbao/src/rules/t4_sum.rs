//! T4-SUM: a group of table 四 whose four results do not add up to its 总计.

use super::support::equations::{failing, remedy, stated};
use crate::finding::{Finding, Severity};
use crate::form::EquationKind;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T4-SUM",
    name: "dispute-total-differs",
    title: Words { zh: "复议、诉讼总计与各结果之和不符", en: "Dispute total differs from its results" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表四版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表四三组（行政复议、未经复议直接起诉、复议后起诉）：结果维持、结果纠正、其他结果、尚未审结四格相加，应等于本组“总计”。
## 为什么
总计是四种结果的合计。常见的是只填了结果，忘了填总计，或总计仍是 0。
## 依据
国办公开办函〔2021〕30号的表四版式：每组四种结果之后是“总计”。
## 反例
~~~
4.review.upheld = 10
4.review.corrected = 1
4.review.total = 0
~~~
~~~
4.after_review.total = 9
~~~
## 正例
~~~
4.review.upheld = 10
4.review.corrected = 1
4.review.other = 0
4.review.pending = 0
4.review.total = 11
replace 1 = 引起行政复议1件，结果维持 => 引起行政复议11件，其中维持10件，纠正1件
~~~
## 怎么改
核对每件复议、诉讼的结果；总计漏填的，补上四格之和。
";

const ADVICE: Words = Words {
    zh: "请核对四种结果和总计，改正填错的一格。",
    en: "Compare the four results and the total with the records, and correct the wrong one.",
};
const FORGOTTEN: Words = Words {
    zh: "总计可能漏填，请补上；总计确实为 0 的，请改正填错的结果。",
    en: "The total may have been forgotten: fill it in, or correct the results if it is 0.",
};

fn check(context: &Context) -> Vec<Finding> {
    failing(context, EquationKind::Group)
        .into_iter()
        .map(|(equation, evaluation)| {
            let total = equation.right[0];
            let group = context.form.row_of(total).name();
            let forgotten = evaluation.right == 0 && !evaluation.unknown.contains(&total);
            let message = say!(
                context.language,
                "{group}：四种结果之和为 {}，总计{}{}",
                "{group}: the four results add up to {}, the total {}{}",
                evaluation.left,
                stated(context, total),
                remedy(context, equation, &evaluation, if forgotten { FORGOTTEN } else { ADVICE })
            );
            RULE.finding(message)
                .cells(context.form, equation.right.iter().chain(&equation.left).copied())
                .numbers(evaluation.left, evaluation.right)
        })
        .collect()
}
