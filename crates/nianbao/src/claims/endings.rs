//! Whose endings a run of numbers tells: 行政诉讼11件，其中直接起诉4件、复议后起诉7件；维持8件，未结3件.
//!
//! The reader ties an ending to what was counted last. Where the run adds up to another number that the
//! sentence has counted, all suits or reviews and suits together, it speaks of those.

use super::claim::{Claim, Subject};
use super::lexicon::{Dispute, Ending};
use super::quantity::Precision;
use super::readings;
use crate::form::Form;
use crate::report::Report;

/// What the sentence has counted so far, in reading order.
type Counts = Vec<(Dispute, i64)>;

/// Ties runs of endings to what they add up to. The claims have their readings.
pub(super) fn settle(report: &Report, form: &Form, claims: &mut [Claim]) {
    let mut counts = Counts::new();
    let mut sentence = usize::MAX;
    let mut at = 0;
    while let Some(claim) = claims.get(at) {
        if claim.sentence != sentence {
            counts.clear();
            sentence = claim.sentence;
        }
        if let (Subject::Dispute(dispute, None), Some(count)) = (&claim.subject, claim.quantity.value.integer()) {
            counts.push((*dispute, count));
        }
        let before = at.checked_sub(1).and_then(|before| claims.get(before));
        let run = run_at(report, claims, at);
        // 复议维持3件，终止1件: the run goes on with what was named.
        let goes_on = before.is_some_and(|before| follows(before, claim));
        let before = before.map(|before| before.words.end);
        if let (Some(run), false) = (claims.get_mut(at..at + run), goes_on) {
            tie(report, form, run, &counts, before);
        }
        at += run.max(1);
    }
}

/// Whether a claim tells an ending of the same reviews or suits as the one before it.
fn follows(before: &Claim, claim: &Claim) -> bool {
    match (&before.subject, &claim.subject) {
        (Subject::Dispute(named, Some(_)), Subject::Dispute(told, Some(_))) => {
            named == told && before.sentence == claim.sentence
        }
        _ => false,
    }
}

/// How many claims from here tell endings of the same reviews or suits without naming them.
fn run_at(report: &Report, claims: &[Claim], at: usize) -> usize {
    let Some(first) = claims.get(at).and_then(unnamed(report)) else { return 0 };
    let sentence = claims.get(at).map(|claim| claim.sentence);
    let more = claims.iter().skip(at).take_while(|claim| {
        Some(claim.sentence) == sentence && unnamed(report)(claim).is_some_and(|(dispute, _)| dispute == first.0)
    });
    more.count()
}

/// The ending that a claim tells by a number, if its words do not say of what.
fn unnamed(report: &Report) -> impl Fn(&Claim) -> Option<(Dispute, Ending)> {
    |claim| {
        let words = report.sections.get(claim.section)?.text.get(claim.words.clone())?;
        let named = ["复议", "诉讼", "起诉", "应诉", "争议"].iter().any(|word| words.contains(word));
        match claim.subject {
            Subject::Dispute(dispute, Some(ending)) if claim.quantity.precision == Precision::Exact && !named => {
                Some((dispute, ending))
            }
            _ => None,
        }
    }
}

fn tie(report: &Report, form: &Form, run: &mut [Claim], counts: &Counts, before: Option<usize>) {
    let Some(Subject::Dispute(told, _)) = run.first().map(|claim| claim.subject.clone()) else { return };
    let Some(sum) = run.iter().map(|claim| claim.quantity.value.integer()).sum::<Option<i64>>() else { return };
    let wholes = wholes(counts, told);
    // 直接起诉3件，复议后起诉4件，两类合计维持5件: of both groups.
    let both = ["两类", "合计", "合并"].iter().any(|word| between(report, run, before).contains(word));
    let is_group = matches!(told, Dispute::Direct | Dispute::AfterReview);
    let suits = wholes.iter().any(|(whole, count)| *whole == Dispute::Suit && *count >= sum);
    if both && is_group && suits {
        return tie_to(report, form, run, Dispute::Suit);
    }
    if counts.iter().rev().any(|count| *count == (told, sum)) {
        return;
    }
    // 直接起诉6件，复议后起诉7件，已审结9件中维持8件，其他1件: more than the last were.
    let more = counts.iter().rev().find(|(dispute, _)| *dispute == told).is_some_and(|(_, count)| sum > *count)
        && ["审结", "裁判", "结案"].iter().any(|word| between(report, run, before).contains(word));
    let holds = |count: i64| count == sum || more && count > sum;
    if let Some((whole, _)) = wholes.iter().find(|(_, count)| holds(*count)) {
        return tie_to(report, form, run, *whole);
    }
    // A list that is not whole adds up to nothing: after a break either may be meant.
    if begins_anew(report, run, before) {
        for claim in run {
            let Subject::Dispute(_, ending) = claim.subject else { continue };
            for (whole, _) in &wholes {
                claim.readings.extend(readings::of(report, form, &Subject::Dispute(*whole, ending)));
            }
        }
    }
}

fn tie_to(report: &Report, form: &Form, run: &mut [Claim], whole: Dispute) {
    for claim in run {
        if let Subject::Dispute(_, Some(ending)) = claim.subject {
            claim.subject = Subject::Dispute(whole, Some(ending));
            claim.readings = readings::of(report, form, &claim.subject);
        }
    }
}

/// Whether something parts a run of endings from the number before it: ；, 两类合并, 其中 after two numbers.
fn begins_anew(report: &Report, run: &[Claim], before: Option<usize>) -> bool {
    let between = between(report, run, before);
    ["；", "其中", "合并", "合计", "两", "上述", "以上", "全部"].iter().any(|word| between.contains(word))
}

/// What stands between a run of endings and the number before it.
fn between<'a>(report: &'a Report, run: &[Claim], before: Option<usize>) -> &'a str {
    let words = run
        .first()
        .zip(before)
        .and_then(|(first, before)| report.sections.get(first.section)?.text.get(before..first.words.start));
    words.unwrap_or_default()
}

/// What the sentence has counted that holds more than one group: by its own number, or as the sum of others.
fn wholes(counts: &Counts, told: Dispute) -> Vec<(Dispute, i64)> {
    let last = |wanted: Dispute| counts.iter().rev().find(|(dispute, _)| *dispute == wanted).map(|(_, count)| *count);
    let sum = |parts: &[Dispute]| parts.iter().map(|part| last(*part)).sum::<Option<i64>>();
    let suits = last(Dispute::Suit).or_else(|| sum(&[Dispute::Direct, Dispute::AfterReview]));
    let one_group = last(Dispute::Direct).or(last(Dispute::AfterReview));
    let both = last(Dispute::All).or_else(|| Some(last(Dispute::Review)? + suits.or(one_group)?));
    let wholes = [(Dispute::Suit, suits), (Dispute::All, both)];
    wholes.into_iter().filter(|(whole, _)| *whole != told).filter_map(|(whole, count)| Some((whole, count?))).collect()
}
