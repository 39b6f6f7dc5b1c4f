//! What a piece of text looks like: a number, prose, the number of a list item.

use super::line::is_blank;

/// How many characters a sentence has at least, so that a remark in a cell is not one.
const SENTENCE: usize = 25;

/// Whether it is a number as cells have them, or a sign for none.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim_matches(is_blank);
    !text.is_empty()
        && text.chars().all(
            |c| matches!(c, '0'..='9' | '０'..='９' | '.' | '．' | ',' | '，' | '+' | '-' | '－' | '—' | '/' | '／'),
        )
}

/// Whether it is a sentence rather than a label.
pub(super) fn is_prose(text: &str) -> bool {
    let length = text.chars().count();
    length > 120 || (length > SENTENCE && text.contains(['。', '；', '！']))
}

/// Whether it is the number or mark of a list item, as office programs put it before a tab:
/// 一、 （二） 3. ① ●
pub(super) fn is_item_mark(text: &str) -> bool {
    let text = text.trim_matches(is_blank);
    let inner = text.trim_matches(['（', '）', '(', ')', '、', '.', '．', '第', '章', '节', '条', '部', '分']);
    let is_numeral = |c: char| "一二三四五六七八九十".contains(c) || c.is_ascii_digit() || ('０'..='９').contains(&c);
    let short = text.chars().count() <= 6;
    let numbered = inner.len() < text.len() && !inner.is_empty() && inner.chars().all(is_numeral);
    let mark = text.chars().count() == 1
        && text
            .chars()
            .all(|c| matches!(c, '①'..='⑳' | '●' | '•' | '·' | '○' | '◆' | '■' | '*' | '\u{F000}'..='\u{F0FF}'));
    short && (numbered || mark)
}

/// Whether it begins with a number of the first level: 一、
pub(super) fn is_numbered_heading(text: &str) -> bool {
    let text = text.trim_start_matches(is_blank);
    let rest = text.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.len() < text.len() && rest.starts_with('、')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_are_told_apart() {
        assert!(["0", " 1,234.5", "１２", "-", "+3", "/", "—"].into_iter().all(is_number));
        assert!(!["", "规章", "3件", "　"].into_iter().any(is_number));
        assert!(["一、", "（二）", "3.", "(4)", "①", "●"].into_iter().all(is_item_mark));
        assert!(!["一", "23", "规章", "", "、", "12345678."].into_iter().any(is_item_mark));
        assert!(is_numbered_heading("十一、其他") && !is_numbered_heading("（一）其他"));
        assert!(!is_prose("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"));
        assert!(is_prose("全年在门户网站发布各类信息三百余条，办结率达到百分之百。"));
    }
}
