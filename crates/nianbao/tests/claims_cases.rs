//! Short texts for each rule about the narrative, loud and quiet: `corpus/cases/RULE.txt`.
//!
//! A line is `d+ text`: the base (d: the clean department, g: the clean government, z: a table of
//! zeros), the section where it is not 一 (`d6+`), whether the rule must be heard (+) or not (-), and
//! the section's text, in which `\n` is a line break.

mod common;

use std::path::{Path, PathBuf};

use nianbao::form::Form;
use nianbao::rules;
use sample::Draft;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/cases")
}

/// Whether the rule must be heard, and the report.
fn case(line: &str) -> (bool, Draft) {
    let (kind, text) = line.split_once(' ').unwrap_or_else(|| panic!("no case: {line}"));
    let loud = kind.ends_with('+');
    let mut draft = match kind.chars().next() {
        Some('d') => Draft::clean(),
        Some('g') => Draft::clean_government(),
        _ => {
            let mut draft = Draft::clean();
            draft.cells = Draft::empty(Form::of_2021(), "", 2024).cells;
            draft
        }
    };
    let section = if kind.contains('6') { 6 } else { 1 };
    draft.edit(&format!("section {section} = {text}")).expect("an edit");
    (loud, draft)
}

#[test]
fn every_rule_is_heard_and_quiet_where_it_should_be() {
    let mut wrong = Vec::new();
    // C-LASTYEAR compares two reports and has its cases with the rules of that kind.
    let about_text = |id: &str| (id.starts_with("N-") || id.starts_with("C-")) && id != "C-LASTYEAR";
    let narrative = rules::ALL.iter().filter(|rule| about_text(rule.id));
    for rule in narrative {
        let path = folder().join(format!("{}.txt", rule.id));
        let Ok(text) = std::fs::read_to_string(&path) else {
            wrong.push(format!("{}: no cases", rule.id));
            continue;
        };
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert!(lines.len() >= 15, "{}: {} cases", rule.id, lines.len());
        for line in lines {
            let (loud, draft) = case(line);
            let checked = common::check(&draft);
            let heard: Vec<_> = checked.findings.iter().filter(|finding| finding.rule == rule.id).collect();
            // What the words of another scope explain is a hint, and counts as quiet.
            let hints_only = rule.severity != nianbao::finding::Severity::Hint
                && rule.id != "N-SUBTOT"
                && heard.iter().all(|finding| finding.severity == nianbao::finding::Severity::Hint);
            if loud == (heard.is_empty() || hints_only) {
                let messages: Vec<&str> = heard.iter().map(|finding| finding.message.as_str()).collect();
                wrong.push(format!("{} {line}\n    {messages:?}", rule.id));
            }
            for finding in heard.iter().filter(|_| loud && rule.id != "N-FEE-MISSING") {
                assert!(finding.spans.iter().any(|span| !span.text.is_empty()), "{line}: no words are marked");
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
