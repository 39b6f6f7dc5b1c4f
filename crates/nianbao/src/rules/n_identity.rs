//! N-ID: the text's own numbers of applications do not balance.

use super::support::claims;
use crate::claims::claim::{Claim, Subject};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-ID",
    name: "narrative-does-not-balance",
    title: Words {
        zh: "正文里的收、转、办、结对不上", en: "The text's own numbers of applications do not balance"
    },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三表头的勾稽关系：第一项加第二项之和，等于第三项加第四项之和",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文自己说的“新收＋上年结转”与“答复＋结转下年”是否相等；正文没有说到的结转数，用表三的数。
## 为什么
正文四个数放在一起就能核对，对不上说明至少有一个写错。
## 依据
国办公开办函〔2021〕30号的表三表头的勾稽关系：第一项加第二项之和，等于第三项加第四项之和。
## 反例
~~~
replace 1 = 年内答复6件 => 年内答复8件
~~~
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请9件，上年结转1件，办结6件，结转下年度1件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。全年收到政府信息公开申请7件（含上年结转1件），答复6件，结转下年度1件。
~~~
## 怎么改
按登记台账逐个核对四个数；收到数已经包括上年结转的，在正文写明。
";

fn check(context: &Context) -> Vec<Finding> {
    let claims = &context.narrative.claims;
    let answers = claims.iter().filter(|claim| claim.subject == Subject::Answered && claim.quantity.is_exact());
    let mut seen = None;
    answers
        .filter_map(|answered| {
            let near = |wanted: &[Subject]| {
                claims.iter().rfind(|claim| {
                    let here = claim.section == answered.section && claim.sentence.abs_diff(answered.sentence) <= 2;
                    let one_scope = claim.scope.is_none() || claim.scope == answered.scope;
                    here && one_scope && claim.quantity.is_exact() && wanted.contains(&claim.subject)
                })
            };
            let received = near(&[Subject::Received, Subject::NewlyReceived])?;
            let new_place = seen != Some((received.section, received.sentence));
            seen = Some((received.section, received.sentence));
            let (carried_in, carried_out) = (near(&[Subject::CarriedIn]), near(&[Subject::CarriedOut]));
            unbalanced(context, [Some(received), carried_in, Some(answered), carried_out]).filter(|_| new_place)
        })
        .collect()
}

/// 另有上年结转2件: beside what was received.
fn is_added(context: &Context, carried_in: &Claim) -> bool {
    let Some(section) = context.report.sections.get(carried_in.section) else { return false };
    let before = section.text.get(..carried_in.words.start).unwrap_or_default();
    let words = section.text.get(carried_in.words.clone()).unwrap_or_default();
    let adds = ["另有", "另", "加上", "连同", "外加", "加之", "还有"];
    adds.iter().any(|word| before.ends_with(word) || words.starts_with(word))
}

fn unbalanced(context: &Context, told: [Option<&Claim>; 4]) -> Option<Finding> {
    // A number that the text leaves out is the table's.
    let table = ["3.received.total", "3.carried_in.total", "3.total.total", "3.carried_out.total"];
    let mut numbers = [0_i64; 4];
    for ((number, claim), address) in numbers.iter_mut().zip(told).zip(table) {
        *number = match claim {
            Some(claim) => claim.quantity.value.integer()?,
            None => {
                let cell = context.report.at(address).filter(|cell| cell.doubt.is_none() && cell.at.is_some())?;
                cell.value.map_or(Some(0), |value| value.integer())?
            }
        };
    }
    let [received, carried_in, answered, carried_out] = numbers;
    // 收到534件（含上年结转6件）: counted already.
    let counted =
        |claim: &Claim| claim.part && told[2].is_some_and(|answered| claim.words.start < answered.words.start);
    let carried_in = if told[1].is_some_and(counted) { 0 } else { carried_in };
    let (due, done) = (received.checked_add(carried_in)?, answered.checked_add(carried_out)?);
    let added = told[1].is_some_and(|claim| is_added(context, claim));
    // 收到 may mean what was carried in, too, where that is not told as something else; and the table's own faults are its own rules' matter.
    let table_received = context.report.value("3.received.total").and_then(|value| value.integer());
    let as_table = (!added || table_received == Some(received))
        && told.into_iter().flatten().all(|claim| {
            let sums = claim.readings.iter().filter_map(|cells| claims::sum(context, cells));
            sums.into_iter().any(|(sum, _)| claim.quantity.agrees(sum))
        });
    // Where the table lends what was carried out and contradicts another number, that is told by its own
    // rule; what the text doesn't say was carried in, it holds for none.
    let lent = told[3].is_none();
    let contradicted = told.into_iter().flatten().any(|claim| claims::is_contradicted(context, claim));
    let includes_carried =
        told[0].is_some_and(|claim| claim.subject == Subject::Received) && received == done && !added;
    if due == done || includes_carried || as_table || lent && contradicted {
        return None;
    }
    let difference = due.abs_diff(done);
    let message = say!(
        context.language,
        "正文：新收 {received} 件＋上年结转 {carried_in} 件＝{due} 件，答复 {answered} 件＋结转下年 {carried_out} 件＝{done} 件，相差 {difference} 件。请按台账核对这四个数。",
        "The text: {received} received + {carried_in} carried in = {due}, {answered} answered + {carried_out} carried out = {done}: a difference of {difference}. Check the four numbers."
    );
    let finding = RULE.finding(message).numbers(due, done);
    let spans =
        told.into_iter().flatten().map(|claim| Span::in_section(context.report, claim.section, claim.words.clone()));
    Some(spans.fold(finding, Finding::span))
}
