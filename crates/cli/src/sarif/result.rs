//! Findings as results.

use std::collections::{BTreeMap, HashMap};

use nianbao::document::Place;
use nianbao::finding::{Change, Finding, Span};
use nianbao::form::Form;
use nianbao::language::Language;
use nianbao::outcome::Checked;
use nianbao::{rules, say};
use sha2::{Digest, Sha256};

use super::model::{
    ArtifactChange, Fix, Location, LocationProperties, LogicalLocation, Message, PhysicalLocation, Region, Replacement,
    Result, ResultProperties,
};
use super::place::{Source, artifact};
use crate::terminal::cell_name;

/// The name of the fingerprint; its version is raised when what it is made of changes.
const FINGERPRINT: &str = "nianbaoFinding/v1";

/// The findings of one report.
pub fn results(checked: &Checked, source: Option<&Source>, language: Language) -> Vec<Result> {
    let report = Report { checked, form: checked.form.as_deref().and_then(Form::by_id), source, language };
    let mut seen = HashMap::new();
    checked.findings.iter().map(|finding| report.result(finding, &mut seen)).collect()
}

/// A report whose findings are rendered.
struct Report<'a> {
    checked: &'a Checked,
    form: Option<&'static Form>,
    source: Option<&'a Source>,
    language: Language,
}

impl Report<'_> {
    fn result(&self, finding: &Finding, seen: &mut HashMap<String, usize>) -> Result {
        let cells = finding.cells.iter().map(|address| self.cell(address));
        let spans = finding.spans.iter().map(|span| self.words(span));
        let missing = finding.missing.iter().map(|what| self.missing(what));
        let mut locations: Vec<Location> = cells.chain(spans).chain(missing).collect();
        let related_locations = if locations.is_empty() { Vec::new() } else { locations.split_off(1) };
        if locations.is_empty() {
            locations.push(self.location(None, Vec::new()));
        }
        Result {
            rule_index: rules::ALL.iter().position(|rule| rule.id == finding.rule),
            rule_id: finding.rule.clone(),
            level: finding.severity.into(),
            message: Message { text: finding.message.clone() },
            locations,
            related_locations,
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint(finding, seen))]),
            fixes: finding.repairs.iter().filter_map(|changes| self.fix(changes)).collect(),
            properties: ResultProperties {
                basis: finding.basis.clone(),
                expected: finding.expected,
                actual: finding.actual,
            },
        }
    }

    fn location(&self, region: Option<Region>, logical_locations: Vec<LogicalLocation>) -> Location {
        let physical_location =
            artifact(&self.checked.file).map(|artifact_location| PhysicalLocation { artifact_location, region });
        Location { physical_location, logical_locations, ..Location::default() }
    }

    /// A place as a region, or where the source has no lines, in the location's properties.
    fn place(&self, at: Option<Place>, exact: Option<Region>, logical: LogicalLocation) -> Location {
        let message = Some(Message { text: logical.name.clone() });
        let (region, at) = match at {
            Some(Place::Text { line, column }) => {
                let begins = Region { start_line: line, start_column: column, end_line: None, end_column: None };
                (Some(exact.unwrap_or(begins)), None)
            }
            other => (exact, other),
        };
        let properties = at.map(|at| LocationProperties { at });
        Location { message, properties, ..self.location(region, vec![logical]) }
    }

    fn cell(&self, address: &str) -> Location {
        let name = cell_name(self.form, address);
        let logical = LogicalLocation { name, fully_qualified_name: address.to_owned(), kind: "cell" };
        let at = self.checked.cells.get(address).and_then(|cell| cell.at);
        self.place(at, self.region_of(address), logical)
    }

    /// The exact region of a cell's text.
    fn region_of(&self, address: &str) -> Option<Region> {
        let cell = self.checked.cells.get(address)?;
        match cell.at? {
            Place::Text { line, column } => self.source?.cell(line, column, &cell.text),
            _ => None,
        }
    }

    fn words(&self, span: &Span) -> Location {
        let section = span.section.and_then(|section| self.checked.sections.get(section));
        let (name, kind) = match (span.title, span.table, span.section) {
            (true, ..) => ("title".to_owned(), "title"),
            (_, Some(table), _) => (format!("table {table}"), "table"),
            (_, _, Some(section)) => (format!("section {section}"), "section"),
            _ => ("report".to_owned(), "report"),
        };
        let logical = LogicalLocation { name: span.text.clone(), fully_qualified_name: name, kind };
        let heading = section.and_then(|section| section.heading.as_deref());
        let text = match (span.title, span.heading) {
            (true, _) => self.checked.title.as_deref(),
            (_, true) => heading,
            _ => section.map(|section| section.text.as_str()),
        };
        let exact = match (self.source, text, span.start, span.end, span.at) {
            (Some(source), Some(text), Some(start), Some(end), _) => source.words(text, start, end),
            (Some(source), _, _, _, Some(Place::Text { line, column })) => source.cell(line, column, &span.text),
            _ => None,
        };
        self.place(span.at, exact, logical)
    }

    /// What is absent: `section 6`, `table 3`, `title`, or a cell.
    fn missing(&self, what: &str) -> Location {
        match self.form.and_then(|form| form.cell(what)) {
            Some(_) => self.cell(what),
            None => {
                let kind = what.split(' ').next().unwrap_or_default();
                let kind = ["section", "table", "title"].into_iter().find(|known| *known == kind).unwrap_or("report");
                let logical = LogicalLocation { name: what.to_owned(), fully_qualified_name: what.to_owned(), kind };
                self.place(None, None, logical)
            }
        }
    }

    /// A repair, where every cell of it has an exact place in the text.
    fn fix(&self, changes: &[Change]) -> Option<Fix> {
        let replacement = |change: &Change| {
            let deleted_region = self.region_of(&change.cell)?;
            Some(Replacement { deleted_region, inserted_content: Message { text: change.to.clone() } })
        };
        let replacements = changes.iter().map(replacement).collect::<Option<Vec<_>>>()?;
        let described: Vec<String> = changes
            .iter()
            .map(|change| {
                let why = change.why.as_deref().map(|why| say!(self.language, "，{why}", " ({why})"));
                let name = cell_name(self.form, &change.cell);
                format!("{name}：{} → {}{}", change.from, change.to, why.unwrap_or_default())
            })
            .collect();
        let description = Message { text: described.join("；") };
        let artifact_location = artifact(&self.checked.file)?;
        Some(Fix { description, artifact_changes: vec![ArtifactChange { artifact_location, replacements }] })
    }
}

/// What makes a finding the same finding after an edit: its rule and what it speaks of, not where it
/// stands; and which of those that share these.
fn fingerprint(finding: &Finding, seen: &mut HashMap<String, usize>) -> String {
    let spans = finding.spans.iter().map(|span| span.text.as_str());
    let cells = finding.cells.iter().chain(&finding.missing).map(String::as_str);
    let parts: Vec<&str> = std::iter::once(finding.rule.as_str()).chain(cells).chain(spans).collect();
    let key = parts.join("\u{1f}");
    let nth = seen.entry(key.clone()).or_default();
    *nth += 1;
    let digest = Sha256::digest(format!("{key}\u{1f}{nth}").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
