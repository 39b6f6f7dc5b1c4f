//! Reads a section phrase by phrase, keeping in mind what is being spoken of.
//!
//! A phrase ends at a stop, and at 、 when it has a number; within it every number ends a piece. The
//! words to the left of a number say what it counts; where the piece begins with the number, those
//! to its right do. What is left out is what was said last: the topic, the verb, the total.

use super::claim::{Narrative, Why};
use super::figure::{Figure, Measure};
use super::lexicon::{Dispute, Word};
use super::mind::{Reader, Topic, Verdict};
use super::token::{Kind, Stop, Token};
use super::{applications, disclosure, disputes, unnumbered};
use crate::report::Report;

/// A phrase with more tokens than this is none.
const LONGEST_PHRASE: usize = 200;
/// A report with more claims than this is no report.
const MOST_CLAIMS: usize = 1000;
/// Reads one section's text into the narrative. Returns the number of the next sentence.
pub(super) fn read(
    report: &Report,
    section: usize,
    text: &str,
    tokens: &[Token],
    first_sentence: usize,
    out: &mut Narrative,
) -> usize {
    let mut reader = Reader::new(report, section, text, first_sentence, out);
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let Some(stop) = token.stop() else { continue };
        let phrase = &tokens[start..i];
        let ends = phrase.last().is_some_and(counts) || phrase.iter().any(counts) && !denies_at_end(phrase);
        if stop == Stop::Enumeration && !ends && !ends_denial(phrase, &tokens[i + 1..]) {
            continue;
        }
        reader.phrase(phrase);
        reader.stop(stop, token);
        start = i + 1;
        if reader.out.claims.len() > MOST_CLAIMS || reader.out.untied.len() > MOST_CLAIMS {
            return reader.sentence + 1;
        }
    }
    reader.phrase(&tokens[start.min(tokens.len())..]);
    reader.sentence + 1
}

/// 收到2件没有发生行政复议、行政诉讼: what is denied goes on after 、.
fn denies_at_end(phrase: &[Token]) -> bool {
    phrase.iter().rev().take_while(|t| !counts(t)).any(|t| t.word() == Some(Word::Not))
}

/// 没有废止、在用9件: what is denied ends where the next has a number.
fn ends_denial(phrase: &[Token], rest: &[Token]) -> bool {
    let denies = phrase.iter().any(|t| t.word() == Some(Word::Not));
    denies && rest.iter().take_while(|t| t.stop().is_none()).any(counts)
}

/// Whether a word names what is counted.
fn is_noun(word: Word) -> bool {
    matches!(
        word,
        Word::Application
            | Word::BareApplication
            | Word::Dispute(_)
            | Word::Normative
            | Word::Rules
            | Word::Decision(_)
            | Word::Foreign
            | Word::Fees
            | Word::ProcessingFee
    )
}

fn counts(token: &Token) -> bool {
    matches!(token.kind, Kind::Figure(_) | Kind::Percent(_))
}

