//! A number of applications whose words to the left say what it counts.

use std::ops::Range;

use super::labels::{carry, from_the_right};
use crate::claims::claim::{Subject, Why};
use crate::claims::lexicon::{self, Word};
use crate::claims::mind::{Reader, Verdict};
use crate::claims::results::{pooled, result, results_in, with_partial};
use crate::claims::token::Token;

/// A number with the words left of it, what they make it count, and the words right of it.
pub(super) struct Counted<'t> {
    pub(super) left: &'t [Token],
    pub(super) labels: &'t [(usize, Subject)],
    pub(super) token: &'t Token,
    pub(super) right: &'t [Token],
    /// Its words, as a claim marks them.
    pub(super) here: Range<usize>,
}

impl Counted<'_> {
    fn has(&self, word: Word) -> bool {
        self.left.iter().any(|t| t.word() == Some(word))
    }
}

/// What a number counts by the words to its left: a result before an applicant, what was carried over before a
/// channel, a channel before a verb.
pub(super) fn verdict(reader: &mut Reader, counted: &Counted) -> Verdict {
    let results = results_in(counted.left);
    let named = counted.labels.iter().map(|(_, subject)| subject);
    let applicants: Vec<&Subject> = named.filter(|subject| matches!(subject, Subject::Applicant(_))).collect();
    if !results.is_empty() {
        return of_results(reader, counted, &results, !applicants.is_empty());
    }
    match applicants.as_slice() {
        [] => {}
        // 律师事务所等法律服务机构6件: one by two names.
        [one, others @ ..] if others.iter().all(|other| other == one) => {
            return Verdict::Claim(applicants_or_all(reader, counted.left, one, counted.token), counted.here.clone());
        }
        _ => return Verdict::Untied(Why::Unclear),
    }
    let position = |wanted: fn(&Subject) -> bool| counted.labels.iter().rev().find(|(_, s)| wanted(s)).map(|(i, _)| *i);
    let verb = position(Subject::is_of_applications);
    if let Some(carried) = position(|s| *s == Subject::CarriedIn) {
        return of_carried_in(counted, carried, verb);
    }
    if position(|s| *s == Subject::CarriedOut).is_some() && !counted.has(Word::Except) {
        return Verdict::Claim(Subject::CarriedOut, counted.here.clone());
    }
    let channels = counted.labels.iter().filter(|(_, s)| matches!(s, Subject::Channel(_)));
    let mut channels: Vec<&(usize, Subject)> = channels.collect();
    // 邮寄信件4件: one channel by two words.
    channels.dedup_by(|one, other| one.1 == other.1);
    match (channels.as_slice(), verb) {
        ([(at, channel)], _) => of_channel(reader, counted, *at, channel, verb),
        (_, Some(verb)) => of_verb(reader, counted, verb),
        (_, None) => Verdict::Untied(Why::Unclear),
    }
}

