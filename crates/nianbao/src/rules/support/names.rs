//! Names of documents in the text, right, short or misspelt.

use std::ops::Range;

use super::text::{compact, texts};
use crate::report::Report;

/// The names between 《》 or 〈〉, those within others included, with the byte ranges of the names
/// without their marks.
pub fn names(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut names = Vec::new();
    let mut opened: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '《' | '〈' => opened.push(at + c.len_utf8()),
            '》' | '〉' => names.extend(opened.pop().map(|start| (start..at, &text[start..at]))),
            // A name does not run over a paragraph's end: a mark was forgotten.
            '\n' => opened.clear(),
            _ => {}
        }
    }
    names
}

/// A name as it is compared: without blanks, and without a note in brackets at its end (（2019年修订）).
pub fn plain(name: &str) -> String {
    let name = compact(name);
    let noted = name.strip_suffix(['）', ')']).and_then(|name| name.rsplit_once(['（', '(']));
    match noted {
        Some((own, _)) if !own.is_empty() => own.to_owned(),
        _ => name,
    }
}

/// By how many characters left out, put in, exchanged or transposed two names differ.
pub fn distance(name: &str, other: &str) -> usize {
    // Longer ones differ by more than a slip, and would take long to compare.
    let length = |text: &str| text.chars().count();
    match length(name).abs_diff(length(other)) {
        apart if apart > MOST_COMPARED => apart,
        _ => strsim::osa_distance(name, other),
    }
}

/// Names whose lengths differ by more are not compared.
const MOST_COMPARED: usize = 8;

/// Whether the report says that it calls a document by this short name: 以下简称《条例》.
pub fn is_defined(report: &Report, name: &str) -> bool {
    texts(report).any(|passage| {
        passage.text.match_indices(name).any(|(at, _)| {
            let before = passage.text[..at].trim_end_matches(['《', '“', '"', '：', ':', '为', ' ']);
            before.len() < at && (before.ends_with("简称") || before.ends_with("下称"))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::with_text;

    #[test]
    fn names_within_names() {
        let read = |text| names(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(read("《关于印发〈甲〉的通知》和《乙》"), ["甲", "关于印发〈甲〉的通知", "乙"]);
        assert_eq!(read("《关于《甲》的通知》《丙\n丁》"), ["甲", "关于《甲》的通知"]);
        assert_eq!(plain("甲 条例（2019年修订）"), "甲条例");
        assert_eq!(distance("政府信息公开条列", "政府信息公开条例"), 1);
    }

    #[test]
    fn short_names_are_introduced() {
        let report = with_text(1, "根据《公开条例》（以下简称“条例”）、《甲办法》（简称为《办法》）和《规定》。");
        assert!(is_defined(&report, "条例") && is_defined(&report, "办法"));
        assert!(!is_defined(&report, "公开条例") && !is_defined(&report, "规定"));
    }
}
