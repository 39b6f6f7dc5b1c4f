//! T3-PETITION: more reviews than applications were answered.

use super::support::cells::count;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-PETITION",
    name: "more-reviews-than-answers",
    title: Words { zh: "行政复议比答复还多", en: "More reviews than answers" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表四“行政复议”总计是否多于表三“（七）总计”（复议不足 10 件的不计；表三没有答复的由另一条规则提示）。
## 为什么
表四只填由政府信息公开引起的复议。比答复还多，可能把本机关其他行政复议案件也填了进去。
## 依据
实践惯例；国办公开办函〔2021〕30号的表四名称：政府信息公开行政复议、行政诉讼情况。
## 反例
~~~
4.review.upheld = 12
4.review.total = 12
~~~
## 正例
~~~
base = government
~~~
## 怎么改
只填由政府信息公开引起的复议；上年的案件较多或一件申请多次复议的，不用改。
";

/// So few can't tell anything.
const FEWEST: i64 = 10;

fn check(context: &Context) -> Vec<Finding> {
    let (Some((cell, reviews)), Some((total, answered))) =
        (count(context, "4.review.total"), count(context, "3.total.total"))
    else {
        return Vec::new();
    };
    if reviews < FEWEST || reviews <= answered || answered == 0 {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "行政复议 {reviews} 件，多于全年办理结果 {answered} 件，请核对是否只填了由政府信息公开引起的复议。",
        "{reviews} reviews but only {answered} applications answered; check that only reviews about open information are counted."
    );
    vec![RULE.finding(message).cells(context.form, [cell, total])]
}
