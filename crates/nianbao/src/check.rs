//! From a Document to the result: align, run the rules, put the findings in order.

use crate::align::align;
use crate::claims::{self, claim::Narrative};
use crate::document::Document;
use crate::equation::Evaluation;
use crate::finding::Finding;
use crate::form::Form;
use crate::language::Language;
use crate::outcome::{CellOut, Checked, Counts, SCHEMA, SectionOut};
use crate::repair::{self, Evidence};
use crate::report::Report;
use crate::rule::Context;
use crate::rules;
use crate::settings::Settings;

/// How to check.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// The language of messages.
    pub language: Language,
    /// Last year's report.
    pub previous: Option<&'a Report>,
    /// Rules that are off or count for more or less.
    pub settings: Settings,
}

/// Checks a document. `file` is the name under which the result speaks of it.
pub fn check(document: &Document, file: &str, options: &Options) -> Checked {
    let report = align(document);
    let narrative = claims::read(&report);
    let mut findings = findings(document, &report, options.previous, &narrative, options.language);
    let settings = options.settings.apply(&mut findings);
    findings.sort_by_key(|finding| (finding.severity, reading_order(&report, finding)));
    let checked = state(document, file, &report, findings, options.language);
    let claims = narrative.claims.iter().filter(|claim| !claim.readings.is_empty()).count();
    let unchecked = claims::unchecked(&report, &narrative, options.language);
    Checked { settings, checked: Counts { claims, ..checked.checked }, unchecked, ..checked }
}

/// Runs every rule on an aligned report; the findings in the registry's order.
fn findings(
    document: &Document,
    report: &Report,
    previous: Option<&Report>,
    narrative: &Narrative,
    language: Language,
) -> Vec<Finding> {
    let Some(form) = report.form else {
        return vec![rules::formless(report, language)];
    };
    let context = Context { document, report, form, previous, narrative, language };
    let mut findings: Vec<Finding> = rules::ALL.iter().flat_map(|rule| (rule.check)(&context)).collect();
    let stated = narrative.stated_cells();
    repair::attach(report, &Evidence { claims: &stated, previous }, language, &mut findings);
    cite_the_form_due(report, &mut findings);
    findings
}

/// Rules cite the newest form. What they say of the sections and tables of an older report stands in
/// the form that was due for its year, and that is cited.
fn cite_the_form_due(report: &Report, findings: &mut [Finding]) {
    let [newest, ..] = Form::all();
    let Some(due) = report.year.and_then(Form::for_year).filter(|due| due.id != newest.id) else { return };
    let [newest, due] = [newest, due].map(|form| format!("{}的", form.basis));
    for finding in findings {
        finding.basis = finding.basis.replace(&newest, &due);
    }
}

/// Where a finding stands in the report: by section, then by text offset or cell. Sorting is
/// stable, so findings of one place keep the registry's order.
fn reading_order(report: &Report, finding: &Finding) -> (usize, usize, usize) {
    let cell = finding.cells.first().and_then(|address| report.form?.cell(address));
    if let (Some(form), Some(id)) = (report.form, cell) {
        // Tables 二, 三, 四 stand in sections 2, 3, 4, after the section's text.
        return (usize::from(form.spec(id).table), 1, id.index());
    }
    match finding.spans.first() {
        Some(span) if span.title => (0, 0, 0),
        Some(span) => match (span.section, span.table) {
            (Some(section), _) => (section, 0, if span.heading { 0 } else { 1 + span.start.unwrap_or(0) }),
            (None, Some(table)) => (usize::from(table), 1, 0),
            (None, None) => (0, 0, 1),
        },
        None => finding.missing.first().map_or((usize::MAX, 0, 0), |what| missing_order(report, what)),
    }
}

/// Where something absent would stand: `section 6`, `table 3`, `title`, or a cell.
fn missing_order(report: &Report, what: &str) -> (usize, usize, usize) {
    if let Some(id) = report.form.and_then(|form| form.cell(what)) {
        let table = report.form.map_or(0, |form| form.spec(id).table);
        return (usize::from(table), 1, id.index());
    }
    let number = |digits: &str| digits.parse().unwrap_or(usize::MAX);
    match what.split_once(' ') {
        Some(("section", section)) => (number(section), 0, 0),
        Some(("table", table)) => (number(table), 1, 0),
        _ => (0, 0, 0),
    }
}

/// The result as others see it.
fn state(document: &Document, file: &str, report: &Report, findings: Vec<Finding>, language: Language) -> Checked {
    let cells = report
        .form
        .into_iter()
        .flat_map(|form| report.cell_ids().map(|id| (form.spec(id).address.clone(), report.cell(id))))
        .map(|(address, cell)| {
            let doubt = cell.doubt.map(|doubt| doubt.explain(language));
            (address, CellOut { text: cell.text.clone(), value: cell.value, at: cell.at, doubt })
        })
        .collect();
    let sections = report.sections.iter().enumerate().map(|(index, section)| SectionOut {
        heading: section.heading.as_ref().map(|h| h.text.clone()).or_else(|| (index == 0).then(String::new)),
        text: section.text.clone(),
    });
    let equations = report.form.map_or(0, |form| {
        form.equations.iter().filter(|equation| Evaluation::of(report, equation).is_checkable()).count()
    });
    Checked {
        schema: SCHEMA,
        file: file.to_owned(),
        reader: document.reader.clone(),
        form: report.form.map(|form| form.id.to_owned()),
        title: report.title.as_ref().map(|title| title.text.clone()),
        agency: report.agency.clone(),
        year: report.year,
        sections: sections.collect(),
        cells,
        findings,
        settings: None,
        checked: Counts { equations, claims: 0 },
        unchecked: Vec::new(),
    }
}
