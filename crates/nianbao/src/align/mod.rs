//! Lays a Document onto the form.
//!
//! The labels of the form are known and stand in a known order. The document becomes a sequence of
//! lines ([`lines`]); headings cut it into sections ([`outline`]); the lines of a table become
//! labels and runs of values ([`runs`]); runs are matched to rows by what stands around them and
//! by their order ([`rows`]); values are put into columns ([`columns`]), with a doubt wherever
//! more than one reading is possible; labels that deviate are noted ([`labels`]); what is no table
//! is the sections' text ([`text`]). Nothing here can fail: what is missing is a node that says so.

mod columns;
mod fold;
mod labels;
mod lines;
mod outline;
mod rows;
mod runs;
mod tables;
mod text;
mod title;

use std::ops::Range;

use crate::document::Document;
use crate::form::Form;
use crate::report::{Formless, Report, Section};
use lines::Line;
use outline::Outline;
use tables::Tables;

/// A text with fewer recognised rows than this, and without two sections, is no report.
const FEWEST_ROWS: usize = 3;

/// Lays a document onto the form. Never fails.
pub fn align(document: &Document) -> Report {
    let lines = outline::cut_headings(lines::flatten(document));
    let outline = outline::find(&lines);
    let first_section = outline.body(0).end;
    let title = title::find(&lines, first_section);
    let year = title.year.or_else(|| frequent_year(&lines));
    let form = choose_form(&lines, &outline, year);
    let tables = tables::read(form, &lines, &outline);
    let recognised = outline.found() >= 2 || tables.recognised_rows >= FEWEST_ROWS;
    let mut report = Report {
        form: recognised.then_some(form),
        formless: None,
        title: title.title,
        agency: title.agency,
        year,
        sections: vec![Section::default(); 7],
        headings: outline.headings.iter().map(|(_, heading)| heading.clone()).collect(),
        cells: Vec::new(),
        labels: Vec::new(),
        tables: [false; 3],
        outdated_rows: false,
    };
    if !recognised {
        report.formless = Some(match year {
            Some(year) if report.title.is_some() && Form::for_year(year).is_none() => Formless::BeforeForms,
            _ => Formless::NotAReport,
        });
        report.headings.clear();
        report.sections[0] = text::section(lines.iter(), text::Wrapping::of(lines.iter()));
        return report;
    }
    report.sections = sections(&lines, &outline, &tables, title.lines);
    if report.agency.is_none() {
        report.agency = signature(&report);
    }
    report.tables = tables.found;
    report.outdated_rows = tables.outdated_rows;
    report.labels = tables.labels;
    report.cells = tables.cells;
    report
}

/// The form whose own labels stand in the tables; where none does, the form for the year.
fn choose_form(lines: &[Line], outline: &Outline, year: Option<i32>) -> &'static Form {
    let region = outline.table_region(2);
    let printed: Vec<Vec<char>> =
        lines[region].iter().flat_map(|line| line.pieces.iter()).map(|piece| fold::fold(piece.text)).collect();
    let whole: Vec<char> = printed.concat();
    let [newer, older] = Form::all();
    let own_labels = |form: &Form, other: &Form| {
        let others: Vec<Vec<char>> = labels::official(other, 2).into_iter().map(|label| label.folded).collect();
        let own = labels::official(form, 2).into_iter().map(|label| label.folded);
        // A label within one of the other form's (规范性文件) tells nothing.
        own.filter(|label| !others.iter().any(|other| other.windows(label.len()).any(|part| part == label)))
            .filter(|label| whole.windows(label.len()).any(|part| part == label))
            .count()
    };
    let (new, old) = (own_labels(newer, older), own_labels(older, newer));
    match new.cmp(&old) {
        std::cmp::Ordering::Greater => newer,
        std::cmp::Ordering::Less => older,
        std::cmp::Ordering::Equal => year.and_then(Form::for_year).unwrap_or(newer),
    }
}

/// The year that a text speaks of most, the latest among equals.
fn frequent_year(lines: &[Line]) -> Option<i32> {
    let mut counts = std::collections::BTreeMap::new();
    for piece in lines.iter().flat_map(|line| &line.pieces) {
        if let Some((_, _, year)) = title::find_year(piece.text) {
            *counts.entry(year).or_insert(0) += 1;
        }
    }
    counts.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// The texts of the seven sections.
fn sections(lines: &[Line], outline: &Outline, tables: &Tables, title: Range<usize>) -> Vec<Section> {
    // A sheet holds its paragraphs in rows of one cell.
    let is_sentence = |line: &Line| line.single().is_some_and(|piece| piece.text.contains(is_han));
    let is_text =
        |line: &usize| (lines[*line].is_paragraph() || is_sentence(&lines[*line])) && !tables.is_table_line(*line);
    let wrapping = text::Wrapping::of((0..lines.len()).filter(is_text).map(|line| &lines[line]));
    (0..7)
        .map(|section| {
            let mut body = outline.body(section);
            if section == 0 {
                // What stands before the title is page furniture, but for the title's own page head.
                body = title.end.min(body.end)..body.end;
            }
            if Some(section) == (1..=6).max_by_key(|s| outline.line(*s)) {
                body.end = body.start + text::article_end(&lines[body.clone()]);
            }
            let kept = body.filter(is_text);
            let mut section_text = text::section(kept.map(|line| &lines[line]), wrapping);
            section_text.heading = outline.sections[section].map(|i| outline.headings[i].1.clone());
            section_text
        })
        .collect()
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// The agency in the signature at the end: a short line that ends like the name of one.
fn signature(report: &Report) -> Option<String> {
    let last = report.sections.iter().rev().find(|section| !section.text.is_empty())?;
    let endings =
        ["局", "委员会", "人民政府", "办公室", "办事处", "中心", "厅", "委", "处", "支队", "大队", "学校", "医院"];
    let name = last.text.lines().rev().take(3).map(str::trim);
    name.filter(|line| (4..=30).contains(&line.chars().count()) && !line.contains(['，', '。', '、', '：']))
        .find(|line| endings.iter().any(|ending| line.ends_with(ending)))
        .map(str::to_owned)
}
