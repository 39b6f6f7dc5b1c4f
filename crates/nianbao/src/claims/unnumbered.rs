//! Claims without a number: 未收到…, 均已答复, 全部予以公开, 结果维持.

mod of_disputes;

use std::ops::Range;

use super::claim::{Subject, Why};
use super::disputes;
use super::lexicon::{Stock, Word};
use super::mind::{Reader, Topic};
use super::quantity::Quantity;
use super::results;
use super::token::{Kind, Token};
use crate::number::Number;

/// Reads a phrase without a number, or what stands after a phrase's last number.
pub(super) fn read(reader: &mut Reader, tokens: &[Token], counted: bool) {
    if reader.mind.other_time {
        return;
    }
    let has = |word: Word| tokens.iter().any(|t| t.word() == Some(word));
    if let Some(at) = tokens.iter().position(|t| t.word() == Some(Word::Not)) {
        // 收到申请2件没有发生行政复议: the comma is left out.
        let of_disputes = || !disputes::named(tokens).is_empty() && tokens.iter().any(is_about_information);
        if !counted || at > 0 || of_disputes() {
            negations(reader, tokens, at);
        }
        return;
    }
    if let Some(lost) = tokens.iter().find(|t| t.word() == Some(Word::Lost)) {
        of_disputes::never_lost(reader, tokens, lost.at.clone(), counted);
        return;
    }
    if has(Word::Except) || has(Word::Rest) || has(Word::Remaining) {
        return;
    }
    match reader.mind.topic {
        Topic::Applications => whole_of_applications(reader, tokens, counted),
        Topic::Disputes(_) => of_disputes::whole(reader, tokens, counted),
        _ => {}
    }
}

fn is_about_information(token: &Token) -> bool {
    matches!(token.word(), Some(Word::AboutInformation | Word::Application))
}

