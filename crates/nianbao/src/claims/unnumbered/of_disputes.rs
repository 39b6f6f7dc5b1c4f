//! Reviews and suits without a number of their own: 均维持, 零败诉, 未发生行政复议.

use std::ops::Range;

use crate::claims::claim::{Subject, Why};
use crate::claims::disputes;
use crate::claims::lexicon::{Dispute, Ending, Word};
use crate::claims::mind::Reader;
use crate::claims::quantity::Quantity;
use crate::claims::token::{Kind, Token};

/// 均维持; 结果维持 after a count.
pub(super) fn whole(reader: &mut Reader, tokens: &[Token], counted: bool) {
    let Some((ending, end)) = disputes::first_ending(tokens) else {
        return whole_in_one_group(reader, tokens, counted);
    };
    let all = tokens.iter().find(|t| matches!(t.word(), Some(Word::All | Word::Each)));
    let long: usize = tokens.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    let plain = !counted && long <= 24;
    // 直接起诉1件已判决维持: of those just counted, or of some of them.
    let already = tokens.first().is_some_and(|t| reader.text_of(t).starts_with('已'));
    if let (true, true, Some(Subject::Dispute(dispute, None)), Some(last)) =
        (counted && all.is_none(), already && long <= 9, reader.last_subject().cloned(), reader.last_quantity())
    {
        let words = tokens.first().map_or(end, |t| t.at.start)..end;
        let subject = Subject::Dispute(dispute, Some(ending));
        return reader.claim_in_doubt(subject, Quantity::all_of(last), words, false, Some(Why::Unclear));
    }
    let several = tokens.iter().filter(|t| matches!(t.word(), Some(Word::Ending(e)) if e != ending)).count() > 0;
    if several || !(all.is_some() || plain) {
        return;
    }
    let named = disputes::named(tokens);
    let start = all
        .map_or_else(|| tokens.iter().find(|t| disputes::tells_ending(t)).map_or(end, |t| t.at.start), |t| t.at.start);
    reader.claim_ending_of_last(ending, &named, all.is_some(), start.min(end)..end);
}

/// 行政诉讼2件，均未经复议直接起诉; 行政诉讼1件（复议后起诉）: the suits just counted are of one group.
fn whole_in_one_group(reader: &mut Reader, tokens: &[Token], counted: bool) {
    let named = disputes::named(tokens);
    let long: usize = tokens.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    if let [one @ (Dispute::Review | Dispute::Suit)] = named.as_slice() {
        return caused_by_answers(reader, tokens, *one, counted);
    }
    let [group @ (Dispute::Direct | Dispute::AfterReview)] = named.as_slice() else { return };
    let (Some(named), Some((suits, doubt))) = (
        tokens.iter().find(|t| t.word() == Some(Word::Dispute(*group))),
        reader.last_suits().filter(|_| !counted && long <= 15),
    ) else {
        return;
    };
    let words = named.at.clone();
    reader.claim_in_doubt(Subject::Dispute(*group, None), Quantity::all_of(suits), words, true, doubt);
}

/// 对2件答复不服，申请行政复议; 其中1件的申请人不服，提起行政诉讼: so many reviews, or suits after them, as answers
/// that the applicants were not content with. Other answers may have caused some too.
fn caused_by_answers(reader: &mut Reader, tokens: &[Token], dispute: Dispute, counted: bool) {
    let Some(named) = tokens.iter().find(|t| t.word() == Some(Word::Dispute(dispute))) else { return };
    let brought = ["申请", "提起", "起诉"].iter().any(|verb| reader.text_of(named).contains(verb));
    let before = reader.sentence_before(named.at.start);
    let clauses = before.rsplit(['；', '，']).take(3).collect::<Vec<_>>();
    let answers = |clause: &str| ["答复", "告知", "决定"].iter().any(|word| clause.contains(word));
    let counts = |clause: &&&str| {
        clause.contains(|c: char| c.is_ascii_digit() || "一两三四五六七八九".contains(c)) && clause.contains('件')
    };
    let clause = clauses.iter().find(counts).copied().unwrap_or_default();
    let (true, Some(last)) = (brought, reader.last_quantity()) else { return };
    let after_review = dispute == Dispute::Suit && clause.contains("不服") && reader.lists_reviews();
    let review = dispute == Dispute::Review && answers(clause);
    let near = !counted || named.at.start.saturating_sub(tokens.first().map_or(0, |t| t.at.start)) <= 24;
    let dispute = if after_review { Dispute::AfterReview } else { dispute };
    if (after_review || review) && near {
        let words = named.at.clone();
        reader.claim_in_doubt(Subject::Dispute(dispute, None), last, words, false, Some(Why::Unclear));
    }
}

