//! What words left and right of a number make it count.

use std::ops::Range;

use crate::claims::claim::{Subject, Why};
use crate::claims::lexicon::Word;
use crate::claims::mind::{Reader, Verdict};
use crate::claims::results::{granted_to_the_right, is_alternative, pooled, result, results_in};
use crate::claims::token::Token;

/// What a word makes a number count.
pub(in crate::claims) fn label(word: Word) -> Option<Subject> {
    Some(match word {
        Word::Receive | Word::Submit => Subject::Received,
        Word::NewlyReceive => Subject::NewlyReceived,
        Word::Handle | Word::ReceiveAndAnswer => Subject::Handled,
        Word::Answer => Subject::Answered,
        Word::CarriedIn => Subject::CarriedIn,
        Word::CarriedOut | Word::Unfinished => Subject::CarriedOut,
        Word::Result(row) => Subject::Results(vec![row]),
        Word::Applicant(applicant) => Subject::Applicant(applicant),
        Word::Channel(channel) => Subject::Channel(channel),
        _ => return None,
    })
}

/// What the words left of a number make it count, with their places. 提交 is receiving only where
/// nothing else tells what is counted: neither another verb nor a channel (当面提交).
pub(super) fn labels(left: &[Token]) -> Vec<(usize, Subject)> {
    let label_of = |(i, t): (usize, &Token)| Some((i, label(t.word()?)?));
    let all: Vec<(usize, Subject)> = left.iter().enumerate().filter_map(label_of).collect();
    let submits = |at: usize| left.get(at).is_some_and(|t| t.word() == Some(Word::Submit));
    let others = all.iter().any(|(at, subject)| subject.is_of_applications() && !submits(*at));
    let channels = all.iter().filter(|(_, subject)| matches!(subject, Subject::Channel(_))).count();
    let named = left.iter().any(|t| matches!(t.word(), Some(Word::Application | Word::BareApplication)));
    let counts = named && !others && channels != 1;
    all.into_iter().filter(|(at, _)| counts || !submits(*at)).collect()
}

/// 结转3件, without a direction: carried out after what was answered, carried in beside what was received.
pub(super) fn carry(reader: &Reader, left: &[Token], here: Range<usize>) -> Verdict {
    let joined = ["加上", "连同", "加之"].iter().any(|word| reader.span_text(left).contains(word));
    let received = reader.mind.told.iter().any(|s| matches!(s, Subject::Received | Subject::NewlyReceived));
    if joined && received {
        return Verdict::Claim(Subject::CarriedIn, here);
    }
    // 信访转依申请公开2件 carries nothing over.
    if left.iter().any(|t| t.word() == Some(Word::Carry) && is_bare_turn(reader.text_of(t))) {
        return Verdict::Untied(Why::Unclear);
    }
    let continues = left.iter().any(|t| matches!(t.word(), Some(Word::Unfinished)));
    let answered = reader
        .mind
        .told
        .iter()
        .any(|s| matches!(s, Subject::Answered | Subject::AnsweredOfReceived | Subject::Handled));
    if continues || answered { Verdict::Claim(Subject::CarriedOut, here) } else { Verdict::Untied(Why::Unclear) }
}

/// 转, without a year: also to another procedure or organ.
pub(super) fn is_bare_turn(carry: &str) -> bool {
    !carry.contains("结转") && !carry.contains("转结") && !matches!(carry, "顺延" | "转入" | "延至" | "延续至")
}

/// N件属于…, N件结转下年, N件已办结, N件公开申请.
pub(super) fn from_the_right(reader: &mut Reader, token: &Token, right: &[Token], except: bool) -> Option<Verdict> {
    if let Some(end) = granted_to_the_right(reader, right) {
        return Some(Verdict::Claim(Subject::Results(vec!["granted"]), token.at.start..end));
    }
    // 2次补正后仍不明确 counts no applications.
    if token.figure().is_some_and(|figure| figure.unit == "次") {
        return None;
    }
    let results = results_in(right);
    if is_alternative(reader, right) {
        return Some(Verdict::Untied(Why::Unclear));
    }
    let end_of = |wanted: &dyn Fn(Word) -> bool| {
        right.iter().rev().find(|t| t.word().is_some_and(wanted)).map_or(token.at.end, |t| t.at.end)
    };
    let claim = |subject: Subject, end: usize| Some(Verdict::Claim(subject, token.at.start..end));
    if right.iter().any(|t| matches!(t.word(), Some(Word::Not))) && results.is_empty() {
        return Some(Verdict::Untied(Why::Unclear));
    }
    if !results.is_empty() {
        // 1件部分公开答复被申请复议: the answer is spoken of, and counted elsewhere.
        let after = reader.sentence_after(right.last().map_or(token.at.end, |t| t.at.end));
        let answer = ["答复，", "告知，", "决定，"]
            .iter()
            .any(|word| reader.sentence_after(end_of(&|w| matches!(w, Word::Result(_)))).starts_with(word));
        if answer && ["复议", "诉讼"].iter().any(|word| after.contains(word)) {
            return Some(Verdict::Untied(Why::PartOfCell));
        }
        let end = end_of(&|w| matches!(w, Word::Result(_)));
        let subject = pooled(reader, right, &results);
        return Some(result(reader, subject, token.at.start..end));
    }
    let first = right.iter().find_map(|t| match t.word() {
        Some(word) if label(word).is_some() || word == Word::Carry && !is_bare_turn(reader.text_of(t)) => {
            Some((word, t.at.end))
        }
        _ => None,
    });
    match first {
        Some((Word::CarriedOut | Word::Unfinished | Word::Carry, end)) => claim(Subject::CarriedOut, end),
        Some((Word::CarriedIn, end)) => claim(Subject::CarriedIn, end),
        Some((Word::Applicant(applicant), end)) => claim(Subject::Applicant(applicant), end),
        Some((Word::Channel(channel), end)) => claim(Subject::Channel(channel), end),
        Some((Word::Answer | Word::Handle, _)) if except => Some(Verdict::Counted),
        Some((Word::Answer, end)) => {
            let repeated = reader.mind.last.as_ref().is_some_and(|last| {
                last.quantity.value == token.figure().map_or(last.quantity.value, |f| f.quantity.value)
            });
            if repeated { Some(Verdict::Passing) } else { claim(Subject::AnsweredOfReceived, end) }
        }
        _ => None,
    }
}
