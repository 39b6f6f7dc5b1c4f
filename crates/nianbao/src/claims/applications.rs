//! Numbers about applications for information: received, carried over, answered, how and by whom.

use std::ops::Range;

use super::claim::{Subject, Why};
use super::disputes;
use super::figure::Measure;
use super::lexicon::{self, Applicant, Word};
use super::mind::{Reader, Topic, Verdict};
use super::results::{granted_to_the_right, is_alternative, pooled, result, results_in, with_partial};
use super::token::{Kind, Token};

/// What a word makes a number count.
pub(super) fn label(word: Word) -> Option<Subject> {
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
        without_label(reader, left, token, right)
    } else {
        labelled(reader, left, &labels, token, right)
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

/// What the words left of a number make it count, with their places. 提交 is receiving only where
/// nothing else tells what is counted: neither another verb nor a channel (当面提交).
fn labels(left: &[Token]) -> Vec<(usize, Subject)> {
    let label_of = |(i, t): (usize, &Token)| Some((i, label(t.word()?)?));
    let all: Vec<(usize, Subject)> = left.iter().enumerate().filter_map(label_of).collect();
    let submits = |at: usize| left.get(at).is_some_and(|t| t.word() == Some(Word::Submit));
    let others = all.iter().any(|(at, subject)| subject.is_of_applications() && !submits(*at));
    let channels = all.iter().filter(|(_, subject)| matches!(subject, Subject::Channel(_))).count();
    let named = left.iter().any(|t| matches!(t.word(), Some(Word::Application | Word::BareApplication)));
    let counts = named && !others && channels != 1;
    all.into_iter().filter(|(at, _)| counts || !submits(*at)).collect()
}

/// 收到12件，其中收到网上申请3件: less than the total that the cell holds.
fn is_part_of_its_own_total(reader: &Reader, subject: &Subject) -> bool {
    reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(subject))
}

