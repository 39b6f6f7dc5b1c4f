//! The same words found several times, told once; names of documents and their numbers.

use std::ops::Range;

use super::text::{MOST_FINDINGS, is_han, passages};
use crate::finding::{Finding, Span};
use crate::language::Language;
use crate::rule::{Context, Rule};
use crate::say;

/// How many places of the same words are marked.
pub const MOST_MARKED: usize = 20;

/// Words that were found, and where.
pub struct Hit {
    /// The words.
    pub words: String,
    /// How often they were found.
    count: usize,
    /// The first places where they stand.
    spans: Vec<Span>,
}

impl Hit {
    /// A finding that marks the places.
    pub fn finding(self, rule: &Rule, message: String) -> Finding {
        self.spans.into_iter().fold(rule.finding(message), Finding::span)
    }

    /// （3 处）where the words stand more than once.
    pub fn times(&self, language: Language) -> String {
        times(language, self.count)
    }
}

/// （3 处）where the same stands more than once.
pub fn times(language: Language, count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        count => say!(language, "（{count} 处）", " ({count} times)"),
    }
}

/// Looks for words in the title, the headings and the texts; equal words are one hit. At most
/// [`MOST_FINDINGS`] different ones are told.
pub fn collect<I>(context: &Context, find: impl Fn(&str) -> I) -> Vec<Hit>
where
    I: IntoIterator<Item = Range<usize>>,
{
    let mut hits: Vec<Hit> = Vec::new();
    for passage in passages(context.report) {
        for range in find(passage.text) {
            let Some(words) = passage.text.get(range.clone()) else { continue };
            if let Some(hit) = hits.iter_mut().find(|hit| hit.words == words) {
                hit.count += 1;
                if hit.spans.len() < MOST_MARKED {
                    hit.spans.push(passage.span(context.report, range));
                }
            } else if hits.len() < MOST_FINDINGS {
                let spans = vec![passage.span(context.report, range)];
                hits.push(Hit { words: words.to_owned(), count: 1, spans });
            }
        }
    }
    hits
}

/// The names between 《 and 》, outermost ones, with the byte ranges of the names without the marks.
pub fn book_titles(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut titles = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '《' => {
                if depth == 0 {
                    start = at + c.len_utf8();
                }
                depth += 1;
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    titles.push((start..at, &text[start..at]));
                }
            }
            // A name does not run over a paragraph's end: a mark was forgotten.
            '\n' => depth = 0,
            _ => {}
        }
    }
    titles
}

/// A document's number as 国办函〔2020〕109号: the agency's word, the year's brackets, the year, the number.
pub struct DocumentNumber<'a> {
    /// Where it stands, from the opening bracket to 号.
    pub bytes: Range<usize>,
    /// The text before the opening bracket.
    pub before: &'a str,
    /// The brackets around the year.
    pub brackets: (char, char),
    /// The year.
    pub year: &'a str,
    /// The number.
    pub number: &'a str,
}

impl DocumentNumber<'_> {
    /// The agency's word, where the number directly follows the name of its document: 国办函 in
    /// 《…办法》（国办函〔2020〕109号）. The name may stand in that of the notice which issued it, but
    /// not in one that passes it on: that has a number of its own.
    pub fn word_after(&self, name: &str) -> Option<&str> {
        let before = self.before.trim_end_matches(is_han);
        let word = &self.before[before.len()..];
        let head = before.trim_end_matches(['（', '(', ' ']);
        // 《…格式》的通知（…
        let title = last_title(head.strip_suffix("的通知").unwrap_or(head))?;
        let issued = title.contains("关于印发") && title.starts_with("国务院") && title.ends_with("的通知");
        let inside = || ['〉', '》'].iter().any(|close| title.contains(&format!("{name}{close}")));
        let named = title.ends_with(name) || issued && inside();
        (named && !word.is_empty()).then_some(word)
    }
}

/// The name that a text ends with, from its first 《 to the 》 that closes it.
fn last_title(text: &str) -> Option<&str> {
    let inside = text.strip_suffix('》')?;
    let mut depth = 1_usize;
    for (at, c) in inside.char_indices().rev().take_while(|(_, c)| *c != '\n') {
        match c {
            '》' => depth += 1,
            '《' if depth == 1 => return inside.get(at + c.len_utf8()..),
            '《' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// How many bytes a year takes.
const YEAR: usize = 4;

/// The documents' numbers in a text, whatever brackets they use.
pub fn document_numbers(text: &str) -> Vec<DocumentNumber<'_>> {
    let brackets = [('〔', '〕'), ('﹝', '﹞'), ('[', ']'), ('［', '］'), ('(', ')'), ('（', '）'), ('【', '】')];
    let mut numbers = Vec::new();
    for (at, open) in text.char_indices() {
        let Some(&(_, close)) = brackets.iter().find(|(bracket, _)| *bracket == open) else { continue };
        let inside = at + open.len_utf8();
        let Some(year) = text.get(inside..inside + YEAR) else { continue };
        let Some(rest) = text[inside + YEAR..].strip_prefix(close) else { continue };
        let rest = rest.trim_start_matches(' ');
        let rest = rest.strip_prefix('第').unwrap_or(rest);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let is_year = year.bytes().all(|b| b.is_ascii_digit());
        let spaces = rest[digits..].len() - rest[digits..].trim_start_matches(' ').len();
        if is_year && (1..=4).contains(&digits) && rest[digits + spaces..].starts_with('号') {
            let end = text.len() - rest.len() + digits + spaces + '号'.len_utf8();
            numbers.push(DocumentNumber {
                bytes: at..end,
                before: &text[..at],
                brackets: (open, close),
                year,
                number: &rest[..digits],
            });
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_of_documents() {
        let names: Vec<&str> =
            book_titles("《甲〈乙〉》和《丙《丁》》《戊").into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["甲〈乙〉", "丙《丁》"]);
        let text = "（国办函〔2020〕109号）";
        let number = &document_numbers(text)[0];
        assert_eq!((number.year, number.number, number.before), ("2020", "109", "（国办函"));
        assert_eq!(&text[number.bytes.clone()], "〔2020〕109号");
        let spaced = "《办法》（国办函〔2020〕 109 号）";
        let number = &document_numbers(spaced)[0];
        assert_eq!((&spaced[number.bytes.clone()], number.word_after("办法")), ("〔2020〕 109 号", Some("国办函")));
        assert_eq!(document_numbers("《转发〈办法〉的通知》（青政办函〔2020〕9号）")[0].word_after("办法"), None);
        let nested = "《国务院办公厅关于印发《办法》的通知》（国办函〔2020〕109号）";
        assert_eq!(document_numbers(nested)[0].word_after("办法"), Some("国办函"));
        assert!(document_numbers("（2024年）30号楼，〔2021〕").is_empty());
    }
}
