//! Numbers about reviews and suits: how many, in which group, and how they ended.

use super::claim::{Subject, Why};
use super::lexicon::{Dispute, Ending, Word};
use super::mind::{Reader, Topic, Verdict};
use super::token::{Kind, Token};

/// What a number counts where reviews and suits are spoken of.
pub(super) fn verdict(reader: &mut Reader, topic: Dispute, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    if has(Word::Foreign) && named(left).is_empty() {
        return Verdict::Counted;
    }
    let named = named(left);
    if !named.is_empty() {
        let said = reader.span_text(left);
        let own_cause = left.iter().any(|t| t.word() == Some(Word::AboutInformation));
        let other_cause = OTHER_CAUSES.iter().any(|cause| said.contains(cause));
        reader.mind.other_cause = !own_cause && (other_cause || reader.mind.other_cause);
        // （五）监督保障。…。行政复议2件，维持1件: the paragraph's own are told so, without more words.
        let begins = left.first().is_some_and(|t| named_by(t).is_some() && reader.begins_sentence_bare(t));
        if begins && !other_cause && !reader.mind.about_information {
            reader.mind.about_information = true;
            reader.mind.by_heading = true;
        }
        if reader.mind.by_heading && !counts_all_of_heading(reader, left, token) {
            reader.mind.about_information = false;
            reader.mind.by_heading = false;
        }
    }
    // 参加治安类复议4件，与信息公开无关.
    if SET_APART.iter().any(|words| reader.sentence_after(token.at.end).contains(words)) {
        return not_sure();
    }
    if OTHER_ROLES.iter().any(|role| reader.sentence_before(token.at.start).contains(role)) {
        return not_sure();
    }
    // What was spoken of in an earlier sentence does not name what is counted here.
    let spoken_of = ["复议", "诉讼", "起诉", "应诉", "争议"];
    let before = reader.sentence_before(token.at.start);
    let named_to_the_right = first_named(right).is_some() || first_ending(right).is_some();
    if endings(left).is_empty() && !named_to_the_right && !spoken_of.iter().any(|word| before.contains(word)) {
        return Verdict::Counted;
    }
    if has(Word::Each) && named.len() > 1 {
        let subjects = named.iter().map(|dispute| Subject::Dispute(*dispute, None)).collect();
        let none = token.figure().is_some_and(|figure| figure.quantity.value.is_zero());
        let about_information = is_about_information(reader, left) || none && !reader.mind.other_cause;
        return if about_information { Verdict::Several(subjects, here) } else { not_sure() };
    }
    if (has(Word::Respectively) || has(Word::Namely)) && named.len() > 1 {
        if !is_about_information(reader, left) {
            return not_sure();
        }
        let mut subjects: Vec<Subject> = named.iter().map(|dispute| Subject::Dispute(*dispute, None)).collect();
        let first = subjects.remove(0);
        reader.wait(subjects);
        return Verdict::Claim(first, here);
    }
    let dispute = pooled(&named).unwrap_or(topic);
    if !named.is_empty() && reader.mind.list.as_ref().is_some_and(|list| !holds(list.of.as_ref(), dispute)) {
        reader.mind.list = None;
    }
    reader.mind.topic = Topic::Disputes(dispute);
    let endings = endings(left);
    let light = left.iter().all(|t| {
        matches!(
            t.word(),
            None | Some(Word::Among | Word::Apart | Word::Total | Word::Rest | Word::Remaining | Word::All)
        )
    });
    let noise: usize = left.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    // 已审结9件中维持8件: the nine are told apart first.
    let divided = right.first().is_some_and(|t| reader.text_of(t).starts_with('中'));
    if divided && endings.is_empty() && named.is_empty() {
        return Verdict::Untied(Why::PartOfCell);
    }
    if endings.is_empty() && light && noise <= 9 {
        if let Some((ending, end)) = first_ending(right) {
            // 1件直接起诉的案件撤诉: how many of the group, and how they ended.
            if let Some(group) = right.first().and_then(named_by)
                && matches!(group, Dispute::Direct | Dispute::AfterReview)
                && is_about_information(reader, left)
                && !reader.mind.other_cause
                && !reader.counted_in_section(group)
                && let Some(figure) = token.figure()
            {
                reader.mind.topic = Topic::Disputes(group);
                let named = right.first().map_or(token.at.end, |t| t.at.end);
                reader.claim(Subject::Dispute(group, None), figure.quantity, token.at.start..named, false);
                return checked(reader, left, Subject::Dispute(group, Some(ending)), token.at.start..end);
            }
            return checked(reader, left, Subject::Dispute(dispute, Some(ending)), token.at.start..end);
        }
        if let Some((dispute, end)) = first_named(right) {
            // 行政复议44件，20件做了复议决定: some of those counted.
            if reader.mind.told.contains(&Subject::Dispute(dispute, None)) {
                return Verdict::Untied(Why::PartOfCell);
            }
            reader.mind.topic = Topic::Disputes(dispute);
            return checked(reader, left, Subject::Dispute(dispute, None), token.at.start..end);
        }
    }
    if endings.is_empty() && follows_endings(reader) && is_bare_other(reader, left) {
        return checked(reader, left, Subject::Dispute(dispute, Some(Ending::Other)), here);
    }
    let subject = match endings.as_slice() {
        [] if named.is_empty() && has_total(reader, dispute) => return Verdict::Untied(Why::Unclear),
        [] => Subject::Dispute(dispute, None),
        all if all.iter().all(|ending| *ending == all[0]) => Subject::Dispute(dispute, Some(all[0])),
        _ => return Verdict::Untied(Why::Unclear),
    };
    if has(Word::Stock(super::lexicon::Stock::Made)) || has(Word::Published) {
        return Verdict::Counted;
    }
    checked(reader, left, subject, here)
}

