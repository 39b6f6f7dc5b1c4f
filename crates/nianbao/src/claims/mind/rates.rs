//! Numbers beside the counts: people, shares, rates.

use std::ops::Range;

use super::{Reader, Topic};
use crate::claims::claim::{AllAnswered, Claim, Item, Share, Subject};
use crate::claims::figure::Figure;
use crate::claims::lexicon::Word;
use crate::claims::token::{Kind, Token};
use crate::number::Number;

impl<'a> Reader<'a> {
    /// 追究责任2人, 对2名人员责任追究.
    pub(in crate::claims) fn people(&mut self, left: &[Token], token: &Token, figure: Figure, right: &[Token]) {
        let blamed = left.iter().chain(right).any(|t| t.word() == Some(Word::Accountability))
            && !right.iter().any(|t| t.word() == Some(Word::Not));
        // 追究1名工作人员责任; 对1名工作人员扣减绩效，追究其责任.
        let after = self.sentence_after(token.at.end);
        let split = self.span_text(left).ends_with("追究")
            && after.split('，').next().is_some_and(|words| words.contains("责任"));
        let blamed = blamed || split || after.contains("追究其") && after.contains("责任");
        let other_year = left.iter().any(|t| matches!(t.kind, Kind::Year(year) if Some(year) != self.year));
        if blamed && !self.mind.other_time && !other_year {
            let words = self.words_up_to(left, token);
            self.claim(Subject::Accountability, figure.quantity, words, false);
        }
    }

    pub(in crate::claims) fn percent(&mut self, left: &[Token], token: &Token, percent: Number) {
        let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
        let Some(item) = self.last_item.clone() else {
            return self.rate(left, token, percent);
        };
        if let Some(sign) = self.mind.growth {
            self.growth(sign, token, percent);
        } else if self.shares_in_turn(left) {
            // 公开5件、部分公开3件，占比依次为50%、30%; 两项合计占80%: no share of the last number.
        } else if let Some(part) = self.result_that_shares(left) {
            // 答复20件，公开8件…。予以公开的占40%: of the number told before.
            let words = part.number.start..token.at.end;
            self.out.shares.push(Share { part, whole: None, percent, words, section: self.section });
        } else if has(Word::Share) && self.is_of_another(left) {
            // 46篇，其中图解占60%: what has the share was not counted.
        } else if has(Word::Share) {
            let whole = self.mind.list.as_ref().and_then(|list| self.out.tallies.get(list.tally));
            let whole = whole.map(|tally| tally.total.clone());
            let words = item.number.start..token.at.end;
            self.out.shares.push(Share { part: item, whole, percent, words, section: self.section });
        } else {
            self.rate(left, token, percent);
        }
    }

    /// Whether shares follow in the order of numbers told before, or are of several together.
    fn shares_in_turn(&self, left: &[Token]) -> bool {
        let said = self.sentence_before(left.last().map_or(0, |t| t.at.end));
        let clause = said.rsplit(['，', '；']).next().unwrap_or_default();
        let several = ["依次", "分别", "两项", "两类", "三项", "三类", "合计占", "合占", "共占"];
        clause.contains('占') && several.iter().any(|word| clause.contains(word))
    }

    /// The result that is named before 占, as it was counted before.
    fn result_that_shares(&self, left: &[Token]) -> Option<Item> {
        let share = left.iter().position(|t| t.word() == Some(Word::Share))?;
        let named: Vec<&Token> =
            left.get(..share)?.iter().filter(|t| matches!(t.word(), Some(Word::Result(_)))).collect();
        let [named] = named.as_slice() else { return None };
        let Some(Word::Result(row)) = named.word() else { return None };
        let plain = self.text.get(named.at.end..left.get(share)?.at.start)?;
        let here = |claim: &&Claim| claim.section == self.section && claim.sentence + 2 > self.sentence;
        let mut told = self.out.claims.iter().rev().take_while(here);
        let counted = told.find(|claim| claim.subject == Subject::Results(vec![row]) && claim.quantity.is_exact())?;
        matches!(plain, "" | "的" | "件数").then(|| Item {
            quantity: counted.quantity,
            unit: "件",
            section: self.section,
            words: counted.words.clone(),
            number: named.at.start..named.at.start,
            subject: Some(counted.subject.clone()),
        })
    }

    /// Whether the words before 占 name something else than the last number: 图解占60%.
    fn is_of_another(&self, left: &[Token]) -> bool {
        let before = left.split(|t| t.word() == Some(Word::Share)).next().unwrap_or_default();
        let named = before.iter().filter(|t| t.kind == Kind::Noise).map(|t| self.text_of(t).trim());
        // 共办理1527件，其中不予公开占7.3%.
        let labelled = |t: &Token| matches!(t.word(), Some(Word::Result(_) | Word::Applicant(_) | Word::Channel(_)));
        if before.iter().any(labelled) {
            return true;
        }
        let own = ["", "件", "的", "各", "均", "约", "其", "分别", "数量", "件数", "比例", "此类", "这类", "该类"];
        named.into_iter().any(|words| !own.contains(&words))
    }

    /// 办结率100%: nothing is left. 按期答复率 only says that nothing was late.
    pub(super) fn rate(&mut self, left: &[Token], token: &Token, percent: Number) {
        self.share_answered(left, token, percent);
        let rate = left.iter().rev().find(|t| t.word() == Some(Word::Rate));
        let whole = percent == Number::from(100);
        let here = whole && self.mind.topic == Topic::Applications && !self.mind.other_time;
        let rate = rate.filter(|rate| here && matches!(self.text_of(rate), "办结率" | "答复率"));
        if let Some(rate) = rate {
            self.all_answered(rate.at.start..token.at.end, true);
        }
    }

    /// 办结36件，办结率92.3%: a share of what came in.
    fn share_answered(&mut self, left: &[Token], token: &Token, percent: Number) {
        let rate = left.iter().rev().find(|t| t.word() == Some(Word::Rate));
        let answered = |item: &Item| item.subject == Some(Subject::Answered) && item.quantity.is_exact();
        let item = self.last_item.clone().filter(answered);
        if let (Some(part), Some(rate)) = (item, rate)
            && self.text_of(rate) == "办结率"
            && !self.mind.other_time
        {
            let words = rate.at.start..token.at.end;
            self.out.shares.push(Share { part, whole: None, percent, words, section: self.section });
        }
    }

    pub(in crate::claims) fn all_answered(&mut self, words: Range<usize>, in_time: bool) {
        let (section, sentence) = (self.section, self.sentence);
        self.out.all_answered.push(AllAnswered { section, words, sentence, in_time });
    }
}
