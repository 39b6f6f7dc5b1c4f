//! Which suits are meant is often told by several words: 经复议之后又向法院起诉, 未经复议程序而直接提起诉讼.

use super::{Kind, Token};
use crate::claims::lexicon::{Dispute, Word};

/// What may stand between 复议 and 起诉 where the one came after the other.
const BETWEEN: [&str; 38] = [
    "直接",
    "径行",
    "迳行",
    "径直",
    "径自",
    "行政",
    "复议",
    "程序",
    "决定",
    "结果",
    "之后",
    "以后",
    "后",
    "不服",
    "而",
    "又",
    "再次",
    "再",
    "被",
    "仍然",
    "仍",
    "继续",
    "另行",
    "另",
    "依法",
    "当事人",
    "申请人",
    "原告",
    "人民",
    "法院",
    "向",
    "到",
    "至",
    "提起",
    "提出",
    "起诉",
    "的",
    "对",
];

/// Of these words one at least says that the suit came after.
const AFTER: [&str; 4] = ["后", "不服", "再", "又"];

/// Joins 复议 … 起诉 into one word where the suit is told to have come after the review, and 未经复议
/// with the 直接起诉 that follows.
pub(super) fn join(text: &str, tokens: &mut Vec<Token>) {
    let disputes: Vec<usize> = (0..tokens.len()).filter(|i| dispute(&tokens[*i]).is_some()).collect();
    let mut joined: Vec<(usize, usize, Dispute)> = Vec::new();
    for (n, &first) in disputes.iter().enumerate() {
        if dispute(&tokens[first]) != Some(Dispute::Review) || joined.last().is_some_and(|(_, last, _)| *last >= first)
        {
            continue;
        }
        let last = disputes.get(n + 1).copied().filter(|last| last - first <= 4);
        let suit = last.and_then(|last| Some((last, group(text, &tokens[first], &tokens[last])?)));
        match suit {
            Some((last, group)) => joined.push((first, last, group)),
            // 复议之后提起的14件: the suit itself goes without saying.
            None => joined
                .extend(brought(text, &tokens[first], tokens.get(first + 1)).map(|group| (first, first + 1, group))),
        }
    }
    for &(first, last, group) in &joined {
        let end = tokens[last].at.end;
        let begins = beginning(text, tokens[first].at.start);
        tokens[first].kind = Kind::Word(Word::Dispute(group));
        tokens[first].at = begins..end;
        for token in &mut tokens[first + 1..=last] {
            token.at = end..end;
        }
        // 未经, 不服 before it goes in too.
        if let Some(before) = first.checked_sub(1).and_then(|before| tokens.get_mut(before)) {
            before.at.end = before.at.end.min(begins);
        }
    }
    tokens.retain(|token| !token.at.is_empty());
    join_direct(text, tokens);
}

/// 直接向法院提起的行政诉讼3件, 直接提起的3件.
fn join_direct(text: &str, tokens: &mut [Token]) {
    for i in 0..tokens.len() {
        let Some(direct) = directly(text, &tokens[i]) else { continue };
        let Some(next) = tokens.get(i + 1) else { continue };
        let words = text.get(direct..tokens[i].at.end).unwrap_or_default();
        let suit = dispute(next) == Some(Dispute::Suit);
        if suit {
            tokens[i + 1].kind = Kind::Word(Word::Dispute(Dispute::Direct));
        } else if next.figure().is_some() && words.contains("提起") {
            tokens[i].kind = Kind::Word(Word::Dispute(Dispute::Direct));
        }
    }
}

/// Where 直接 begins in a run that ends with it and what leads from it to a suit.
fn directly(text: &str, token: &Token) -> Option<usize> {
    let words = text.get(token.at.clone()).filter(|_| token.kind == Kind::Noise)?;
    let at = words.rfind("直接")?;
    is_made_of_these(words.get(at..)?).then_some(token.at.start + at)
}