/// Whether a list of these can have those as parts: suits hold both their groups.
fn holds(of: Option<&Subject>, part: Dispute) -> bool {
    match of {
        Some(Subject::Dispute(Dispute::All, _)) => true,
        Some(Subject::Dispute(Dispute::Suit, _)) => {
            matches!(part, Dispute::Suit | Dispute::Direct | Dispute::AfterReview)
        }
        Some(Subject::Dispute(whole, _)) => *whole == part,
        _ => false,
    }
}

fn checked(reader: &mut Reader, left: &[Token], subject: Subject, words: std::ops::Range<usize>) -> Verdict {
    let part = reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(&subject));
    if part {
        return Verdict::Untied(Why::PartOfCell);
    }
    if reader.mind.other_cause || !is_about_information(reader, left) {
        return Verdict::Doubtful(subject, words, Why::AllDisputes);
    }
    Verdict::Claim(subject, words)
}

/// What says that reviews and suits are not those of table 四.
const SET_APART: [&str; 13] = [
    "无关",
    "不列入",
    "不计入",
    "不纳入",
    "不在本",
    "不在其内",
    "不在此列",
    "不属于上述",
    "不属于本",
    "未列入",
    "未计入",
    "单独统计",
    "另行统计",
];

/// What says that others are spoken of than before: 另有复议3件, 代理诉讼2件.
const APART: [&str; 7] = ["另有", "此外", "另办", "代理", "其他类", "其他行政", "其余类"];

/// What says that an organ decides reviews, or appears for another: they are not reviews of its own answers.
const OTHER_ROLES: [&str; 9] = [
    "复议机关身份",
    "复议职责",
    "复议职能",
    "作为复议机关",
    "作为行政复议机关",
    "代市政府",
    "代县政府",
    "代区政府",
    "代省政府",
];

/// Deeds whose reviews and suits are not those of table 四.
pub(super) const OTHER_CAUSES: [&str; 19] = [
    "投诉引",
    "举报引",
    "索赔引",
    "治安",
    "交通类",
    "处罚",
    "许可",
    "强制",
    "执法行为",
    "执法活动",
    "执法工作",
    "执法案件",
    "执法过程",
    "征收",
    "工伤",
    "劳动",
    "仲裁",
    "具体行政行为",
    "其他行政行为",
];

/// Whether a number surely counts what the heading names: 各类行政复议40件，其中信息公开1件 counts more, 提交复议答复书9份
/// counts something else.
fn counts_all_of_heading(reader: &Reader, left: &[Token], token: &Token) -> bool {
    let phrase = reader.span_text(left);
    let more = ["各类", "各种", "所有", "被申请人"].iter().any(|word| phrase.contains(word))
        || reader.sentence_after(token.at.end).contains("公开");
    let after = left.iter().rev().take_while(|t| named_by(t).is_none());
    let plain = after.into_iter().all(|t| matches!(t.word(), None | Some(Word::Total | Word::Each | Word::All)));
    let pieces = token.figure().is_some_and(|figure| ["件", "起", "宗", "例"].contains(&figure.unit));
    !more && plain && pieces
}

