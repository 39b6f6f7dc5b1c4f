//! What a narrative says of the tables: consistent reports give silence, a changed number is noticed.

mod common;

use std::collections::BTreeMap;

use common::check;
use nianbao::finding::{Finding, Severity};
use sample::{Draft, Writer};

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

/// Nor has one in the manner of any kind of organ, with sentences that look as if something were wrong.
#[test]
fn clean_reports_of_every_kind_of_organ_raise_no_error_and_no_warning() {
    let reports: u64 = std::env::var("NIANBAO_REPORTS").ok().and_then(|count| count.parse().ok()).unwrap_or(REPORTS);
    let mut loud = BTreeMap::new();
    for writer in Writer::ALL {
        for seed in 0..reports {
            let checked = check(&Draft::written_by(writer, seed));
            for finding in checked.findings.iter().filter(|finding| finding.severity != Severity::Hint) {
                let seen = format!("{writer:?} {seed}: {} {}", finding.message, quoted(finding));
                loud.entry(finding.rule.clone()).or_insert_with(Vec::new).push(seen);
            }
        }
    }
    let shown = loud.iter().map(|(rule, seen)| format!("{rule}: {} times, first {}", seen.len(), seen[0]));
    assert!(loud.is_empty(), "{}", shown.collect::<Vec<_>>().join("\n"));
}

/// The words that a finding marks.
fn quoted(finding: &Finding) -> String {
    finding.spans.iter().map(|span| format!("“{}”", span.text)).collect()
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
