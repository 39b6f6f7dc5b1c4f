//! Lines and pieces of lines, each with its place.

use nianbao::document::Place;
use nianbao::unreadable::Reason;

use crate::limits::Budget;

/// A line of a text, or a piece of one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line<'a> {
    /// Its text, without a line feed.
    pub text: &'a str,
    /// The line it stands on, from 1.
    pub number: u32,
    /// The column of its first character, from 1, in UTF-16 code units.
    pub column: u32,
}

/// Splits a text into lines. Line feeds, carriage returns and both together count as one line end;
/// what breaks a line inside a paragraph (vertical tab, form feed, line separator) begins a new
/// piece of the same line, as in a text box of a browser.
pub(super) fn lines(text: &str) -> Result<Vec<Line<'_>>, Reason> {
    let mut budget = Budget::default();
    let mut lines = Vec::new();
    let mut number: u32 = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.strip_prefix("\r\n").or_else(|| after.get(1..)).unwrap_or_default();
        number += 1;
        let pieces = Line { text: line, number, column: 1 }.split(is_soft_break);
        budget.spend(pieces.len())?;
        lines.extend(pieces);
    }
    Ok(lines)
}

fn is_soft_break(c: char) -> bool {
    matches!(c, '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character shows nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The length in UTF-16 code units.
pub(super) fn utf_16_length(text: &str) -> u32 {
    u32::try_from(text.chars().map(char::len_utf16).sum::<usize>()).unwrap_or(u32::MAX)
}

impl<'a> Line<'a> {
    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(is_blank)
    }

    /// The pieces between the characters that `is_delimiter` accepts.
    pub fn split(self, is_delimiter: impl Fn(char) -> bool) -> Vec<Line<'a>> {
        let mut pieces = Vec::new();
        let mut column = self.column;
        for text in self.text.split(is_delimiter) {
            pieces.push(Line { text, column, ..self });
            // Every delimiter is one code unit long.
            column = column.saturating_add(utf_16_length(text)).saturating_add(1);
        }
        pieces
    }

    /// The piece from the first to the last character that shows.
    pub fn trimmed(self) -> Line<'a> {
        let text = self.text.trim_start_matches(is_blank);
        let before = self.text.get(..self.text.len() - text.len()).unwrap_or_default();
        if text.is_empty() {
            return Line { text, ..self };
        }
        Line {
            text: text.trim_end_matches(is_blank),
            column: self.column.saturating_add(utf_16_length(before)),
            ..self
        }
    }

    /// The piece after `prefix`, if it begins with it.
    pub fn after(self, prefix: &str) -> Option<Line<'a>> {
        let text = self.text.strip_prefix(prefix)?;
        Some(Line { text, column: self.column.saturating_add(utf_16_length(prefix)), ..self })
    }

    /// Where the first character that shows stands; where it begins, if nothing shows.
    pub fn place(self) -> Place {
        let Line { number: line, column, .. } = self.trimmed();
        Place::Text { line, column }
    }
}
