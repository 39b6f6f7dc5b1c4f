//! T4-POST-REVIEW: more suits after review than there were reviews.

use super::support::cells::count;
use super::support::years::last_year;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T4-POST-REVIEW",
    name: "more-suits-than-reviews",
    title: Words { zh: "复议后起诉比行政复议还多", en: "More suits after review than reviews" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“复议后起诉”总计是否多于“行政复议”总计（复议后起诉不足 5 件的不计；放入上年年报时，加上上年的复议）。
## 为什么
复议后起诉先要有复议。比复议还多，可能把未经复议直接起诉的填错了一组，或漏填了复议；也可能复议在上一年。
## 依据
实践惯例。
## 反例
~~~
4.after_review.upheld = 6
4.after_review.total = 6
replace 1 = 复议后起诉的行政诉讼1件 => 复议后起诉的行政诉讼6件
~~~
## 正例
~~~
~~~
## 怎么改
核对两组诉讼各有多少、复议有没有漏填；复议在上年的，不用改。
";

/// So few can't tell anything.
const FEWEST: i64 = 5;

fn check(context: &Context) -> Vec<Finding> {
    let (Some((review, reviews)), Some((after, suits))) =
        (count(context, "4.review.total"), count(context, "4.after_review.total"))
    else {
        return Vec::new();
    };
    let before = last_year(context).and_then(|previous| previous.at("4.review.total")?.count()).unwrap_or(0);
    // No review at all is T4-NOREVIEW's.
    if suits < FEWEST || reviews == 0 || suits <= reviews.saturating_add(before) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "复议后起诉 {suits} 件，多于行政复议 {reviews} 件，请核对是否填错了组或漏填了复议。",
        "{suits} suits after review but only {reviews} reviews; check the group, and that no review was left out."
    );
    vec![RULE.finding(message).cells(context.form, [after, review])]
}
