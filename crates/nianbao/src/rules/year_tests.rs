//! Against last year's report: what must follow from it, and what may change.

use super::testing::{clean, doubt, findings_after, set, with_cells, with_text};
use super::*;
use crate::finding::Severity;
use crate::report::{Doubt, Report};

/// The report for the year before, with these cells.
fn before(cells: &[(&str, &str)]) -> Report {
    let mut report = with_cells(cells);
    report.year = Some(2023);
    report
}

#[test]
fn carry_over_must_follow() {
    let now = with_cells(&[("3.carried_in.natural", "2"), ("3.carried_in.total", "2")]);
    let same = before(&[("3.carried_out.natural", "2"), ("3.carried_out.total", "2")]);
    assert!(findings_after(&x_carry::RULE, &now, &same).is_empty());
    let other = before(&[("3.carried_out.natural", "3"), ("3.carried_out.total", "3")]);
    let found = findings_after(&x_carry::RULE, &now, &other);
    assert_eq!(
        found[0].message,
        "上年年报结转下年度 3 件，今年“二、上年结转”总计填报 2 件，相差 1。请核对，改正填错的一处；是上年年报填错的，请在正文里说明。"
    );
    assert_eq!((found.len(), found[0].severity), (1, Severity::Error));
    let column = before(&[("3.carried_out.business", "2"), ("3.carried_out.total", "2")]);
    let found = findings_after(&x_carry::RULE, &now, &column);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Warning));
}

#[test]
fn nothing_is_said_against_a_report_of_another_year_or_of_doubt() {
    let now = with_cells(&[("3.carried_in.natural", "2"), ("3.carried_in.total", "2")]);
    let mut old = before(&[]);
    old.year = Some(2021);
    assert!(findings_after(&x_carry::RULE, &now, &old).is_empty());
    let mut damaged = before(&[]);
    doubt(&mut damaged, "3.carried_out", Doubt::Shifted);
    assert!(findings_after(&x_carry::RULE, &now, &damaged).is_empty());
}

#[test]
fn stock_pending_and_jumps() {
    let previous = before(&[
        ("2.normative.in_force", "4"),
        ("2.permits.decisions", "550"),
        ("2.penalties.decisions", "3"),
        ("4.review.pending", "2"),
        ("4.review.total", "2"),
    ]);
    let mut now = with_cells(&[
        ("2.normative.made", "2"),
        ("2.normative.repealed", "1"),
        ("2.normative.in_force", "5"),
        ("2.permits.decisions", "600"),
        ("2.penalties.decisions", "50"),
        ("4.review.upheld", "2"),
        ("4.review.total", "2"),
    ]);
    for rule in [&x_stock::RULE, &x_pending::RULE, &x_jump::RULE] {
        assert!(findings_after(rule, &now, &previous).is_empty(), "{}", rule.id);
    }
    set(&mut now, "2.normative.in_force", "6");
    set(&mut now, "2.permits.decisions", "9487");
    set(&mut now, "4.review.total", "1");
    for rule in [&x_stock::RULE, &x_pending::RULE, &x_jump::RULE] {
        assert_eq!(findings_after(rule, &now, &previous).len(), 1, "{}", rule.id);
    }
}

#[test]
fn a_table_taken_over_and_tables_of_zeros() {
    let cells = [("2.normative.in_force", "4"), ("2.permits.decisions", "12"), ("2.fees.amount", "1.5")];
    assert_eq!(findings_after(&x_repeated::RULE, &with_cells(&cells), &before(&cells)).len(), 1);
    assert!(findings_after(&x_repeated::RULE, &with_cells(&cells[..2]), &before(&cells[..2])).is_empty());
    assert!(findings_after(&x_repeated::RULE, &clean(), &before(&[])).is_empty());
}

#[test]
fn sentences_taken_over() {
    let text = "2024年发布政府信息86条，更新专栏两个。严格执行信息发布审核制度。把政府信息公开纳入年度考核。开展业务培训一次，参加三十人。";
    let mut previous = with_text(1, &text.replace("2024", "2023").replace("86", "75"));
    previous.year = Some(2023);
    previous.sections[5].text.clear();
    let found = findings_after(&x_sentences::RULE, &with_text(1, text), &previous);
    assert_eq!((found.len(), found[0].spans.len()), (1, 4));
    previous.sections[1].text = "去年另写了一段文字，没有一句话与今年相同。第二句也不一样，第三句更不一样。".to_owned();
    assert!(findings_after(&x_sentences::RULE, &with_text(1, text), &previous).is_empty());
}

#[test]
fn what_the_text_explains_is_only_a_hint() {
    let previous =
        before(&[("2.normative.in_force", "4"), ("3.carried_out.natural", "3"), ("3.carried_out.total", "3")]);
    let mut now = with_cells(&[("2.normative.in_force", "2")]);
    now.sections[1].text += "\n行政规范性文件2件有效期届满失效。";
    now.sections[6].text += "\n上年年报误填结转3件，今年按实际填报。";
    for rule in [&x_stock::RULE, &x_carry::RULE] {
        let found = findings_after(rule, &now, &previous);
        assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Hint], "{}", rule.id);
    }
}
