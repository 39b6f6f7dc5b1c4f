//! Z-QTY: applications counted in another measure word than 件.

use std::ops::Range;

use super::support::text::section_text;
use crate::claims::claim::{Claim, Subject};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::narrow;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-QTY",
    name: "other-measure-word",
    title: Words { zh: "申请不以“件”计", en: "Applications not counted in 件" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里收到、答复、结转的申请，量词是不是“起”“条”“例”“项”“个”。用“件”“份”“宗”的不提示。
## 为什么
表三按件计。量词不一，看不出正文说的是不是表里的同一个数。
## 依据
实践惯例。
## 反例
~~~
replace 1 = 全年新收政府信息公开申请6件 => 全年新收政府信息公开申请6起
~~~
## 正例
~~~
~~~
## 怎么改
统一写“件”。
";

const OTHERS: [char; 5] = ['起', '条', '例', '项', '个'];

fn check(context: &Context) -> Vec<Finding> {
    let claims = context.narrative.claims.iter().filter(|claim| is_of_applications(claim) && claim.doubt.is_none());
    let found = claims.filter_map(|claim| Some((claim, other_measure(context, claim)?)));
    // One is enough to be told; the clerk will see the others.
    let Some((claim, words)) = found.into_iter().next() else { return Vec::new() };
    let span = Span::in_section(context.report, claim.section, words);
    let message = say!(
        context.language,
        "“{}”：申请按件计，建议写“件”，与表三一致。",
        "“{}”: applications are counted in 件, as in table 三.",
        span.text
    );
    vec![RULE.finding(message).span(span)]
}

fn is_of_applications(claim: &Claim) -> bool {
    let counted = matches!(
        claim.subject,
        Subject::Received
            | Subject::NewlyReceived
            | Subject::ReceivedWithCarried
            | Subject::Answered
            | Subject::CarriedIn
            | Subject::CarriedOut
    );
    counted && !claim.readings.is_empty()
}

/// The number and its measure word, where that is another one.
fn other_measure(context: &Context, claim: &Claim) -> Option<Range<usize>> {
    let text = section_text(context.report, claim.section);
    let words = text.get(claim.words.clone())?;
    let (at, measure) = words.char_indices().find(|&(at, c)| OTHERS.contains(&c) && ends_in_digit(&words[..at]))?;
    let number = words[..at].trim_end().trim_end_matches(|c| narrow(c).is_ascii_digit());
    Some(claim.words.start + number.len()..claim.words.start + at + measure.len_utf8())
}

fn ends_in_digit(text: &str) -> bool {
    text.trim_end().ends_with(|c| narrow(c).is_ascii_digit())
}
