//! Marked content: what a part of a page says it stands for (`ActualText`), where its codes mean
//! something else or nothing.

use encoding_rs::{UTF_16BE, WINDOWS_1252};
use hayro_syntax::object::{Dict, String as PdfString};

use crate::page::{Bounds, Glyph, Turn};

/// Stands for a character that only its content tells.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// How deep contents may stand in each other, and how long the text of one may be, in bytes.
const DEEPEST: usize = 256;
const LONGEST: usize = 4_096;

/// The open contents of a page, one within the other.
#[derive(Default)]
pub(super) struct Marks {
    open: Vec<Option<Mark>>,
    /// How many are open beyond the deepest that is followed.
    beyond: usize,
}

/// A content that tells its text.
struct Mark {
    text: String,
    /// How many characters stood on the page before it.
    start: usize,
}

impl Marks {
    /// Begins a content with these properties.
    pub fn begin(&mut self, properties: Option<&Dict<'_>>, glyphs: &[Glyph]) {
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        let text = properties.and_then(|properties| properties.get::<PdfString<'_>>("ActualText"));
        let text = text.filter(|text| text.as_bytes().len() <= LONGEST && !self.tell());
        self.open.push(text.map(|text| Mark { text: decoded(text.as_bytes()), start: glyphs.len() }));
    }

    /// Whether an open content tells its text.
    pub fn tell(&self) -> bool {
        self.open.iter().any(Option::is_some)
    }

    /// Ends a content: its characters become those that it told.
    pub fn end(&mut self, glyphs: &mut Vec<Glyph>) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let Some(Some(Mark { text, start })) = self.open.pop() else { return };
        let Some(drawn) = glyphs.get(start..) else { return };
        if let Some(told) = told(&text, drawn) {
            glyphs.truncate(start);
            glyphs.extend(told);
        }
    }

    /// Ends what the page left open.
    pub fn end_all(&mut self, glyphs: &mut Vec<Glyph>) {
        self.beyond = 0;
        while !self.open.is_empty() {
            self.end(glyphs);
        }
    }
}

/// The characters of `text` in the place of those that were drawn; nothing, where these stand on
/// several lines and it can't be told which of them stands where.
fn told(text: &str, drawn: &[Glyph]) -> Option<Vec<Glyph>> {
    let characters: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
    let first = drawn.first()?;
    if characters.len() == drawn.len() {
        let told = drawn.iter().zip(characters).map(|(glyph, character)| Glyph { character, ..*glyph });
        return Some(told.collect());
    }
    let [x0, y0, x1, y1] = drawn.iter().skip(1).fold(first.bounds, |all, glyph| around(all, glyph.bounds));
    let across = x1 - x0 >= y1 - y0;
    if (if across { y1 - y0 } else { x1 - x0 }) > 1.8 * first.size {
        return None;
    }
    let count = characters.len() as f32;
    let told = characters.into_iter().enumerate().map(|(index, character)| {
        let index = if matches!(first.turn, Turn::Up | Turn::Back) { count - 1.0 - index as f32 } else { index as f32 };
        let (from, to) = (index / count, (index + 1.0) / count);
        let bounds = if across {
            [x0 + (x1 - x0) * from, y0, x0 + (x1 - x0) * to, y1]
        } else {
            [x0, y0 + (y1 - y0) * from, x1, y0 + (y1 - y0) * to]
        };
        Glyph { character, bounds, ..*first }
    });
    Some(told.collect())
}

fn around([a0, a1, a2, a3]: Bounds, [b0, b1, b2, b3]: Bounds) -> Bounds {
    [a0.min(b0), a1.min(b1), a2.max(b2), a3.max(b3)]
}

/// A text beside the page's content: UTF-16 or UTF-8 behind their marks, else Latin letters.
fn decoded(bytes: &[u8]) -> String {
    let encoding = if bytes.starts_with(b"\xFE\xFF") { UTF_16BE } else { WINDOWS_1252 };
    encoding.decode(bytes).0.into_owned()
}
