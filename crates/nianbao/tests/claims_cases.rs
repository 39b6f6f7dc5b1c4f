//! Short reports for each rule, loud and quiet: `corpus/cases/RULE.txt`.
//!
//! A line is `d+ text`: the base (d: the clean department, g: the clean government, z: a table of
//! zeros), the section where it is not 一 (`d6+`; 0: the text before 一、), whether the rule must be
//! heard (+) or not (-), and the section's text, in which `\n` is a line break. What is more than one
//! section's text is written as edits (see [`Draft::edit`]), each after a bar: `d+ | title = … | …`.
//! A line that begins with `#` is a remark.

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
    let edits: Vec<String> = match text.strip_prefix("| ") {
        Some(edits) => edits.split(" | ").map(str::to_owned).collect(),
        None => match kind.chars().find(char::is_ascii_digit) {
            Some('0') => vec![format!("intro = {text}")],
            section => vec![format!("section {} = {text}", section.unwrap_or('1'))],
        },
    };
    for edit in edits {
        draft.edit(&edit).unwrap_or_else(|error| panic!("{line}: {error}"));
    }
    (loud, draft)
}

/// Whether the rule's cases are written.
fn has_cases(id: &str) -> bool {
    let group = id.split('-').next().unwrap_or(id);
    ["N", "C", "W", "L"].contains(&group) && id != "C-LASTYEAR"
}

#[test]
fn every_rule_is_heard_and_quiet_where_it_should_be() {
    let mut wrong = Vec::new();
    for rule in rules::ALL.iter().filter(|rule| has_cases(rule.id)) {
        let path = folder().join(format!("{}.txt", rule.id));
        let Ok(text) = std::fs::read_to_string(&path) else {
            wrong.push(format!("{}: no cases", rule.id));
            continue;
        };
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let quiet = lines.iter().filter(|line| line.split(' ').next().is_some_and(|kind| kind.ends_with('-'))).count();
        assert!(lines.len() >= 15 && quiet >= 5, "{}: {} cases, {quiet} quiet", rule.id, lines.len());
        for line in lines {
            let (loud, draft) = case(line);
            let checked = common::check(&draft);
            let heard: Vec<_> = checked.findings.iter().filter(|finding| finding.rule == rule.id).collect();
            // What the words of another scope explain is a hint, and counts as quiet.
            let hints_only = rule.id.starts_with("N-")
                && rule.severity != nianbao::finding::Severity::Hint
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
