//! Finds the first-level headings and cuts the lines into sections.

use std::ops::Range;

use super::fold::{fold, similarity};
use super::lines::{Line, Piece};
use crate::form::{Form, NUMERALS};
use crate::report::{Heading, without_residue};

/// How alike a heading and a title of the form must be.
const ALIKE: f32 = 0.6;
/// More headings than this are not looked at.
const MOST_HEADINGS: usize = 400;

/// The headings of a document and the lines of its sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// Every first-level heading, in reading order, with its line.
    pub(super) headings: Vec<(usize, Heading)>,
    /// For each section 1 to 6 (index 0 is unused): the index in `headings` of its heading.
    pub(super) sections: [Option<usize>; 7],
    /// How many lines there are.
    lines: usize,
}

impl Outline {
    /// The line of a section's heading.
    pub(super) fn line(&self, section: usize) -> Option<usize> {
        Some(self.headings[(*self.sections.get(section)?)?].0)
    }

    /// The lines of a section's body, its heading left out; for section 0 what stands before the
    /// first section that was found. Empty for a missing section.
    pub(super) fn body(&self, section: usize) -> Range<usize> {
        let start = match section {
            0 => 0,
            _ => match self.line(section) {
                Some(line) => line + 1,
                None => return 0..0,
            },
        };
        start..self.next_heading(start)
    }

    /// Where a section's table may stand: its body, or, when its heading is missing, what lies
    /// between the headings around it.
    pub(super) fn table_region(&self, section: usize) -> Range<usize> {
        if self.line(section).is_some() {
            return self.body(section);
        }
        let start = (1..section).filter_map(|s| self.line(s)).max().map_or(0, |line| line + 1);
        let end = (section + 1..=6).filter_map(|s| self.line(s)).filter(|&line| line >= start).min();
        start..end.unwrap_or(self.lines)
    }

    fn next_heading(&self, from: usize) -> usize {
        (1..=6).filter_map(|s| self.line(s)).filter(|&line| line >= from).min().unwrap_or(self.lines)
    }

    /// How many sections were found.
    pub(super) fn found(&self) -> usize {
        self.sections.iter().flatten().count()
    }
}

/// What a heading line says.
struct Candidate {
    line: usize,
    heading: Heading,
    /// How alike its title is to that of its section.
    likeness: f32,
}

/// Finds headings and decides which one opens which section.
pub(super) fn find(lines: &[Line]) -> Outline {
    let candidates: Vec<Candidate> = lines
        .iter()
        .enumerate()
        .filter_map(|(line, content)| candidate(line, content.single()?, content.is_paragraph()))
        .take(MOST_HEADINGS)
        .collect();
    let has_content = |i: usize| {
        let next = candidates.get(i + 1).map_or(lines.len(), |next| next.line);
        lines[candidates[i].line + 1..next].iter().any(|line| !line.is_blank())
    };
    let weights: Vec<f32> = candidates
        .iter()
        .enumerate()
        .map(|(i, candidate)| {
            let numbered = candidate.heading.number == candidate.heading.section;
            candidate.likeness + if numbered { 0.3 } else { 0.0 } + if has_content(i) { 0.5 } else { 0.0 }
        })
        .collect();
    let mut sections = best_chain(&candidates, &weights);
    // Sections out of their order are still sections.
    for (section, place) in sections.iter_mut().enumerate().skip(1) {
        if place.is_none() {
            *place = (0..candidates.len())
                .filter(|&i| {
                    candidates[i].heading.section == Some(section) && candidates[i].likeness > 0.85 && has_content(i)
                })
                .max_by(|&a, &b| weights[a].total_cmp(&weights[b]));
        }
    }
    Outline {
        headings: candidates.into_iter().map(|candidate| (candidate.line, candidate.heading)).collect(),
        sections,
        lines: lines.len(),
    }
}

/// The heaviest chain of candidates whose sections rise.
fn best_chain(candidates: &[Candidate], weights: &[f32]) -> [Option<usize>; 7] {
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        let Some(section) = candidate.heading.section else {
            best.push((f32::NEG_INFINITY, None));
            continue;
        };
        let before = (0..i)
            .filter(|&j| candidates[j].heading.section.is_some_and(|s| s < section))
            .max_by(|&a, &b| best[a].0.total_cmp(&best[b].0));
        best.push((weights[i] + before.map_or(0.0, |j| best[j].0), before));
    }
    let mut sections = [None; 7];
    let mut end = (0..best.len()).filter(|&i| best[i].0.is_finite()).max_by(|&a, &b| best[a].0.total_cmp(&best[b].0));
    while let Some(i) = end {
        if let Some(section) = candidates[i].heading.section {
            sections[section] = Some(i);
        }
        end = best[i].1;
    }
    sections
}