/// 均已答复, 全部予以公开, 均为自然人.
fn whole_of_applications(reader: &mut Reader, tokens: &[Token], counted: bool) {
    let all = tokens.iter().find(|t| matches!(t.word(), Some(Word::All | Word::Each)));
    let words = |from: Option<&Token>, to: &Token| from.map_or(to.at.start, |t| t.at.start)..to.at.end;
    // 除1件外，其余9件均由自然人提出: 均 speaks of the number before it.
    let last = if counted { reader.last_quantity() } else { reader.last_total_of_applications() };
    let results = results::results_in(tokens);
    let not_before = |t: &Token| all.is_none_or(|all| all.at.start <= t.at.start);
    // 不予公开8件（均属于行政执法案卷）: the leaf of the kind before the bracket.
    if let ([row], Some(kind)) = (results.as_slice(), reader.kind_before_bracket()) {
        let leaf = tokens.iter().rev().find(|t| t.word() == Some(Word::Result(row)));
        if let (Some(leaf), true) = (leaf, row.starts_with(kind.0) && row.len() > kind.0.len() && !counted) {
            let words = words(all, leaf);
            reader.claim(Subject::Results(vec![row]), Quantity::all_of(kind.1), words, true);
        }
        return;
    }
    // 不予公开2件，均属内部事务信息: the leaf of the kind just counted.
    if let (Some(all), [row], Some((kind, quantity))) = (all, results.as_slice(), reader.last_kind())
        && row.strip_prefix(kind).is_some_and(|leaf| leaf.starts_with('.'))
    {
        let end = tokens.iter().rev().find(|t| t.word() == Some(Word::Result(row))).map_or(all.at.end, |t| t.at.end);
        reader.claim(Subject::Results(vec![row]), Quantity::all_of(quantity), all.at.start..end, true);
        return;
    }
    let of_all = all.is_none_or(|all| speaks_of_all(reader, tokens, all));
    // 信访类2件、重复申请1件均不予处理: the kind of those just counted.
    let kind_of_last = |row: &str| match reader.last_subject() {
        Some(Subject::Results(rows)) => rows.iter().all(|leaf| leaf.len() > row.len() && leaf.starts_with(row)),
        Some(Subject::ResultOrCause(_, kind)) => *kind == row,
        _ => false,
    };
    if let (true, [row], true) = (counted, results.as_slice(), all.is_some())
        && kind_of_last(row)
    {
        return;
    }
    if let (Some(all), [row], Some(last), true) = (all, results.as_slice(), &last, of_all) {
        let named = tokens.iter().find(|t| t.word() == Some(Word::Result(row)) && not_before(t));
        if let Some(named) = named {
            let quantity = Quantity::all_of(*last);
            reader.claim(Subject::Results(vec![row]), quantity, words(Some(all), named), true);
            return;
        }
    }
    if let (Some(all), Some(last)) = (all, &last) {
        let applicant = tokens.iter().find_map(|t| match t.word() {
            Some(Word::Applicant(applicant)) if not_before(t) => Some((applicant, t)),
            _ => None,
        });
        if let Some((applicant, named)) = applicant {
            let quantity = Quantity::all_of(*last);
            reader.claim(Subject::Applicant(applicant), quantity, words(Some(all), named), true);
            return;
        }
    }
    // 收到1件，系自然人提出，已予以公开: of one, all need not be said.
    if let (None, Some(last), false) = (all, &last, counted) {
        let one = last.is_exact() && last.value == Number::from(1);
        let named = |t: &&Token| matches!(t.word(), Some(Word::Applicant(_) | Word::Result(_)));
        let mut named = tokens.iter().filter(named);
        if let (true, Some(token), None) = (one && reader.mind.list.is_none(), named.next(), named.next()) {
            let subject = match token.word() {
                Some(Word::Applicant(applicant)) => Subject::Applicant(applicant),
                Some(Word::Result(row)) => Subject::Results(vec![row]),
                _ => return,
            };
            // 由自然人提出, 已予以公开 are said of the one; 涉及国家秘密 may be said by the way.
            let led = tokens.first().is_some_and(|t| reader.text_of(t).starts_with(['由', '系', '为', '均']));
            let kind = matches!(token.word(), Some(Word::Result(row)) if !row.contains('.'));
            let doubt = (!led && !kind).then_some(Why::Unclear);
            reader.claim_in_doubt(subject, Quantity::all_of(*last), token.at.clone(), true, doubt);
            return;
        }
    }
    // 1件所涉资料由其他部门保存，按本机关不掌握答复: what became of the part just counted.
    if let (None, [row], Some(part), false) = (all, results.as_slice(), reader.last_part(), counted) {
        let named = tokens.iter().find(|t| t.word() == Some(Word::Result(row))).map(|t| t.at.clone());
        let (subject, why) = (Subject::Results(vec![row]), Some(Why::Unclear));
        if let Some(words) = named {
            reader.claim_in_doubt(subject, Quantity::all_of(part), words, true, why);
        }
        return;
    }
    // 其余2件涉及第三方，转2025年办理.
    let carried = tokens.iter().find(|t| t.word() == Some(Word::CarriedOut));
    if let (None, Some(carried), Some(part), false) = (all, carried, reader.last_part(), counted) {
        let words = carried.at.clone();
        reader.claim_in_doubt(Subject::CarriedOut, Quantity::all_of(part), words, true, Some(Why::Unclear));
        return;
    }
    // 1件，已公开.
    if let ([said, publish] | [_, said, publish], Some(last)) = (tokens, &last)
        && !counted
        && results::says_published(reader, said, publish)
    {
        let words = said.at.start..publish.at.end;
        reader.claim(Subject::Results(vec!["granted"]), Quantity::all_of(*last), words, true);
        return;
    }
    // 5件结转，其余100件全部办结.
    let clause = tokens.first().map_or("", |t| reader.sentence_before(t.at.start)).rsplit(['，', '；']).next();
    if counted && clause.is_some_and(|clause| ["其余", "其他", "余下", "剩余"].iter().any(|rest| clause.contains(rest)))
    {
        return;
    }
    let answer = tokens.iter().find(|t| matches!(t.word(), Some(Word::Answer)) && not_before(t));
    let Some(answer) = answer else { return };
    let about_received = reader.mind.told.iter().any(|s| {
        matches!(s, Subject::Received | Subject::NewlyReceived | Subject::ReceivedWithCarried | Subject::Handled)
    });
    let about_answered = reader.mind.told.contains(&Subject::Answered);
    if about_answered || reader.mind.list.is_some() && !reader.lists_who_or_how() || !reader.outermost() {
        return;
    }
    let phrase = reader.span_text(tokens);
    // 均按期答复 speaks of those that were due, 全部按期办结 of everything.
    let whole = all.is_some_and(|all| matches!(reader.text_of(all), "全部" | "全数" | "悉数"));
    if reader.speaks_of_an_office() {
        return;
    }
    let timely = ["按时", "按期", "限内", "日内", "期限", "规定", "及时", "依法", "时限"]
        .iter()
        .any(|word| phrase.contains(word));
    let in_time = timely && !whole;
    match all {
        // 全部办结 in a sentence of its own speaks of everything.
        Some(all) if about_received || reader.mind.told.is_empty() => {
            reader.all_answered(words(Some(all), answer), in_time)
        }
        // 收到5件，已按时办结.
        None if about_received && !counted && tokens.first().is_some_and(|t| reader.text_of(t).starts_with('已')) => {
            reader.all_answered(tokens[0].at.start..answer.at.end, true);
        }
        _ => {}
    }
}

