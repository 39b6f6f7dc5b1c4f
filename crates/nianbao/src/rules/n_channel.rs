//! N-CHANNEL: applications by channel do not add up.

use super::support::claims;
use crate::claims::claim::{Claim, Item, Subject, Tally};
use crate::claims::quantity::Precision;
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-CHANNEL",
    name: "channels-do-not-add-up",
    title: Words { zh: "各渠道件数之和与收到数不符", en: "Applications by channel do not add up" },
    severity: Severity::Warning,
    basis: "实践惯例：各渠道件数之和应当等于收到数",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文一句话里的网络、信函、当面、传真等渠道件数之和，与收到数（或收到数加上年结转）。超过的，或者列了三个以上渠道、写了合计却对不上的，才提示。
## 为什么
每件申请只有一个渠道，加起来应当等于收到数。
## 依据
实践惯例：各渠道件数之和应当等于收到数。
## 反例
~~~
replace 1 = 其中自然人5件，商业企业1件 => 其中网上申请5件，信函申请3件
~~~
~~~
section 1 = （二）依申请公开。收到网上申请2件、邮寄申请3件、当面申请2件，合计6件。
~~~
## 正例
~~~
replace 1 = 其中自然人5件，商业企业1件 => 其中网上申请5件，信函申请1件，当面申请0件
~~~
## 怎么改
按登记台账核对各渠道件数。
";

fn check(context: &Context) -> Vec<Finding> {
    let claims = &context.narrative.claims;
    let channels: Vec<&Claim> = claims.iter().filter(|claim| matches!(claim.subject, Subject::Channel(_))).collect();
    let listed = channels.chunk_by(|a, b| a.sentence == b.sentence).filter_map(|listed| check_list(context, listed));
    let added_up = context.narrative.tallies.iter().filter_map(|tally| check_total(context, tally));
    added_up.chain(listed).collect()
}

/// 网上2件、邮寄3件，合计6件.
fn check_total(context: &Context, tally: &Tally) -> Option<Finding> {
    let channel = |item: &Item| matches!(item.subject, Some(Subject::Channel(_))) && item.quantity.is_exact();
    if !tally.closed || !tally.parts.iter().all(channel) {
        return None;
    }
    let sum = tally.parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.quantity.value.integer()?))?;
    let due = tally.total.quantity.value.integer().filter(|due| *due != sum)?;
    let addends: Vec<String> = tally.parts.iter().map(|part| part.quantity.value.to_string()).collect();
    let items = tally.parts.iter().chain([&tally.total]);
    let spans = items.map(|item| Span::in_section(context.report, item.section, item.words.clone()));
    Some(spans.fold(told(context, &addends.join("＋"), sum, due), Finding::span))
}

/// 6件（信函2件、网络3件）: a bracket right after a number that lists nothing but channels lists them all.
fn fills_bracket(context: &Context, total: &Claim, listed: &[&Claim]) -> bool {
    let text = context.report.sections.get(total.section).map_or("", |section| section.text.as_str());
    let (Some(first), Some(last)) = (listed.first(), listed.last()) else { return false };
    let before = text.get(total.words.end..first.words.start).unwrap_or_default();
    let after = text.get(last.words.end..).unwrap_or_default();
    let opens = before.trim_start().starts_with(['（', '(']) && !before.contains(['）', ')', '，', '。']);
    opens && after.find(['）', ')']) < after.find(['，', '；', '。', '、', '\n'])
}

fn told(context: &Context, addends: &str, sum: i64, due: i64) -> Finding {
    let difference = sum.abs_diff(due);
    let message = say!(
        context.language,
        "正文各渠道 {addends}＝{sum} 件，与 {due} 件相差 {difference} 件。请按台账核对各渠道件数。",
        "The channels {addends} = {sum}, the total is {due}: a difference of {difference}. Check them."
    );
    RULE.finding(message).numbers(due, sum)
}

fn is_total(subject: &Subject) -> bool {
    matches!(
        subject,
        Subject::Received
            | Subject::NewlyReceived
            | Subject::ReceivedWithCarried
            | Subject::Handled
            | Subject::Answered
    )
}

fn check_list(context: &Context, listed: &[&Claim]) -> Option<Finding> {
    let first = listed.first()?;
    let exact = listed.iter().all(|claim| {
        claim.quantity.precision == Precision::Exact && claims::other_scope(context.report, claim).is_none()
    });
    if listed.len() < 2 || !exact {
        return None;
    }
    let sum = listed.iter().try_fold(0_i64, |sum, claim| sum.checked_add(claim.quantity.value.integer()?))?;
    let near = context.narrative.claims.iter().filter(|claim| {
        claim.section == first.section && claim.sentence.abs_diff(first.sentence) <= 2 && is_total(&claim.subject)
    });
    let near: Vec<&Claim> = near.collect();
    let total = near.iter().find(|claim| claim.sentence == first.sentence).or(near.first())?;
    let due = total.quantity.value.integer().filter(|_| total.quantity.is_exact())?;
    let table = |addresses: &[&str]| -> Option<i64> {
        addresses.iter().map(|address| context.report.value(address)?.integer()).sum()
    };
    // 收到42件，来源为网络21件…: what stands in the list's own sentence says what it adds up to.
    let own = total.sentence == first.sentence && total.subject != Subject::Answered;
    let governs = |claim: &&&Claim| !own || claim.sentence == first.sentence && claim.subject != Subject::Answered;
    let lawful = [table(&["3.received.total"]), table(&["3.received.total", "3.carried_in.total"]), Some(due)];
    let others = near.iter().filter(governs).filter_map(|claim| claim.quantity.value.integer());
    let agrees = others.chain(lawful.into_iter().flatten()).any(|number| number == sum);
    let added_up = context.narrative.tallies.iter().any(|tally| {
        tally.closed && tally.parts.iter().any(|part| part.section == first.section && part.words == first.words)
    });
    // 线上25件，线下5件: there is no third way.
    let said = |word: &str| {
        let text = context.report.sections.get(first.section).map_or("", |section| section.text.as_str());
        listed.iter().any(|claim| text.get(claim.words.clone()).is_some_and(|text| text.contains(word)))
    };
    // 网站5件、扫码2件、窗口1件: one of them could not be read.
    let unread = context.narrative.tallies.iter().any(|tally| {
        let place = first.words.start..listed.last().map_or(first.words.end, |last| last.words.end);
        let between = |part: &Item| part.section == first.section && place.contains(&part.number.start);
        tally.parts.iter().any(|part| between(part) && part.subject.is_none())
    });
    let whole = listed.len() > 2 || said("线上") && said("线下") || fills_bracket(context, total, listed);
    if agrees || added_up || sum < due && (!whole || unread) {
        return None;
    }
    let addends: Vec<String> = listed.iter().map(|claim| claim.quantity.value.to_string()).collect();
    let finding = told(context, &addends.join("＋"), sum, due);
    let spans = listed.iter().chain([total]);
    let spans = spans.map(|claim| Span::in_section(context.report, claim.section, claim.words.clone()));
    Some(spans.fold(finding, Finding::span))
}
