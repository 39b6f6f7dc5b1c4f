//! The text of the sections: paragraphs put together again from wrapped lines, tables left out.

use super::lines::{Line, Piece, display_width};
use crate::document::Place;
use crate::finding::utf16_length;
use crate::report::{Piece as TextPiece, Section};

/// A source is taken for one with lines of a fixed width up to this one, in half characters.
const WIDEST: usize = 128;
/// A line narrower than this one, in half characters, says nothing about where lines are broken.
const NARROWEST: usize = 36;

/// How a document's lines are broken at a fixed width.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wrapping {
    /// The width in half characters, where most of the full lines end in the middle of a sentence.
    width: Option<usize>,
    /// On pages: the right edge of the text, in points.
    right: Option<f32>,
}

impl Wrapping {
    /// Tells from the lines of a document's text how they are broken.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> Wrapping {
        let mut long: Vec<(usize, bool)> = Vec::new();
        let mut right: Option<f32> = None;
        for piece in lines.filter(|line| line.wrapped && line.is_paragraph()).filter_map(|line| line.pieces.first()) {
            let width = display_width(piece.text);
            if width >= NARROWEST {
                long.push((width, ends_paragraph(piece.text)));
                if let Some(Place::Page { bounds, .. }) = piece.at {
                    right = Some(right.map_or(bounds[2], |right| right.max(bounds[2])));
                }
            }
        }
        Wrapping { width: common_width(long), right }
    }

    /// Whether a line reaches as far as lines can.
    fn is_full(&self, piece: &Piece) -> bool {
        let width = display_width(piece.text.trim_end());
        match (piece.at, self.right) {
            // A word that had to go to the next line leaves a gap of some characters.
            (Some(Place::Page { bounds, .. }), Some(right)) => {
                width >= NARROWEST && bounds[2] >= right - 4.0 * (bounds[3] - bounds[1])
            }
            _ => self.width.is_some_and(|most| width * 10 >= most * 8),
        }
    }
}

fn common_width(mut long: Vec<(usize, bool)>) -> Option<usize> {
    long.sort_unstable();
    // A few longer lines (with many digits or letters) do not count.
    let widest = long.get(long.len().checked_sub(1)? * 19 / 20)?.0;
    let full: Vec<bool> = long.iter().filter(|(width, _)| *width * 10 >= widest * 8).map(|(_, ended)| *ended).collect();
    let open = full.iter().filter(|ended| !**ended).count();
    (widest <= WIDEST && open >= 2 && 2 * open >= full.len()).then_some(widest)
}

/// Whether a line ends like a paragraph.
fn ends_paragraph(text: &str) -> bool {
    text.trim_end().ends_with(['。', '！', '？', '；', '：', ':', '…'])
}

/// Puts a section's lines together to its text, the lines of a wrapped paragraph joined.
pub(super) fn section<'a>(lines: impl Iterator<Item = &'a Line<'a>>, wrapping: Wrapping) -> Section {
    let mut section = Section::default();
    let mut length = 0;
    let mut before: Option<&Line> = None;
    for line in lines.filter(|line| !line.is_blank()) {
        for (i, piece) in line.pieces.iter().enumerate() {
            let text = piece.text.trim();
            if text.is_empty() {
                continue;
            }
            let goes_on = i == 0 && before.is_some_and(|before| continues(before, piece, wrapping));
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
fn continues(line: &Line, next: &Piece, wrapping: Wrapping) -> bool {
    let Some(piece) = line.pieces.first().filter(|_| line.wrapped && line.is_paragraph()) else { return false };
    wrapping.is_full(piece) && !ends_paragraph(piece.text) && !starts_paragraph(next.text)
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
