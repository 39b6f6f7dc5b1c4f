//! Numbers about documents, decisions, charges and what was published: table 二 and beside it.

use super::claim::{Subject, Why};
use super::figure::{Figure, Measure};
use super::lexicon::{Stock, Word};
use super::reader::{Reader, Topic, Verdict};
use super::token::{Kind, Token};

/// Documents made, repealed, in force.
pub(super) fn documents(
    reader: &mut Reader,
    kind: &'static str,
    left: &[Token],
    token: &Token,
    right: &[Token],
) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let deeds: Vec<(usize, Option<Stock>)> = left
        .iter()
        .enumerate()
        .filter_map(|(i, t)| match t.word()? {
            Word::Stock(stock) => Some((i, Some(stock))),
            Word::OtherDeed => Some((i, None)),
            _ => None,
        })
        .collect();
    let nouns: Vec<&'static str> = left
        .iter()
        .filter_map(|t| match t.word()? {
            Word::Normative => Some("normative"),
            Word::Rules => Some("rules"),
            _ => None,
        })
        .collect();
    if has(Word::Foreign) && nouns.is_empty() && deeds.is_empty() {
        return Verdict::Counted;
    }
    let several = has(Word::Each) || has(Word::All);
    if several && (nouns.len() > 1 || deeds.len() > 1) {
        let kinds = if nouns.is_empty() { vec![kind] } else { nouns };
        let stocks: Vec<Stock> = deeds.iter().filter_map(|(_, stock)| *stock).collect();
        let stocks = if stocks.is_empty() { vec![Stock::Made] } else { stocks };
        let subjects = kinds.iter().flat_map(|kind| stocks.iter().map(|stock| Subject::Documents(kind, *stock)));
        return Verdict::Several(subjects.collect(), here);
    }
    if nouns.len() > 1 && nouns.first() != nouns.last() {
        return Verdict::Untied(Why::Unclear);
    }
    let publish = left.iter().position(|t| t.word() == Some(Word::Publish));
    let stock = match deeds.last() {
        Some((at, Some(stock))) if publish.is_none_or(|publish| publish > *at) => Some(*stock),
        // 公开现行有效的规范性文件N件 counts what was published.
        Some((_, Some(_))) => None,
        // 废止或宣布失效: by custom in one column.
        Some((at, None)) if left.get(*at).is_some_and(|t| reader.text_of(t).contains("废止")) => {
            return Verdict::Doubtful(Subject::Documents(kind, Stock::Repealed), here, Why::NoCell);
        }
        Some((_, None)) => return Verdict::Untied(Why::NoCell),
        None if publish.is_some() || has(Word::Published) => None,
        None => stock_to_the_right(left, right).or(reader.mind.deed.filter(|_| !reader.mind.publishing)),
    };
    let Some(stock) = stock else { return Verdict::Untied(Why::Unclear) };
    let subject = Subject::Documents(kind, stock);
    if reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(&subject)) {
        return Verdict::Untied(Why::PartOfCell);
    }
    if !deeds.is_empty() {
        reader.mind.deed = Some(stock);
    }
    Verdict::Claim(subject, here)
}

fn stock_to_the_right(left: &[Token], right: &[Token]) -> Option<Stock> {
    let begins = left.iter().all(|t| t.word().is_none_or(|w| matches!(w, Word::Among | Word::Apart | Word::Total)));
    let first = right.iter().find_map(Token::word)?;
    match first {
        Word::Stock(stock) if begins => Some(stock),
        _ => None,
    }
}

