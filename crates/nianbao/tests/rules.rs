//! Every rule has a whole page, and its examples do what they say.

mod common;

use std::collections::HashSet;

use common::check;
use nianbao::finding::Severity;
use nianbao::outcome::Checked;
use nianbao::rule::{PAGE_HEADINGS, Rule};
use nianbao::rules;
use sample::Draft;

/// One line for each finding, for a message that says what went wrong.
fn told(checked: &Checked) -> String {
    let lines = checked.findings.iter().map(|f| format!("  {} {:?}: {}", f.rule, f.severity, f.message));
    lines.collect::<Vec<_>>().join("\n")
}

/// The examples under a heading, each with what checking it gave.
fn run(rule: &Rule, heading: &str) -> Vec<(&'static str, Checked)> {
    let examples = rule.examples(heading);
    assert!(!examples.is_empty(), "{}: no example under {heading}", rule.id);
    let run_one = |example: &'static str| {
        let draft = sample::example(example).unwrap_or_else(|e| panic!("{}: {heading}: {e}\n{example}", rule.id));
        (example, check(&draft))
    };
    examples.into_iter().map(run_one).collect()
}

#[test]
fn ids_and_names_are_unique_and_well_formed() {
    let mut seen = HashSet::new();
    for rule in rules::ALL {
        assert!(seen.insert(rule.id), "{} twice", rule.id);
        assert!(seen.insert(rule.name), "{} twice", rule.name);
        let parts: Vec<&str> = rule.id.split('-').collect();
        let capitals = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        assert!(parts.len() > 1 && parts.iter().all(|part| capitals(part)), "{} is no id", rule.id);
        let kebab = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(rule.name.split('-').all(kebab), "{}: {} is not kebab-case", rule.id, rule.name);
        assert!(!rule.title.zh.is_empty() && !rule.title.en.is_empty() && !rule.basis.is_empty(), "{}", rule.id);
    }
}

#[test]
fn pages_have_the_six_headings_and_a_text_under_each() {
    for rule in rules::ALL {
        let found: Vec<&str> = rule.page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(found, PAGE_HEADINGS, "{}", rule.id);
        assert!(rule.page.starts_with("## "), "{}: words before the first heading", rule.id);
        for heading in PAGE_HEADINGS {
            assert!(rule.section(heading).is_some_and(|text| !text.is_empty()), "{}: {heading} is empty", rule.id);
        }
        assert!(rule.page.matches("~~~").count() % 2 == 0, "{}: a fence is open", rule.id);
    }
}

#[test]
fn bad_examples_raise_their_rule_and_every_message_says_what_to_do() {
    let mut silent = Vec::new();
    let asks = ["请", "应", "建议", "通常", "宜", "疑为", "规范名称"];
    for rule in rules::ALL {
        for (example, checked) in run(rule, "反例") {
            let idle =
                checked.findings.iter().filter(|finding| !asks.iter().any(|word| finding.message.contains(word)));
            silent.extend(idle.map(|finding| format!("{}: {} says not what to do", finding.rule, finding.message)));
            if !checked.findings.iter().any(|finding| finding.rule == rule.id) {
                silent.push(format!("{} is not raised by\n{example}\nbut\n{}", rule.id, told(&checked)));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n\n"));
}

#[test]
fn good_examples_raise_neither_their_rule_nor_any_error() {
    let mut loud = Vec::new();
    for rule in rules::ALL {
        for (example, checked) in run(rule, "正例") {
            if checked.findings.iter().any(|f| f.rule == rule.id || f.severity == Severity::Error) {
                loud.push(format!("{}: the good example\n{example}\nraises\n{}", rule.id, told(&checked)));
            }
        }
    }
    assert!(loud.is_empty(), "{}", loud.join("\n\n"));
}

/// Clean reports give silence, with and without last year's.
#[test]
fn clean_reports_raise_nothing() {
    let edits = ["", "previous", "base = government", "base = government\nprevious", "base = 2019"];
    for edit in edits {
        let draft = sample::example(edit).expect("an edit");
        let checked = check(&draft);
        assert!(checked.findings.is_empty(), "{edit:?} raises\n{}", told(&checked));
        let previous = draft.previous.as_deref().map(check);
        assert!(previous.as_ref().is_none_or(|p| p.findings.is_empty()), "{:?}", previous.map(|p| told(&p)));
    }
    assert_eq!(check(&Draft::clean()).checked.equations, 42);
}

#[test]
fn a_finding_cites_the_form_of_the_report_s_year() {
    for (base, due) in
        [("", "国办公开办函〔2021〕30号的表三版式"), ("base = 2019\n", "国办公开办函〔2019〕60号的表三版式")]
    {
        let draft = sample::example(&format!("{base}3.granted.total = 9")).expect("an example");
        let checked = check(&draft);
        let finding = checked.findings.iter().find(|finding| finding.rule == "T3-ROW").expect("the wrong total");
        assert_eq!(finding.basis, due);
        assert!(rules::by_id("T3-ROW").is_some_and(|rule| rule.basis.contains("〔2021〕30号")));
    }
}