fn labelled(
    reader: &mut Reader,
    left: &[Token],
    labels: &[(usize, Subject)],
    token: &Token,
    right: &[Token],
) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let results: Vec<&'static str> = results_in(left);
    let applicants: Vec<&Subject> =
        labels.iter().map(|(_, s)| s).filter(|s| matches!(s, Subject::Applicant(_))).collect();
    if !results.is_empty() {
        // 上年结转4件，其中予以公开4件: of the four only.
        let of_others = matches!(reader.mind.list.as_ref().and_then(|list| list.of.as_ref()), Some(Subject::CarriedIn));
        // 其他处理中有1件: of what was counted before.
        let parted = reader.span_text(left).ends_with("中有") || reader.span_text(left).ends_with('中');
        if parted && applicants.is_empty() {
            let leaf = results_in(right).into_iter().find(|row| row.contains('.'));
            return match leaf {
                Some(leaf) => result(reader, Subject::Results(vec![leaf]), token.at.clone()),
                None => Verdict::Untied(Why::PartOfCell),
            };
        }
        return if applicants.is_empty() && !of_others {
            let subject = match results.as_slice() {
                // 涉及第三方权益，不予公开2件: with its reason.
                [row] => match reader.reason_for(row) {
                    Some(reason) => Subject::ResultOrCause(reason, row),
                    None => Subject::Results(with_partial(reader, row, token)),
                },
                all => pooled(reader, left, all),
            };
            result(reader, subject, here)
        } else {
            Verdict::Untied(Why::PartOfCell)
        };
    }
    match applicants.as_slice() {
        [] => {}
        // 律师事务所等法律服务机构6件: one by two names.
        [one, others @ ..] if others.iter().all(|other| other == one) => {
            return Verdict::Claim(applicants_or_all(reader, left, one, token), here);
        }
        _ => return Verdict::Untied(Why::Unclear),
    }
    let position = |wanted: fn(&Subject) -> bool| labels.iter().rev().find(|(_, s)| wanted(s)).map(|(i, _)| *i);
    let verb = position(Subject::is_of_applications);
    if let Some(carried) = position(|s| *s == Subject::CarriedIn) {
        let after_receiving = labels
            .iter()
            .any(|(i, s)| *i < carried && matches!(s, Subject::Received | Subject::NewlyReceived | Subject::Handled));
        let joined = left.iter().take(carried).any(|t| t.word() == Some(Word::Containing));
        let summed = has(Word::Total) && verb.is_some_and(|verb| verb > carried);
        // 结转上年后新收到16件: the last word says what is counted.
        if let Some((at, Subject::NewlyReceived)) = labels.last()
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
        return Verdict::Claim(Subject::CarriedIn, here);
    }
    if position(|s| *s == Subject::CarriedOut).is_some() && !has(Word::Except) {
        return Verdict::Claim(Subject::CarriedOut, here);
    }
    let mut channels: Vec<&(usize, Subject)> =
        labels.iter().filter(|(_, s)| matches!(s, Subject::Channel(_))).collect();
    // 邮寄信件4件: one channel by two words.
    channels.dedup_by(|one, other| one.1 == other.1);
    if let [(at, channel)] = channels.as_slice() {
        let followed_by_noun = left.iter().skip(at + 1).any(|t| t.word() == Some(Word::Application));
        let through = verb.is_some_and(|verb| verb > *at) && followed_by_noun;
        // 收到通过信函提交的申请1件: how they came describes them, unless others are listed.
        let own_words = reader.span_text(left.get(at + 1..).unwrap_or_default());
        let names_itself = left.get(*at).is_some_and(|t| reader.text_of(t).ends_with("申请"));
        let noun = own_words.contains("的申请") || followed_by_noun || names_itself;
        let described = noun && verb.is_some_and(|verb| verb < *at);
        let more = lexicon::channels(reader.sentence_after(token.at.end)).next().is_some();
        if described && reader.mind.list.is_none() && !reader.goes_on_listing(token) && !more {
            let handles = labels.iter().any(|(_, s)| *s == Subject::Handled);
            let subject = if handles { Subject::Handled } else { Subject::Received };
            // 全年共收到网上申请5件, and no other channel in the paragraph: all that came in.
            let whole = (has(Word::Total) || has(Word::ThisYear)) && !reader.paragraph_names_another(token, channel);
            return if whole { Verdict::Claim(subject, here) } else { Verdict::Doubtful(subject, here, Why::Unclear) };
        }
        // 受理线上申请5件，办结4件，受理线下申请1件: what comes between is of the first channel.
        reader.mind.of_channel = noun && reader.mind.list.is_none() && reader.mind.tells_no_channel();
        if !through || reader.mind.list.is_some() {
            return Verdict::Claim(channel.clone(), here);
        }
        return Verdict::Untied(Why::Unclear);
    }
    let Some(verb) = verb else { return Verdict::Untied(Why::Unclear) };
    if has(Word::Carry) {
        return carry(reader, left, here);
    }
    let verbs: Vec<&Subject> = labels.iter().map(|(_, s)| s).filter(|s| s.is_of_applications()).collect();
    let receives = verbs.iter().any(|s| matches!(s, Subject::Received | Subject::NewlyReceived));
    // 办理回复23件: at hand or answered.
    let handles = verbs.contains(&&Subject::Handled);
    let answers = verbs.iter().any(|s| matches!(s, Subject::Answered | Subject::Handled));
    let subject = if receives && answers || handles {
        Subject::Handled
    } else {
        labels.iter().find(|(i, _)| *i == verb).map_or(Subject::Received, |(_, s)| s.clone())
    };
    // 收到12件，办结其中10件 and 全年答复10件中的…: the rest of the phrase says what it is a part of.
    if has(Word::Except) {
        // 受理的申请除6件结转办理外: what is left out is told to the right.
        let left_out = left.last().is_some_and(|t| t.word() == Some(Word::Except));
        let told = left_out.then(|| from_the_right(reader, token, right, true)).flatten();
        return told.unwrap_or(Verdict::Counted);
    }
    // 答复公开5件，部分公开2件: the result that was answered.
    let last = left.last().filter(|t| t.word() == Some(Word::Publish) && reader.text_of(t) == "公开");
    let answer = left.len().checked_sub(2).and_then(|at| left.get(at)).and_then(Token::word);
    if last.is_some() && answer == Some(Word::Answer) {
        return Verdict::Claim(Subject::Results(with_partial(reader, "granted", token)), here);
    }
    let asked_otherwise = right.first().is_some_and(|t| t.word() == Some(Word::Foreign));
    if asked_otherwise && !has(Word::Application) {
        return Verdict::Counted;
    }
    // 编写答复指引31条, 接受询问1次: applications are counted by the piece; 答复总数为3条.
    let pieces = token.figure().is_some_and(|figure| matches!(figure.unit, "件" | "宗" | "起" | "例" | ""));
    let between = reader.span_text(left.get(verb + 1..).unwrap_or_default());
    if !pieces && !has(Word::Application) && !between.chars().all(|c| "总数量共计为了的".contains(c)) {
        return Verdict::Untied(Why::Unclear);
    }
    // 收到20件，撤件8件，受理12件: some of what came in were taken up.
    let earlier = reader.received_more(token);
    if subject == Subject::Received && earlier && !has(Word::Application) && !has(Word::Total) {
        return Verdict::Untied(Why::PartOfCell);
    }
    let of = reader.mind.list.as_ref().and_then(|list| list.of.as_ref());
    let of_received = !reader.counted_carried_in() && matches!(of, Some(Subject::Received | Subject::NewlyReceived));
    // 12月下旬收到的2件: of those days only. 出具答复书24份 for 20 applications.
    let phrase = reader.span_text(left);
    let dated = phrase.split_once('月').is_some_and(|(month, _)| month.ends_with(|c: char| c.is_ascii_digit()));
    let letters = token.figure().is_some_and(|figure| figure.unit == "份") && phrase.ends_with('书');
    if dated && subject == Subject::Received && phrase.ends_with('的') || letters && subject == Subject::Answered {
        return Verdict::Doubtful(subject, here, Why::PartOfCell);
    }
    // 因没有相应信息答复5件: what was answered so, not all.
    let caused = reader.span_text(left).contains('因') && !reader.span_text(left).contains("因此");
    if subject == Subject::Answered && caused && !receives {
        return Verdict::Untied(Why::PartOfCell);
    }
    let repeated = of_received && reader.list_is_fresh() || reader.repeats_received(token);
    let subject = if subject == Subject::Answered && repeated { Subject::AnsweredOfReceived } else { subject };
    // 区水利局办理58件, 受理线上申请65件，办结62件: a share of the whole, unless a cell holds it.
    let by_another = labels.iter().any(|(at, s)| s.is_of_applications() && reader.is_done_by_another(left, *at));
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

fn carry(reader: &Reader, left: &[Token], here: Range<usize>) -> Verdict {
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
fn is_bare_turn(carry: &str) -> bool {
    !carry.contains("结转") && !carry.contains("转结") && !matches!(carry, "顺延" | "转入" | "延至" | "延续至")
}

/// A number without a verb or label to its left.
fn without_label(reader: &mut Reader, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
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
fn is_attribute(reader: &Reader, at: usize) -> bool {
    let sentence = reader.sentence_before(at);
    ["公文", "发文", "收文", "属性", "文件", "主动公开", "不予公开类", "免予公开"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// N件属于…, N件结转下年, N件已办结, N件公开申请.
fn from_the_right(reader: &mut Reader, token: &Token, right: &[Token], except: bool) -> Option<Verdict> {
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