/// A number whose words name results.
fn of_results(reader: &Reader, counted: &Counted, results: &[&'static str], applied: bool) -> Verdict {
    // 上年结转4件，其中予以公开4件: of the four only.
    let of_others = matches!(reader.mind.list.as_ref().and_then(|list| list.of.as_ref()), Some(Subject::CarriedIn));
    // 其他处理中有1件: of what was counted before.
    let words = reader.span_text(counted.left);
    if (words.ends_with("中有") || words.ends_with('中')) && !applied {
        let leaf = results_in(counted.right).into_iter().find(|row| row.contains('.'));
        return match leaf {
            Some(leaf) => result(reader, Subject::Results(vec![leaf]), counted.token.at.clone()),
            None => Verdict::Untied(Why::PartOfCell),
        };
    }
    if applied || of_others {
        return Verdict::Untied(Why::PartOfCell);
    }
    let subject = match results {
        // 涉及第三方权益，不予公开2件: with its reason.
        [row] => match reader.reason_for(row) {
            Some(reason) => Subject::ResultOrCause(reason, row),
            None => Subject::Results(with_partial(reader, row, counted.token)),
        },
        all => pooled(reader, counted.left, all),
    };
    result(reader, subject, counted.here.clone())
}

/// A number whose words, at `carried`, speak of what was carried in.
fn of_carried_in(counted: &Counted, carried: usize, verb: Option<usize>) -> Verdict {
    let here = counted.here.clone();
    let after_receiving = counted
        .labels
        .iter()
        .any(|(i, s)| *i < carried && matches!(s, Subject::Received | Subject::NewlyReceived | Subject::Handled));
    let joined = counted.left.iter().take(carried).any(|t| t.word() == Some(Word::Containing));
    let summed = counted.has(Word::Total) && verb.is_some_and(|verb| verb > carried);
    // 结转上年后新收到16件: the last word says what is counted.
    if let Some((at, Subject::NewlyReceived)) = counted.labels.last()
        && *at > carried
    {
        return Verdict::Claim(Subject::NewlyReceived, here);
    }
    if after_receiving && joined {
        return Verdict::Claim(Subject::ReceivedWithCarried, here);
    }
    if summed {
        // 加上上年结转的，共办理N件.
        return Verdict::Claim(Subject::Handled, here);
    }
    Verdict::Claim(Subject::CarriedIn, here)
}

/// A number whose words, at `at`, name how the applications came in.
fn of_channel(reader: &mut Reader, counted: &Counted, at: usize, channel: &Subject, verb: Option<usize>) -> Verdict {
    let here = counted.here.clone();
    let followed_by_noun = counted.left.iter().skip(at + 1).any(|t| t.word() == Some(Word::Application));
    let through = verb.is_some_and(|verb| verb > at) && followed_by_noun;
    // 收到通过信函提交的申请1件: how they came describes them, unless others are listed.
    let own_words = reader.span_text(counted.left.get(at + 1..).unwrap_or_default());
    let names_itself = counted.left.get(at).is_some_and(|t| reader.text_of(t).ends_with("申请"));
    let noun = own_words.contains("的申请") || followed_by_noun || names_itself;
    let described = noun && verb.is_some_and(|verb| verb < at);
    let more = lexicon::channels(reader.sentence_after(counted.token.at.end)).next().is_some();
    if described && reader.mind.list.is_none() && !reader.goes_on_listing(counted.token) && !more {
        let handles = counted.labels.iter().any(|(_, s)| *s == Subject::Handled);
        let subject = if handles { Subject::Handled } else { Subject::Received };
        // 全年共收到网上申请5件, and no other channel in the paragraph: all that came in.
        let whole = (counted.has(Word::Total) || counted.has(Word::ThisYear))
            && !reader.paragraph_names_another(counted.token, channel);
        return if whole { Verdict::Claim(subject, here) } else { Verdict::Doubtful(subject, here, Why::Unclear) };
    }
    // 受理线上申请5件，办结4件，受理线下申请1件: what comes between is of the first channel.
    reader.mind.of_channel = noun && reader.mind.list.is_none() && reader.mind.tells_no_channel();
    if !through || reader.mind.list.is_some() {
        return Verdict::Claim(channel.clone(), here);
    }
    Verdict::Untied(Why::Unclear)
}

/// A number whose verb, at `verb`, says what was done to the applications.
fn of_verb(reader: &mut Reader, counted: &Counted, verb: usize) -> Verdict {
    let here = counted.here.clone();
    if counted.has(Word::Carry) {
        return carry(reader, counted.left, here);
    }
    let verbs: Vec<&Subject> = counted.labels.iter().map(|(_, s)| s).filter(|s| s.is_of_applications()).collect();
    let receives = verbs.iter().any(|s| matches!(s, Subject::Received | Subject::NewlyReceived));
    // 办理回复23件: at hand or answered.
    let handles = verbs.contains(&&Subject::Handled);
    let answers = verbs.iter().any(|s| matches!(s, Subject::Answered | Subject::Handled));
    let subject = if receives && answers || handles {
        Subject::Handled
    } else {
        counted.labels.iter().find(|(i, _)| *i == verb).map_or(Subject::Received, |(_, s)| s.clone())
    };
    // 收到12件，办结其中10件 and 全年答复10件中的…: the rest of the phrase says what it is a part of.
    if counted.has(Word::Except) {
        // 受理的申请除6件结转办理外: what is left out is told to the right.
        let left_out = counted.left.last().is_some_and(|t| t.word() == Some(Word::Except));
        let told = left_out.then(|| from_the_right(reader, counted.token, counted.right, true)).flatten();
        return told.unwrap_or(Verdict::Counted);
    }
    // 答复公开5件，部分公开2件: the result that was answered.
    let last = counted.left.last().filter(|t| t.word() == Some(Word::Publish) && reader.text_of(t) == "公开");
    let answer = counted.left.len().checked_sub(2).and_then(|at| counted.left.get(at)).and_then(Token::word);
    if last.is_some() && answer == Some(Word::Answer) {
        return Verdict::Claim(Subject::Results(with_partial(reader, "granted", counted.token)), here);
    }
    let asked_otherwise = counted.right.first().is_some_and(|t| t.word() == Some(Word::Foreign));
    if asked_otherwise && !counted.has(Word::Application) {
        return Verdict::Counted;
    }
    // 编写答复指引31条, 接受询问1次: applications are counted by the piece; 答复总数为3条.
    let pieces = counted.token.figure().is_some_and(|figure| matches!(figure.unit, "件" | "宗" | "起" | "例" | ""));
    let between = reader.span_text(counted.left.get(verb + 1..).unwrap_or_default());
    if !pieces && !counted.has(Word::Application) && !between.chars().all(|c| "总数量共计为了的".contains(c)) {
        return Verdict::Untied(Why::Unclear);
    }
    // 收到20件，撤件8件，受理12件: some of what came in were taken up.
    let earlier = reader.received_more(counted.token);
    if subject == Subject::Received && earlier && !counted.has(Word::Application) && !counted.has(Word::Total) {
        return Verdict::Untied(Why::PartOfCell);
    }
    let of = reader.mind.list.as_ref().and_then(|list| list.of.as_ref());
    let of_received = !reader.counted_carried_in() && matches!(of, Some(Subject::Received | Subject::NewlyReceived));
    // 12月下旬收到的2件: of those days only. 出具答复书24份 for 20 applications.
    let phrase = reader.span_text(counted.left);
    let dated = phrase.split_once('月').is_some_and(|(month, _)| month.ends_with(|c: char| c.is_ascii_digit()));
    let letters = counted.token.figure().is_some_and(|figure| figure.unit == "份") && phrase.ends_with('书');
    if dated && subject == Subject::Received && phrase.ends_with('的') || letters && subject == Subject::Answered {
        return Verdict::Doubtful(subject, here, Why::PartOfCell);
    }
    // 因没有相应信息答复5件: what was answered so, not all.
    let caused = reader.span_text(counted.left).contains('因') && !reader.span_text(counted.left).contains("因此");
    if subject == Subject::Answered && caused && !receives {
        return Verdict::Untied(Why::PartOfCell);
    }
    let repeated = of_received && reader.list_is_fresh() || reader.repeats_received(counted.token);
    let subject = if subject == Subject::Answered && repeated { Subject::AnsweredOfReceived } else { subject };
    // 区水利局办理58件, 受理线上申请65件，办结62件: a share of the whole, unless a cell holds it.
    let by_another =
        counted.labels.iter().any(|(at, s)| s.is_of_applications() && reader.is_done_by_another(counted.left, *at));
    if by_another || reader.mind.of_channel && answers {
        return Verdict::Doubtful(subject, here, Why::PartOfCell);
    }
    Verdict::Claim(subject, here)
}

/// 收到公民申请3件: those of citizens, or all; 其中公民3件: of citizens.
fn applicants_or_all(reader: &Reader, left: &[Token], applicant: &Subject, token: &Token) -> Subject {
    let leads =
        |word: &Word| matches!(word, Word::Total | Word::ThisYear | Word::Scope | Word::Filler | Word::Outlet(_));
    let first = left.iter().filter_map(Token::word).find(|word| !leads(word));
    let receives = matches!(first, Some(Word::Receive | Word::ReceiveAndAnswer))
        || left.iter().any(|t| t.word() == Some(Word::Application))
            && left.iter().any(|t| t.word() == Some(Word::ReceiveAndAnswer));
    let more = lexicon::names_applicant(reader.sentence_after(token.at.end));
    match applicant {
        Subject::Applicant(who) if receives && reader.mind.list.is_none() && reader.mind.told.is_empty() && !more => {
            Subject::ReceivedFrom(*who)
        }
        _ => applicant.clone(),
    }
}