/// Which reviews or suits a word names.
fn named_by(token: &Token) -> Option<Dispute> {
    first_named(std::slice::from_ref(token)).map(|(dispute, _)| dispute)
}

/// Whether the last number was of an ending.
fn follows_endings(reader: &Reader) -> bool {
    matches!(reader.last_subject(), Some(Subject::Dispute(_, Some(_))))
}

/// 其他3件 in a list.
pub(super) fn is_bare_other(reader: &Reader, left: &[Token]) -> bool {
    let words = left.iter().filter(|t| t.stop().is_none());
    let said: Vec<&str> = words.map(|t| reader.text_of(t)).collect();
    matches!(said.as_slice(), ["其他" | "其它" | "其他的" | "其他情形"])
}

fn not_sure() -> Verdict {
    Verdict::Untied(Why::AllDisputes)
}

/// An organ may report all reviews and suits that it dealt with; table 四 holds only those about
/// information.
pub(super) fn is_about_information(reader: &Reader, left: &[Token]) -> bool {
    let here = left.iter().any(|t| matches!(t.word(), Some(Word::AboutInformation | Word::Application)));
    let dealt_with = left.iter().any(|t| {
        matches!(
            t.word(),
            Some(Word::Receive | Word::Handle | Word::NewlyReceive | Word::Answer | Word::ReceiveAndAnswer)
        ) && reader.text_of(t) != "答复"
    });
    // 申请人不服答复申请行政复议: the answer was one to an application for information.
    let answered = reader.said_in_sentence("答复", left) && reader.saw_applications;
    let phrase = reader.span_text(left);
    // 另有2件未审结 tells more of those spoken of.
    let apart = !named(left).is_empty() && APART.iter().any(|word| phrase.contains(word));
    let sentence = reader.mind.about_information && !apart;
    here || answered || (sentence && !dealt_with) || (sentence && reader.said_in_sentence("信息公开", left))
}

/// Which reviews and suits are named, in order, each once.
pub(super) fn named(tokens: &[Token]) -> Vec<Dispute> {
    let mut named: Vec<Dispute> = Vec::new();
    for token in tokens {
        match token.word() {
            Some(Word::Dispute(dispute)) if !named.contains(&dispute) => named.push(dispute),
            _ => {}
        }
    }
    // 未经复议直接起诉的行政诉讼: the group says more.
    if named.iter().any(|d| matches!(d, Dispute::Direct | Dispute::AfterReview)) {
        named.retain(|d| *d != Dispute::Suit);
    }
    named
}

fn pooled(named: &[Dispute]) -> Option<Dispute> {
    match named {
        [] => None,
        [one] => Some(*one),
        [Dispute::Direct, Dispute::AfterReview] => Some(Dispute::Suit),
        _ => Some(Dispute::All),
    }
}

fn endings(tokens: &[Token]) -> Vec<Ending> {
    tokens
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Ending(ending)) => Some(ending),
            Some(Word::Lost) => Some(Ending::Corrected),
            word => ending_of(word?),
        })
        .collect()
}

/// The ending that a word tells where reviews and suits are spoken of: 正在办理 of a review, 申请人撤回.
fn ending_of(word: Word) -> Option<Ending> {
    match word {
        Word::Ending(ending) => Some(ending),
        Word::Unfinished => Some(Ending::Pending),
        Word::Result("other" | "other.3") => Some(Ending::Other),
        _ => None,
    }
}

/// Whether a word tells how a review or suit ended.
pub(super) fn tells_ending(token: &Token) -> bool {
    token.word().and_then(ending_of).is_some()
}

pub(super) fn first_ending(tokens: &[Token]) -> Option<(Ending, usize)> {
    tokens.iter().find_map(|t| Some((ending_of(t.word()?)?, t.at.end)))
}

fn first_named(tokens: &[Token]) -> Option<(Dispute, usize)> {
    tokens.iter().find_map(|t| match t.word() {
        Some(Word::Dispute(dispute)) => Some((dispute, t.at.end)),
        _ => None,
    })
}

fn has_total(reader: &Reader, dispute: Dispute) -> bool {
    reader.mind.told.contains(&Subject::Dispute(dispute, None))
}
