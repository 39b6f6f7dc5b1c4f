//! N-FEE-CONTRA: the report contradicts itself on processing fees.

use crate::claims::claim::{Claim, Subject};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-FEE-CONTRA",
    name: "processing-fee-contradiction",
    title: Words { zh: "信息处理费的说法前后矛盾", en: "The report contradicts itself on processing fees" },
    severity: Severity::Warning,
    basis: "实践惯例：同一报告的说法应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
一处说未收取信息处理费，另一处又写收取了若干元。
## 为什么
收没收费只能有一个答案。
## 依据
实践惯例：同一报告的说法应当一致。
## 反例
~~~
append 1 = 全年收取信息处理费300元。
~~~
## 正例
~~~
section 6 = 我局2024年发出收费通知2件，收取信息处理费300元。
~~~
~~~
append 1 = 全年收取行政事业性收费86.35万元。
~~~
## 怎么改
与财政票据核对，统一两处的说法。行政事业性收费与信息处理费是两回事，不要混写。
";

fn check(context: &Context) -> Vec<Finding> {
    let fees = context.narrative.claims.iter().filter(|c| c.subject == Subject::ProcessingFee);
    let (mut none, mut some): (Vec<_>, Vec<_>) = fees.partition(|claim| claim.quantity.value.is_zero());
    // That none of all the organs charged anything denies what one did, and not the other way round.
    none.retain(|claim| scope(context, claim).is_none_or(|words| words.starts_with(['全', '各']) || words == "本机关"));
    some.retain(|claim| claim.scope.is_none());
    let (Some(none), Some(some)) = (none.first(), some.first()) else { return Vec::new() };
    let words = |claim: &Claim| Span::in_section(context.report, claim.section, claim.words.clone());
    let (none, some) = (words(none), words(some));
    let message = say!(
        context.language,
        "一处写“{}”，另一处写“{}”，说法矛盾。请核对是否收取过信息处理费。",
        "One place says “{}”, another “{}”. Check whether processing fees were charged.",
        none.text,
        some.text
    );
    vec![RULE.finding(message).span(none).span(some)]
}

/// The words that say whose fees these are.
fn scope<'a>(context: &'a Context, claim: &Claim) -> Option<&'a str> {
    context.report.sections.get(claim.section)?.text.get(claim.scope.clone()?)
}
