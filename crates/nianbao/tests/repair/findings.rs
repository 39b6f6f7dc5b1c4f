//! What the findings of the rules carry: repairs, their reasons in words, ties, and the bound.

use fastrand::Rng;
use nianbao::claims;
use nianbao::document::Document;
use nianbao::finding::{Finding, Severity};
use nianbao::form::{CellId, Form};
use nianbao::language::Language;
use nianbao::number::read_cell;
use nianbao::repair::{Evidence, attach};
use nianbao::report::{Cell, Doubt, Report};
use nianbao::rule::Context;
use nianbao::rules;

use crate::hard::FAMILIES;
use crate::reports::{consistent, report};

/// A report of 2021's form with 0 in every cell but these.
fn zeros_but(cells: &[(&str, &str)]) -> Report {
    let form = Form::of_2021();
    let mut report = report(form, &vec![0; form.cells.len()]);
    cells.iter().for_each(|(address, text)| write(&mut report, address, text));
    report
}

fn write(report: &mut Report, address: &str, text: &str) {
    let id = report.form.and_then(|form| form.cell(address)).expect(address);
    report.cells[id.index()] = Cell { text: text.to_owned(), value: read_cell(text).value, ..Cell::default() };
}

/// A consistent report in which 235 of 247 applications were answered.
const ANSWERED: [(&str, &str); 17] = [
    ("3.received.natural", "240"),
    ("3.received.business", "4"),
    ("3.received.total", "244"),
    ("3.carried_in.natural", "3"),
    ("3.carried_in.total", "3"),
    ("3.granted.natural", "175"),
    ("3.granted.business", "4"),
    ("3.granted.total", "179"),
    ("3.partial.natural", "37"),
    ("3.partial.total", "37"),
    ("3.unable.1.natural", "19"),
    ("3.unable.1.total", "19"),
    ("3.total.natural", "231"),
    ("3.total.business", "4"),
    ("3.total.total", "235"),
    ("3.carried_out.natural", "12"),
    ("3.carried_out.total", "12"),
];

fn answered_but(cells: &[(&str, &str)]) -> Report {
    let mut report = zeros_but(&ANSWERED);
    cells.iter().for_each(|(address, text)| write(&mut report, address, text));
    report
}

/// What the rules about equations and blanks find, with the repairs put in.
fn findings(report: &Report, evidence: &Evidence, language: Language) -> Vec<Finding> {
    let (document, form) = (Document::default(), report.form.expect("a form"));
    let narrative = claims::read(report);
    let context =
        Context { document: &document, report, form, previous: evidence.previous, narrative: &narrative, language };
    let tables = rules::ALL.iter().filter(|rule| ["T3-", "T4-", "V-"].iter().any(|kind| rule.id.starts_with(kind)));
    let mut findings: Vec<Finding> = tables.flat_map(|rule| (rule.check)(&context)).collect();
    attach(report, evidence, language, &mut findings);
    findings
}

fn finding(report: &Report, rule: &str) -> Finding {
    finding_with(report, &Evidence::default(), rule)
}

/// A rule's first finding.
fn finding_with(report: &Report, evidence: &Evidence, rule: &str) -> Finding {
    findings(report, evidence, Language::Chinese).into_iter().find(|finding| finding.rule == rule).expect(rule)
}

/// The first repair of a rule's first finding: addresses, numbers and reasons.
fn first_repair(report: &Report, rule: &str) -> Vec<String> {
    let repairs = finding(report, rule).repairs;
    let first = repairs.first().expect("a repair").iter();
    first.map(|c| format!("{} {}→{} {}", c.cell, c.from, c.to, c.why.as_deref().unwrap_or_default())).collect()
}

/// The cells that are written otherwise, the rule that notices, and its first repair.
type Case = (&'static [(&'static str, &'static str)], &'static str, &'static [&'static str]);

