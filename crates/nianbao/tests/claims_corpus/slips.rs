//! A tired clerk's slip in each number of the narrative: what contradicts the table must be found there.

use std::ops::Range;

use nianbao::claims;
use nianbao::claims::claim::Claim;
use nianbao::finding::Span;
use nianbao::report::Report;

use crate::common::{self, tally::Tallies};
use crate::labelled::Labelled;

/// Writes a slip over each number that a claim of a report holds, one at a time, and counts by subject those
/// that are found at their place. Says which are not.
pub fn try_each(report: &Labelled, found: &mut Tallies, told: &mut String) {
    let aligned = nianbao::align::align(&common::document(&report.draft));
    for claim in claims::read(&aligned).claims.iter().filter(|claim| !claim.readings.is_empty()) {
        let Some((number, slip)) = slip(&aligned, claim) else { continue };
        let text = &aligned.sections[claim.section].text;
        let mut draft = report.draft.clone();
        let section = draft.sections[claim.section - 1].as_mut().expect("a section that has claims");
        let before = section.text.find(text.as_str()).expect("a text that is read as it is written");
        section.text.replace_range(before + number.start..before + number.end, &slip);
        let start = text[..number.start].encode_utf16().count();
        let place = start..start + slip.len();
        let marked = |span: &Span| {
            span.section == Some(claim.section)
                && span.start.is_some_and(|start| start < place.end)
                && span.end.is_some_and(|end| end > place.start)
        };
        let found = found.entry(claim.subject.key()).or_default();
        if common::check(&draft).findings.iter().any(|finding| finding.spans.iter().any(marked)) {
            found.right += 1;
        } else {
            found.missed += 1;
            *told += &format!("{}: not found: {} => {slip}\n", report.name, &text[claim.words.clone()]);
        }
    }
}

/// The one number in the words of a claim, and what is written instead: its last digits transposed, or one more.
fn slip(report: &Report, claim: &Claim) -> Option<(Range<usize>, String)> {
    let text = report.sections.get(claim.section)?.text.get(claim.words.clone())?;
    let number = claim.quantity.value.to_string();
    let mut places = text.match_indices(&number).filter(|(at, _)| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        !digit(text[..*at].chars().next_back()) && !digit(text[at + number.len()..].chars().next())
    });
    let (at, _) = places.next().filter(|_| claim.quantity.is_exact() && places.next().is_none())?;
    let mut digits: Vec<char> = number.chars().collect();
    let last = digits.len() - 1;
    let transposed = last > 0 && digits[last] != digits[last - 1] && (last > 1 || digits[last] != '0');
    let slip = if transposed {
        digits.swap(last - 1, last);
        digits.into_iter().collect()
    } else {
        (claim.quantity.value.integer()? + 1).to_string()
    };
    Some((claim.words.start + at..claim.words.start + at + number.len(), slip))
}
