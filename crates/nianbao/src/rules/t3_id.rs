//! T3-ID: a column of table 三 where 一 + 二 is not （七）总计 + 四.

use super::support::equations::{failing, remedy};
use crate::finding::{Finding, Severity};
use crate::form::EquationKind;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-ID",
    name: "received-differs-from-handled",
    title: Words {
        zh: "第一项加第二项不等于第三项加第四项",
        en: "Received and carried in differ from answered and carried out",
    },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表三表头：第一项加第二项之和，等于第三项加第四项之和",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三每一列：“一、本年新收”加“二、上年结转”，应等于“（七）总计”加“四、结转下年度继续办理”。共 7 列。
## 为什么
收到的申请要么已经办理，要么结转下年，没有第三种去处。对不上就是漏计或多计了申请。
## 依据
国办公开办函〔2021〕30号的表三表头印有：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。
## 反例
~~~
3.carried_out.natural = 77
3.carried_out.total = 77
~~~
## 正例
~~~
~~~
## 怎么改
先查“二、上年结转”是否与上年年报的“四、结转下年度继续办理”一致，再查年底未办结的件数，最后查新收件数和各项结果。
";

const ADVICE: Words = Words {
    zh: "请核对新收、上年结转、办理总计、结转下年这四个数，改正填错的一个。",
    en: "Compare the four numbers with the records, and correct the wrong one.",
};

fn check(context: &Context) -> Vec<Finding> {
    failing(context, EquationKind::Identity)
        .into_iter()
        .map(|(equation, evaluation)| {
            let (received, carried_in) = (equation.left[0], equation.left[1]);
            let (total, carried_out) = (equation.right[0], equation.right[1]);
            let column = context.form.row_of(total).columns[context.form.spec(total).column];
            let shown = |cell| context.report.cell(cell).count().map_or("—".to_owned(), |count| count.to_string());
            let message = say!(
                context.language,
                "“{column}”列：第一项 {} 加第二项 {} 为 {}，第三项总计 {} 加第四项 {} 为 {}{}",
                "Column {column}: received {} and carried in {} make {}, answered {} and carried out {} make {}{}",
                shown(received),
                shown(carried_in),
                evaluation.left,
                shown(total),
                shown(carried_out),
                evaluation.right,
                remedy(context, equation, &evaluation, ADVICE)
            );
            // 总计 and 结转 first: they are counted at the year's end, and most often wrong.
            RULE.finding(message)
                .cells(context.form, equation.right.iter().chain(&equation.left).copied())
                .numbers(evaluation.left, evaluation.right)
        })
        .collect()
}