#[test]
fn the_reason_is_said_in_words() {
    let cases: [Case; 15] = [
        (&[("3.total.total", "253")], "T3-ID", &["3.total.total 253→235 可能把 235 误录为 253（相邻数字颠倒）"]),
        (&[("3.received.natural", "24")], "T3-ROW", &["3.received.natural 24→240 可能把 240 误录为 24（漏了一个 0）"]),
        (
            &[("3.received.natural", "2400")],
            "T3-ROW",
            &["3.received.natural 2400→240 可能把 240 误录为 2400（多了一个 0）"],
        ),
        (
            &[("3.granted.total", "1779")],
            "T3-ROW",
            &["3.granted.total 1779→179 可能把 179 误录为 1779（一个数字重复录入）"],
        ),
        (&[("3.granted.total", "19")], "T3-ROW", &["3.granted.total 19→179 可能把 179 误录为 19（漏了一位数字）"]),
        (
            &[("3.granted.total", "1739")],
            "T3-ROW",
            &["3.granted.total 1739→179 可能把 179 误录为 1739（多了一位数字）"],
        ),
        (&[("3.partial.natural", "31")], "T3-ROW", &["3.partial.natural 31→37 可能把 37 误录为 31（形近数字看错）"]),
        (&[("3.partial.natural", "87")], "T3-ROW", &["3.partial.natural 87→37 可能把 37 误录为 87（形近数字看错）"]),
        (&[("3.unable.1.natural", "20")], "T3-ROW", &["3.unable.1.natural 20→19 可能把 19 误录为 20（相差 1）"]),
        (&[("3.partial.natural", "0")], "T3-ROW", &["3.partial.natural 0→37 可能漏填：应为 37，填成了 0"]),
        (&[("3.other.3.legal", "6")], "T3-ROW", &["3.other.3.legal 6→0 可能多填：应为 0，填成了 6"]),
        (
            &[("3.total.natural", "194")],
            "T3-SUM",
            &[
                "3.total.natural 194→231 合计可能漏加了“（二）部分公开（区分处理的，只计这一情形，不计其他情形） · 自然人”：应为 231，填成了 194",
            ],
        ),
        (
            &[("3.total.natural", "243")],
            "T3-SUM",
            &["3.total.natural 243→231 合计可能多加了“四、结转下年度继续办理 · 自然人”：应为 231，填成了 243"],
        ),
        (
            &[("3.granted.natural", "4"), ("3.granted.business", "175")],
            "T3-SUM",
            &[
                "3.granted.natural 4→175 可能与“（一）予以公开 · 商业企业”互换：应为 175，填成了 4",
                "3.granted.business 175→4 可能与“（一）予以公开 · 自然人”互换：应为 4，填成了 175",
            ],
        ),
        (
            &[("3.granted.natural", "0"), ("3.granted.business", "175"), ("3.granted.research", "4")],
            "T3-SUM",
            &[
                "3.granted.natural 0→175 这一行的数可能错了一列：应为 175，填成了 0",
                "3.granted.business 175→4 这一行的数可能错了一列：应为 4，填成了 175",
                "3.granted.research 4→0 这一行的数可能错了一列：应为 0，填成了 4",
            ],
        ),
    ];
    for (cells, rule, expected) in cases {
        assert_eq!(first_repair(&answered_but(cells), rule), expected, "{cells:?}");
    }
}

#[test]
fn the_reason_is_said_in_english_too() {
    let report = answered_but(&[("3.total.total", "253")]);
    let findings = findings(&report, &Evidence::default(), Language::English);
    let row = findings.iter().find(|finding| finding.rule == "T3-ROW");
    let why = row.and_then(|finding| finding.repairs.first()?.first()?.why.clone());
    assert_eq!(why.as_deref(), Some("235 may have been written as 253 (neighbouring digits changed places)"));
}

#[test]
fn a_group_left_out_of_a_total_is_named() {
    let mut report = answered_but(&[
        ("3.refused.1.natural", "5"),
        ("3.refused.1.total", "5"),
        ("3.refused.6.natural", "4"),
        ("3.refused.6.total", "4"),
        ("3.total.total", "244"),
        ("3.carried_out.natural", "3"),
        ("3.carried_out.total", "3"),
    ]);
    write(&mut report, "3.total.natural", "231");
    assert_eq!(
        first_repair(&report, "T3-SUM"),
        ["3.total.natural 231→240 合计可能漏加了“（三）不予公开”：应为 240，填成了 231"]
    );
}

/// The number forgotten in a total of table 四 could be due to any of its cells: the slip decides,
/// and what it can't decide is said to be a tie.
#[test]
fn ties_are_shown_as_ties() {
    let forgotten = zeros_but(&[("4.review.upheld", "10"), ("4.review.corrected", "1")]);
    assert_eq!(first_repair(&forgotten, "T4-SUM"), ["4.review.total 0→11 可能漏填：应为 11，填成了 0"]);
    assert_eq!(finding(&forgotten, "T4-SUM").tied, None);

    let open = zeros_but(&[("4.review.upheld", "3"), ("4.review.corrected", "3"), ("4.review.total", "7")]);
    let tie = finding(&open, "T4-SUM");
    let cells: Vec<&str> = tie.repairs.iter().map(|set| set[0].cell.as_str()).collect();
    assert_eq!(tie.tied, Some(5));
    assert_eq!(cells.len(), 5);
    assert_eq!(tie.repair_note.as_deref(), Some("有 5 种改法同样可能，仅凭表内数字无法区分，请核对原始登记。"));
}

