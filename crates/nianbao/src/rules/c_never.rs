//! C-NEVER: the report contradicts itself on accountability.

use crate::claims::claim::{Claim, Subject};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C-NEVER",
    name: "accountability-contradiction",
    title: Words { zh: "责任追究的说法前后矛盾", en: "The report contradicts itself on accountability" },
    severity: Severity::Warning,
    basis: "实践惯例：同一报告的说法应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
一处说未发生责任追究，另一处又写追究了若干人。
## 为什么
责任追究有没有，只能有一个答案。
## 依据
实践惯例：同一报告的说法应当一致。
## 反例
~~~
append 1 = 对公开不及时的追究责任2人。
~~~
## 正例
~~~
append 1 = 未发生责任追究。
~~~
## 怎么改
核对后统一两处的说法。
";

fn check(context: &Context) -> Vec<Finding> {
    let told = context.narrative.claims.iter().filter(|claim| claim.subject == Subject::Accountability);
    let (none, some): (Vec<_>, Vec<_>) = told.partition(|claim| claim.quantity.value.is_zero());
    let (Some(none), Some(some)) = (none.first(), some.first()) else { return Vec::new() };
    let words = |claim: &Claim| Span::in_section(context.report, claim.section, claim.words.clone());
    let (none, some) = (words(none), words(some));
    let message = say!(
        context.language,
        "一处写“{}”，另一处写“{}”，说法矛盾。请核对是否追究过责任。",
        "One place says “{}”, another “{}”. Check whether anybody was held accountable.",
        none.text,
        some.text
    );
    vec![RULE.finding(message).span(none).span(some)]
}
