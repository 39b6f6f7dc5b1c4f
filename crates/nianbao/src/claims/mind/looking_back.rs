//! What was said before: in the phrase, in the sentence, in the list that is open.

use std::ops::Range;

use super::{LOOK_BACK, Reader, Topic};
use crate::claims::claim::{Subject, Why};
use crate::claims::lexicon::{self, Dispute, Word};
use crate::claims::quantity::Quantity;
use crate::claims::token::{Kind, Token};

/// So many sentences back, lines of a list among them, a total still governs its parts.
const LATELY: usize = 12;

impl<'a> Reader<'a> {
    pub(in crate::claims) fn text_of(&self, token: &Token) -> &'a str {
        self.text.get(token.at.clone()).unwrap_or_default()
    }

    /// From the first word that matters to the number's end.
    pub(in crate::claims) fn words_up_to(&self, left: &[Token], token: &Token) -> Range<usize> {
        let matters =
            |t: &&Token| !matches!(t.word(), None | Some(Word::Among | Word::Total | Word::ThisYear | Word::Scope));
        left.iter().find(matters).map_or(token.at.start, |t| t.at.start)..token.at.end
    }

    /// The words of some tokens, with what stands between them.
    pub(in crate::claims) fn span_text(&self, tokens: &[Token]) -> &'a str {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => self.text.get(first.at.start..last.at.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether the sentence has these words before the last of some tokens.
    pub(in crate::claims) fn said_in_sentence(&self, words: &str, tokens: &[Token]) -> bool {
        let end = tokens.last().map_or(0, |t| t.at.end);
        self.sentence_before(end).contains(words)
    }

    /// What stands before a place in its sentence.
    pub(in crate::claims) fn sentence_before(&self, end: usize) -> &'a str {
        let start = end.saturating_sub(LOOK_BACK);
        let start = (start..=end).find(|start| self.text.is_char_boundary(*start)).unwrap_or(end);
        let before = self.text.get(start..end).unwrap_or_default();
        before.rsplit(['。', '\n']).next().unwrap_or_default()
    }

    /// What stands after a place in its sentence.
    pub(in crate::claims) fn sentence_after(&self, from: usize) -> &'a str {
        let end = from.saturating_add(LOOK_BACK).min(self.text.len());
        let end = (from..=end).rev().find(|end| self.text.is_char_boundary(*end)).unwrap_or(from);
        let after = self.text.get(from..end).unwrap_or_default();
        after.split(['。', '\n']).next().unwrap_or_default()
    }

    /// Whether applications, or what became of them, were counted not long before.
    pub(in crate::claims) fn counted_applications_lately(&self) -> bool {
        let here = self.out.claims.iter().rev().take_while(|claim| claim.section == self.section);
        let mut lately = here.take_while(|claim| self.sentence.saturating_sub(claim.sentence) <= LATELY);
        lately.any(|claim| {
            let result = matches!(claim.subject, Subject::Results(_) | Subject::ResultOrCause(..));
            result || claim.subject.is_of_applications()
        })
    }

    /// 收到11件，办结11件: the number answered is that of those received.
    pub(in crate::claims) fn repeats_received(&self, token: &Token) -> bool {
        let Some(figure) = token.figure() else { return false };
        let here = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        let mut received = here.filter(|claim| matches!(claim.subject, Subject::Received | Subject::NewlyReceived));
        received.next().is_some_and(|claim| claim.quantity.value == figure.quantity.value)
            && !self.mind.told.contains(&Subject::CarriedIn)
    }

    /// Whether this sentence has received more than a number.
    pub(in crate::claims) fn received_more(&self, token: &Token) -> bool {
        let number = token.figure().and_then(|figure| figure.quantity.value.integer());
        let mut here = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        here.any(|claim| claim.subject == Subject::Received && claim.quantity.value.integer() > number)
    }

    /// Whether this sentence or the one before tells how many were carried in.
    pub(in crate::claims) fn counted_carried_in(&self) -> bool {
        let mut near = self.out.claims.iter().rev().take_while(|claim| claim.sentence + 1 >= self.sentence);
        near.any(|claim| claim.subject == Subject::CarriedIn && !claim.quantity.value.is_zero())
    }

    /// 区水利局办理58件, in the report of another: whether the word before a verb names an organ that
    /// the report's own name doesn't.
    pub(in crate::claims) fn is_done_by_another(&self, left: &[Token], verb: usize) -> bool {
        let names = |t: &&Token| t.kind == Kind::Noise || matches!(t.word(), Some(Word::Outlet(_)));
        // 政府网站共办理3件: 共 parts nothing.
        let mut before = left.iter().take(verb).rev().skip_while(|t| t.word() == Some(Word::Total));
        let total = left.iter().take(verb).rev().take_while(|t| t.word() == Some(Word::Total)).last();
        let begins = total.or(left.get(verb)).map(|t| t.at.start);
        let Some(noise) = before.next().filter(names).filter(|t| begins == Some(t.at.end)) else {
            return false;
        };
        let name = self.text_of(noise).trim_end_matches("合计").trim_end_matches("共同");
        let organ = [
            "局", "委", "厅", "街道", "镇", "乡", "部门", "中心", "大队", "单位", "办", "渠道", "途径", "方式", "网站",
        ];
        // 由各种途径, 通过政府网站等渠道: more than one.
        let phrase = self.sentence_before(noise.at.end).rsplit(['，', '；']).next();
        // 群众向我局提出的: who is asked, not who does it.
        let own = phrase.is_some_and(|phrase| phrase.contains(['等', '各', '多']))
            || name.contains('向')
            || ["我", "本", "全", "该", "各"].iter().any(|own| name.starts_with(own))
            || ["党政", "综合"].iter().any(|office| name.contains(office));
        let last: Vec<char> = name.chars().rev().take(4).collect();
        let is_organ = last.len() > 1 && organ.iter().any(|end| name.ends_with(end));
        is_organ && !own && !last.iter().all(|c| self.agency.contains(*c))
    }

    /// Whether a place comes right after the heading of its paragraph, one of 依申请公开.
    pub(in crate::claims) fn follows_heading(&self, at: usize) -> bool {
        let line = self.text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        self.heading == Topic::Applications
            && (line.trim_end().ends_with(['：', ':', '。']) || line.trim_end().ends_with("方面，"))
            && line.chars().count() <= 16
    }

    /// Whether nothing but a time stands before a word in its sentence.
    pub(in crate::claims) fn begins_sentence(&self, token: &Token) -> bool {
        self.sentence_before(token.at.start).trim().chars().count() <= 8
    }

    /// Whether this section has counted such reviews or suits.
    pub(in crate::claims) fn counted_in_section(&self, dispute: Dispute) -> bool {
        let here = self.out.claims.iter().rev().take_while(|claim| claim.section == self.section);
        here.into_iter().any(|claim| claim.subject == Subject::Dispute(dispute, None))
    }

    /// Whether a word begins a sentence, with nothing before it, in the paragraph about oversight.
    pub(in crate::claims) fn begins_sentence_bare(&self, token: &Token) -> bool {
        let before = self.text.get(..token.at.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let heading = line.split(['。', '：']).next().unwrap_or_default();
        heading.contains("监督保障") && line.ends_with('。') && !self.agency.contains("司法")
    }

    /// The suits that this sentence counted last.
    pub(in crate::claims) fn last_suits(&self) -> Option<(Quantity, Option<Why>)> {
        let mut here = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        let suits = here.find(|claim| claim.subject == Subject::Dispute(Dispute::Suit, None))?;
        Some((suits.quantity, suits.doubt))
    }

    /// The kind of result that was counted last.
    pub(in crate::claims) fn last_kind(&self) -> Option<(&'static str, Quantity)> {
        let item = self.last_item.as_ref()?;
        match item.subject.as_ref()? {
            Subject::Results(rows) => match rows.as_slice() {
                [kind] => Some((kind, item.quantity)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a number is followed by 、 and so by more of its kind.
    pub(in crate::claims) fn goes_on_listing(&self, token: &Token) -> bool {
        self.text.get(token.at.end..).is_some_and(|rest| rest.trim_start().starts_with(['、', '和', '及']))
    }

    /// The last number, of this sentence's applications, whose words didn't tell what became of them.
    pub(in crate::claims) fn last_part(&self) -> Option<Quantity> {
        let item = self.last_item.as_ref().filter(|item| item.subject.is_none() && item.unit == "件")?;
        // 收到5件。其中1件索要预算表，予以公开.
        let here = self.out.claims.last()?.sentence + usize::from(self.mind.list.is_some()) >= self.sentence;
        here.then_some(item.quantity)
    }

    /// The last number.
    pub(in crate::claims) fn last_quantity(&self) -> Option<Quantity> {
        self.last_item.as_ref().map(|item| item.quantity)
    }

    /// What the last number was about.
    pub(in crate::claims) fn last_subject(&self) -> Option<&Subject> {
        self.last_item.as_ref().and_then(|item| item.subject.as_ref())
    }

    /// 政府办公室收到20件，全部答复: whether the numbers are an office's, in a report of the whole area.
    pub(in crate::claims) fn speaks_of_an_office(&self) -> bool {
        let whose = self.mind.scope.clone().and_then(|scope| self.text.get(scope)).unwrap_or_default();
        ["办公室", "办公厅", "政府办"].iter().any(|office| whose.ends_with(office) && !self.agency.ends_with(office))
    }

    /// Whether the paragraph that is being read names another channel, too.
    pub(in crate::claims) fn paragraph_names_another(&self, token: &Token, channel: &Subject) -> bool {
        let before = self.text.get(..token.at.start).and_then(|before| before.rsplit('\n').next());
        let after = self.text.get(token.at.end..).and_then(|after| after.split('\n').next());
        let named = [before, after].into_iter().flatten().flat_map(lexicon::channels);
        named.into_iter().any(|named| Subject::Channel(named) != *channel)
    }

    /// The row that the phrase before gave as the reason for a kind of result.
    pub(in crate::claims) fn reason_for(&self, kind: &str) -> Option<&'static str> {
        match self.mind.named.as_ref()? {
            Subject::Results(rows) => {
                rows.iter().copied().find(|row| row.split_once('.').is_some_and(|(of, _)| of == kind))
            }
            _ => None,
        }
    }

    /// Whether no bracket is open.
    pub(in crate::claims) fn outermost(&self) -> bool {
        self.outer.is_empty()
    }

    /// The last number of applications, received or answered, in this sentence or the one before.
    pub(in crate::claims) fn last_total_of_applications(&self) -> Option<Quantity> {
        let total = |subject: &Subject| {
            matches!(
                subject,
                Subject::Received
                    | Subject::NewlyReceived
                    | Subject::Handled
                    | Subject::Answered
                    | Subject::ReceivedWithCarried
            )
        };
        let carried = self.mind.last.as_ref().filter(|item| item.subject.as_ref().is_some_and(total));
        let told = self.out.claims.iter().rev().take_while(|claim| claim.sentence == self.sentence);
        let mut told = told.filter(|claim| claim.section == self.section && total(&claim.subject));
        carried.map(|item| item.quantity).or_else(|| told.next().map(|claim| claim.quantity))
    }

    /// The kind of result that the open bracket explains, and its number.
    pub(in crate::claims) fn kind_before_bracket(&self) -> Option<(&'static str, Quantity)> {
        let list = self.mind.list.as_ref().filter(|_| !self.outer.is_empty())?;
        let tally = self.out.tallies.get(list.tally).filter(|tally| tally.parts.is_empty())?;
        match tally.total.subject.as_ref()? {
            Subject::Results(rows) => match rows.as_slice() {
                [kind] => Some((kind, tally.total.quantity)),
                _ => None,
            },
            _ => None,
        }
    }
}
