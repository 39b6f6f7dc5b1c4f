//! Headings that are there, but not as the form prints them.

use super::testing::{clean, findings, messages};
use super::{s_double, s_missing, s_order, s_shift, s_title, s_title_marks};
use crate::finding::Severity;
use crate::report::{Heading, Report};

/// Prints a section's heading otherwise.
fn retitle(report: &mut Report, index: usize, text: &str, number: Option<usize>) {
    let heading = Heading { text: text.to_owned(), section: Some(index), number, at: None };
    let place = report.headings.iter().position(|h| h.section == Some(index)).expect("a heading");
    report.headings[place] = heading.clone();
    report.sections[index].heading = Some(heading);
}

#[test]
fn blanks_and_residue_make_no_other_title() {
    for text in [
        "五、存在的 主要问题及改进情况",
        "## 五、存在的主要问题及改进情况",
        "[bookmark: _GoBack]五、存在的主要问题及改进情况",
    ] {
        let mut report = clean();
        retitle(&mut report, 5, text, Some(5));
        for rule in [&s_title::RULE, &s_shift::RULE, &s_title_marks::RULE] {
            assert_eq!(messages(rule, &report), [""; 0], "{text}");
        }
    }
}

#[test]
fn a_title_of_another_year_is_a_hint_and_other_words_a_warning() {
    let mut report = clean();
    retitle(&mut report, 5, "五、政府信息公开工作存在的主要问题及改进情况", Some(5));
    assert_eq!(findings(&s_title::RULE, &report)[0].severity, Severity::Hint);
    retitle(&mut report, 5, "五、存在问题及改进情况", Some(5));
    let finding = &findings(&s_title::RULE, &report)[0];
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.message, "标题“五、存在问题及改进情况”应为“五、存在的主要问题及改进情况”。");
}

#[test]
fn a_section_under_another_title_is_not_missing() {
    let mut report = clean();
    report.sections[5].heading = None;
    report.headings[4] = Heading { text: "五、不足和打算".to_owned(), section: None, number: Some(5), at: None };
    assert!(messages(&s_missing::RULE, &report).is_empty());
    assert_eq!(messages(&s_title::RULE, &report), ["标题“五、不足和打算”应为“五、存在的主要问题及改进情况”。"]);
    report.headings.remove(4);
    assert_eq!(findings(&s_missing::RULE, &report)[0].missing, ["section 5"]);
}

#[test]
fn marks_are_a_hint() {
    let mut report = clean();
    retitle(&mut report, 1, "一、总体情况、", Some(1));
    assert!(messages(&s_title::RULE, &report).is_empty());
    assert_eq!(messages(&s_title_marks::RULE, &report).len(), 1);
}

#[test]
fn a_table_of_contents_repeats_nothing() {
    let mut report = clean();
    let at = |line| Some(crate::document::Place::Text { line, column: 1 });
    for (line, heading) in report.headings.iter_mut().enumerate() {
        heading.at = at(20 + line as u32);
        report.sections[line + 1].heading = Some(heading.clone());
    }
    let mut contents: Vec<Heading> = report.headings.clone();
    contents.iter_mut().enumerate().for_each(|(line, heading)| heading.at = at(line as u32));
    report.headings = [contents, report.headings].concat();
    for rule in [&s_double::RULE, &s_order::RULE] {
        assert!(messages(rule, &report).is_empty());
    }
}

#[test]
fn lower_headings_numbered_like_sections_are_no_error() {
    let mut report = clean();
    let lower = |text: &str, number| Heading { text: text.to_owned(), section: None, number: Some(number), at: None };
    report.headings.insert(5, lower("一、主要问题", 1));
    report.headings.insert(6, lower("二、改进情况", 2));
    assert_eq!(findings(&s_double::RULE, &report)[0].severity, Severity::Warning);
}
