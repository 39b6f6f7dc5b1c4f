//! Growth: by so many per cent, by so many, and of which number.

use super::Reader;
use crate::claims::claim::{Claim, Difference, Growth, Item, Subject};
use crate::claims::figure::Figure;
use crate::claims::lexicon::Word;
use crate::claims::token::Token;
use crate::number::Number;

impl Reader<'_> {
    /// 增长20%, of the last number.
    pub(super) fn growth(&mut self, sign: i64, token: &Token, percent: Number) {
        // 收到9件，其中自然人6件、企业3件，比上年增长20%: after all its parts, the whole.
        let Some(last) = self.added_up().or(self.last_item.as_ref()).cloned() else { return };
        let own = self.grows(&last, token).then_some(last);
        let Some(item) = own.or_else(|| self.received_that_grows(token)) else { return };
        let signed = Number::parse(&format!("{}{percent}", if sign < 0 { "-" } else { "" })).unwrap_or(percent);
        let now = item.quantity.value.integer();
        let (said, difference) = (self.mind.before, self.mind.difference.and_then(Number::integer));
        let computed = now.zip(difference).and_then(|(now, difference)| now.checked_sub(difference)).map(Number::from);
        // 同2023年（20件）相比增加3件，增幅15%: of 23, whatever number was last.
        if said.is_some() && computed.is_some() && said != computed {
            return;
        }
        let words = item.number.start..token.at.end;
        let before = said.or(computed);
        self.out.growths.push(Growth { now: item, before, percent: signed, words, section: self.section });
    }

    /// Where the clause of a token begins.
    fn clause_start(&self, token: &Token) -> usize {
        let sentence = self.sentence_before(token.at.start);
        token.at.start - sentence.rsplit(['，', '；']).next().unwrap_or_default().len()
    }

    /// 收到8件，结转2件。新收量较上年的10件减少20%: what came in, where the clause names it.
    fn received_that_grows(&self, token: &Token) -> Option<Item> {
        let clause = self.text.get(self.clause_start(token)..token.at.start)?;
        let named = ["新收", "申请量", "申请数量", "收件量"].iter().any(|word| clause.starts_with(word));
        let said = named && !clause.contains("分别") && !self.last_is_past && !self.mind.grows_otherwise;
        let near = |claim: &&Claim| claim.section == self.section && claim.sentence + 1 >= self.sentence;
        let mut received = self.out.claims.iter().rev().take_while(near).filter(|claim| claim.subject.is_received());
        let claim = received.find(|claim| said && claim.quantity.is_exact())?;
        let here = self.clause_start(token);
        Some(Item {
            quantity: claim.quantity,
            unit: "件",
            section: self.section,
            words: claim.words.clone(),
            // Marked is what is told of its growth, not the number further back.
            number: here..here,
            subject: Some(claim.subject.clone()),
        })
    }

    /// Whether the growth told at a token is that of a number: 结转5件。新收数量比上年少18件 speaks of another, and so
    /// does 上年的复议、诉讼为5件、4件，本年分别下降20%、25%.
    fn grows(&self, item: &Item, token: &Token) -> bool {
        if self.last_is_past {
            return false;
        }
        let sentence = self.sentence_before(token.at.start);
        let clause = sentence.rsplit(['，', '；']).next().unwrap_or_default();
        if clause.contains("分别") || self.mind.grows_otherwise {
            return false;
        }
        let begins = token.at.start - clause.len();
        begins < item.number.end || is_named(clause, item)
    }

    /// Whether the growth reaches a number (增长到, 增至, 达) rather than being one.
    pub(in crate::claims) fn reaches(&self, left: &[Token]) -> bool {
        let last = left.iter().rev().find(|t| t.word() == Some(Word::Growth));
        let from = last.map_or(left.first().map_or(0, |t| t.at.start), |t| t.at.end);
        let to = left.last().map_or(from, |t| t.at.end);
        last.is_some() && self.text.get(from..to).is_some_and(|between| between.contains(['至', '到', '达']))
    }

    /// 增加2件; 较上年（4件）: the difference, or last year's number.
    pub(in crate::claims) fn note_difference(&mut self, sign: i64, figure: Figure, left: &[Token], token: &Token) {
        let Some(value) = figure.quantity.value.integer() else { return };
        let here = |item: &Item| {
            let between = self.text.get(item.number.end..token.at.start);
            item.unit == figure.unit
                && item.quantity.is_exact()
                && between.is_some_and(|text| !text.contains(['。', '\n']))
        };
        let item = self.last_item.clone().filter(here);
        let grows = item.as_ref().is_none_or(|item| self.grows(item, token));
        self.mind.grows_otherwise |= !grows;
        let by = left.iter().rev().find(|t| t.word() == Some(Word::Growth));
        if let Some(by) = by.filter(|by| !self.compares(by)) {
            self.mind.difference = Some(Number::from(value.saturating_mul(sign)));
            let plain = self.is_told_at_once(by, token);
            let fits = |now: &Item, before: Number| {
                let due =
                    now.quantity.value.integer().zip(before.integer()).and_then(|(now, then)| now.checked_sub(then));
                due == Some(value.saturating_mul(sign))
            };
            // 收到6件，其中网上5件，比上年（4件）多2件: of the whole, or of the part.
            let whole = self.mind.last.clone().zip(self.mind.before).is_some_and(|(whole, then)| fits(&whole, then));
            if let (Some(now), Some(before), true) = (item, self.mind.before, grows && plain && !whole) {
                let words = by.at.start..token.at.end;
                let (section, by) = (self.section, value.saturating_mul(sign));
                self.out.differences.push(Difference { now, before, by, words, section });
            }
        } else {
            self.mind.before = Some(Number::from(value));
            self.mind.before_ends = token.at.end;
        }
    }

    /// Whether a difference follows last year's number at once: 较上年（9件）减少视频类4件 tells of a part, and so does
    /// 总数较上年（9件）多2件, after parts.
    fn is_told_at_once(&self, by: &Token, token: &Token) -> bool {
        let between = self.text.get(self.mind.before_ends..by.at.start).unwrap_or_default();
        let between =
            ["）", ")", "，", "相比", "同比"].iter().fold(between, |rest, word| rest.trim_start_matches(word));
        let adjacent = token.at.start.saturating_sub(by.at.end) <= '了'.len_utf8();
        let clause = self.sentence_before(self.mind.before_ends).rsplit(['，', '；']).next().unwrap_or_default();
        let sums = ["总", "合计", "共", "分别"].iter().any(|word| clause.contains(word));
        between.is_empty() && adjacent && !sums
    }

    /// 较上年5件: the word only says with what.
    fn compares(&self, by: &Token) -> bool {
        let said = self.text_of(by);
        said.starts_with(['较', '比', '与']) && !said.contains(['增', '减', '多', '少'])
    }
}

/// Whether what a clause says before 比, 较 or 同比 names a number, or nothing.
fn is_named(clause: &str, item: &Item) -> bool {
    let at = ["同比", "比", "较", "与", "增", "减", "下降", "上升"].iter().filter_map(|word| clause.find(word)).min();
    let named = clause.get(..at.unwrap_or(0)).unwrap_or_default().trim();
    let received = matches!(item.subject, Some(Subject::Received | Subject::NewlyReceived | Subject::ReceivedFrom(_)));
    let other = ["新收", "收到", "受理", "收件"].iter().any(|word| named.contains(word));
    !other || received
}
