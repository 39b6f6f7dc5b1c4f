//! N-PCT: a share does not fit its numbers.

use crate::claims::claim::{Claim, Item, Share, Subject};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::Number;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-PCT",
    name: "share-does-not-fit",
    title: Words { zh: "占比与件数算不上", en: "A share does not fit its numbers" },
    severity: Severity::Warning,
    basis: "实践惯例：占比由同一处的件数算出",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“N件，占p%”：用正文的总数、答复数、收到数，以及表三的总数分别计算，都得不出这个占比（相差超过 0.1 个百分点，或所写小数的一位）才提示。
## 为什么
占比是算出来的数，改了件数忘了改占比很常见。
## 依据
实践惯例：占比由同一处的件数算出。
## 反例
~~~
replace 1 = 予以公开3件，部分公开1件 => 予以公开3件，占70%，部分公开1件
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，上年结转1件，答复6件，其中予以公开3件，占52.5%。
~~~
## 正例
~~~
replace 1 = 予以公开3件，部分公开1件 => 予以公开3件，占50%，部分公开1件，占16.7%
~~~
## 怎么改
用件数除以答复数（或收到数）重算占比，各项占比之和应当约为 100%。
";

fn check(context: &Context) -> Vec<Finding> {
    context.narrative.shares.iter().filter_map(|share| check_share(context, share)).collect()
}

fn check_share(context: &Context, share: &Share) -> Option<Finding> {
    let part = share.part.quantity.value;
    let exact = share.part.quantity.is_exact() && share.whole.as_ref().is_none_or(|whole| whole.quantity.is_exact());
    let wholes = wholes(context, share);
    let fits = |whole: &i64| share_fits(part, *whole, share.percent);
    let nearest = *wholes.first()?;
    if !exact || wholes.iter().any(fits) {
        return None;
    }
    let due = percent(part, nearest)?;
    let said = share.percent;
    let message = say!(
        context.language,
        "正文写占 {said}%，按 {part}÷{nearest} 计算为 {due:.1}%。请核对件数和占比。",
        "The text says {said}%; {part} of {nearest} is {due:.1}%. Check the number and the share."
    );
    Some(RULE.finding(message).span(Span::in_section(context.report, share.section, share.words.clone())))
}

/// What the share may be a share of: the list's total first, then what the text and the table count.
fn wholes(context: &Context, share: &Share) -> Vec<i64> {
    // A number smaller than its part was never its whole.
    let part = share.part.quantity.value.integer().unwrap_or(0);
    let listed = share.whole.iter().map(|whole| whole.quantity.value);
    let of_applications = |item: &Item| !matches!(item.subject, None | Some(Subject::Published(_)));
    let about_applications = of_applications(&share.part) || share.whole.as_ref().is_some_and(of_applications);
    let kind = share.part.subject.as_ref().and_then(kind);
    let told = context.narrative.claims.iter().filter(|claim| {
        let of_kind = matches!((&claim.subject, kind), (Subject::Results(rows), Some(kind)) if rows == &[kind]);
        about_applications
            && claim.section == share.section
            && (of_kind
                || matches!(
                    claim.subject,
                    Subject::Answered
                        | Subject::Handled
                        | Subject::Received
                        | Subject::NewlyReceived
                        | Subject::ReceivedWithCarried
                ))
    });
    let mut told: Vec<&Claim> = told.collect();
    // Results are shares of what was answered.
    told.sort_by_key(|claim| claim.subject != Subject::Answered);
    let told = told.into_iter().map(|claim| claim.quantity.value);
    let addresses: &[&str] = if about_applications { &["3.total.total", "3.received.total"] } else { &[] };
    let table = addresses.iter().filter_map(|address| context.report.value(address));
    let at_hand =
        ["3.received.total", "3.carried_in.total"].iter().map(|address| context.report.value(address)?.integer());
    let at_hand = at_hand.sum::<Option<i64>>().filter(|_| about_applications).map(Number::from);
    let table = table.chain(at_hand);
    listed.chain(told).chain(table).filter_map(Number::integer).filter(|whole| *whole > 0 && *whole >= part).collect()
}

/// The kind of a leaf: 行政查询事项2件 may be a share of what was refused.
fn kind(part: &Subject) -> Option<&'static str> {
    match part {
        Subject::Results(rows) => rows.first()?.split_once('.').map(|(kind, _)| kind),
        Subject::ResultOrCause(_, kind) => Some(kind),
        _ => None,
    }
}

fn percent(part: Number, whole: i64) -> Option<f64> {
    Some(part.integer()? as f64 * 100.0 / whole as f64)
}

fn share_fits(part: Number, whole: i64, said: Number) -> bool {
    let shown = 10_f64.powi(-i32::from(said.decimals()));
    let said: f64 = said.to_string().parse().unwrap_or(f64::NAN);
    percent(part, whole).is_none_or(|due| (due - said).abs() <= shown.max(0.1) + 1e-9)
}
