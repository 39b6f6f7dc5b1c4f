//! Scores the grammar and the rules about the narrative on the labelled reports of `corpus/`,
//! compares the score with the committed one, and fails where it has dropped.
//!
//! `cargo xtask score` prints it.

#[path = "../common/mod.rs"]
mod common;
mod labelled;
mod score;

use std::fmt::Write as _;

use common::tally::{self, Changes, Tally};
use labelled::Labelled;
use nianbao::claims;
use nianbao::finding::{Finding, Severity};
use nianbao::outcome::Checked;
use score::Score;

/// Whether a claim is the labelled one. 不掌握无法提供3件 counts the reason and its kind at once
/// (`result:unable.1|unable`): either label will do.
fn is_labelled(claim: &str, label: &str) -> bool {
    let either = || {
        let (subject, value) = claim.rsplit_once(' ')?;
        let (leaf, kind) = subject.split_once('|')?;
        Some(label == format!("{leaf} {value}") || label == format!("result:{kind} {value}"))
    };
    claim == label || either().unwrap_or(false)
}

/// Claims that a cell holds, as `subject value`.
fn found_claims(report: &Labelled) -> Vec<String> {
    let aligned = nianbao::align::align(&common::document(&report.draft));
    let narrative = claims::read(&aligned);
    let tied = narrative
        .claims
        .iter()
        .filter(|claim| !claim.readings.is_empty() || claim.subject.key() == "answered_of_received");
    tied.map(|claim| format!("{} {}", claim.subject.key(), claim.quantity.value)).collect()
}

fn is_narrative_rule(finding: &Finding) -> bool {
    finding.rule.starts_with("N-") || finding.rule.starts_with("C-")
}

/// Whether a finding is the one that a label asks for: the same rule, with the words marked.
fn answers(finding: &Finding, (rule, words): &(String, String)) -> bool {
    let marked = |text: &str| text.contains(words.as_str()) || (!text.is_empty() && words.contains(text));
    finding.rule == *rule && (words.is_empty() || finding.spans.iter().any(|span| marked(&span.text)))
}

/// Adds one report to the score; says what was missed and what was made up.
fn add(score: &mut Score, report: &Labelled, checked: &Checked, told: &mut String) {
    let mut expected = report.claims.clone();
    for claim in found_claims(report) {
        match expected.iter().position(|label| is_labelled(&claim, label)) {
            Some(at) => {
                expected.swap_remove(at);
                score.claims.right += 1;
            }
            None => {
                score.claims.wrong += 1;
                let _ = writeln!(told, "{}: made up claim: {claim}", report.name);
            }
        }
    }
    score.claims.missed += expected.len();
    for claim in expected {
        let _ = writeln!(told, "{}: missed claim: {claim}", report.name);
    }
    for label in &report.mistakes {
        let found = checked.findings.iter().any(|finding| answers(finding, label));
        let rule: &mut Tally = score.rules.entry(label.0.clone()).or_default();
        if found {
            rule.right += 1;
        } else {
            rule.missed += 1;
            let _ = writeln!(told, "{}: missed mistake: {} {}", report.name, label.0, label.1);
        }
    }
    let loud =
        checked.findings.iter().filter(|finding| finding.severity != Severity::Hint && is_narrative_rule(finding));
    for finding in loud {
        if !report.mistakes.iter().any(|label| answers(finding, label)) {
            score.rules.entry(finding.rule.clone()).or_default().wrong += 1;
            let _ =
                writeln!(told, "{}: false {:?} {}: {}", report.name, finding.severity, finding.rule, finding.message);
        }
    }
    if report.mistakes.is_empty() {
        score.clean_reports += 1;
        let mine = checked.findings.iter().filter(|finding| is_narrative_rule(finding));
        for finding in mine {
            match finding.severity {
                Severity::Error => score.false_errors += 1,
                Severity::Warning => score.false_warnings += 1,
                Severity::Hint => {
                    score.hints += 1;
                    let _ = writeln!(told, "{}: hint {}: {}", report.name, finding.rule, finding.message);
                }
            }
        }
    }
}

/// The lots of the corpus: the numbers of their reports, and the heading of their score.
const LOTS: [(std::ops::RangeInclusive<u32>, &str); 5] = [
    (1..=49, "Reports 01 to 49: the grammar was written with them"),
    (51..=90, "Reports 51 to 90: by another hand, the grammar unseen"),
    (91..=102, "Reports 91 to 102: held out until the grammar was mended"),
    (103..=118, "Reports 103 to 118: held out until it was mended again"),
    (119..=128, "Reports 119 to 128: without a mistake, held out until a third time"),
];

#[test]
fn the_score_has_not_dropped() {
    let reports = labelled::all();
    assert!(reports.len() >= 80, "{} reports only", reports.len());
    let mut scores = LOTS.map(|(_, lot)| (lot, Score::default()));
    let mut told = String::new();
    for report in &reports {
        let checked = common::check(&report.draft);
        for finding in checked.findings.iter().filter(|f| f.rule.starts_with("T")) {
            let _ = writeln!(told, "{}: its tables: {} {}", report.name, finding.rule, finding.message);
        }
        let lot = LOTS.iter().position(|(numbers, _)| numbers.contains(&report.number()));
        let (_, score) = &mut scores[lot.unwrap_or_else(|| panic!("{}: in no lot", report.name))];
        add(score, report, &checked, &mut told);
    }
    let file = score::file(&scores);
    let path = labelled::folder().join("SCORE.md");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let mut changes = Changes::default();
    for (lot, score) in &scores {
        score.compare(&committed, lot, &mut changes);
    }
    tally::settle(&path, &told, &file, &changes);
    for (lot, score) in &scores {
        assert!(score.claims.precision() >= 0.98, "{lot}: precision of claims {:.3}", score.claims.precision());
        assert!(score.claims.recall() >= 0.90, "{lot}: recall of claims {:.3}", score.claims.recall());
        assert!(score.all_rules().recall() >= 0.95, "{lot}: mistakes found {:.3}", score.all_rules().recall());
        assert_eq!(score.false_errors, 0, "{lot}: errors on clean reports");
        assert!(score.false_warnings * 20 < score.clean_reports, "{lot}: {} false warnings", score.false_warnings);
    }
}
