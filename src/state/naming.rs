//! What findings, cells and repairs are called, as short as the place allows.

use nianbao::finding::{Change, Finding};
use nianbao::form::{Form, NUMERALS};
use nianbao::language::Language;
use nianbao::outcome::Checked;
use nianbao::say;

use super::sums::form_of;

/// Where a finding is: its primary cell, its heading, its section.
pub fn place(checked: &Checked, finding: &Finding, language: Language) -> String {
    let form = form_of(checked);
    if let (Some(form), Some(cell)) = (form, finding.cells.first()) {
        let name = form.cell(cell).map_or(cell.as_str(), |cell| form.spec(cell).name.as_str());
        let (all, others) = (finding.cells.len(), finding.cells.len().saturating_sub(1));
        // The addends of a sum are not places of their own.
        if others == 0 || finding.expected.is_some() {
            return name.to_owned();
        }
        return say!(language, "{name} 等 {all} 格", "{name} and {others} more");
    }
    match finding.spans.first() {
        Some(span) if span.title => say!(language, "标题", "Title"),
        Some(span) => match (span.section, span.table) {
            (Some(0), _) => say!(language, "引言", "Introduction"),
            (Some(section), _) => heading(checked, form, section),
            (None, Some(table)) => say!(language, "表{}的标签", "Labels of table {}", numeral(table)),
            (None, None) => String::new(),
        },
        None => String::new(),
    }
}

fn heading(checked: &Checked, form: Option<&Form>, section: usize) -> String {
    let printed = checked.sections.get(section).and_then(|section| section.heading.clone());
    printed.or_else(|| form.and_then(|form| form.heading(section))).unwrap_or_default()
}

/// The numeral of a table: 三.
pub fn numeral(table: u8) -> &'static str {
    usize::from(table).checked_sub(1).and_then(|index| NUMERALS.get(index)).copied().unwrap_or_default()
}

/// A message without the place that it begins with, where the place stands above it already.
pub fn without_place(message: &str, place: &str) -> String {
    let bare = |text: &str| -> String { text.chars().filter(|character| character.is_alphanumeric()).collect() };
    match message.split_once('：').or_else(|| message.split_once(": ")) {
        // Quoted words are the report's, not a place.
        Some((before, rest)) if !before.contains(['“', '"']) && bare(place).contains(&bare(before)) => {
            capitalised(rest)
        }
        _ => message.to_owned(),
    }
}

/// A sentence beginning with a capital letter, where its script has them.
fn capitalised(sentence: &str) -> String {
    let mut characters = sentence.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// What a change is called beside a finding's primary cell: only what differs from it is said.
pub fn change_name(checked: &Checked, primary: Option<&String>, change: &Change) -> String {
    let Some((form, cell)) = form_of(checked).and_then(|form| Some((form, form.cell(&change.cell)?))) else {
        return change.cell.clone();
    };
    let primary = primary.and_then(|cell| form.cell(cell));
    let (spec, row) = (form.spec(cell), form.row_of(cell));
    let column = row.columns.get(spec.column).copied().unwrap_or_default();
    match primary.map(|primary| form.spec(primary)) {
        Some(other) if other.row == spec.row => column.to_owned(),
        Some(other) if other.table == spec.table => {
            let short = spec.name.split_once(" · ").map_or(spec.name.as_str(), |(_, rest)| rest);
            short.to_owned()
        }
        _ => spec.name.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::key::tests::finding;
    use super::super::sums::tests::report;
    use super::*;
    use nianbao::finding::Severity;

    #[test]
    fn the_place_is_not_said_twice() {
        let place = "表三 · （一）予以公开 · 总计";
        assert_eq!(without_place("（一）予以公开：六列之和为 147。", place), "六列之和为 147。");
        assert_eq!(without_place("表三：9 格空白。", place), "9 格空白。");
        assert_eq!(without_place("“总计”列：各项之和为 31。", place), "“总计”列：各项之和为 31。");
        assert_eq!(without_place("总计填报 148。", place), "总计填报 148。");
        assert_eq!(without_place("“总计: 1”是残留。", place), "“总计: 1”是残留。");
        assert_eq!(without_place("（一）予以公开: the total says 148.", place), "The total says 148.");
    }

    #[test]
    fn a_change_is_named_from_its_finding() {
        let report = report(&[]);
        let primary = "3.granted.total".to_owned();
        let name = |cell: &str| {
            let change = Change { cell: cell.into(), from: String::new(), to: String::new(), why: None };
            change_name(&report, Some(&primary), &change)
        };
        assert_eq!(name("3.granted.total"), "总计");
        assert_eq!(name("3.granted.natural"), "自然人");
        assert_eq!(name("3.partial.total"), "（二）部分公开（区分处理的，只计这一情形，不计其他情形） · 总计");
        assert_eq!(name("4.review.total"), "表四 · 行政复议 · 总计");
    }

    #[test]
    fn a_finding_of_many_cells_says_how_many() {
        let report = report(&[]);
        let blank = finding("V-BLANK", Severity::Warning, &["2.rules.made", "2.rules.repealed"], &[]);
        assert_eq!(place(&report, &blank, Language::Chinese), "表二 · 规章 · 本年制发件数 等 2 格");
        let mut sum = blank.clone();
        sum.expected = Some(3.into());
        assert_eq!(place(&report, &sum, Language::Chinese), "表二 · 规章 · 本年制发件数");
    }
}
