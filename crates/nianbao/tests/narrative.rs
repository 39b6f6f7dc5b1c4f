//! What a narrative says of the tables: consistent reports give silence, a changed number is noticed.

mod common;

use common::check;
use nianbao::finding::Severity;
use sample::Draft;

const REPORTS: u64 = 60;

/// The bytes of every number in a text that counts 件.
fn counts(text: &str) -> Vec<std::ops::Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    for (end, _) in text.match_indices('件') {
        let start = text[..end].trim_end_matches(is_digit).len();
        if start < end {
            found.push(start..end);
        }
    }
    found
}

/// A random report whose words agree with its tables has nothing that must be explained.
#[test]
fn consistent_reports_raise_no_error_and_no_warning() {
    let mut claims = 0;
    for seed in 0..REPORTS {
        let checked = check(&Draft::random(seed));
        let loud: Vec<_> = checked.findings.iter().filter(|f| f.severity != Severity::Hint).collect();
        assert!(loud.is_empty(), "seed {seed}: {loud:#?}\n{}", checked.sections[1].text);
        claims += checked.checked.claims;
    }
    assert!(claims > REPORTS as usize * 3, "only {claims} claims were compared");
}

/// One number of the narrative made greater by one: most of the time something is said of it.
#[test]
fn changed_numbers_are_noticed() {
    let (mut noticed, mut missed) = (0, Vec::new());
    for seed in 0..REPORTS {
        let draft = Draft::random(seed);
        let Some(text) = draft.sections[0].as_ref().map(|section| section.text.clone()) else { continue };
        let all = counts(&text);
        let Some(place) = all.get(seed as usize % all.len().max(1)) else { continue };
        let number: i64 = text[place.clone()].parse().expect("digits");
        let mut changed = draft.clone();
        if let Some(section) = &mut changed.sections[0] {
            section.text.replace_range(place.clone(), &(number + 1).to_string());
        }
        if check(&changed).findings.is_empty() {
            let from = text[..place.start].char_indices().rev().nth(20).map_or(0, |(at, _)| at);
            missed.push(format!(
                "{seed}: {}[{}]{}",
                &text[from..place.start],
                number + 1,
                &text[place.end..place.end + 3]
            ));
        } else {
            noticed += 1;
        }
    }
    println!("{noticed} of {} changed numbers were noticed; not:\n{}", noticed + missed.len(), missed.join("\n"));
    assert!(missed.len() * 10 <= noticed, "missed:\n{}", missed.join("\n"));
}
