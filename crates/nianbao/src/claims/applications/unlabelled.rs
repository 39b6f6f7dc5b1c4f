//! A number of applications without a verb or a label to its left: what stands right of it, or was said before, says
//! what it counts.

use super::labels::{carry, from_the_right};
use crate::claims::claim::{Subject, Why};
use crate::claims::disputes;
use crate::claims::figure::Measure;
use crate::claims::lexicon::{self, Applicant, Word};
use crate::claims::mind::{Reader, Topic, Verdict};
use crate::claims::results::with_partial;
use crate::claims::token::{Kind, Token};

/// A number without a verb or label to its left.
pub(super) fn verdict(reader: &mut Reader, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let noise: usize = left.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    let light = |t: &Token| {
        matches!(
            t.word(),
            None | Some(
                Word::Among
                    | Word::Apart
                    | Word::Total
                    | Word::Remaining
                    | Word::Rest
                    | Word::All
                    | Word::Except
                    | Word::Scope
                    | Word::ThisYear
            )
        )
    };
    // 申请除3件转入下年度外: what stands before 除 does not matter.
    let except = left.iter().rposition(|t| t.word() == Some(Word::Except));
    let begins = left.iter().skip(except.unwrap_or(0)).all(light);
    if begins
        && noise <= 9
        && let Some(verdict) = from_the_right(reader, token, right, has(Word::Except))
    {
        // 余3件转入下年: 余 is one of its words.
        return match verdict {
            Verdict::Claim(subject, words) if has(Word::Remaining) => Verdict::Claim(subject, here.start..words.end),
            verdict => verdict,
        };
    }
    if has(Word::Except) {
        return Verdict::Counted;
    }
    if matches!(reader.last_subject(), Some(Subject::Applicant(_))) && is_other_applicant(reader, left) {
        return Verdict::Claim(Subject::Applicant(Applicant::Column("other")), here);
    }
    let results_told = matches!(reader.last_subject(), Some(Subject::Results(_) | Subject::ResultOrCause(..)));
    if results_told && disputes::is_bare_other(reader, left) {
        // 逾期不补正2件，其他1件: of all the others, or of the last row.
        let told = reader
            .mind
            .told
            .iter()
            .any(|s| matches!(s, Subject::Results(rows) if rows == &["other.1"] || rows == &["other.2"]));
        let subject = if told { Subject::ResultOrCause("other.3", "other") } else { Subject::Results(vec!["other"]) };
        return Verdict::Claim(subject, here);
    }
    // 信函5件、网站3件: in a list of channels a website is one.
    let website = left.last().is_some_and(|t| t.word() == Some(Word::Outlet("website")));
    if website && matches!(reader.last_subject(), Some(Subject::Channel(_))) {
        return Verdict::Claim(Subject::Channel(lexicon::Channel::Online), here);
    }
    // 办理结果中，公开6件: after words about answering, and nothing else before the number.
    let answering = ["答复", "办理", "办结", "其余", "件中", "结果"];
    let plain = left.len() == 1 || left.get(1..).is_some_and(|rest| reader.span_text(rest) == "的");
    let spoken_of = plain && answering.iter().any(|word| reader.sentence_before(here.start).contains(word));
    // 公开11件，部分公开2件.
    let beside = ["，部分公开", "、部分公开", "；部分公开", "（含部分公开", "，其中部分公开"];
    let beside =
        left.len() == 1 && beside.iter().any(|partial| reader.sentence_after(token.at.end).starts_with(partial));
    if has(Word::Publish) && (reader.mind.list.is_some() || reader.mind.role.is_some() || spoken_of || beside) {
        let to_whom = left.iter().any(|t| reader.text_of(t) == "向社会");
        // 已办结6件，其中已主动公开2件: the answer was where it is published.
        let answered = matches!(reader.mind.role, Some(Subject::Answered | Subject::AnsweredOfReceived));
        let already = answered && noise <= 3 && reader.span_text(left).contains("已主动公开");
        let plain = left.iter().any(|t| reader.text_of(t) == "公开") && (noise <= 3 || to_whom) || already;
        return if plain {
            Verdict::Claim(Subject::Results(with_partial(reader, "granted", token)), here)
        } else {
            Verdict::Untied(Why::Unclear)
        };
    }
    if has(Word::Publish) || has(Word::Published) {
        return Verdict::Untied(Why::Unclear);
    }
    if has(Word::Carry) {
        return carry(reader, left, here);
    }
    // 全年共有10件政府信息公开申请, 全年10件申请中.
    let follows = right.iter().find_map(Token::word);
    let time = |t: &Token| t.word() == Some(Word::ThisYear) || matches!(t.kind, Kind::Year(_));
    let near = right.first().is_some_and(|t| t.kind != Kind::Noise || t.at.len() <= 3);
    let pieces = token.figure().is_some_and(|figure| figure.unit == "件");
    let whole_year = pieces && left.iter().all(|t| time(t) || reader.text_of(t) == "有") && left.iter().any(time);
    let noun_follows =
        near && (follows == Some(Word::Application) || whole_year && follows == Some(Word::BareApplication));
    if noun_follows && (has(Word::Total) || whole_year) && reader.mind.list.is_none() {
        return Verdict::Claim(Subject::Received, here);
    }
    let unmeasured = token.figure().is_some_and(|figure| figure.measure == Measure::None);
    if unmeasured && noise > 9 {
        return Verdict::Untied(Why::Unclear);
    }
    let noun = left.iter().rev().find(|t| matches!(t.word(), Some(Word::Application | Word::BareApplication)));
    // （二）依申请公开：1件.
    let time =
        |t: &Token| t.word() == Some(Word::ThisYear) || matches!(reader.text_of(t), "仅" | "仅有" | "只有" | "有");
    let alone = left.iter().all(time) && reader.mind.told.is_empty() && reader.mind.role.is_none();
    if alone
        && reader.follows_heading(left.first().map_or(token.at.start, |t| t.at.start))
        && token.figure().is_some_and(|f| f.unit == "件")
    {
        return Verdict::Claim(Subject::Handled, here);
    }
    if reader.mind.list.is_some() {
        return Verdict::Untied(Why::NoCell);
    }
    if has(Word::Total) {
        let told = &reader.mind.told;
        if told.iter().filter(|subject| matches!(subject, Subject::Channel(_))).count() > 1 {
            return Verdict::Claim(Subject::Received, here);
        }
        let received = told.iter().any(|s| matches!(s, Subject::Received | Subject::NewlyReceived));
        // 申请含上年结转2件共30件.
        let joins = ["含", "连同", "加上", "算上"].iter().any(|word| reader.said_in_sentence(word, left));
        let containing = told.len() == 1 && joins;
        // 公开5件、部分公开2件，合计7件.
        if let Some(Subject::Results(_) | Subject::ResultOrCause(..)) = reader.last_subject()
            && let Some(subject) = total_of_results(reader, token.at.start)
        {
            return Verdict::Claim(subject, here);
        }
        if (received || containing) && told.contains(&Subject::CarriedIn) {
            return Verdict::Claim(Subject::ReceivedWithCarried, here);
        }
    }
    if has(Word::Remaining) {
        let answered = reader.mind.told.iter().any(|s| matches!(s, Subject::Answered | Subject::Handled));
        return if answered { Verdict::Claim(Subject::CarriedOut, here) } else { Verdict::Untied(Why::Unclear) };
    }
    if let Some(noun) = noun {
        let words = noun.at.start..token.at.end;
        let counted = reader.text.get(noun.at.end..token.at.start).unwrap_or_default();
        // 申请事项为土地5件、房屋2件: what they are about.
        if ["事项", "内容"].iter().any(|what| reader.text_of(noun).ends_with(what)) && counted.contains(['为', '是'])
        {
            return Verdict::Untied(Why::PartOfCell);
        }
        if reader.text_of(noun).contains('数')
            || counted.contains('数')
            || noun.word() == Some(Word::BareApplication) && has(Word::Total)
        {
            return Verdict::Claim(Subject::Received, words);
        }
        if is_attribute(reader, noun.at.start) {
            reader.mind.topic = Topic::Foreign;
            return Verdict::Untied(Why::Unclear);
        }
        // A verb in the phrase before still governs: 收到各类来件，其中政府信息公开申请3件.
        let subject = reader.mind.role.clone().unwrap_or(Subject::Handled);
        return Verdict::Claim(if noise <= 30 { subject } else { Subject::Handled }, words);
    }
    match reader.mind.role.clone() {
        Some(role) if noise <= 12 && !reader.mind.told.contains(&role) => Verdict::Claim(role, here),
        Some(role) if has(Word::Total) && noise <= 12 => Verdict::Claim(role, here),
        _ => Verdict::Untied(Why::Unclear),
    }
}