/// Whether 均 takes in all that was counted, and not some of it that the words before it describe: 对于本机关制作的信息均予以公开.
fn speaks_of_all(reader: &Reader, tokens: &[Token], all: &Token) -> bool {
    let before = tokens.iter().take_while(|t| t.at.start < all.at.start);
    let described: usize = before
        .filter(|t| !matches!(t.word(), Some(Word::Application | Word::BareApplication | Word::ThisYear)))
        .map(|t| reader.text_of(t).chars().count())
        .sum();
    described <= LONGEST_SUBJECT
}

/// What names everything counted is no longer than this, in characters: 上述申请截至年底已.
const LONGEST_SUBJECT: usize = 8;

/// 没有受理申请、没有不予公开的信息: each negation governs what follows up to the next one.
fn negations(reader: &mut Reader, tokens: &[Token], first: usize) {
    let begins = |i: usize| {
        let after_stop = i.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.stop().is_some());
        after_stop && tokens.get(i).is_some_and(|t| t.word() == Some(Word::Not))
    };
    let mut at = first;
    while at < tokens.len() {
        let next = (at + 1..tokens.len()).find(|i| begins(*i)).unwrap_or(tokens.len());
        negated(reader, tokens.get(..next).unwrap_or(tokens), at);
        at = next;
    }
}

/// 未收到…申请; 没有发生行政复议、行政诉讼; 未制发规范性文件; 未收取信息处理费.
fn negated(reader: &mut Reader, tokens: &[Token], at: usize) {
    let Some((not, governed)) = tokens.get(at).zip(tokens.get(at + 1..)) else { return };
    let negation = reader.text_of(not);
    let words = tokens.get(..at).unwrap_or_default();
    // 12家单位零申请 speaks of those units only.
    let units = words.iter().any(|t| matches!(t.kind, Kind::Figure(_)) || t.word() == Some(Word::Except));
    let has = |word: Word| governed.iter().any(|t| t.word() == Some(word));
    let phrase: String = governed.iter().filter(|t| t.kind == Kind::Noise).map(|t| reader.text_of(t)).collect();
    let said = reader.span_text(governed);
    let particular = [
        "应公开",
        "应当公开",
        "该公开",
        "充分",
        "说明",
        "引用",
        "违规",
        "违法",
        "其他",
        "其它",
        "再次",
        "重新",
        "出具",
        "更正",
        "补正",
    ];
    if units
        || has(Word::Late)
        || particular.iter().any(|word| phrase.contains(word) || word.contains("公开") && said.contains(word))
    {
        return;
    }
    let last = governed.iter().rev().find(|t| t.kind != Kind::Noise && t.stop().is_none());
    let span = not.at.start..last.map_or(not.at.end, |t| t.at.end);
    // 未发生因答复不当引起的行政复议 denies only those with that cause.
    if ["不当", "不及时", "不到位", "不规范", "违法"].iter().any(|word| phrase.contains(word)) {
        return of_disputes::negated(reader, words, governed, &span, Some(Why::Unclear));
    }
    of_disputes::negated(reader, words, governed, &span, None);
    disclosure_negated(reader, negation, governed, &span);
    fee_negated(reader, negation, words, governed, &span);
    applications_negated(reader, negation, governed, &span);
    if has(Word::Accountability) || (reader.mind.topic == Topic::Accountability && governed.is_empty()) {
        reader.claim(Subject::Accountability, Quantity::nothing(), span, false);
    }
}

