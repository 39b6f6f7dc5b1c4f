//! The report's words: where they stand, and how they are cut into paragraphs and sentences.

use std::ops::Range;

use crate::finding::Span;
use crate::number::narrow;
use crate::report::Report;

/// A rule tells no more slips of the text than this: nobody would read more.
pub const MOST_FINDINGS: usize = 50;

/// A stretch of text that findings can mark: the title, a heading or a section's text.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    place: Spot,
    /// The words.
    pub text: &'a str,
}

#[derive(Clone, Copy)]
enum Spot {
    Title,
    Heading(usize),
    Section(usize),
}

impl Passage<'_> {
    /// Marks words of the passage, by their byte range in it.
    pub fn span(&self, report: &Report, bytes: Range<usize>) -> Span {
        match self.place {
            Spot::Title => Span::in_title(report, bytes),
            Spot::Heading(section) => Span::in_heading(report, section, bytes),
            Spot::Section(section) => Span::in_section(report, section, bytes),
        }
    }

    /// Whether it is a section's text, not a heading nor the title.
    pub fn is_text(&self) -> bool {
        matches!(self.place, Spot::Section(_))
    }
}

/// The title, then each section's heading and text, in reading order.
pub fn passages(report: &Report) -> impl Iterator<Item = Passage<'_>> {
    let title = report.title.iter().map(|title| Passage { place: Spot::Title, text: &title.text });
    let sections = report.sections.iter().enumerate().flat_map(|(index, section)| {
        let heading = section.heading.iter().map(move |h| Passage { place: Spot::Heading(index), text: &h.text });
        heading.chain([Passage { place: Spot::Section(index), text: &section.text }])
    });
    title.chain(sections)
}

/// The sections' texts in reading order.
pub fn texts(report: &Report) -> impl Iterator<Item = Passage<'_>> {
    passages(report).filter(Passage::is_text)
}

/// A section's text; empty where the section is missing.
pub fn section_text(report: &Report, section: usize) -> &str {
    report.sections.get(section).map_or("", |section| &section.text)
}

/// The paragraphs of a text with their byte ranges, blank ones left out.
pub fn paragraphs(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    pieces(text, |c| c == '\n')
}

/// The sentences of a text with their byte ranges, each with the mark that ends it.
pub fn sentences(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    pieces(text, |c| matches!(c, '。' | '！' | '？' | '；' | ';' | '\n'))
}

fn pieces(text: &str, ends: impl Fn(char) -> bool) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut start = 0;
    text.split_inclusive(ends).filter_map(move |piece| {
        let range = start..start + piece.len();
        start = range.end;
        let trimmed = piece.trim_end_matches('\n');
        (!trimmed.trim().is_empty()).then_some((range.start..range.start + trimmed.len(), trimmed))
    })
}

/// The byte ranges at which any of the words stands, in reading order and apart from each other;
/// where several begin at one place, the first listed.
pub fn find_all(text: &str, words: &[&str]) -> Vec<Range<usize>> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (order, word) in words.iter().enumerate() {
        found.extend(text.match_indices(word).map(|(at, _)| (at, order, at + word.len())));
    }
    found.sort_unstable();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (start, _, end) in found {
        if ranges.last().is_none_or(|last| last.end <= start) {
            ranges.push(start..end);
        }
    }
    ranges
}

/// Whether the text holds any of the words.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The text without white space.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether it is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇')
}

/// The text up to a number of characters, with … where it was cut.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The runs of ASCII digits that no letter or digit touches before, with their byte ranges.
pub fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs.retain(|run| !text[..run.start].ends_with(|c: char| c.is_ascii_alphabetic()));
    runs
}

