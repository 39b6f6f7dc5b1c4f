//! The text of the sections: paragraphs put together again from wrapped lines, tables left out.

use super::lines::{Line, Piece, display_width};
use crate::finding::utf16_length;
use crate::report::{Piece as TextPiece, Section};

/// A source is taken for one with lines of a fixed width up to this one, in half characters.
const WIDEST: usize = 128;

/// The width at which lines are broken, in half characters, if they are.
pub(super) fn wrap_width<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Option<usize> {
    let mut widths: Vec<usize> = lines
        .filter(|line| line.wrapped && line.is_paragraph())
        .filter_map(|line| line.pieces.first())
        .map(|piece| display_width(piece.text))
        .filter(|width| *width >= 36)
        .collect();
    widths.sort_unstable();
    // A few longer lines (with many digits or letters) do not count.
    let widest = *widths.get(widths.len().checked_sub(1)? * 19 / 20)?;
    let full = widths.iter().filter(|width| **width * 10 >= widest * 8).count();
    (widths.len() >= 6 && widest <= WIDEST && full * 10 >= widths.len() * 4).then_some(widest)
}

/// Puts lines together to a section's text. `lines` come with whether they belong to a table.
pub(super) fn section<'a>(lines: impl Iterator<Item = &'a Line<'a>>, width: Option<usize>) -> Section {
    let mut section = Section::default();
    let mut length = 0;
    let mut before: Option<&Line> = None;
    for line in lines.filter(|line| !line.is_blank()) {
        for (i, piece) in line.pieces.iter().enumerate() {
            let text = piece.text.trim();
            if text.is_empty() {
                continue;
            }
            let goes_on = i == 0 && before.is_some_and(|before| continues(before, piece, width));
            if !goes_on && !section.text.is_empty() {
                section.text.push('\n');
                length += 1;
            }
            if let Some(at) = piece.at {
                section.pieces.push(TextPiece { start: length, at });
            }
            section.text.push_str(text);
            length += utf16_length(text);
        }
        before = Some(line);
    }
    section
}

/// Whether a line goes on in the next one: it is full, and neither its end nor the next one's
/// beginning marks a new paragraph.
fn continues(line: &Line, next: &Piece, width: Option<usize>) -> bool {
    let Some(width) = width.filter(|_| line.wrapped && line.is_paragraph()) else { return false };
    let Some(text) = line.pieces.first().map(|piece| piece.text.trim()) else { return false };
    let full = display_width(text) * 10 >= width * 8;
    let ended = text.ends_with(['。', '！', '？', '；', '：', ':', '…']);
    full && !ended && !starts_paragraph(next.text)
}

/// Whether a line begins like a heading or an item of a list.
fn starts_paragraph(text: &str) -> bool {
    let bracketed = text.starts_with(['（', '(']) && {
        let inside: String = text.chars().skip(1).take_while(|c| !matches!(c, '）' | ')')).collect();
        !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    };
    bracketed || super::outline::split_number(text).0.is_some_and(|number| number <= 20)
}

/// Words that stand under an article on a web page and end it.
const FURNITURE: [&str; 22] = [
    "打印",
    "关闭",
    "【打印】",
    "【关闭】",
    "打印本页",
    "关闭窗口",
    "分享到",
    "分享",
    "扫一扫",
    "上一篇",
    "下一篇",
    "相关链接",
    "相关附件",
    "版权所有",
    "主办单位",
    "主办：",
    "网站地图",
    "返回顶部",
    "ICP备",
    "公网安备",
    "网站标识码",
    "联系我们",
];

/// Where an article ends among the lines of the last section: at the first short line of page
/// furniture after some text.
pub(super) fn article_end(lines: &[Line]) -> usize {
    let furniture = |line: &Line| {
        line.single().is_some_and(|piece| {
            let text = piece.text.trim_matches(|c: char| c.is_whitespace() || "【】[]|·>".contains(c));
            text.chars().count() <= 30
                && FURNITURE.iter().any(|words| text.starts_with(words) || (words.len() > 9 && text.contains(words)))
        })
    };
    lines.iter().position(furniture).unwrap_or(lines.len())
}
