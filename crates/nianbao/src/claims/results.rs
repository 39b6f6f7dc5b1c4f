//! What became of applications: the rows of table 三 that words name.

use std::ops::Range;

use super::claim::{Subject, Why};
use super::lexicon::Word;
use super::mind::{Reader, Verdict};
use super::token::Token;

/// The results named left of a number, the last one last.
pub(super) fn results_in(tokens: &[Token]) -> Vec<&'static str> {
    let mut rows: Vec<&'static str> = tokens
        .iter()
        .filter_map(|t| match t.word() {
            Some(Word::Result(row)) => Some(row),
            _ => None,
        })
        .collect();
    // 区分处理后部分公开: one by two names.
    rows.dedup();
    rows
}

/// One result, a leaf under its kind, a kind with its cause, or several with one number.
pub(super) fn pooled(reader: &Reader, tokens: &[Token], results: &[&'static str]) -> Subject {
    let kind_of = |row: &'static str| row.split('.').next().unwrap_or(row);
    let (Some(&first), Some(&last)) = (results.first(), results.last()) else {
        return Subject::Results(Vec::new());
    };
    let is_kind = |row: &str| !row.contains('.');
    let among_others = tokens.windows(2).any(|pair| {
        matches!(pair[0].word(), Some(Word::Result(row)) if !is_kind(row)) && reader.text_of(&pair[1]).starts_with('等')
    });
    let same_kind = results.iter().all(|row| kind_of(row) == kind_of(last));
    if same_kind && results.iter().any(|row| is_kind(row)) && results.len() > 1 {
        let leaf = results.iter().copied().find(|row| !is_kind(row));
        return match leaf {
            Some(_) if among_others && is_kind(last) => Subject::Results(vec![last]),
            Some(leaf) if is_kind(last) => Subject::ResultOrCause(leaf, last),
            Some(leaf) if first != leaf => Subject::Results(vec![leaf]),
            _ => Subject::Results(vec![last]),
        };
    }
    let mut rows = results.to_vec();
    rows.dedup();
    Subject::Results(rows)
}

/// 公开11件（含部分公开4件）: one number for both.
pub(super) fn with_partial(reader: &Reader, row: &'static str, token: &Token) -> Vec<&'static str> {
    let containing =
        ["（含部分公开", "（其中部分公开", "（包括部分公开", "，其中部分公开", "，含部分公开", "（含区分处理"];
    let after = reader.sentence_after(token.at.end);
    // 向申请人提供信息8件（全部公开5件、部分公开3件）.
    let bracket = after.strip_prefix('（').and_then(|after| after.split('）').next()).unwrap_or_default();
    let parted =
        ["公开", "全部公开", "予以公开"].iter().any(|word| bracket.starts_with(word)) && bracket.contains("部分公开");
    let both = row == "granted" && (parted || containing.iter().any(|words| after.starts_with(words)));
    if both { vec![row, "partial"] } else { vec![row] }
}

/// 申请人撤销申请42件, before anything was counted: it may be told of some only.
pub(super) fn result(reader: &Reader, subject: Subject, words: Range<usize>) -> Verdict {
    let leaf = matches!(&subject, Subject::Results(rows) if rows.iter().all(|row| row.contains('.')));
    // 不属于本机关公开: some count it among those not held, some among others.
    let said = reader.text.get(words.clone()).unwrap_or_default();
    let elsewhere = said.contains("不属于") && said.contains("公开");
    if leaf && (elsewhere || !reader.counted_applications_lately()) {
        return Verdict::Doubtful(subject, words, Why::PartOfCell);
    }
    Verdict::Claim(subject, words)
}

/// 3件已公开, 2件属于主动公开过的, 其中2件公开: the end of these words.
pub(super) fn granted_to_the_right(reader: &Reader, right: &[Token]) -> Option<usize> {
    let publish = right.iter().find(|t| t.word() == Some(Word::Publish))?;
    let before = right.split(|t| t.at.start >= publish.at.start).next().unwrap_or_default();
    // 5件公开，2件部分公开.
    let beside = ["，", "、", "；"].iter().any(|stop| {
        let after = reader.sentence_after(publish.at.end).strip_prefix(stop);
        after.is_some_and(|after| after.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with("件部分公开"))
    });
    if beside && before.is_empty() && reader.text_of(publish) == "公开" {
        return Some(publish.at.end);
    }
    let leads =
        matches!(reader.span_text(before), "" | "已" | "已经" | "属于" | "属于已" | "为已" | "为“已" | "系已" | "属已");
    let says = match reader.text_of(publish) {
        "公开" => right.len() <= 2,
        "主动公开" => before.last().is_some_and(|t| reader.text_of(t).ends_with('已')),
        _ => false,
    };
    (leads && says && reader.mind.list.is_some() || right.len() == 2 && leads && !before.is_empty() && says)
        .then_some(publish.at.end)
}

/// 12件为咨询或其他处理: one of two, the other no result.
pub(super) fn is_alternative(reader: &Reader, right: &[Token]) -> bool {
    let first = right.iter().position(|t| matches!(t.word(), Some(Word::Result(_)))).unwrap_or(0);
    let before = right.get(..first).unwrap_or_default();
    before.iter().any(|t| t.word() == Some(Word::Foreign))
        && before.last().is_some_and(|t| matches!(reader.text_of(t), "或" | "或者" | "及" | "和"))
}

/// 已公开, 皆为公开, of applications: granted.
pub(super) fn says_published(reader: &Reader, said: &Token, publish: &Token) -> bool {
    matches!(reader.text_of(said), "已" | "已经" | "均已" | "均为" | "皆为" | "都为" | "都是" | "均是")
        && reader.text_of(publish) == "公开"
}
