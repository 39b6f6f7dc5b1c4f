//! Totals and their parts: which list is open, and of what.

use super::{List, Reader};
use crate::claims::claim::{Claim, Item, Subject, Tally};
use crate::claims::figure::Figure;
use crate::claims::lexicon::{Dispute, Word};
use crate::claims::token::{Kind, Token};

impl Reader<'_> {
    /// 公开9件、部分公开2件，市民17件: the same total, now by applicant; the parts are another list.
    pub(super) fn list_by_another_measure(&mut self, tally: usize, item: &Item) -> Option<usize> {
        let measure = |item: &Item| match item.subject.as_ref()? {
            Subject::Results(_) | Subject::ResultOrCause(..) => Some(0),
            Subject::Applicant(_) => Some(1),
            Subject::Channel(_) => Some(2),
            _ => None,
        };
        let tally = self.out.tallies.get(tally)?;
        let (before, now) = (tally.parts.iter().rev().find_map(measure)?, measure(item)?);
        if before != now {
            self.list_anew();
        }
        self.mind.list.as_ref().map(|list| list.tally)
    }

    /// 发布预警100期，其中暴雨60期；行政许可8件: after ； what is counted otherwise is no part of the open list.
    pub(in crate::claims) fn leave_list(&mut self, left: &[Token], token: &Token, figure: Figure) {
        let of = |t: &Token| matches!(t.word(), Some(Word::Normative | Word::Rules | Word::Decision(_)));
        let tally = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
        let published = |item: &Item| matches!(item.subject, None | Some(Subject::Published(_)));
        let other = tally.is_some_and(|tally| published(&tally.total) && tally.total.unit != figure.unit);
        let since = self.last_item.as_ref().map_or(0, |item| item.number.end);
        let parted = self.text.get(since..token.at.start).is_some_and(|between| between.contains('；'));
        if other && parted && figure.unit == "件" && left.iter().any(of) {
            self.mind.list = None;
        }
    }

    /// 按申请人分: the open list's total has other parts from here on.
    pub(super) fn list_anew(&mut self) {
        let tally = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
        let total = tally.map(|tally| tally.total.clone());
        self.mind.list = total.map(|total| self.open_list(total, false));
    }

    /// 26件新申请中，问水质的15件: a phrase that ends so is a total whose parts follow.
    pub(in crate::claims) fn list_of_those(&mut self, rest: &[Token]) {
        let noun = |t: &Token| matches!(t.word(), Some(Word::Application | Word::BareApplication));
        let words = self.span_text(rest);
        if words == "中" || words.ends_with('中') && rest.iter().any(noun) {
            self.mind.list = self.last_item.clone().map(|item| self.open_list(item, false));
        }
    }

    /// Whether the last number that was no part counts applications received or answered.
    pub(super) fn counts_applications(&self) -> bool {
        let subject = self.mind.last.as_ref().and_then(|last| last.subject.as_ref());
        subject.is_some_and(Subject::is_of_applications)
    }

    /// 网上6件、信函3件，合计9件: the total comes last.
    pub(super) fn total_of_channels(&mut self, item: &Item, left: &[Token]) {
        if matches!(item.subject, Some(Subject::Channel(_))) {
            self.mind.channels.push(item.clone());
        } else if left.iter().any(|t| t.word() == Some(Word::Total))
            && self.mind.channels.len() > 1
            && !self.mind.other_time
        {
            let parts = std::mem::take(&mut self.mind.channels);
            self.out.tallies.push(Tally { total: item.clone(), parts, closed: true, nested: false });
        }
    }

    pub(super) fn list_word(&mut self, word: Word, before: &[Token]) {
        // 按办理结果分为: how the parts are told apart.
        let by_what = word == Word::Namely && self.span_text(before).chars().count() <= 8;
        let first = by_what || before.iter().all(|t| matches!(t.kind, Kind::Noise) && t.at.len() <= 6);
        if !first {
            return;
        }
        let nested = self.mind.list.take();
        let outer = nested.as_ref().filter(|_| word == Word::Among).map(|list| list.tally);
        if let Some(tally) = outer.and_then(|tally| self.out.tallies.get_mut(tally)) {
            // The list just opened by a bracket has no part yet: 其中 only says so.
            if tally.parts.is_empty() {
                self.mind.list = nested;
                return;
            }
            tally.nested = true;
        }
        let parent = if nested.is_some() { self.last_item.clone() } else { self.mind.last.clone() };
        let parent = parent.filter(|item| item.section == self.section && !self.is_one_of_several(item));
        self.mind.list = parent.map(|item| self.open_list(item, word == Word::Namely));
    }

    pub(super) fn open_list(&mut self, total: Item, closed: bool) -> List {
        let of = total.subject.clone();
        self.out.tallies.push(Tally { total, parts: Vec::new(), closed, nested: false });
        List { tally: self.out.tallies.len() - 1, of }
    }

    /// Whether the open list has no part yet, or only such as were carried out.
    pub(in crate::claims) fn list_is_fresh(&self) -> bool {
        let tally = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
        tally.is_some_and(|tally| tally.parts.iter().all(|part| part.subject == Some(Subject::CarriedOut)))
    }

    /// Whether the parts of an open list of what was published reach their total.
    pub(super) fn list_is_complete(&self) -> bool {
        let of = self.mind.list.as_ref().map(|list| list.of.as_ref());
        let published = matches!(of, Some(None | Some(Subject::Published(_))));
        published && self.added_up().is_some()
    }

    /// The total of the open list, where its parts reach it.
    pub(super) fn added_up(&self) -> Option<&Item> {
        let tally = self.out.tallies.get(self.mind.list.as_ref()?.tally)?;
        let sum: Option<i64> = tally.parts.iter().map(|part| part.quantity.value.integer()).sum();
        let whole = tally.parts.len() > 1 && sum.is_some() && sum == tally.total.quantity.value.integer();
        whole.then_some(&tally.total)
    }

    /// Whether the open list is of reviews.
    pub(in crate::claims) fn lists_reviews(&self) -> bool {
        let of = self.mind.list.as_ref().and_then(|list| list.of.as_ref());
        of == Some(&Subject::Dispute(Dispute::Review, None))
    }

    /// 收到8件，其中网络5件、邮寄3件，均已答复: whether the open list tells who applied or how, of all.
    pub(in crate::claims) fn lists_who_or_how(&self) -> bool {
        let tally = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
        tally.is_some_and(|tally| {
            let mut parts = tally.parts.iter();
            parts.all(|part| matches!(part.subject, Some(Subject::Applicant(_) | Subject::Channel(_))))
        })
    }

    /// 网站公开7条，微信公开8条，其他方式公开5条。其中…: of which of them, can't be told.
    fn is_one_of_several(&self, item: &Item) -> bool {
        let sentence = self.sentence_before(item.number.start);
        let start = item.number.start - sentence.len();
        let published = |subject: Option<&Subject>| matches!(subject, Some(Subject::Published(_)));
        let here = |claim: &&Claim| claim.section == self.section && claim.words.start >= start;
        let mut claims = self.out.claims.iter().rev().take_while(here);
        let unknown = item.subject.is_none() && self.opens_sentence(item.number.end);
        (published(item.subject.as_ref()) || unknown)
            && claims.any(|claim| !claim.part && published(Some(&claim.subject)) && claim.words.end < item.number.start)
    }

    /// Whether a sentence has ended since a place: 其中 then speaks of all of it, not of its last number.
    fn opens_sentence(&self, since: usize) -> bool {
        self.text.get(since..).and_then(|rest| rest.split("其中").next()).is_some_and(|between| between.contains('。'))
    }
}
