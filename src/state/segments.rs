//! Cutting a text into marked and unmarked stretches.

/// A marked range of a text, in UTF-16 code units, and the finding that marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The finding's place in the result's list.
    pub finding: usize,
}

/// A stretch of text and the findings that mark it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it begins, in what the marks count in.
    pub start: usize,
    /// The words.
    pub text: String,
    /// The findings' places in the result's list, in their order; none where nothing is marked.
    pub findings: Vec<usize>,
}

/// Cuts a text at the edges of its marks. `start` is where the text stands in what the marks count in.
pub fn cut(text: &str, start: usize, marks: &[Mark]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut position = start;
    for character in text.chars() {
        let mut findings: Vec<usize> = marks
            .iter()
            .filter(|mark| mark.start <= position && position < mark.end)
            .map(|mark| mark.finding)
            .collect();
        findings.sort_unstable();
        findings.dedup();
        match segments.last_mut() {
            Some(last) if last.findings == findings => last.text.push(character),
            _ => segments.push(Segment { start: position, text: character.to_string(), findings }),
        }
        position += character.len_utf16();
    }
    segments
}

/// The paragraphs of a text and where each begins, in UTF-16 code units.
pub fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |paragraph| {
        let here = start;
        start += paragraph.encode_utf16().count() + 1;
        (here, paragraph)
    })
}

/// Where the part of a text that an edit changed ends, in UTF-16 code units.
pub fn change_end(before: &str, after: &str) -> usize {
    let (before, after): (Vec<u16>, Vec<u16>) = (before.encode_utf16().collect(), after.encode_utf16().collect());
    let shorter = before.len().min(after.len());
    let same_start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let same_end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    after.len() - same_end.min(shorter - same_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(segments: &[Segment]) -> Vec<(&str, &[usize])> {
        segments.iter().map(|s| (s.text.as_str(), s.findings.as_slice())).collect()
    }

    #[test]
    fn marks_may_overlap() {
        let marks = [Mark { start: 1, end: 4, finding: 0 }, Mark { start: 3, end: 5, finding: 1 }];
        let cut = cut("收到三件事", 0, &marks);
        assert_eq!(shape(&cut), [("收", &[][..]), ("到三", &[0]), ("件", &[0, 1]), ("事", &[1])]);
    }

    #[test]
    fn positions_count_utf16_units() {
        let marks = [Mark { start: 12, end: 13, finding: 7 }];
        assert_eq!(shape(&cut("𠮷件", 10, &marks)), [("𠮷", &[][..]), ("件", &[7])]);
    }

    #[test]
    fn the_end_of_a_change_is_found() {
        assert_eq!(change_end("总计 148 件", "总计 147 件"), 6);
        assert_eq!(change_end("甲乙", "甲甲乙"), 2);
        assert_eq!(change_end("甲甲乙", "甲乙"), 1);
        assert_eq!(change_end("", "甲"), 1);
    }

    #[test]
    fn paragraphs_know_where_they_begin() {
        assert_eq!(paragraphs("甲𠮷\n\n乙").collect::<Vec<_>>(), [(0, "甲𠮷"), (4, ""), (5, "乙")]);
    }
}
