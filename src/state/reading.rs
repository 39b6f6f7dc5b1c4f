//! What a person looks at in one report, and how.

use std::collections::BTreeSet;

use nianbao::finding::Severity;

use super::key::{FindingKey, FindingName};

/// The severities, most severe first, as the page groups them.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

/// What stands beside the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The report as it will be published.
    #[default]
    Sheet,
    /// The text it was read from, to be edited.
    Source,
}

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A finding.
    Finding(FindingName),
    /// A cell, by its address.
    Cell(String),
}

/// How one report is looked at. It outlives edits and rechecks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What stands beside the findings.
    pub pane: Pane,
    /// What is chosen.
    pub chosen: Option<Chosen>,
    /// Severities that are not shown.
    pub hidden: BTreeSet<Severity>,
    /// Findings put aside.
    pub aside: BTreeSet<FindingKey>,
    /// Kinds of findings (severity and rule) whose fold was opened.
    pub opened: BTreeSet<(Severity, String)>,
    /// The rule whose page is shown, by its id.
    pub rule: Option<String>,
    /// Whether the chosen finding's words and last year's are shown side by side.
    pub comparing: bool,
}

impl Reading {
    /// Shows or hides a severity.
    pub fn toggle_severity(&mut self, severity: Severity) {
        if !self.hidden.remove(&severity) {
            self.hidden.insert(severity);
        }
    }

    /// Opens or closes a fold.
    pub fn toggle_fold(&mut self, severity: Severity, rule: &str) {
        let kind = (severity, rule.to_owned());
        if !self.opened.remove(&kind) {
            self.opened.insert(kind);
        }
    }
}