/// 复议机关受理信息公开案件23件, 法院受理的案件2件: who decides them says what the cases are.
pub(super) fn name_cases(text: &str, tokens: &mut [Token]) {
    let mut start = 0;
    for i in 0..tokens.len() {
        if tokens[i].stop().is_some() {
            start = i + 1;
        }
        let counted = tokens.get(i + 1).is_some_and(|next| next.figure().is_some());
        let case = |words: &str| words.ends_with("案件") || words.ends_with("案");
        let is_case = tokens[i].kind == Kind::Noise && text.get(tokens[i].at.clone()).is_some_and(case);
        if !counted || !is_case || tokens[start..i].iter().any(|token| dispute(token).is_some()) {
            continue;
        }
        let phrase = text.get(tokens[start].at.start..tokens[i].at.start).unwrap_or_default();
        let deals = ["受理", "收到", "审理", "审结", "办理", "立案"].iter().any(|word| phrase.contains(word));
        let named = [("复议机关", Dispute::Review), ("复议机构", Dispute::Review), ("法院", Dispute::Suit)];
        if let Some((_, dispute)) = named.iter().find(|(who, _)| deals && phrase.contains(who)) {
            tokens[i].kind = Kind::Word(Word::Dispute(*dispute));
        }
    }
}

fn dispute(token: &Token) -> Option<Dispute> {
    match token.word() {
        Some(Word::Dispute(dispute)) => Some(dispute),
        _ => None,
    }
}

/// What stands before 复议 and belongs to it, longer ones first.
const BEFORE: [&str; 8] = ["未经过", "未经", "不经", "经过", "对", "经", "不服", "未"];

/// Where the words that lead to 复议 begin.
fn beginning(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let led = BEFORE.iter().find(|word| before.ends_with(**word));
    at - led.map_or(0, |word| word.len())
}

/// The group of suits that a review and the suit after it name together.
fn group(text: &str, review: &Token, suit: &Token) -> Option<Dispute> {
    let before = text.get(beginning(text, review.at.start)..review.at.start)?;
    let between = text.get(review.at.end..suit.at.start)?;
    let skipped = skips(before);
    match dispute(suit)? {
        Dispute::Direct if skipped && is_made_of_these(between) => Some(Dispute::Direct),
        Dispute::Suit | Dispute::AfterReview if !skipped && is_made_of_these(between) => {
            let after = !before.is_empty() || AFTER.iter().any(|word| between.contains(word));
            after.then_some(Dispute::AfterReview)
        }
        Dispute::Suit if skipped && is_made_of_these(between) => Some(Dispute::Direct),
        _ => None,
    }
}

/// The suits that 提起 after 复议 brings: 复议之后提起的, 未经复议程序直接提起的.
fn brought(text: &str, review: &Token, next: Option<&Token>) -> Option<Dispute> {
    let next = next.filter(|next| next.kind == Kind::Noise)?;
    let words = text.get(next.at.clone())?;
    let before = text.get(beginning(text, review.at.start)..review.at.start)?;
    // 诉讼6件，未经复议的1件，经过复议的5件.
    if words == "的" && text.get(next.at.end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return match before {
            "经" | "经过" => Some(Dispute::AfterReview),
            _ => skips(before).then_some(Dispute::Direct),
        };
    }
    if !(words.ends_with("提起的") || words.ends_with("提起")) || !is_made_of_these(words) {
        return None;
    }
    if skips(before) {
        return Some(Dispute::Direct);
    }
    AFTER.iter().any(|word| words.contains(word)).then_some(Dispute::AfterReview)
}

/// Whether the words before 复议 say that there was none.
fn skips(before: &str) -> bool {
    ["未经过", "未经", "不经", "未"].contains(&before)
}

fn is_made_of_these(words: &str) -> bool {
    let mut rest = words.trim();
    while !rest.is_empty() {
        match BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    true
}
