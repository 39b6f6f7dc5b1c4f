//! Nothing, told by the number one: 一件也没有, 无一件.

use super::{Kind, Stop, Token};
use crate::claims::figure::{Figure, Measure};
use crate::claims::lexicon::Word;
use crate::claims::quantity::Quantity;
use crate::number::Number;

/// What makes nothing of the one before it.
const NONE: [&str; 8] = ["也没有", "都没有", "均没有", "也无", "都无", "也没", "都没", "没有"];

/// What may follow, and adds nothing.
const HAPPENED: [&str; 6] = ["发生", "出现", "收到", "产生", "接到", "引发"];

/// Makes 一件也没有 a number, nothing, of what stands before it, and leaves the number out of 无一件.
pub(super) fn join(text: &str, tokens: &mut Vec<Token>) {
    for i in 0..tokens.len() {
        let Some(figure) = tokens[i].figure().filter(is_one) else { continue };
        let at = tokens[i].at.clone();
        let before = i.checked_sub(1).and_then(|before| tokens.get(before));
        let negated = before.is_some_and(|before| before.word() == Some(Word::Not) && before.at.end == at.start);
        let spelt = text.get(at.clone()).is_some_and(|words| words.starts_with('一'));
        if negated && spelt {
            tokens[i].at = at.end..at.end;
        } else if let Some(end) = none_after(text, at.end) {
            tokens[i].kind = Kind::Figure(Figure { quantity: Quantity::nothing(), ..figure });
            tokens[i].at.end = end;
            let covered = tokens.iter_mut().skip(i + 1).take_while(|token| token.at.start < end);
            covered.for_each(|token| token.at.start = token.at.end.min(token.at.start.max(end)));
            // 复议和诉讼，一件也没有: the comma parts nothing.
            if let Some(comma) = i.checked_sub(1).and_then(|before| tokens.get_mut(before))
                && comma.stop() == Some(Stop::Comma)
            {
                comma.at.end = comma.at.start;
            }
        }
    }
    tokens.retain(|token| !token.at.is_empty());
}

fn is_one(figure: &Figure) -> bool {
    figure.measure == Measure::Thing && figure.quantity.is_exact() && figure.quantity.value == Number::from(1)
}

/// Where 也没有 after a number ends, if nothing but a stop follows it.
fn none_after(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut after = NONE.iter().find_map(|none| rest.strip_prefix(none))?;
    after = HAPPENED.iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let stops = after.chars().next().is_none_or(|c| "，。；、：！）\n".contains(c));
    stops.then_some(text.len() - after.len())
}
