//! Numbers about applications for information: received, carried over, answered, how and by whom.

mod labelled;
mod labels;
mod unlabelled;

use labelled::Counted;
use labels::{label, labels};
use unlabelled::is_attribute;

use super::claim::{Subject, Why};
use super::lexicon::Word;
use super::mind::{Reader, Topic, Verdict};
use super::token::Token;

/// What a number counts where applications are spoken of.
pub(super) fn verdict(reader: &mut Reader, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let here = reader.words_up_to(left, token);
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    // 查询产权资料、属于行政查询事项的2件: what became of it is said after what was asked for.
    let foreign = left.iter().rposition(|t| t.word() == Some(Word::Foreign));
    let result_after = left.iter().skip(foreign.unwrap_or(0)).any(|t| matches!(t.word(), Some(Word::Result(_))));
    let pieces = token.figure().is_some_and(|figure| figure.unit == "件");
    if foreign.is_some() && !(result_after && pieces) && !has(Word::Application) && reader.mind.list.is_none() {
        return Verdict::Counted;
    }
    // 指导各乡镇办理依申请公开61件: theirs.
    if ["指导", "督促", "协助", "配合", "名义"].iter().any(|word| reader.span_text(left).contains(word)) {
        return Verdict::Untied(Why::Unclear);
    }
    // 制发文件64件，其中依申请公开的20件: documents by their attribute.
    let of = reader.mind.list.as_ref().map(|list| list.of.as_ref());
    let of_others =
        of.is_some_and(|of| of.is_none_or(|of| matches!(of, Subject::Published(_) | Subject::Documents(..))));
    // …；受理依申请公开2件 is no part of them.
    let received = has(Word::Receive) && !has(Word::Among);
    if of_others && !received && has(Word::Application) && is_attribute(reader, here.start) {
        reader.mind.topic = Topic::Foreign;
        return Verdict::Untied(Why::Unclear);
    }
    // 以自然人为主，共20件.
    let counts_named = ["共", "共计", "共有", "计", "合计", "总计", "有", "达", "即"];
    if let Some(named) = reader.mind.named.clone().filter(|_| counts_named.contains(&reader.span_text(left))) {
        return Verdict::Claim(named, here);
    }
    let labels = labels(left);
    let respectively = has(Word::Respectively) || has(Word::Namely);
    if respectively || has(Word::Each) {
        let mut subjects: Vec<Subject> = Vec::new();
        let verbs = labels.iter().map(|(_, subject)| subject.clone());
        let noun = left
            .first()
            .is_some_and(|t| t.word().is_some_and(|w| w == Word::BareApplication || w == Word::Application));
        subjects.extend(noun.then_some(Subject::Received).filter(|s| labels.iter().all(|(_, l)| l != s)));
        subjects.extend(verbs);
        if subjects.len() > 1 && respectively {
            let first = subjects.remove(0);
            reader.wait(subjects);
            return Verdict::Claim(first, here);
        }
        if subjects.len() > 1 {
            return Verdict::Several(subjects, here);
        }
        // 分别作出予以公开、不予公开答复各1件: more than one thing, but not told which.
        // 各职能部门收到3件 is another 各.
        // 3名居民各提出1件: each of them.
        let verb = labels.last().map_or(0, |(at, _)| *at);
        if left.iter().skip(verb.saturating_sub(1)).any(|t| reader.text_of(t) == "各") {
            return Verdict::Untied(Why::Unclear);
        }
    }
    let verdict = if labels.is_empty() {
        unlabelled::verdict(reader, left, token, right)
    } else {
        labelled::verdict(reader, &Counted { left, labels: &labels, token, right, here })
    };
    if let Verdict::Claim(subject, _) = &verdict {
        if is_part_of_its_own_total(reader, subject) {
            return Verdict::Untied(Why::PartOfCell);
        }
        if subject.is_of_applications() {
            reader.mind.role = Some(subject.clone());
        }
        let ends_list = subject.is_of_applications() || *subject == Subject::CarriedOut;
        if ends_list && !left.iter().any(|t| t.word() == Some(Word::Among)) {
            let bracket = reader.mind.list.as_ref().is_some_and(|list| list.of == Some(Subject::Answered));
            if !(bracket && *subject == Subject::CarriedIn) {
                reader.mind.list = None;
            }
        }
    }
    verdict
}

/// What a phrase without a number names last, and alone, for the number that may follow.
pub(super) fn named_alone(reader: &Reader, tokens: &[Token]) -> Option<Subject> {
    let names = |t: &&Token| matches!(t.word(), Some(Word::Result(_) | Word::Applicant(_) | Word::CarriedOut));
    let mut named = tokens.iter().filter(names);
    let (last, None) = (named.next()?, named.next()) else { return None };
    let denied = tokens.iter().any(|t| matches!(t.word(), Some(Word::Not | Word::All | Word::Each)));
    let tail = reader.text.get(last.at.end..tokens.last()?.at.end)?.chars().count();
    let told = reader.mind.topic == Topic::Applications && !denied && tail <= LONGEST_TAIL;
    label(last.word()?).filter(|_| told)
}

/// What may follow a name before its number's phrase, in characters: 以自然人(为主), 属于本机关不掌握(的最多).
const LONGEST_TAIL: usize = 6;

/// 收到12件，其中收到网上申请3件: less than the total that the cell holds.
fn is_part_of_its_own_total(reader: &Reader, subject: &Subject) -> bool {
    reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(subject))
}