fn disclosure_negated(reader: &mut Reader, negation: &str, governed: &[Token], span: &Range<usize>) {
    let has = |word: Word| governed.iter().any(|t| t.word() == Some(word));
    let published = governed
        .iter()
        .take_while(|t| !matches!(t.word(), Some(Word::Normative | Word::Rules | Word::Decision(_))))
        .any(|t| matches!(t.word(), Some(Word::Publish | Word::Published | Word::Foreign)));
    let stocks = stocks_denied(reader, negation, governed);
    documents_negated(reader, negation, governed, span);
    for token in governed {
        let kind = match token.word() {
            Some(Word::Normative) => "normative",
            Some(Word::Rules) => "rules",
            _ => continue,
        };
        if published {
            continue;
        }
        // 未发布规范性文件: not made, or not published.
        if ["未发布", "未公布"].contains(&negation) && stocks.is_empty() && !has(Word::OtherDeed) {
            let subject = Subject::Documents(kind, Stock::Made);
            reader.claim_in_doubt(subject, Quantity::nothing(), span.clone(), false, Some(Why::Unclear));
        }
        for stock in &stocks {
            reader.claim(Subject::Documents(kind, *stock), Quantity::nothing(), span.clone(), false);
        }
    }
    let decided = negation.contains("作出")
        || negation.contains("实施")
        || negation.contains("办理")
        || negation.contains("涉及");
    let decides = has(Word::Decide) || has(Word::Handle) || decided || negation == "无" || negation == "没有";
    for token in governed {
        let told = decides && !published && disputes::named(governed).is_empty();
        if let Some(Word::Decision(kind)) = token.word().filter(|_| told) {
            reader.claim(Subject::Decisions(kind), Quantity::nothing(), span.clone(), false);
        }
    }
}

/// What a denial says was not done to documents: 未制定和废止规范性文件, 无新制发、无废止规范性文件; 无规范性文件
/// says that none was made.
fn stocks_denied(reader: &Reader, negation: &str, governed: &[Token]) -> Vec<Stock> {
    let happened = negation == "没有发生" || negation == "未发生";
    let mut stocks: Vec<Stock> = stock_in(negation).into_iter().collect();
    for token in governed {
        match token.word() {
            Some(Word::Stock(Stock::InForce)) => {}
            Some(Word::Stock(stock)) => stocks.push(stock),
            Some(Word::NewlyReceive) => stocks.push(Stock::Made),
            Some(Word::Not) => stocks.extend(stock_in(reader.text_of(token))),
            _ => {}
        }
    }
    let is_noun = |t: &Token| matches!(t.word(), Some(Word::Normative | Word::Rules));
    let nothing_else = governed.iter().all(|t| is_noun(t) || t.kind == Kind::Noise && t.at.len() <= 6);
    if stocks.is_empty() && ["无", "没有", "暂无", "尚无", "未有"].contains(&negation) && nothing_else {
        stocks.push(Stock::Made);
    }
    stocks.retain(|_| !happened);
    stocks
}

/// What a negation says was not done: 未制定, 无废止.
fn stock_in(negation: &str) -> Option<Stock> {
    let made = ["制发", "制定", "出台", "印发"].iter().any(|word| negation.ends_with(word));
    if made { Some(Stock::Made) } else { negation.ends_with("废止").then_some(Stock::Repealed) }
}

/// 规范性文件3件，没有新制定和废止; …，无废止: the noun was said before.
fn documents_negated(reader: &mut Reader, negation: &str, governed: &[Token], span: &Range<usize>) {
    let Topic::Documents(kind) = reader.mind.topic else { return };
    let of_these = governed.iter().all(|t| match t.word() {
        Some(word) => matches!(word, Word::Stock(_) | Word::NewlyReceive | Word::All),
        None => t.at.len() <= 3 || reader.text_of(t) == "新的",
    } || reader.text_of(t) == "文件");
    if !of_these {
        return;
    }
    let said = |t: &Token| match t.word() {
        Some(Word::Stock(stock)) => Some(stock),
        Some(Word::NewlyReceive) => Some(Stock::Made),
        _ => None,
    };
    let mut stocks: Vec<Stock> = governed.iter().filter_map(said).collect();
    if stocks.is_empty() {
        stocks.extend(stock_in(negation));
    }
    for stock in stocks.into_iter().filter(|stock| *stock != Stock::InForce) {
        reader.claim(Subject::Documents(kind, stock), Quantity::nothing(), span.clone(), false);
    }
}

fn fee_negated(reader: &mut Reader, negation: &str, before: &[Token], governed: &[Token], span: &Range<usize>) {
    let has = |word: Word| governed.iter().chain(before).any(|t| t.word() == Some(word));
    let charges =
        has(Word::Charge) || negation.contains("收取") || negation.contains("收费") || negation.contains("产生");
    if has(Word::Fees) {
        // 也没有行政事业性收费.
        let noun = |t: &Token| matches!(t.word(), Some(Word::Fees | Word::Decision(_)));
        let none = governed.iter().take_while(|t| t.word() != Some(Word::Fees)).all(|t| noun(t) || t.at.len() <= 6)
            && !["标准", "目录", "公示"].iter().any(|word| reader.span_text(governed).contains(word));
        if charges || none {
            reader.claim(Subject::Fees, Quantity::nothing(), span.clone(), false);
        }
        return;
    }
    let about_requests = matches!(reader.mind.topic, Topic::Applications | Topic::ProcessingFee) || reader.section == 6;
    if has(Word::ProcessingFee) || (charges && has(Word::Charge) && about_requests) {
        reader.claim(Subject::ProcessingFee, Quantity::nothing(), span.clone(), false);
    }
}