#[test]
fn what_the_narrative_and_last_year_say_breaks_a_tie() {
    let open = zeros_but(&[("4.review.upheld", "3"), ("4.review.corrected", "3"), ("4.review.total", "7")]);
    let form = Form::of_2021();
    let corrected = form.cell("4.review.corrected").expect("a cell");
    let claims = [(corrected, 4), (form.cell("4.review.total").expect("a cell"), 7)];
    let findings_with = |claims: &[(CellId, i64)]| finding_with(&open, &Evidence { claims, previous: None }, "T4-SUM");
    let finding = findings_with(&claims);
    assert_eq!(finding.repairs[0][0].cell, "4.review.corrected");
    assert!(finding.repairs[0][0].why.as_ref().is_some_and(|why| why.ends_with("；正文写的也是 4")));
    assert_eq!(finding.tied, None);
    assert_eq!(findings_with(&[claims[1], claims[0]]), finding, "the order of claims changes nothing");

    let previous = answered_but(&[("3.carried_out.natural", "5"), ("3.carried_out.total", "5")]);
    let report = answered_but(&[("3.carried_in.natural", "5"), ("3.carried_in.total", "5")]);
    let evidence = Evidence { claims: &[], previous: Some(&previous) };
    let with_last_year = finding_with(&report, &evidence, "T3-ID");
    // Both cells of 上年结转 say what last year carried out: something else must be wrong.
    assert!(with_last_year.repairs[0].iter().all(|change| !change.cell.starts_with("3.carried_in")));
}

#[test]
fn last_years_number_left_standing_is_told() {
    let previous = answered_but(&[("3.received.total", "198")]);
    let report = answered_but(&[("3.received.total", "198")]);
    let evidence = Evidence { claims: &[], previous: Some(&previous) };
    let finding = finding_with(&report, &evidence, "T3-ROW");
    assert_eq!(finding.repairs[0][0].why.as_deref(), Some("可能沿用了上年的 198，应为 244"));
}

#[test]
fn what_a_blank_must_hold_is_offered() {
    let total = answered_but(&[("3.granted.total", "")]);
    assert_eq!(first_repair(&total, "T3-ROW"), ["3.granted.total →179 空白处按各式推算应为 179"]);
    let stroke = answered_but(&[("3.granted.total", "/"), ("3.partial.natural", "")]);
    assert_eq!(
        first_repair(&stroke, "T3-ROW"),
        ["3.granted.total /→179 空白处按各式推算应为 179", "3.partial.natural →37 空白处按各式推算应为 37"]
    );
    // A blank does not hide a wrong number elsewhere in its row.
    let both = answered_but(&[("3.granted.other", ""), ("3.granted.natural", "157")]);
    assert_eq!(first_repair(&both, "T3-SUM"), ["3.granted.natural 157→175 可能把 175 误录为 157（相邻数字颠倒）"]);
}

#[test]
fn blanks_that_leave_it_open_are_left_open() {
    let applicants = ["natural", "business", "research", "social", "legal", "other"];
    let mut report = answered_but(&[]);
    for row in ["granted", "partial"] {
        applicants.iter().for_each(|applicant| write(&mut report, &format!("3.{row}.{applicant}"), ""));
    }
    let finding = finding(&report, "T3-SUM");
    assert!(finding.repairs.is_empty());
    assert_eq!(finding.repair_note.as_deref(), Some("空白的格子较多，无法唯一推出应填的数，请先补齐空白。"));
}

#[test]
fn doubtful_cells_are_never_repaired() {
    let mut report = answered_but(&[("3.unable.1.natural", "91"), ("3.granted.total", "197")]);
    let row = Form::of_2021().row("3.unable.1").expect("a row");
    row.cells().for_each(|cell| report.cells[cell.index()].doubt = Some(Doubt::Shifted));
    let findings = findings(&report, &Evidence::default(), Language::Chinese);
    let changed: Vec<&str> = findings.iter().flat_map(|f| f.repairs.iter().flatten()).map(|c| &*c.cell).collect();
    assert_eq!(changed.first(), Some(&"3.granted.total"));
    assert!(changed.iter().all(|cell| !cell.starts_with("3.unable.1")), "{changed:?}");
}

#[test]
fn too_many_contradictions_name_no_culprit() {
    let random = FAMILIES.last().expect("families").report(&mut Rng::with_seed(1));
    let finding = finding(&random, "T3-ROW");
    assert!(finding.repairs.is_empty());
    assert_eq!(
        finding.repair_note.as_deref(),
        Some("矛盾太多，改动 6 个数以内无法全部消除，不能指出是哪几个数填错，请逐项核对原始登记。")
    );
}

