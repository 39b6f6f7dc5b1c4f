//! What a number says, written down: as a claim, as a part of an open list, and as the last total.

use std::ops::Range;

use super::{Reader, Verdict};
use crate::claims::claim::{Claim, Item, Subject, Untied, Why};
use crate::claims::figure::Figure;
use crate::claims::lexicon::{Dispute, Word};
use crate::claims::quantity::Quantity;
use crate::claims::token::Token;

impl Reader<'_> {
    /// Writes down what a number says, as a claim, as a part and as the last total.
    pub(in crate::claims) fn take(&mut self, verdict: Verdict, token: &Token, figure: Figure, left: &[Token]) {
        // 2023年为20件: last year's number beside this year's, which stays the one spoken of.
        let compared = verdict == Verdict::Untied(Why::OtherTime)
            && self.mind.last.is_some()
            && left.iter().all(|t| t.word().is_none_or(|w| matches!(w, Word::OtherTime | Word::Each)));
        if compared {
            self.out.untied.push(Untied {
                section: self.section,
                words: self.words_up_to(left, token),
                why: Why::OtherTime,
            });
            self.mind.before = Some(figure.quantity.value);
            return;
        }
        let past = verdict == Verdict::Untied(Why::OtherTime);
        let doubt = match &verdict {
            Verdict::Doubtful(_, _, why) => Some(*why),
            _ => None,
        };
        let (subjects, words) = match verdict {
            // 行政复议、行政诉讼为零 denies both.
            Verdict::Claim(Subject::Dispute(Dispute::All, None), words)
            | Verdict::Doubtful(Subject::Dispute(Dispute::All, None), words, _)
                if figure.quantity.value.is_zero() =>
            {
                let both = [Dispute::Review, Dispute::Suit];
                (both.map(|dispute| Subject::Dispute(dispute, None)).to_vec(), words)
            }
            Verdict::Passing => return,
            Verdict::Counted => (Vec::new(), token.at.clone()),
            Verdict::Untied(why) => {
                self.out.untied.push(Untied { section: self.section, words: self.words_up_to(left, token), why });
                (Vec::new(), token.at.clone())
            }
            Verdict::Claim(subject, words) | Verdict::Doubtful(subject, words, _) => (vec![subject], words),
            Verdict::Several(subjects, words) => (subjects, words),
        };
        let part = self.mind.list.is_some();
        let item = Item {
            quantity: figure.quantity,
            unit: figure.unit,
            section: self.section,
            words: self.words_up_to(left, token),
            number: token.at.clone(),
            subject: subjects.first().cloned(),
        };
        self.mind.difference = None;
        self.mind.before = None;
        self.mind.grows_otherwise = false;
        self.last_is_past = past;
        self.total_of_channels(&item, left);
        for subject in subjects {
            self.claim_in_doubt(subject, figure.quantity, words.clone(), part, doubt);
        }
        match &self.mind.list {
            Some(list) => {
                let tally = list.tally;
                let tally = self.list_by_another_measure(tally, &item).unwrap_or(tally);
                if let Some(tally) = self.out.tallies.get_mut(tally) {
                    tally.parts.push(item.clone());
                }
            }
            // 答复26件，结转3件。其中…: the parts are those of what was answered.
            None if matches!(item.subject, Some(Subject::CarriedIn | Subject::CarriedOut))
                && self.counts_applications() => {}
            None => self.mind.last = Some(item.clone()),
        }
        self.last_item = Some(item);
    }

    /// Writes down a claim, unless the sentence has said the same already.
    pub(in crate::claims) fn claim(&mut self, subject: Subject, quantity: Quantity, words: Range<usize>, part: bool) {
        self.claim_in_doubt(subject, quantity, words, part, None);
    }

    /// Writes down a claim that may be about something else.
    pub(in crate::claims) fn claim_in_doubt(
        &mut self,
        subject: Subject,
        quantity: Quantity,
        words: Range<usize>,
        part: bool,
        doubt: Option<Why>,
    ) {
        let same = |claim: &Claim| {
            claim.subject == subject && claim.quantity.value == quantity.value && claim.section == self.section
        };
        if self.out.claims.iter().rev().take(12).any(|claim| same(claim) && claim.sentence + 2 > self.sentence) {
            return;
        }
        self.mind.told.push(subject.clone());
        self.out.claims.push(Claim {
            subject,
            quantity,
            section: self.section,
            words,
            sentence: self.sentence,
            scope: self.mind.scope.clone(),
            part,
            doubt,
            readings: Vec::new(),
        });
    }
}
