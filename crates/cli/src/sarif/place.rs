//! Places: of files as addresses, and of words as lines and columns of a plain text.

use std::path::{Component, Path};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::model::{ArtifactLocation, Location, PhysicalLocation, Region};

/// What is written as it is in the path of an address (RFC 3986, 2.3), and the slash.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// How many characters around marked words are looked at, so that they are found where they stand and
/// not where they stand too. Fewer, where a table or a page ends between them.
const AROUND: [usize; 3] = [24, 8, 0];

/// A whole file as a location; nothing more is said of standard input.
pub fn file(name: &str) -> Location {
    let physical_location =
        artifact(name).map(|artifact_location| PhysicalLocation { artifact_location, region: None });
    Location { physical_location, ..Location::default() }
}

/// A file's address, relative where its name is; none for standard input.
pub fn artifact(name: &str) -> Option<ArtifactLocation> {
    if name == "-" {
        return None;
    }
    let encode = |part: &str| utf8_percent_encode(part, KEPT).to_string();
    let uri = if Path::new(name).is_absolute() {
        let path = name.replace(std::path::MAIN_SEPARATOR, "/");
        format!("file://{}{}", if path.starts_with('/') { "" } else { "/" }, encode(&path))
    } else {
        let parts = Path::new(name).components().filter(|part| *part != Component::CurDir);
        let parts: Vec<String> = parts.map(|part| encode(&part.as_os_str().to_string_lossy())).collect();
        parts.join("/")
    };
    Some(ArtifactLocation { uri })
}

/// A plain text in which words are found again.
#[derive(Default)]
pub struct Source {
    /// The text without its blanks.
    squeezed: String,
    /// For every character of it: where it begins there, its line, and its first and last column.
    places: Vec<(usize, u32, u32, u32)>,
}

impl Source {
    /// Looks through a text. Lines end as the readers say: at a line feed, a carriage return, or both.
    pub fn new(text: &str) -> Source {
        let mut source = Source::default();
        let (mut rest, mut number) = (text, 0);
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.find(['\n', '\r']).unwrap_or(rest.len()));
            rest = after.strip_prefix("\r\n").or_else(|| after.get(1..)).unwrap_or_default();
            number += 1;
            source.add(line, number);
        }
        source
    }

    fn add(&mut self, line: &str, number: u32) {
        let mut column = 1;
        for character in line.chars() {
            let end = column + character.len_utf16() as u32;
            if !character.is_whitespace() {
                self.places.push((self.squeezed.len(), number, column, end));
                self.squeezed.push(character);
            }
            column = end;
        }
    }

    /// The region of a cell's text that begins at this place, blanks before it aside. `None` where
    /// something else stands there.
    pub fn cell(&self, line: u32, column: u32, text: &str) -> Option<Region> {
        let first = self.places.partition_point(|&(_, at_line, at_column, _)| (at_line, at_column) < (line, column));
        let &(start, ..) = self.places.get(first)?;
        let wanted = squeezed(text);
        if wanted.is_empty() || !self.squeezed.get(start..)?.starts_with(&wanted) {
            return None;
        }
        self.region(start, start + wanted.len()).filter(|region| region.start_line == line)
    }

    /// The region of words that stand in a longer text, `start` and `end` in UTF-16 code units of it.
    /// `None` where they are not found, or more than once.
    pub fn words(&self, text: &str, start: usize, end: usize) -> Option<Region> {
        let (start, end) = (byte_of(text, start)?, byte_of(text, end)?);
        let (before, words, after) =
            (squeezed(text.get(..start)?), squeezed(text.get(start..end)?), squeezed(text.get(end..)?));
        if words.is_empty() {
            return None;
        }
        AROUND.iter().find_map(|&around| {
            let from = before.char_indices().rev().take(around).last().map_or(before.len(), |(at, _)| at);
            let until = after.char_indices().nth(around).map_or(after.len(), |(at, _)| at);
            let before = before.get(from..)?;
            let needle = [before, &words, after.get(..until)?].concat();
            let mut found = self.squeezed.match_indices(&needle).map(|(at, _)| at + before.len());
            match (found.next(), found.next()) {
                (Some(at), None) => self.region(at, at + words.len()),
                _ => None,
            }
        })
    }

    /// The region of a range of the squeezed text.
    fn region(&self, start: usize, end: usize) -> Option<Region> {
        let first = self.places.get(self.places.binary_search_by_key(&start, |&(at, ..)| at).ok()?)?;
        let last = self.places.partition_point(|&(at, ..)| at < end).checked_sub(1);
        let last = self.places.get(last?)?;
        Some(Region { start_line: first.1, start_column: first.2, end_line: Some(last.1), end_column: Some(last.3) })
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The byte at which a UTF-16 code unit of a text stands.
fn byte_of(text: &str, unit: usize) -> Option<usize> {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= unit {
            return (units == unit).then_some(at);
        }
        units += character.len_utf16();
    }
    (units == unit).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(start: (u32, u32), end: (u32, u32)) -> Option<Region> {
        Some(Region { start_line: start.0, start_column: start.1, end_line: Some(end.0), end_column: Some(end.1) })
    }

    #[test]
    fn files_have_addresses() {
        let uri = |name| artifact(name).map(|artifact| artifact.uri);
        assert_eq!(uri("./a/年 报#1.txt").as_deref(), Some("a/%E5%B9%B4%20%E6%8A%A5%231.txt"));
        assert_eq!(uri("../c:d.txt").as_deref(), Some("../c%3Ad.txt"));
        assert_eq!(uri("-"), None);
        #[cfg(unix)]
        assert_eq!(uri("/x/y z.txt").as_deref(), Some("file:///x/y%20z.txt"));
    }

    #[test]
    fn cells_are_found_at_their_place_alone() {
        let source = Source::new("规章\t0\t 12\r\n𠮷\t１３");
        assert_eq!(source.cell(1, 6, "12"), region((1, 7), (1, 9)));
        assert_eq!(source.cell(2, 4, "１３"), region((2, 4), (2, 6)));
        assert_eq!(source.cell(1, 6, "13"), None, "another number");
        assert_eq!(source.cell(1, 9, "𠮷"), None, "another line");
        assert_eq!(source.cell(1, 6, ""), None);
        assert_eq!(source.cell(9, 1, "1"), None);
    }

    #[test]
    fn words_are_found_over_line_ends_if_there_is_one_place_for_them() {
        let source = Source::new("收到申请 5 件，办\n结 5 件。\n另收到申请 6 件。");
        let text = "收到申请 5 件，办结 5 件。\n另收到申请 6 件。";
        assert_eq!(source.words(text, 8, 14), region((1, 9), (2, 4)), "over a line end");
        assert_eq!(source.words(text, 0, 4), region((1, 1), (1, 5)), "told apart by what follows");
        assert_eq!(source.words("申请", 0, 2), None, "twice");
        assert_eq!(source.words("没有", 0, 2), None);
        assert_eq!(source.words("申", 0, 5), None, "past the end");
    }
}