/// A column shifted by a row changes more cells than the search goes through: it is found all the same.
#[test]
fn a_shifted_column_is_one_slip() {
    let form = Form::of_2021();
    let mut report = zeros_but(&[]);
    let results: Vec<&str> = form
        .rows
        .iter()
        .filter(|row| row.table == 3 && row.labels.len() > 1 && row.address != "3.total")
        .map(|row| row.address.as_str())
        .collect();
    let mut total = 0;
    for (number, row) in (11..).zip(&results[..12]) {
        write(&mut report, &format!("{row}.total"), &number.to_string());
        write(&mut report, &format!("{}.natural", results[number - 10]), &number.to_string());
        total += number;
    }
    for cell in ["received.natural", "received.total", "total.natural", "total.total"] {
        write(&mut report, &format!("3.{cell}"), &total.to_string());
    }
    let repair = first_repair(&report, "T3-ROW");
    assert_eq!(repair.len(), 13);
    assert_eq!(repair[0], "3.granted.natural 0→11 这一列的数可能错了一行：应为 11，填成了 0");
}

/// A repair mends everything at once, and each finding begins with what it is itself about.
#[test]
fn a_finding_tells_its_own_change_first() {
    let report = answered_but(&[("3.granted.natural", "157"), ("3.unable.1.total", "91")]);
    let own = |finding: &Finding| (finding.cells[0].clone(), finding.repairs[0][0].cell.clone());
    let findings = findings(&report, &Evidence::default(), Language::Chinese);
    let rows: Vec<_> = findings.iter().filter(|finding| finding.rule == "T3-ROW").map(own).collect();
    let expected = [("3.granted.total", "3.granted.natural"), ("3.unable.1.total", "3.unable.1.total")];
    assert_eq!(rows, expected.map(|(total, change)| (total.to_owned(), change.to_owned())));
    assert!(findings.iter().filter(|finding| finding.rule == "T3-ROW").all(|finding| finding.repairs[0].len() == 2));
}

/// One row where the form has three counts in the sums, and the three are not there.
#[test]
fn an_outdated_row_is_counted() {
    let mut report = answered_but(&[("3.partial.natural", "30"), ("3.partial.total", "30")]);
    report.outdated_rows = true;
    for row in ["3.other.1", "3.other.2", "3.other.3"] {
        let row = Form::of_2021().row(row).expect(row);
        row.cells().for_each(|id| report.cells[id.index()] = Cell { doubt: Some(Doubt::OneRow), ..Cell::default() });
    }
    for id in Form::of_2021().row("3.other").expect("an outdated row").cells() {
        let address = &Form::of_2021().spec(id).address;
        let counted = address.ends_with("natural") || address.ends_with("total");
        write(&mut report, address, if counted { "7" } else { "0" });
    }
    assert!(findings(&report, &Evidence::default(), Language::Chinese).iter().all(|found| found.repairs.is_empty()));
    write(&mut report, "3.partial.natural", "3");
    assert_eq!(first_repair(&report, "T3-ROW"), ["3.partial.natural 3→30 可能把 30 误录为 3（漏了一个 0）"]);
}

/// Applying any repair that is offered removes the findings that offer it and adds no error.
#[test]
fn a_repair_applied_removes_its_findings_and_adds_no_error() {
    let mut random = Rng::with_seed(11);
    let mut applied = 0;
    for round in 0..240 {
        let report = match round % 3 {
            0 => FAMILIES[random.usize(..6)].report(&mut random),
            _ => {
                let form = Form::all()[round % 2];
                let mut report = report(form, &consistent(form, &mut random));
                let cell = random.usize(10..form.official_cells);
                report.cells[cell].value = Some(random.i64(0..90).into());
                report
            }
        };
        let before = findings(&report, &Evidence::default(), Language::Chinese);
        for finding in before.iter().filter(|finding| finding.severity == Severity::Error) {
            for set in &finding.repairs {
                let mut repaired = report.clone();
                set.iter().for_each(|change| write(&mut repaired, &change.cell, &change.to));
                let after = findings(&repaired, &Evidence::default(), Language::Chinese);
                for left in after.iter().filter(|left| left.severity == Severity::Error) {
                    let same = |other: &&Finding| (&other.rule, &other.cells) == (&left.rule, &left.cells);
                    assert!(before.iter().any(|other| same(&other)), "a new error: {left:?}");
                    assert!(!left.repairs.contains(set), "{left:?} is left");
                }
                applied += 1;
            }
        }
    }
    assert!(applied > 1000);
}
