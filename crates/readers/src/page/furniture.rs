//! Page numbers and running heads: lines at the top or the bottom of pages that are no part of the text.

use super::place::{PageBlock, PageBlocks};

/// The part of a page, at the top and at the bottom, in which heads and numbers stand.
const MARGIN: f32 = 0.12;

/// Takes page numbers and running heads out.
pub(super) fn drop(pages: &mut [PageBlocks]) {
    for end in [End::Top, End::Bottom] {
        // A head may have two lines.
        for _ in 0..2 {
            drop_at(pages, end);
        }
    }
}

#[derive(Clone, Copy)]
enum End {
    Top,
    Bottom,
}

impl End {
    /// The outermost line of a page, if it stands in the margin.
    fn line(self, page: &PageBlocks) -> Option<&str> {
        let block = match self {
            End::Top => page.blocks.first()?,
            End::Bottom => page.blocks.last()?,
        };
        let [_, y0, _, y1] = block.bounds();
        let inside = match self {
            End::Top => y0 < MARGIN * page.height,
            End::Bottom => y1 > (1.0 - MARGIN) * page.height,
        };
        match block {
            PageBlock::Line(line) if inside => Some(line.text.trim()),
            _ => None,
        }
    }

    fn take(self, page: &mut PageBlocks) {
        match self {
            End::Top if !page.blocks.is_empty() => {
                page.blocks.remove(0);
            }
            _ => {
                page.blocks.pop();
            }
        }
    }
}

fn drop_at(pages: &mut [PageBlocks], end: End) {
    let texts: Vec<Option<String>> = pages.iter().map(|page| end.line(page).map(str::to_owned)).collect();
    let offsets: Vec<Option<i64>> = texts
        .iter()
        .zip(pages.iter())
        .map(|(text, page)| Some(i64::from(plain_number(text.as_deref()?)?) - i64::from(page.number)))
        .collect();
    for (index, page) in pages.iter_mut().enumerate() {
        let Some(text) = texts.get(index).and_then(Option::as_deref) else { continue };
        let offset = offsets.get(index).copied().flatten();
        // A bare number is a page number if another page counts on the same way.
        let counted = offset.is_some_and(|_| offsets.iter().filter(|other| **other == offset).count() >= 2);
        let repeated = texts.iter().flatten().filter(|other| *other == text).count();
        let running = repeated >= 3 && repeated * 2 > texts.len() && !text.chars().all(|c| c.is_ascii_digit());
        if is_marked_number(text) || counted || running {
            end.take(page);
        }
    }
}

/// A number alone.
fn plain_number(text: &str) -> Option<u32> {
    let fits = !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// A number that is marked as one of a page: - 3 -, — 3 —, 第3页, 3 / 12.
fn is_marked_number(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '－' | '─' | '·' | '•');
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let dashed = text.starts_with(is_dash) && text.ends_with(is_dash) && digits(text.trim_matches(is_dash));
    let paged = text.strip_prefix('第').and_then(|rest| rest.split_once('页')).is_some_and(|(number, rest)| {
        let rest = rest.trim_matches(['，', ',', '/', '共', '页']);
        digits(number) && (rest.is_empty() || digits(rest))
    });
    let of = text.split_once('/').is_some_and(|(number, all)| digits(number) && digits(all));
    dashed || paged || of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told() {
        for text in ["-3-", "- 12 -", "— 3 —", "第 3 页", "第3页，共12页", "第3页/共12页", "3/12"] {
            assert!(is_marked_number(text), "{text}");
        }
        for text in ["3", "-3", "第三部分", "2024/01/30", "-", "0 0 0"] {
            assert!(!is_marked_number(text), "{text}");
        }
    }
}
