//! T4-NOREVIEW: suits after review though there is no review.

use super::support::cells::count;
use super::support::explained::disputes_of_earlier_years;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T4-NOREVIEW",
    name: "suit-without-review",
    title: Words { zh: "没有复议却有复议后起诉", en: "Suits after review without reviews" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“行政复议”总计为 0 时，“复议后起诉”是否不为 0（正文说明了复议在以前年度的，不提示）。
## 为什么
复议后起诉先要有复议。可能漏填了行政复议，也可能复议在上一年。
## 依据
实践惯例。
## 反例
~~~
4.review.upheld = 0
4.review.total = 0
~~~
## 正例
~~~
~~~
## 怎么改
核对行政复议的件数；复议在上年的，在正文说明。
";

fn check(context: &Context) -> Vec<Finding> {
    let (Some((review, 0)), Some((after, suits))) =
        (count(context, "4.review.total"), count(context, "4.after_review.total"))
    else {
        return Vec::new();
    };
    if suits <= 0 || disputes_of_earlier_years(context) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "行政复议总计为 0，复议后起诉却有 {suits} 件，请核对行政复议是否漏填。",
        "There are {suits} suits after review but no review; check whether reviews were left out."
    );
    vec![RULE.finding(message).cells(context.form, [review, after])]
}
