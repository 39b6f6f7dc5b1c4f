//! Places in the source text: where a cell or a finding's words stand in it, and changing them.

use nianbao::document::Place;
use nianbao::finding::{Change, Finding, utf16_length};
use nianbao::outcome::Checked;

use super::segments::Mark;

/// Where each line of a text begins, in UTF-16 code units.
fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut position = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        position += character.len_utf16();
        if character == '\n' || (character == '\r' && characters.peek() != Some(&'\n')) {
            starts.push(position);
        }
    }
    starts
}

/// Finds the words of findings in the source text.
pub struct Locator<'a> {
    text: &'a str,
    lines: Vec<usize>,
    /// The text's characters that are not white space, each with its place in UTF-16 code units:
    /// the aligner joins wrapped lines, so words may be broken here that are whole there.
    solid: Vec<(usize, char)>,
}

impl<'a> Locator<'a> {
    /// Prepares a text.
    pub fn new(text: &'a str) -> Locator<'a> {
        let mut solid = Vec::new();
        let mut position = 0;
        for character in text.chars() {
            if !character.is_whitespace() {
                solid.push((position, character));
            }
            position += character.len_utf16();
        }
        Locator { text, lines: line_starts(text), solid }
    }

    /// Where a place in the text begins, in UTF-16 code units.
    fn offset(&self, place: Place) -> Option<usize> {
        let Place::Text { line, column } = place else { return None };
        let start = self.lines.get(usize::try_from(line).ok()?.checked_sub(1)?)?;
        start.checked_add(usize::try_from(column).ok()?.checked_sub(1)?)
    }

    /// The `nth` place (from 0) of these words at or after `from`, white space left aside; in
    /// UTF-16 code units.
    fn find(&self, words: &str, from: usize, nth: usize) -> Option<(usize, usize)> {
        let wanted: Vec<char> = words.chars().filter(|character| !character.is_whitespace()).collect();
        let first = self.solid.partition_point(|&(position, _)| position < from);
        let candidates = self.solid.get(first..)?.windows(wanted.len().max(1));
        let matches = |window: &&[(usize, char)]| {
            !wanted.is_empty() && window.iter().map(|&(_, character)| character).eq(wanted.iter().copied())
        };
        let found = candidates.filter(matches).nth(nth)?;
        let ((start, _), (last, character)) = (found.first()?, found.last()?);
        Some((*start, last + character.len_utf16()))
    }

    /// A cell's text in the source. One that has no place there is shown at another cell of its row.
    fn cell(&self, checked: &Checked, address: &str) -> Option<(usize, usize)> {
        let own = checked.cells.get(address).filter(|cell| cell.at.is_some());
        let row = address.rsplit_once('.').map_or(address, |(row, _)| row);
        let in_row = |other: &str| other.rsplit_once('.').is_some_and(|(other, _)| other == row);
        let beside = || checked.cells.iter().find(|(other, cell)| cell.at.is_some() && in_row(other));
        let cell = own.or_else(|| beside().map(|(_, cell)| cell))?;
        let start = self.offset(cell.at?)?;
        let length = utf16_length(&cell.text);
        // A blank is seen by what stands on both sides of it.
        Some(if length == 0 { (start.saturating_sub(1), start + 1) } else { (start, start + length) })
    }

    /// Every place that a finding marks. `checked` is the result of checking this very text.
    pub fn marks(&self, checked: &Checked, finding: &Finding, index: usize) -> Vec<Mark> {
        let mark = |(start, end)| Mark { start, end, finding: index };
        let cells = super::marks::marked_cells(finding).iter().filter_map(|cell| self.cell(checked, cell));
        let words = finding.spans.iter().filter_map(|span| {
            if let Some(start) = span.at.and_then(|at| self.offset(at)) {
                return Some((start, start + utf16_length(&span.text)));
            }
            let title = || checked.title.as_deref().and_then(|title| self.find(title, 0, 0));
            let Some(section) = span.section else {
                return self.find(&span.text, title().map_or(0, |(start, _)| start), 0);
            };
            let section_out = checked.sections.get(section)?;
            let heading = section_out.heading.as_deref().filter(|heading| !heading.is_empty());
            let from = match heading {
                Some(heading) => self.find(heading, 0, 0)?.0,
                None => title().map_or(0, |(_, end)| end),
            };
            // The same words may stand earlier in the section: count them there.
            let before: String = if span.heading {
                String::new()
            } else {
                let units: Vec<u16> = section_out.text.encode_utf16().take(span.start?).collect();
                String::from_utf16_lossy(&units)
            };
            let heading = if span.heading { "" } else { heading.unwrap_or_default() };
            let earlier = format!("{heading}{before}").matches(span.text.as_str()).count();
            self.find(&span.text, from, earlier)
        });
        cells.chain(words).map(mark).collect()
    }

    /// The text with some cells changed; `None` when a place no longer says what it should.
    pub fn change(&self, checked: &Checked, changes: &[Change]) -> Option<String> {
        let mut units: Vec<u16> = self.text.encode_utf16().collect();
        let mut edits = Vec::new();
        for change in changes {
            let start = self.offset(checked.cells.get(&change.cell)?.at?)?;
            edits.push((start, change));
        }
        // From the end, so that earlier places stay true.
        edits.sort_by_key(|&(start, _)| std::cmp::Reverse(start));
        for (start, change) in edits {
            let from: Vec<u16> = change.from.encode_utf16().collect();
            let end = start.checked_add(from.len())?;
            if units.get(start..end)? != from {
                return None;
            }
            units.splice(start..end, change.to.encode_utf16());
        }
        String::from_utf16(&units).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::key::tests::finding;
    use super::super::sums::tests::report;
    use super::*;
    use nianbao::finding::Severity;

    fn place(line: u32, column: u32) -> Option<Place> {
        Some(Place::Text { line, column })
    }

    #[test]
    fn cells_are_found_by_line_and_column() {
        let mut checked = report(&[("3.granted.total", 148)]);
        checked.cells["3.granted.total"].at = place(3, 5);
        let text = "标题\r\n第二行\n予以公开148";
        let locator = Locator::new(text);
        let sum = finding("T3-ROW", Severity::Error, &["3.granted.total"], &[]);
        assert_eq!(locator.marks(&checked, &sum, 0), [Mark { start: 12, end: 15, finding: 0 }]);
        let change = Change { cell: "3.granted.total".into(), from: "148".into(), to: "147".into(), why: None };
        let changed = locator.change(&checked, std::slice::from_ref(&change)).unwrap();
        assert_eq!(changed, "标题\r\n第二行\n予以公开147");
        let stale = Change { from: "149".into(), ..change };
        assert_eq!(locator.change(&checked, &[stale]), None);
    }

    #[test]
    fn words_broken_over_lines_are_found_in_their_section() {
        let mut checked = report(&[]);
        let text = "本镇收到申请3件\n一、总体情况\n本镇收到申\n请3件，本镇收到申请3件";
        checked.sections[1].heading = Some("一、总体情况".to_owned());
        checked.sections[1].text = "本镇收到申请3件，本镇收到申请3件".to_owned();
        let both = finding("N-NEW", Severity::Warning, &[], &[(2, "收到申请3件"), (11, "收到申请3件")]);
        let marks = Locator::new(text).marks(&checked, &both, 4);
        let ranges: Vec<(usize, usize)> = marks.iter().map(|mark| (mark.start, mark.end)).collect();
        assert_eq!(ranges, [(18, 25), (28, 34)]);
    }
}
