//! A clean report for the rules' own tests, and short ways to change it.

use crate::document::{Document, Place};
use crate::finding::Finding;
use crate::form::Form;
use crate::language::Language;
use crate::number::read_cell;
use crate::report::{Cell, Doubt, Heading, Report, Section, Title};
use crate::rule::{Context, Rule};

const OVERVIEW: &str = "\
2024年，我局认真贯彻《中华人民共和国政府信息公开条例》，扎实做好政府信息公开工作。
（一）主动公开情况。全年通过政府网站公开信息86条。
（二）依申请公开情况。公布申请渠道和办理流程。
（三）政府信息管理情况。严格执行信息发布审核制度。
（四）政府信息公开平台建设情况。做好政府网站专栏的日常维护。
（五）监督保障情况。把政府信息公开纳入年度考核，开展业务培训一次。";

const PROBLEMS: &str = "\
一是政策解读形式还不够丰富，主动公开的深度有待提高。二是业务培训的次数偏少。
下一步，我局将丰富解读形式，加强业务培训，提高公开质量。";

/// A report for 2024 in which every cell is 0 and nothing is wrong.
pub fn clean() -> Report {
    let form = Form::of_2021();
    let texts = ["", OVERVIEW, "", "", "", PROBLEMS, "本年度未收取政府信息公开信息处理费。"];
    let heading = |index: usize| Heading {
        text: form.heading(index).unwrap_or_default(),
        section: Some(index),
        number: Some(index),
        at: None,
    };
    let sections = texts.iter().enumerate().map(|(index, text)| Section {
        heading: (index > 0).then(|| heading(index)),
        text: (*text).to_owned(),
        pieces: Vec::new(),
    });
    let mut report = Report {
        form: Some(form),
        formless: None,
        title: Some(Title {
            text: "青山县水务局2024年政府信息公开工作年度报告".to_owned(), at: None
        }),
        agency: Some("青山县水务局".to_owned()),
        year: Some(2024),
        sections: sections.collect(),
        headings: (1..=6).map(heading).collect(),
        cells: vec![Cell::default(); form.cells.len()],
        labels: Vec::new(),
        tables: [true; 3],
        outdated_rows: false,
    };
    for cell in form.cells.iter().take(form.official_cells) {
        set(&mut report, &cell.address, "0");
    }
    report
}

/// The clean report with these cells filled in.
pub fn with_cells(cells: &[(&str, &str)]) -> Report {
    let mut report = clean();
    cells.iter().for_each(|(address, text)| set(&mut report, address, text));
    report
}

/// The clean report with another text in a section.
pub fn with_text(section: usize, text: &str) -> Report {
    let mut report = clean();
    text.clone_into(&mut report.sections[section].text);
    report
}

/// Fills in a cell.
pub fn set(report: &mut Report, address: &str, text: &str) {
    let id = report.form.and_then(|form| form.cell(address)).expect(address);
    report.cells[id.index()] = Cell {
        text: text.to_owned(),
        value: read_cell(text).value,
        at: Some(Place::Text { line: 1, column: 1 }),
        doubt: None,
    };
}

/// Marks the cells of a row (`3.granted`) as doubtful.
pub fn doubt(report: &mut Report, row: &str, doubt: Doubt) {
    let row = report.form.and_then(|form| form.row(row)).expect(row);
    row.cells().for_each(|id| report.cells[id.index()].doubt = Some(doubt));
}

/// What a rule finds.
pub fn findings(rule: &Rule, report: &Report) -> Vec<Finding> {
    run(rule, report, None, Language::Chinese)
}

/// What a rule finds against the year before.
pub fn findings_after(rule: &Rule, report: &Report, previous: &Report) -> Vec<Finding> {
    run(rule, report, Some(previous), Language::Chinese)
}

fn run(rule: &Rule, report: &Report, previous: Option<&Report>, language: Language) -> Vec<Finding> {
    let document = Document::default();
    let narrative = &crate::claims::read(report);
    let form = report.form.expect("a form");
    (rule.check)(&Context { document: &document, report, form, previous, narrative, language })
}

/// The messages of what a rule finds.
pub fn messages(rule: &Rule, report: &Report) -> Vec<String> {
    messages_in(rule, report, Language::Chinese)
}

/// The messages of what a rule finds, in a language.
pub fn messages_in(rule: &Rule, report: &Report, language: Language) -> Vec<String> {
    run(rule, report, None, language).into_iter().map(|finding| finding.message).collect()
}

#[test]
fn a_clean_report_is_clean() {
    for rule in super::ALL {
        assert_eq!(messages(rule, &clean()), [""; 0], "{}", rule.id);
    }
}