/// Decisions: permits, penalties, measures of coercion.
pub(super) fn decisions(
    reader: &mut Reader,
    kind: &'static str,
    left: &[Token],
    token: &Token,
    figure: Figure,
) -> Verdict {
    let has = |word: Word| left.iter().any(|t| t.word() == Some(word));
    let here = reader.words_up_to(left, token);
    let named: Vec<&Token> = left.iter().filter(|t| matches!(t.word(), Some(Word::Decision(_)))).collect();
    let Some(last) = named.last() else { return Verdict::Counted };
    let own_noun_follows = left
        .iter()
        .skip_while(|t| t.at.start <= last.at.start)
        .any(|t| matches!(t.word(), Some(Word::Published | Word::Foreign | Word::Dispute(_))));
    let listed = reader.text_of(last).ends_with("事项") && figure.unit == "项";
    let through = has(Word::Publish) || own_noun_follows || listed;
    let received = has(Word::Receive) || has(Word::NewlyReceive);
    if through || received || has(Word::OtherDeed) || figure.unit == "条" && !has(Word::Decide) {
        return Verdict::Untied(Why::Unclear);
    }
    let kinds: Vec<&'static str> = named
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Decision(kind)) => Some(kind),
            _ => None,
        })
        .collect();
    if kinds.len() > 1 && has(Word::Each) {
        return Verdict::Several(kinds.into_iter().map(Subject::Decisions).collect(), here);
    }
    if kinds.iter().any(|named| *named != kind) {
        return Verdict::Untied(Why::Unclear);
    }
    let between: usize =
        left.iter().filter(|t| t.at.start >= last.at.end && t.kind == Kind::Noise).map(|t| t.at.len()).sum();
    if between > 12 {
        return Verdict::Untied(Why::Unclear);
    }
    let subject = Subject::Decisions(kind);
    if reader.mind.list.as_ref().is_some_and(|list| list.of.as_ref() == Some(&subject)) {
        return Verdict::Untied(Why::PartOfCell);
    }
    // 公开信息30条，行政许可8件: the verb may govern both.
    if reader.mind.publishing {
        return Verdict::Doubtful(subject, here, Why::Unclear);
    }
    Verdict::Claim(subject, here)
}

/// Money: only charges matter; fines and budgets do not.
pub(super) fn money(reader: &mut Reader, left: &[Token], token: &Token) -> Verdict {
    let here = reader.words_up_to(left, token);
    let per_piece = left.iter().any(|t| reader.text_of(t).contains(['每', '按']));
    match reader.mind.topic {
        Topic::Fees if !per_piece => {
            let part = reader.mind.list.as_ref().is_some_and(|list| list.of == Some(Subject::Fees));
            if part { Verdict::Counted } else { Verdict::Claim(Subject::Fees, here) }
        }
        Topic::ProcessingFee if !per_piece => {
            let part = reader.mind.list.as_ref().is_some_and(|list| list.of == Some(Subject::ProcessingFee));
            if part { Verdict::Counted } else { Verdict::Claim(Subject::ProcessingFee, here) }
        }
        // 收取信息处理费260元，其中5件申请收取160元.
        _ => {
            let of = reader.mind.list.as_ref().and_then(|list| list.of.as_ref());
            if of == Some(&Subject::ProcessingFee) { Verdict::Counted } else { Verdict::Passing }
        }
    }
}

/// What was published: no cell holds it, but lists of it can be added up.
pub(super) fn published(reader: &mut Reader, left: &[Token], token: &Token, right: &[Token]) -> Verdict {
    let here = reader.words_up_to(left, token);
    let outlets: Vec<&'static str> = left
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Outlet(outlet)) => Some(outlet),
            _ => None,
        })
        .collect();
    let other = left.iter().any(|t| {
        matches!(t.word(), Some(Word::Foreign | Word::Receive | Word::Handle | Word::Answer | Word::NewlyReceive))
    });
    if other {
        reader.mind.list = None;
    }
    let nothing_published = right.first().is_some_and(|t| t.word() == Some(Word::Foreign));
    if other || nothing_published || token.figure().is_some_and(|f| f.measure == Measure::None) {
        return Verdict::Counted;
    }
    Verdict::Claim(Subject::Published(outlets.last().copied().filter(|_| outlets.len() == 1)), here)
}