/// The numbers of cards, persons and telephones with their digits: runs of digits of either width, or
/// groups joined by single blanks or hyphens (138 0000 0000). Those in addresses of pages are left out.
pub fn long_numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let mut numbers: Vec<(Range<usize>, String)> = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        let digit = narrow(c);
        if !digit.is_ascii_digit() {
            continue;
        }
        let last = numbers.last_mut().zip(groups.last_mut());
        match last {
            Some(((range, digits), group)) if range.end == at => {
                range.end += c.len_utf8();
                digits.push(digit);
                *group += 1;
            }
            _ => {
                numbers.push((at..at + c.len_utf8(), digit.to_string()));
                groups.push(1);
            }
        }
    }
    let mut joined: Vec<(Range<usize>, String)> = Vec::new();
    let mut before = 0;
    for ((range, digits), group) in numbers.into_iter().zip(groups) {
        match joined.last_mut() {
            Some((last, all))
                if goes_on(before, group) && matches!(text.get(last.end..range.start), Some(" " | "-")) =>
            {
                last.end = range.end;
                all.push_str(&digits);
                before = if group == 4 || group == 8 { group } else { 0 };
            }
            _ => {
                joined.push((range, digits));
                before = group;
            }
        }
    }
    joined.retain(|(range, _)| {
        let before = &text[..range.start];
        !before.ends_with(['/', '_', '=', '.']) && !before.ends_with(|c: char| c.is_ascii_alphabetic())
    });
    joined
}

/// Whether a group of digits goes on with one of another length: 138 0000, 110105 19491231 002X.
fn goes_on(before: usize, group: usize) -> bool {
    matches!((before, group), (3 | 4, _) | (6, 8) | (8, 3 | 4))
}

/// How a paragraph is numbered at its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// （一）
    Second(usize),
    /// 1. or 1、
    Third(usize),
    /// （1）
    Fourth(usize),
}

/// The numbering of a paragraph and what follows it.
pub fn numbering(paragraph: &str) -> Option<(Numbering, &str)> {
    let text = paragraph.trim_start();
    if let Some(rest) = text.strip_prefix(['（', '(']) {
        let (inside, after) = rest.split_once(['）', ')'])?;
        let inside = inside.trim();
        let level = match numeral(inside) {
            Some(number) => Numbering::Second(number),
            None => Numbering::Fourth(small_number(inside)?),
        };
        return Some((level, after.trim_start()));
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = small_number(text.get(..digits)?)?;
    let rest = text[digits..].strip_prefix(['.', '．', '、'])?;
    // 1.5万 is no numbering.
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some((Numbering::Third(number), rest.trim_start()))
}

fn small_number(digits: &str) -> Option<usize> {
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    digits.parse().ok().filter(|_| short)
}

/// A Chinese numeral from 一 to 九十九.
pub fn numeral(text: &str) -> Option<usize> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|index| index + 1);
    let one = |part: &str| {
        let mut characters = part.chars();
        let number = digit(characters.next()?)?;
        characters.next().is_none().then_some(number)
    };
    match text.split_once('十') {
        None => one(text),
        Some((tens, units)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            let units = if units.is_empty() { 0 } else { one(units)? };
            Some(10 * tens + units)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numberings_of_paragraphs() {
        assert_eq!(numbering("（一）主动公开"), Some((Numbering::Second(1), "主动公开")));
        assert_eq!(numbering("( 十二 ) 平台"), Some((Numbering::Second(12), "平台")));
        assert_eq!(numbering("(3)平台"), Some((Numbering::Fourth(3), "平台")));
        assert_eq!(numbering("2、平台"), Some((Numbering::Third(2), "平台")));
        assert_eq!(numbering("1.5万条"), None);
        assert_eq!(numbering("2024年"), None);
        assert_eq!(numbering("（以下简称本局）"), None);
    }

    #[test]
    fn numbers_in_groups() {
        let text = "138 0000 0000、6222-0200-0000-0000-000、0000-6120018、/13800000000.html、2024 12、110105 19491231 002X、１３８";
        let numbers: Vec<String> = long_numbers(text).into_iter().map(|(_, digits)| digits).collect();
        let digits = ["13800000000", "6222020000000000000", "00006120018", "202412", "11010519491231002", "138"];
        assert_eq!(numbers, digits);
    }

    #[test]
    fn pieces_keep_their_places() {
        let text = "甲。乙；\n\n丙";
        for (range, sentence) in sentences(text).chain(paragraphs(text)) {
            assert_eq!(&text[range], sentence);
        }
        assert_eq!(sentences(text).map(|(_, s)| s).collect::<Vec<_>>(), ["甲。", "乙；", "丙"]);
        assert_eq!(find_all("甲乙甲丙", &["甲", "丙", "乙甲"]), [0..3, 3..9, 9..12]);
    }
}