impl Reader<'_> {
    fn phrase(&mut self, tokens: &[Token]) {
        if tokens.len() > LONGEST_PHRASE {
            return;
        }
        let mut start = 0;
        let mut counted = false;
        for (i, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Figure(figure) if figure.measure != Measure::Person => {
                    let next = tokens[i + 1..].iter().position(counts).map_or(tokens.len(), |n| i + 1 + n);
                    self.leave_list(&tokens[start..i], token, figure);
                    self.note(&tokens[start..i], true);
                    self.count(&tokens[start..i], token, figure, &tokens[i + 1..next]);
                    start = i + 1;
                    counted = true;
                }
                Kind::Figure(figure) => self.people(&tokens[start..i], token, figure, &tokens[i + 1..]),
                Kind::Percent(percent) => {
                    self.note(&tokens[start..i], false);
                    self.percent(&tokens[start..i], token, percent);
                    counted = true;
                }
                _ => {}
            }
        }
        let rest = &tokens[start.min(tokens.len())..];
        self.note(rest, false);
        if !rest.is_empty() {
            unnumbered::read(self, rest, counted);
        }
        self.mind.named = if counted { None } else { applications::named_alone(self, tokens) };
        if counted {
            self.list_of_those(rest);
        }
    }

    /// A number with the words left and right of it.
    fn count(&mut self, left: &[Token], token: &Token, figure: Figure, right: &[Token]) {
        if let Some(sign) = self.mind.growth {
            if !self.reaches(left) {
                self.note_difference(sign, figure, left, token);
                return;
            }
            self.mind.growth = None;
        }
        let noun = self.note_noun_after(left, token, right);
        let waiting = !self.mind.queue.is_empty() && left.iter().all(|t| t.word().is_none());
        let mut verdict = if waiting {
            Verdict::Claim(self.mind.queue.remove(0), token.at.clone())
        } else {
            self.mind.queue.clear();
            self.verdict(left, token, figure, right)
        };
        let late_year = right.iter().any(|t| matches!(t.kind, Kind::Year(y) if Some(y) != self.year));
        if (self.mind.other_time || late_year) && !matches!(verdict, Verdict::Passing | Verdict::Counted) {
            verdict = Verdict::Untied(Why::OtherTime);
        }
        if figure.measure == Measure::None && matches!(verdict, Verdict::Counted | Verdict::Untied(_)) {
            return;
        }
        self.mind.counted_foreign |= self.mind.topic == Topic::Foreign;
        if let (Verdict::Claim(_, words), Some(noun)) = (&mut verdict, noun)
            && words.end == token.at.end
        {
            words.end = noun;
        }
        self.take(verdict, token, figure, left);
    }

    /// 收到3份公开申请: the noun stands after the number. The end of an application's.
    fn note_noun_after(&mut self, left: &[Token], token: &Token, right: &[Token]) -> Option<usize> {
        if left.iter().any(|t| t.word().is_some_and(is_noun)) || self.mind.list.is_some() {
            return None;
        }
        // 1件答复被复议机关纠正: what happened to it names the review.
        let said = self.span_text(right);
        let said = said.split(['，', '；']).next().unwrap_or_default();
        let corrected =
            ["答复被复议", "被复议"].iter().any(|words| self.sentence_after(token.at.end).starts_with(words));
        if corrected && disputes::first_ending(right).is_some() && said.chars().count() <= 24 {
            self.turn_to(Topic::Disputes(Dispute::Review));
            return None;
        }
        // 5件现行有效的规范性文件: what was done to them may stand between.
        let mut words = right
            .iter()
            .take_while(|t| t.stop().is_none())
            .filter(|t| !matches!(t.word(), None | Some(Word::AboutInformation)));
        let is_deed = |t: &&Token| matches!(t.word(), Some(Word::Stock(_)));
        let first = words.next()?;
        let noun = if is_deed(&first) { words.next().unwrap_or(first) } else { first };
        // 收到2件区政府的征询单: what is no application is told from farther off.
        let received = left.iter().any(|t| t.word() == Some(Word::Receive));
        let farthest = if noun.word() == Some(Word::Foreign) && received { 30 } else { 12 };
        let near = first.at.start - token.at.end <= farthest && noun.at.start.saturating_sub(first.at.end) <= 6;
        let names = |word: &Word| is_noun(*word) || matches!(word, Word::Result(_));
        if let Some(word) = noun.word().filter(|word| near && names(word)) {
            self.note_word(word, noun, &[], false, true);
        }
        let application = matches!(noun.word(), Some(Word::Application | Word::BareApplication));
        (near && application && self.mind.topic == Topic::Applications).then_some(noun.at.end)
    }

    /// 没有引发行政复议。4件全部提供，1件不掌握: in the paragraph about applications a sentence that names no dispute
    /// tells what became of them.
    fn returns_to_applications(&self, token: &Token, left: &[Token], right: &[Token]) -> bool {
        let named =
            ["复议", "诉讼", "起诉", "应诉"].iter().any(|word| self.sentence_before(token.at.start).contains(word));
        let tells = |t: &Token| matches!(t.word(), Some(Word::Result(row)) if row != "other.3");
        let here = |tokens: &[Token]| tokens.iter().take_while(|t| t.stop().is_none()).any(tells);
        matches!(self.mind.topic, Topic::Disputes(_)) && self.saw_applications && !named && (here(left) || here(right))
    }

    fn verdict(&mut self, left: &[Token], token: &Token, figure: Figure, right: &[Token]) -> Verdict {
        if figure.measure == Measure::Money {
            return disclosure::money(self, left, token);
        }
        if figure.measure == Measure::Other && self.mind.topic != Topic::Published {
            return Verdict::Counted;
        }
        if self.returns_to_applications(token, left, right) {
            self.turn_to(Topic::Applications);
        }
        // 就纠正的1件重新作出答复: it was counted elsewhere, maybe with others.
        let spoken_of = self.span_text(left);
        let again =
            spoken_of.starts_with(['就', '对']) && spoken_of.ends_with('的') || matches!(spoken_of, "对" | "就");
        match self.mind.topic {
            Topic::Applications => applications::verdict(self, left, token, right).doubted_if(again),
            Topic::Disputes(dispute) => disputes::verdict(self, dispute, left, token, right).doubted_if(again),
            Topic::Documents(kind) => disclosure::documents(self, kind, left, token, right),
            Topic::Decisions(kind) => disclosure::decisions(self, kind, left, token, figure, right),
            Topic::Published => disclosure::published(self, left, token, right),
            _ => Verdict::Counted,
        }
    }
}
