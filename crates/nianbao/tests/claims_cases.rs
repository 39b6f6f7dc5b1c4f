//! Short reports for each rule, loud and quiet: `corpus/cases/RULE.txt`.
//!
//! A line is `d+ text`: the base (d: the clean department, g: the clean government, z: a table of
//! zeros), the section where it is not 一 (`d6+`; 0: the text before 一、), whether the rule must be
//! heard (+) or not (-), and the section's text, in which `\n` is a line break. What is more than one
//! section's text is written as edits (see [`Draft::edit`]), each after a bar: `d+ | title = … | …`.
//! A line that begins with `#` is a remark.

mod common;

use std::path::PathBuf;

use common::tally::{self, COLUMNS, Changes, Tally};
use nianbao::finding::{Finding, Severity};
use nianbao::form::Form;
use nianbao::rule::Rule;
use nianbao::rules;
use sample::Draft;

fn folder() -> PathBuf {
    common::project().join("corpus/cases")
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

/// Whether a finding is loud. What the words of another scope explain is a hint, and counts as quiet.
fn is_loud(rule: &Rule, finding: &Finding) -> bool {
    let explained = rule.id.starts_with("N-")
        && rule.severity != Severity::Hint
        && rule.id != "N-SUBTOT"
        && finding.severity == Severity::Hint;
    finding.rule == rule.id && !explained
}

/// Whether a finding shows where it is: cells, words, or what is missing. A rule about the narrative
/// marks its words; what is no report at all has no place.
fn shows_its_place(finding: &Finding) -> bool {
    if finding.rule == "FORM-NONE" {
        return true;
    }
    let words = finding.spans.iter().any(|span| !span.text.is_empty());
    let about_words = finding.rule.starts_with("N-") && finding.rule != "N-FEE-MISSING";
    words || !(about_words || finding.cells.is_empty() && finding.missing.is_empty())
}

/// The cases of a rule, remarks left out.
fn cases(id: &str) -> Vec<String> {
    let path = folder().join(format!("{id}.txt"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{id} has no cases"));
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// What `corpus/cases/SCORE.md` says of the cases.
fn score(rules: &[Row]) -> String {
    let mut text = format!(
        "# Score of the cases of each rule\n\n\
        Right: found where it must be. Made up: found where it must not be. Missed: not found where it must be.\n\
        `cargo xtask score` prints it with what has changed; `cargo xtask score --write` writes it anew.\n\n\
        {COLUMNS} cases | quiet ones |\n|---|---|---|---|---|---|---|---|\n"
    );
    for (id, tally, all, quiet) in rules {
        text += &format!("{} {all} | {quiet} |\n", tally.row(id));
    }
    text
}

/// A rule's id, how it did, how many cases it has and how many of them are quiet ones.
type Row = (&'static str, Tally, usize, usize);

/// How a rule did, and the cases in which it was wrong.
fn judge(rule: &'static Rule) -> (Row, Vec<String>) {
    let lines = cases(rule.id);
    let (mut tally, mut quiet, mut wrong) = (Tally::default(), 0, Vec::new());
    for line in &lines {
        let (loud, draft) = case(line);
        let checked = common::check(&draft);
        let heard: Vec<&Finding> = checked.findings.iter().filter(|finding| is_loud(rule, finding)).collect();
        quiet += usize::from(!loud);
        match (loud, heard.is_empty()) {
            (true, false) => tally.right += 1,
            (true, true) => tally.missed += 1,
            (false, false) => tally.wrong += 1,
            (false, true) => {}
        }
        if loud == heard.is_empty() {
            let messages: Vec<&str> = heard.iter().map(|finding| finding.message.as_str()).collect();
            wrong.push(format!("{} {line}\n    {messages:?}", rule.id));
        }
        assert!(heard.iter().all(|finding| shows_its_place(finding)), "{} {line}: no place is marked", rule.id);
    }
    assert!(lines.len() >= 15 && quiet >= 5, "{}: {} cases, {quiet} quiet", rule.id, lines.len());
    ((rule.id, tally, lines.len(), quiet), wrong)
}

#[test]
fn every_rule_is_heard_and_quiet_where_it_should_be() {
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get());
    // The rules of one kind stand together and take as long: none of the shares is all of a kind.
    let judged = std::thread::scope(|scope| {
        let share = |first| move || rules::ALL.iter().skip(first).step_by(threads).map(|rule| judge(rule)).collect();
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(share(first))).collect();
        let shares = running.into_iter().map(|share| share.join().expect("the cases are judged"));
        shares.flat_map(|share: Vec<_>| share).collect::<Vec<(Row, Vec<String>)>>()
    });
    let (mut rows, wrong): (Vec<Row>, Vec<Vec<String>>) = judged.into_iter().unzip();
    rows.sort_by_key(|(id, ..)| rules::ALL.iter().position(|rule| rule.id == *id));
    let wrong = wrong.concat();
    let path = folder().join("SCORE.md");
    let committed = tally::read(&std::fs::read_to_string(&path).unwrap_or_default());
    let now = rows.iter().map(|(id, tally, ..)| ((*id).to_owned(), *tally)).collect();
    let mut changes = Changes::default();
    changes.compare("cases", &now, &committed);
    tally::settle(&path, &wrong.join("\n"), &score(&rows), &changes);
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