/// 零败诉, 未被纠错: nothing was corrected.
pub(super) fn never_lost(reader: &mut Reader, tokens: &[Token], words: Range<usize>, counted: bool) {
    let mut named = disputes::named(tokens);
    // 复议后起诉5件无一败诉: of those just counted.
    if let (true, true, Some(Subject::Dispute(dispute, None))) = (counted, named.is_empty(), reader.last_subject()) {
        named.push(*dispute);
    }
    nothing_corrected(reader, named, &words);
}

/// Of those named, or of all: where the text does not say that they are about information, only in doubt.
fn nothing_corrected(reader: &mut Reader, named: Vec<Dispute>, words: &Range<usize>) {
    let spoken_of = reader.only_dispute().unwrap_or(Dispute::All);
    let none_named = named.is_empty();
    let all = if named.is_empty() { vec![spoken_of] } else { named };
    // 复议5件，诉讼3件，没有被纠正: of the suits, or of both.
    let clause = reader.sentence_before(words.end).rsplit(['，', '；']).next().unwrap_or_default();
    let unsure = spoken_of == Dispute::All && none_named && !clause.contains(['均', '都', '全', '零', '一']);
    let doubt = match reader.mind.about_information {
        true => unsure.then_some(Why::Unclear),
        false => Some(Why::AllDisputes),
    };
    for dispute in all {
        let subject = Subject::Dispute(dispute, Some(Ending::Corrected));
        reader.claim_in_doubt(subject, Quantity::nothing(), words.clone(), false, doubt);
    }
}

/// 没有发生行政复议、行政诉讼; 复议方面，本年均无; 未发生复议被纠正的情况.
pub(super) fn negated(
    reader: &mut Reader,
    before: &[Token],
    governed: &[Token],
    span: &Range<usize>,
    doubt: Option<Why>,
) {
    let mut named = disputes::named(governed);
    // 行政复议、行政诉讼均无.
    let mut span = span.clone();
    if governed.iter().all(|t| t.kind == Kind::Noise && t.at.len() <= 6) {
        named = disputes::named(before);
        let first = before.iter().find(|t| matches!(t.word(), Some(Word::Dispute(_))));
        span.start = first.map_or(span.start, |t| t.at.start);
        if let (None, Some((disputes, start))) = (first, disputes_before(reader, before, span.start)) {
            named = disputes;
            span.start = start;
        }
    }
    let lost = governed.iter().any(|t| matches!(t.word(), Some(Word::Lost | Word::Ending(Ending::Corrected))));
    if lost {
        let mut named = if named.is_empty() { disputes::named(before) } else { named };
        // 未发生被行政复议纠错或败诉: what is lost is a suit.
        let said = reader.span_text(governed);
        if said.contains("败诉") && named == [Dispute::Review] {
            named.push(Dispute::Suit);
        }
        // 不存在被纠正或者败诉的情况: reviews are corrected, suits lost.
        if named.is_empty() && said.contains("败诉") && ["纠正", "纠错"].iter().any(|word| said.contains(word)) {
            named.extend([Dispute::Review, Dispute::Suit]);
        }
        return nothing_corrected(reader, named, &span);
    }
    let pending = governed.iter().any(|t| matches!(t.word(), Some(Word::Ending(_))));
    // 无行政复议、行政诉讼 covers those about information, unless it speaks of something else.
    let before = reader.sentence_before(span.start);
    let said = reader.span_text(governed);
    let elsewhere = disputes::OTHER_CAUSES.iter().any(|word| before.contains(word) || said.contains(word));
    let about_information = reader.mind.about_information || !elsewhere;
    let both = [Dispute::Review, Dispute::Suit];
    let named = if named == [Dispute::All] { both.to_vec() } else { named };
    if named.is_empty() || pending || !about_information {
        return;
    }
    for dispute in named {
        reader.claim_in_doubt(Subject::Dispute(dispute, None), Quantity::nothing(), span.clone(), false, doubt);
    }
}

/// 行政复议、行政诉讼方面，本年均无: what the clause before the denial names, and where it begins.
fn disputes_before(reader: &Reader, before: &[Token], denied: usize) -> Option<(Vec<Dispute>, usize)> {
    if before
        .iter()
        .any(|t| !matches!(t.word(), None | Some(Word::ThisYear | Word::All | Word::Each)) || t.at.len() > 12)
    {
        return None;
    }
    let sentence = reader.sentence_before(denied);
    let (clauses, _) = sentence.rsplit_once('，')?;
    let clause = clauses.rsplit(['，', '；', '：']).next().unwrap_or_default();
    let start = denied - sentence.len() + clauses.len() - clause.len();
    let titled = ["方面", "情况", "案件"].iter().any(|end| clause.ends_with(end));
    let counted = clause.contains(|c: char| c.is_ascii_digit());
    let said = [("复议", Dispute::Review), ("诉讼", Dispute::Suit)];
    let named: Vec<Dispute> = said.iter().filter(|(word, _)| clause.contains(word)).map(|(_, named)| *named).collect();
    (titled && !counted && !named.is_empty()).then_some((named, start))
}