/// Reads a line as a first-level heading, if it can be one.
fn candidate(line: usize, piece: Piece, paragraph: bool) -> Option<Candidate> {
    let text = piece.text.trim();
    // The longest official title has 26 characters; leave room for residue and slips.
    if text.chars().count() > 60 {
        return None;
    }
    let (number, title, chinese) = split_number(without_residue(text));
    // 三 收到和处理…: the mark behind the number is lost.
    let (number, title, chinese) = match number {
        None => split_at_blank(title).map_or((None, title, false), |(number, title)| (Some(number), title, true)),
        _ => (number, title, chinese),
    };
    // A row of table 三 on one line: its numbers are no part of its label.
    let folded = fold(title.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()));
    let (section, likeness) = section_of(&folded);
    let heading = |section| Heading { text: text.to_owned(), section, number, at: piece.at };
    let is_section = likeness >= ALIKE
        && likeness > row_likeness(&folded)
        && (number.is_some_and(|_| chinese) || likeness > 0.95)
        // A sentence that speaks of a section ends like this; so does a title with a mark too many.
        && (!title.ends_with(['。', '；', '，']) || chinese && likeness > 0.95);
    if is_section {
        return Some(Candidate { line, heading: heading(Some(section)), likeness });
    }
    // Another heading of the first level: 一、强化组织领导.
    let plain = split_number(without_residue(text)).2 && paragraph && (2..=30).contains(&folded.len());
    (plain && row_likeness(&folded) < ALIKE && !title.contains(['。', '；', '，', '：'])).then(|| Candidate {
        line,
        heading: heading(None),
        likeness: 0.0,
    })
}

/// Splits a Chinese number off a heading where only a blank stands behind it.
fn split_at_blank(text: &str) -> Option<(usize, &str)> {
    let (place, rest) =
        NUMERALS.iter().enumerate().find_map(|(i, numeral)| Some((i + 1, text.strip_prefix(numeral)?)))?;
    rest.starts_with(char::is_whitespace).then_some((place, rest.trim_start()))
}

/// Splits 一、 (or `1.`) off a heading: the number, the title, and whether the number was Chinese.
pub(super) fn split_number(text: &str) -> (Option<usize>, &str, bool) {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    for (i, numeral) in numerals.iter().enumerate() {
        if let Some(rest) = text.strip_prefix(numeral) {
            let rest = rest.trim_start();
            if let Some(title) = rest.strip_prefix(['、', '．', '.', '，', ',']) {
                return (Some(i + 1), title.trim(), true);
            }
        }
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits)
        && let Some(title) = text[digits..].trim_start().strip_prefix(['、', '．', '.'])
    {
        return (text[..digits].parse().ok(), title.trim(), false);
    }
    (None, text, false)
}

/// The section whose title, in any form, is most like this one, and how alike they are.
fn section_of(folded: &[char]) -> (usize, f32) {
    let mut best = (0, 0.0);
    for form in Form::all() {
        for (i, title) in form.sections.iter().enumerate() {
            let official = fold(title);
            if folded.len() > official.len() + 12 {
                continue;
            }
            let likeness = similarity(folded, &official);
            if likeness > best.1 {
                best = (i + 1, likeness);
            }
        }
    }
    best
}

/// How alike a title is to the rows of table 三 that carry the same numerals (一、本年新收…).
fn row_likeness(folded: &[char]) -> f32 {
    Form::of_2021()
        .rows
        .iter()
        .filter(|row| row.table == 3)
        .filter_map(|row| row.labels.first())
        .filter(|label| NUMERALS.iter().any(|numeral| label.starts_with(numeral)))
        .map(|label| similarity(folded, &fold(split_number(label).1)))
        .fold(0.0, f32::max)
}

/// Cuts headings out of lines that hold a whole section, so that each heading has its own line.
pub(super) fn cut_headings(lines: Vec<Line>) -> Vec<Line> {
    let mut cut = Vec::with_capacity(lines.len());
    for line in lines {
        let Some(piece) = line.single().filter(|_| line.is_paragraph()) else {
            cut.push(line);
            continue;
        };
        let mut start = 0;
        for (from, to) in heading_places(piece.text) {
            for end in [from, to] {
                if end > start {
                    cut.push(Line { pieces: vec![piece_between(piece, start, end)], ..line.clone() });
                }
                start = end;
            }
        }
        if start == 0 {
            cut.push(line);
        } else if start < piece.text.len() {
            cut.push(Line { pieces: vec![piece_between(piece, start, piece.text.len())], ..line.clone() });
        }
    }
    cut
}

fn piece_between<'a>(piece: Piece<'a>, start: usize, end: usize) -> Piece<'a> {
    let blanks = piece.text[start..end].len() - piece.text[start..end].trim_start().len();
    let rest = piece.from(start + blanks);
    Piece { text: rest.text[..end - start - blanks].trim_end(), ..rest }
}

/// Where official headings stand inside a long line: byte ranges. One that a comma follows is part
/// of a sentence.
fn heading_places(text: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (start, _) in text.match_indices('、') {
        let numeral = NUMERALS.iter().find(|numeral| text[..start].ends_with(**numeral));
        let Some(from) = numeral.map(|numeral| start - numeral.len()) else { continue };
        let alone =
            text[..from].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '。' | '…' | '；'));
        let rest = &text[start + '、'.len_utf8()..];
        let title = Form::all().into_iter().flat_map(|form| form.sections).find(|title| rest.starts_with(title));
        if let Some(title) = title.filter(|_| alone) {
            let to = start + '、'.len_utf8() + title.len();
            let follows = text[to..].chars().next();
            if !follows.is_some_and(|c| matches!(c, '、' | '，' | '；' | '。' | '”' | '》' | '和')) {
                places.push((from, to));
            }
        }
    }
    // A line that is nothing but a heading, and perhaps a mark behind it, needs no cutting.
    places.retain(|&(from, to)| from > 0 || text[to..].contains(char::is_alphanumeric));
    places
}