fn applications_negated(reader: &mut Reader, negation: &str, governed: &[Token], span: &Range<usize>) {
    let has = |word: Word| governed.iter().any(|t| t.word() == Some(word));
    let receives = negation.contains("收到")
        || negation.contains("接到")
        || negation.contains("受理")
        || negation.contains("新收")
        || negation == "未收"
        || has(Word::Receive)
        || has(Word::Submit)
        || has(Word::NewlyReceive);
    let before = |t: &Token| governed.split(|other| other.at.start >= t.at.start).next().unwrap_or_default();
    let noun = governed.iter().position(|t| {
        t.word() == Some(Word::Application)
            || t.word() == Some(Word::BareApplication)
                && reader.mind.topic == Topic::Applications
                && !reader.is_named_otherwise(before(t), t)
    });
    let dispute = governed.iter().position(|t| matches!(t.word(), Some(Word::Dispute(_))));
    // 未收到依申请公开行政复议案件: a review of an answer.
    let next = noun.and_then(|noun| governed.get(noun + 1));
    if next.is_some_and(|t| matches!(t.word(), Some(Word::Dispute(_)))) {
        return;
    }
    // 未产生结转件: this year left none.
    if has(Word::Carry) && negation.contains("产生") && reader.saw_applications {
        reader.claim(Subject::CarriedOut, Quantity::nothing(), span.clone(), false);
    }
    // 未因申请公开引发行政复议 says nothing about applications.
    let cause = !receives && dispute.is_some();
    let fee = negation.contains("收取") || has(Word::Charge) || has(Word::ProcessingFee);
    // 无结转至下年度办理的申请 denies what was carried, not what was dealt with.
    let carried = has(Word::CarriedIn) || has(Word::CarriedOut);
    if fee || cause || has(Word::Answer) || has(Word::Handle) && !receives && !carried {
        return;
    }
    let rows = results::results_in(governed);
    // 未接到关于不予公开的咨询 denies the question.
    if !rows.is_empty() && has(Word::Foreign) {
        return;
    }
    if !rows.is_empty() {
        if let ([row], true) = (rows.as_slice(), reader.saw_applications) {
            reader.claim(Subject::Results(vec![row]), Quantity::nothing(), span.clone(), false);
        }
        return;
    }
    if carried || has(Word::Unfinished) {
        let incoming = has(Word::CarriedIn);
        if reader.saw_applications {
            let subject = if incoming { Subject::CarriedIn } else { Subject::CarriedOut };
            reader.claim(subject, Quantity::nothing(), span.clone(), false);
        }
        if incoming && has(Word::CarriedOut) {
            reader.claim(Subject::CarriedOut, Quantity::nothing(), span.clone(), false);
        }
        return;
    }
    // 无结转件: of this year, as a rule.
    if has(Word::Carry) && reader.saw_applications && reader.mind.topic == Topic::Applications {
        let doubt = Some(Why::Unclear);
        reader.claim_in_doubt(Subject::CarriedOut, Quantity::nothing(), span.clone(), false, doubt);
    }
    if has(Word::Carry) || has(Word::Foreign) && noun.is_none() {
        return;
    }
    let noise: usize = governed.iter().filter(|t| t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    let bare =
        receives && reader.mind.topic == Topic::Applications && noise <= 6 && !has(Word::Filler) && dispute.is_none();
    let named = noun.is_some_and(|noun| dispute.is_none_or(|dispute| noun < dispute || receives));
    // 没有…申请 without a verb counts when the noun ends the phrase: 无依申请公开事项.
    let light = |t: &Token| t.kind == Kind::Noise && t.at.len() <= 9 || matches!(reader.text_of(t), "信息" | "事项");
    let ends = noun.is_some_and(|noun| governed.iter().skip(noun + 1).all(light));
    if bare || (named && (receives || ends || dispute.is_some())) {
        reader.mind.topic = Topic::Applications;
        let new = has(Word::NewlyReceive) || negation.contains("新收");
        let subject = if new { Subject::NewlyReceived } else { Subject::Received };
        reader.claim(subject, Quantity::nothing(), span.clone(), false);
    }
}
