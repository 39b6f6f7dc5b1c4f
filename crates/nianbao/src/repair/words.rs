//! What may have happened, in words for the clerk.

use super::Repairs;
use super::rank::Explained;
use super::search::LARGEST_SET;
use super::slip::{Extent, Slip};
use crate::form::{CellId, Form};
use crate::language::{Language, Words};
use crate::say;

/// The reason for one change: 可能把 235 误录为 253（相邻数字颠倒）.
pub fn reason(form: &Form, change: &Explained, language: Language) -> String {
    let to = change.to;
    let from = change.from.unwrap_or(0);
    let name = |cell: CellId| form.spec(cell).name_in_table();
    let mistyped = |zh: &'static str, en: &'static str| {
        let how = Words { zh, en }.in_language(language);
        say!(language, "可能把 {to} 误录为 {from}（{how}）", "{to} may have been written as {from} ({how})")
    };
    let because = |cause: String| {
        say!(language, "{cause}：应为 {to}，填成了 {from}", "{cause}: it should be {to}, it says {from}")
    };
    let mut reason = match change.slip {
        Slip::Blank => say!(language, "空白处按各式推算应为 {to}", "by the equations the blank should be {to}"),
        Slip::LastYears => say!(
            language,
            "可能沿用了上年的 {from}，应为 {to}",
            "last year's {from} may have been left standing; it should be {to}"
        ),
        Slip::Copied(cell) => say!(
            language,
            "可能错抄了相邻“{}”的 {from}，应为 {to}",
            "the {from} of its neighbour {} may have been copied; it should be {to}",
            name(cell)
        ),
        Slip::Transposed => mistyped("相邻数字颠倒", "neighbouring digits changed places"),
        Slip::ZeroLost => mistyped("漏了一个 0", "a zero was left out"),
        Slip::ZeroGained => mistyped("多了一个 0", "a zero too many"),
        Slip::Doubled => mistyped("一个数字重复录入", "a digit typed twice"),
        Slip::DigitLost => mistyped("漏了一位数字", "a digit was left out"),
        Slip::DigitGained => mistyped("多了一位数字", "a digit too many"),
        Slip::Misread => mistyped("形近数字看错", "a digit taken for one that looks like it"),
        Slip::DigitChanged => mistyped("录错一位数字", "one digit is another"),
        Slip::OffByOne => mistyped("相差 1", "off by one"),
        Slip::LeftZero => because(say!(language, "可能漏填", "it may have been left at 0")),
        Slip::Stray => because(say!(language, "可能多填", "nothing may be due here")),
        Slip::LeftOut(cell, extent) => {
            because(say!(language, "合计可能漏加了“{}”", "the total may leave out {}", addend(form, cell, extent)))
        }
        Slip::CountedTwice(cell, extent) => {
            because(say!(language, "合计可能重复加了“{}”", "the total may count {} twice", addend(form, cell, extent)))
        }
        Slip::CountedToo(cell) => {
            because(say!(language, "合计可能多加了“{}”", "the total may also count {}", name(cell)))
        }
        Slip::Miscounted => because(say!(language, "合计可能算错", "the total may have been added up wrongly")),
        Slip::Swapped(cell) => {
            because(say!(language, "可能与“{}”互换", "it may have changed places with {}", name(cell)))
        }
        Slip::RowShifted => {
            because(say!(language, "这一行的数可能错了一列", "the numbers of this row may stand one column off"))
        }
        Slip::ColumnShifted => {
            because(say!(language, "这一列的数可能错了一行", "the numbers of this column may stand one row off"))
        }
        Slip::Unexplained => because(say!(language, "与其他各数不符", "it does not fit the other numbers")),
    };
    if change.support.narrative {
        reason += &say!(language, "；正文写的也是 {to}", "; the text says {to} too");
    }
    if change.support.last_year {
        reason += &say!(language, "；上年结转下年度的也是 {to}", "; last year's report carried out {to} too");
    }
    reason
}

/// An addend's name: the cell's, or that of the heading over its rows.
fn addend(form: &Form, cell: CellId, extent: Extent) -> &str {
    let group = form.row_of(cell).labels.get(1).copied();
    match extent {
        Extent::Group => group.unwrap_or_default(),
        Extent::Cell => form.spec(cell).name_in_table(),
    }
}

/// What is to be said beside the repairs of one part: that several are as likely, that there are
/// more, or why there are none.
pub fn note(part: &Repairs, shown: usize, language: Language) -> Option<String> {
    if part.too_many {
        return Some(say!(
            language,
            "矛盾太多，改动 {LARGEST_SET} 个数以内无法全部消除，不能指出是哪几个数填错，请逐项核对原始登记。",
            "Too many contradictions to name a culprit: no change of up to {LARGEST_SET} numbers was found that resolves them all. Please compare with the original records."
        ));
    }
    if part.sets.is_empty() {
        return Some(say!(
            language,
            "空白的格子较多，无法唯一推出应填的数，请先补齐空白。",
            "Too many cells are blank to tell what they should hold. Please fill them in first."
        ));
    }
    let tied = part.tied();
    let all = part.sets.len();
    if tied > 1 {
        return Some(say!(
            language,
            "有 {tied} 种改法同样可能，仅凭表内数字无法区分，请核对原始登记。",
            "{tied} repairs are equally likely and the tables alone cannot tell them apart. Please compare with the original records."
        ));
    }
    (all > shown).then(|| {
        say!(
            language,
            "共有 {all} 种改法能使各式成立，只列最可能的 {shown} 种。",
            "{all} repairs would make every equation hold; the {shown} likeliest are shown."
        )
    })
}