/// What the results told in this clause, or in this sentence, add up to: their kind, where they are leaves of one,
/// or all that was answered.
fn total_of_results(reader: &Reader, at: usize) -> Option<Subject> {
    let sentence = reader.sentence_before(at);
    let clause = sentence.rsplit('；').next().unwrap_or_default();
    let told_in = |words: &str| -> Vec<&'static str> {
        let here = reader.out.claims.iter().filter(|claim| {
            claim.section == reader.section && claim.words.start < at && claim.words.start + words.len() >= at
        });
        here.flat_map(|claim| match &claim.subject {
            Subject::Results(rows) => rows.clone(),
            Subject::ResultOrCause(leaf, _) => vec![*leaf],
            _ => Vec::new(),
        })
        .collect()
    };
    let rows = Some(told_in(clause)).filter(|rows| !rows.is_empty()).unwrap_or_else(|| told_in(sentence));
    let mut kinds: Vec<Option<&'static str>> =
        rows.iter().map(|row| row.split_once('.').map(|(kind, _)| kind)).collect();
    kinds.dedup();
    match kinds.as_slice() {
        [Some(kind)] if rows.len() > 1 => Some(Subject::Results(vec![kind])),
        _ if rows.iter().filter(|row| !row.contains('.')).count() > 1 => Some(Subject::Answered),
        _ => None,
    }
}

/// 自然人12件，其他3件.
fn is_other_applicant(reader: &Reader, left: &[Token]) -> bool {
    matches!(reader.span_text(left).trim(), "其他" | "其它" | "其他的" | "其他申请" | "其他申请人" | "其他主体")
}

/// 公文公开属性：主动公开20件，依申请公开4件: documents, not applications.
pub(super) fn is_attribute(reader: &Reader, at: usize) -> bool {
    let sentence = reader.sentence_before(at);
    ["公文", "发文", "收文", "属性", "文件", "主动公开", "不予公开类", "免予公开"]
        .iter()
        .any(|word| sentence.contains(word))
}
