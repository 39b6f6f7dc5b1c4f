//! 均维持, 结果维持: endings without a number, of the reviews and suits that were counted before.

use std::ops::Range;

use super::{Reader, Topic};
use crate::claims::claim::{Claim, Subject, Why};
use crate::claims::lexicon::{Dispute, Ending};
use crate::claims::quantity::{Precision, Quantity};

/// Reviews or suits that the sentence counted.
#[derive(Clone, Copy)]
struct Counted {
    dispute: Dispute,
    quantity: Quantity,
    doubt: Option<Why>,
    /// Where its words end.
    end: usize,
}

impl<'a> Reader<'a> {
    /// The ending of reviews and suits that this sentence counted and whose ending was not told yet. `named`
    /// says which are meant; else 均 (`all`) speaks of everything counted, and without it the ending is
    /// that of the last.
    pub(in crate::claims) fn claim_ending_of_last(
        &mut self,
        ending: Ending,
        named: &[Dispute],
        all: bool,
        words: Range<usize>,
    ) {
        if let Some(decided) = self.decided() {
            if let Topic::Disputes(dispute) = self.mind.topic {
                let sure = self.mind.about_information && !self.mind.other_cause;
                self.claim_endings(ending, words, [(dispute, decided, (!sure).then_some(Why::AllDisputes))]);
            }
            return;
        }
        let counted = self.counted_without_ending(words.start);
        let court = self.span_of_phrase(&words).is_some_and(|said| COURTS.iter().any(|word| said.contains(word)));
        let meant = |dispute: Dispute| match named {
            [] => !court || dispute != Dispute::Review,
            // 复议决定和法院判决均支持本机关.
            named => named.contains(&dispute) || court && dispute != Dispute::Review,
        };
        let mut counted: Vec<Counted> = counted.into_iter().filter(|counted| meant(counted.dispute)).collect();
        // 直接起诉1件，复议后起诉2件，后者均维持.
        if self.span_of_phrase(&words).is_some_and(|said| said.contains("后者")) {
            counted.drain(..counted.len().saturating_sub(1));
        }
        let Some(last) = counted.last().copied() else { return };
        let is_group = |dispute: Dispute| matches!(dispute, Dispute::Direct | Dispute::AfterReview);
        // Of 直接起诉2件，复议后起诉4件，均维持 the last ones are surely meant, and maybe the others.
        let sure = |one: &Counted| one.end == last.end || !named.is_empty() || all && !is_group(last.dispute);
        // The group says more than the suits that it is a part of.
        let kept = counted.iter().filter(|one| is_group(one.dispute) == is_group(last.dispute) || !named.is_empty());
        let claims: Vec<_> = kept
            .map(|one| (one.dispute, one.quantity, if sure(one) { one.doubt } else { Some(Why::Unclear) }))
            .collect();
        self.claim_endings(ending, words, claims);
    }

    /// The one kind of reviews or suits that this sentence has spoken of.
    pub(in crate::claims) fn only_dispute(&self) -> Option<Dispute> {
        let here = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        // 行政诉讼1件，未经复议直接起诉: a group of suits is one of suits.
        let whole = |dispute| match dispute {
            Dispute::Direct | Dispute::AfterReview => Dispute::Suit,
            other => other,
        };
        let mut disputes = here.filter_map(of_disputes).map(|(dispute, ..)| whole(dispute));
        let one = disputes.next()?;
        disputes.all(|other| other == one).then_some(one)
    }

    fn claim_endings(
        &mut self,
        ending: Ending,
        words: Range<usize>,
        claims: impl IntoIterator<Item = (Dispute, Quantity, Option<Why>)>,
    ) {
        for (dispute, quantity, doubt) in claims {
            let subject = Subject::Dispute(dispute, Some(ending));
            self.claim_in_doubt(subject, Quantity::all_of(quantity), words.clone(), false, doubt);
        }
    }

    /// 已审结2件，均维持: 均 speaks of those decided.
    fn decided(&self) -> Option<Quantity> {
        let item = self.last_item.as_ref().filter(|item| item.subject.is_none())?;
        let before = self.sentence_before(item.number.end);
        let clause = before.rsplit(['，', '；', '：', '（']).next().unwrap_or_default();
        DECIDED.iter().any(|word| clause.contains(word)).then_some(item.quantity)
    }

    /// What stands from the last stop to the end of some words.
    fn span_of_phrase(&self, words: &Range<usize>) -> Option<&'a str> {
        self.sentence_before(words.end).rsplit(['，', '；', '：']).next()
    }

    /// The counts of this sentence, none of which is nothing, without those whose ending was told and those
    /// in brackets that are closed.
    fn counted_without_ending(&self, at: usize) -> Vec<Counted> {
        let here = |claim: &&Claim| claim.sentence == self.sentence && claim.section == self.section;
        let claims: Vec<(Dispute, Option<Ending>, &Claim)> =
            self.out.claims.iter().filter(here).filter_map(of_disputes).collect();
        let ended = |dispute: Dispute| claims.iter().any(|(other, ending, _)| *other == dispute && ending.is_some());
        // A part of what was counted; 行政诉讼1件（复议后起诉） says of all of it what it is.
        let closed = |claim: &Claim| {
            let part = claim.quantity.precision != Precision::All;
            part && self.text.get(claim.words.end..at).is_some_and(closes_bracket)
        };
        claims
            .iter()
            .filter(|(dispute, ending, claim)| ending.is_none() && !ended(*dispute) && !closed(claim))
            .map(|(dispute, _, claim)| Counted {
                dispute: *dispute,
                quantity: claim.quantity,
                doubt: claim.doubt,
                end: claim.words.end,
            })
            .filter(|counted| !counted.quantity.value.is_zero())
            .collect()
    }
}

fn of_disputes(claim: &Claim) -> Option<(Dispute, Option<Ending>, &Claim)> {
    match claim.subject {
        Subject::Dispute(dispute, ending) => Some((dispute, ending, claim)),
        _ => None,
    }
}

/// Who decides suits and not reviews.
const COURTS: [&str; 3] = ["法院", "法庭", "判决"];

/// What says that something was decided.
const DECIDED: [&str; 9] = ["审结", "已结", "结案", "办结", "作出决定", "作出判决", "审理完毕", "办理完毕", "已判决"];

/// Whether a bracket closes that was not opened here.
fn closes_bracket(text: &str) -> bool {
    let mut open = 0;
    text.chars().any(|c| {
        match c {
            '（' | '(' => open += 1,
            '）' | ')' => open -= 1,
            _ => {}
        }
        open < 0
    })
}
