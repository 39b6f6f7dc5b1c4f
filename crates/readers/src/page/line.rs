//! Characters put together to lines.

use super::{Bounds, Glyph};

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct TextLine {
    /// Its text, with one blank for a gap between words and, where asked for, more for wider ones.
    pub text: String,
    /// Its box.
    pub bounds: Bounds,
    /// The size of its largest font.
    pub size: f32,
    /// The width of its first word, or of its first character where words have no blanks.
    pub first_word: f32,
}

/// A gap wider than this, in font sizes, parts columns.
const COLUMN_GAP: f32 = 1.5;

/// The box around two boxes.
pub(super) fn around(a: Bounds, b: Bounds) -> Bounds {
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (a, b);
    [a0.min(b0), a1.min(b1), a2.max(b2), a3.max(b3)]
}

/// Puts characters together to lines, from top to bottom. With `wide_gaps`, gaps between columns
/// become as many blanks as half characters fit in.
pub(super) fn lines(mut glyphs: Vec<Glyph>, wide_gaps: bool) -> Vec<TextLine> {
    glyphs.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    // The middle and the size of the line in the making.
    let mut here = (f32::NEG_INFINITY, 0.0_f32);
    for glyph in glyphs {
        let reach = 0.45 * here.1.max(glyph.size);
        match lines.last_mut() {
            Some(line) if middle(&glyph) - here.0 <= reach => {
                if glyph.size > here.1 {
                    here = (middle(&glyph), glyph.size);
                }
                line.push(glyph);
            }
            _ => {
                here = (middle(&glyph), glyph.size);
                lines.push(vec![glyph]);
            }
        }
    }
    lines.into_iter().filter_map(|line| line_of(line, wide_gaps)).collect()
}

fn middle(glyph: &Glyph) -> f32 {
    let [_, y0, _, y1] = glyph.bounds;
    (y0 + y1) / 2.0
}

fn line_of(mut glyphs: Vec<Glyph>, wide_gaps: bool) -> Option<TextLine> {
    glyphs.sort_by(|a, b| a.bounds[0].total_cmp(&b.bounds[0]));
    let mut line: Option<TextLine> = None;
    let mut before: Option<Glyph> = None;
    let mut blank = false;
    let mut first_word_open = true;
    for glyph in glyphs {
        if glyph.character.is_whitespace() {
            blank = true;
            continue;
        }
        let Some(line) = &mut line else {
            let [x0, _, x1, _] = glyph.bounds;
            first_word_open = !is_han(glyph.character);
            line = Some(TextLine {
                text: glyph.character.to_string(),
                bounds: glyph.bounds,
                size: glyph.size,
                first_word: x1 - x0,
            });
            (before, blank) = (Some(glyph), false);
            continue;
        };
        if let Some(last) = before {
            if is_overprint(&last, &glyph) {
                continue;
            }
            let blanks = blanks(&last, &glyph, blank, wide_gaps);
            first_word_open &= blanks == 0 && !is_han(glyph.character);
            line.text.extend(std::iter::repeat_n(' ', blanks));
        }
        line.text.push(glyph.character);
        line.bounds = around(line.bounds, glyph.bounds);
        line.size = line.size.max(glyph.size);
        if first_word_open {
            line.first_word = line.bounds[2] - line.bounds[0];
        }
        (before, blank) = (Some(glyph), false);
    }
    line
}

/// Whether a character is printed again over itself, which makes it look bold.
fn is_overprint(last: &Glyph, glyph: &Glyph) -> bool {
    let width = (last.bounds[2] - last.bounds[0]).max(0.2 * last.size);
    last.character == glyph.character && (glyph.bounds[0] - last.bounds[0]).abs() < 0.45 * width
}

/// How many blanks stand between two characters.
fn blanks(last: &Glyph, glyph: &Glyph, blank: bool, wide_gaps: bool) -> usize {
    let size = last.size.max(glyph.size).max(1.0);
    let gap = (glyph.bounds[0] - last.bounds[2]) / size;
    if wide_gaps && gap > COLUMN_GAP {
        // Two half characters a font size; no page is wider than a few hundred.
        return (2.0 * gap).round().clamp(2.0, 400.0) as usize;
    }
    let enough = match (is_han(last.character), is_han(glyph.character)) {
        (false, false) => 0.18,
        // Justified lines are stretched between Han characters.
        (true, true) => 0.9,
        _ => 0.6,
    };
    // A blank that is drawn but squeezed to nothing is none.
    usize::from(gap > enough || blank && gap > 0.05)
}

/// Whether it is set in a square of its own: a Han character or full-width punctuation.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—')
}
