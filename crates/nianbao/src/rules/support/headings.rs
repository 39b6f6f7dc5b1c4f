//! The first-level headings, compared with the form's.

use super::text::{compact, texts};
use crate::finding::Span;
use crate::form::Form;
use crate::report::{Heading, Report, without_residue};
use crate::rule::Context;

/// The form that is due for the report's year; the one it was laid onto where no year is known.
pub fn expected_form(context: &Context) -> &'static Form {
    context.report.year.and_then(Form::for_year).unwrap_or(context.form)
}

/// The sections that were found, from 1, with their headings.
pub fn of_sections(report: &Report) -> impl Iterator<Item = (usize, &Heading)> {
    report.sections.iter().enumerate().filter_map(|(index, section)| Some((index, section.heading.as_ref()?)))
}

/// The sections that were found, in the order in which the report prints them.
pub fn printed_order(report: &Report) -> Vec<usize> {
    let place = |heading: &Heading| report.headings.iter().position(|other| other == heading);
    let mut order: Vec<(usize, usize)> =
        of_sections(report).filter_map(|(index, heading)| Some((place(heading)?, index))).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

/// Sections that were not found, each with the heading that stands in its place under its number
/// but with quite another title.
pub fn retitled(report: &Report) -> Vec<(usize, &Heading)> {
    let place = |index: usize| {
        let own = report.sections.get(index)?.heading.as_ref()?;
        report.headings.iter().position(|heading| heading == own)
    };
    let missing = (1..=6).filter(|&index| place(index).is_none());
    let candidate = |index: usize| {
        let from = (1..index).filter_map(place).max().map_or(0, |last| last + 1);
        let to = (index + 1..=6).filter_map(place).min().unwrap_or(report.headings.len());
        let between = report.headings.get(from..to)?;
        let mut fitting =
            between.iter().filter(|heading| heading.section != Some(index) && heading.number == Some(index));
        fitting.next().filter(|_| between.iter().all(|heading| heading.number.is_none_or(|n| n >= index)))
    };
    missing.filter_map(|index| Some((index, candidate(index)?))).collect()
}

/// All first-level headings from that of the first section on: a table of contents stands before it.
pub fn from_first_section(report: &Report) -> &[Heading] {
    let first = report.headings.iter().position(|heading| of_sections(report).any(|(_, own)| own == heading));
    first.and_then(|first| report.headings.get(first..)).unwrap_or_default()
}

/// Marks a heading, whether a section's own or another one that stands in a section's text.
pub fn span(report: &Report, heading: &Heading) -> Option<Span> {
    if let Some((index, _)) = of_sections(report).find(|(_, own)| *own == heading) {
        return Some(Span::whole_heading(report, index));
    }
    texts(report).find_map(|passage| {
        let start = passage.text.find(&heading.text)?;
        Some(passage.span(report, start..start + heading.text.len()))
    })
}

/// The words of a section's title: its number, marks, blanks and residue of an export left out.
pub fn title_words(heading: &str) -> String {
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let text = without_residue(heading).trim_start_matches(['#', '*', ' ']);
    // 三 收到和处理…: the mark behind the number is lost.
    let text = match text.split_once(char::is_whitespace) {
        Some((number, title)) if number.chars().all(numerals) => title,
        _ => text,
    };
    let text = compact(text);
    let text = text.trim_start_matches(['#', '*']);
    let unnumbered = text.trim_start_matches(['（', '(']).trim_start_matches(numerals);
    let title = if unnumbered.starts_with(char::is_alphanumeric) { text } else { unnumbered };
    title.chars().filter(|c| c.is_alphanumeric()).collect()
}
