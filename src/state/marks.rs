//! Which cells and which words of the report the findings mark.

use std::collections::{BTreeSet, HashMap};

use nianbao::finding::{Finding, Severity, Span};

use super::labels::PrintedLabel;
use super::listing::{Item, Listing, concerned};
use super::reading::Reading;
use super::segments::Mark;

/// A marked cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMark {
    /// The most severe of its findings.
    pub severity: Severity,
    /// Its findings, as the list shows them.
    pub items: Vec<Item>,
}

/// A text of the report in which words can be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Text {
    /// The title.
    Title,
    /// The heading of a section, 1 to 6.
    Heading(usize),
    /// The text of a section, 0 to 6.
    Section(usize),
}

/// Everything that the findings mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Marked cells, by address.
    pub cells: HashMap<String, CellMark>,
    /// Marked words.
    pub words: HashMap<Text, Vec<Mark>>,
    /// Where each finding's first marked words begin.
    pub first_words: HashMap<usize, (Text, usize)>,
    /// Labels of the tables that are marked.
    pub labels: Vec<PrintedLabel>,
    /// What is absent: `section 6`, `table 3`, `title`.
    pub missing: HashMap<String, Vec<Item>>,
    /// The severity of each finding, by its place in the result's list.
    pub severities: Vec<Severity>,
    /// The number of each finding in the list; `None` for those not shown.
    pub numbers: Vec<Option<usize>>,
    /// Cells to be ringed: those of what is chosen.
    pub ringed: BTreeSet<String>,
    /// Findings that the choice concerns, by their place in the result's list.
    pub concerned: Vec<usize>,
}

/// The cells that a finding marks as wrong. A sum that fails marks its total; its addends are only
/// ringed when the finding is chosen, or a single slip would colour the whole row.
pub fn marked_cells(finding: &Finding) -> &[String] {
    let primary = if finding.expected.is_some() { 1 } else { finding.cells.len() };
    &finding.cells[..primary.min(finding.cells.len())]
}

/// The text in which a span stands; `None` for a label of a table.
pub fn text_of(span: &Span) -> Option<Text> {
    match (span.title, span.section) {
        (true, _) => Some(Text::Title),
        (false, Some(section)) if span.heading => Some(Text::Heading(section)),
        (false, Some(section)) => Some(Text::Section(section)),
        (false, None) => None,
    }
}

impl Marks {
    /// What the listed findings mark.
    pub fn of(findings: &[Finding], listing: &Listing, reading: &Reading) -> Marks {
        let mut marks = Marks {
            severities: findings.iter().map(|finding| finding.severity).collect(),
            numbers: vec![None; findings.len()],
            concerned: concerned(findings, reading.chosen.as_ref()),
            ..Marks::default()
        };
        for item in listing.items() {
            let finding = &findings[item.finding];
            marks.numbers[item.finding] = Some(item.number);
            for cell in marked_cells(finding) {
                marks.mark_cell(cell, finding.severity, item);
            }
            for absent in &finding.missing {
                if absent.contains('.') {
                    marks.mark_cell(absent, finding.severity, item);
                } else {
                    marks.missing.entry(absent.clone()).or_default().push(item);
                }
            }
            for span in &finding.spans {
                match (text_of(span), span.start, span.end) {
                    (Some(text), Some(start), Some(end)) => {
                        marks.first_words.entry(item.finding).or_insert((text, start));
                        marks.words.entry(text).or_default().push(Mark { start, end, finding: item.finding });
                    }
                    _ => marks.labels.extend(span.table.map(|table| PrintedLabel {
                        table,
                        text: span.text.clone(),
                        item,
                    })),
                }
            }
        }
        if let Some(super::reading::Chosen::Finding(_)) = reading.chosen {
            let chosen = marks.concerned.iter().filter_map(|&index| findings.get(index));
            marks.ringed = chosen.flat_map(|finding| finding.cells.iter().chain(&finding.missing)).cloned().collect();
        }
        if let Some(super::reading::Chosen::Cell(cell)) = &reading.chosen {
            marks.ringed.insert(cell.clone());
        }
        marks
    }

    fn mark_cell(&mut self, cell: &str, severity: Severity, item: Item) {
        let mark = self.cells.entry(cell.to_owned()).or_insert(CellMark { severity, items: Vec::new() });
        mark.severity = mark.severity.min(severity);
        if !mark.items.contains(&item) {
            mark.items.push(item);
        }
    }

    /// The most severe of some findings.
    pub fn severity(&self, findings: &[usize]) -> Option<Severity> {
        findings.iter().filter_map(|&finding| self.severities.get(finding)).min().copied()
    }

    /// Whether one of some findings is what is chosen.
    pub fn is_chosen(&self, findings: &[usize]) -> bool {
        findings.iter().any(|finding| self.concerned.contains(finding))
    }
}

#[cfg(test)]
mod tests {
    use super::super::key::tests::finding;
    use super::super::listing::choice;
    use super::*;

    #[test]
    fn a_failed_sum_marks_its_total_and_rings_the_row() {
        let mut sum = finding("T3-ROW", Severity::Error, &["3.granted.total", "3.granted.natural"], &[]);
        sum.expected = Some(5.into());
        let blank = finding("V-BLANK", Severity::Warning, &["3.granted.total", "3.partial.total"], &[(2, "件")]);
        let findings = [sum, blank];
        let reading = Reading { chosen: choice(&findings, 0), ..Reading::default() };
        let marks = Marks::of(&findings, &Listing::of(&findings, &reading), &reading);
        assert!(!marks.cells.contains_key("3.granted.natural"));
        assert_eq!(marks.cells["3.granted.total"].severity, Severity::Error);
        assert_eq!(marks.cells["3.granted.total"].items.len(), 2);
        assert_eq!(marks.cells["3.partial.total"].severity, Severity::Warning);
        assert_eq!(marks.ringed.iter().collect::<Vec<_>>(), ["3.granted.natural", "3.granted.total"]);
        assert_eq!(marks.words[&Text::Section(1)], [Mark { start: 2, end: 3, finding: 1 }]);
    }

    #[test]
    fn hidden_findings_mark_nothing() {
        let findings = [finding("V-BLANK", Severity::Warning, &["3.granted.total"], &[])];
        let mut reading = Reading::default();
        reading.toggle_severity(Severity::Warning);
        let marks = Marks::of(&findings, &Listing::of(&findings, &reading), &reading);
        assert!(marks.cells.is_empty());
        assert_eq!(marks.numbers, [None]);
    }
}
