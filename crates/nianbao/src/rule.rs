//! A rule: one check, one file under `rules/`, with its page and its examples.

use crate::claims::claim::Narrative;
use crate::document::Document;
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::language::{Language, Words};
use crate::report::Report;

/// One check.
pub struct Rule {
    /// Its stable id: `T3-ROW`. Ids are never used again for another rule.
    pub id: &'static str,
    /// The bad pattern in a few English words, so that "allow <name>" reads well: `row-total-differs`.
    pub name: &'static str,
    /// The bad pattern as a short title: 总计与六列之和不符.
    pub title: Words,
    /// The severity of its findings, where a finding does not say otherwise.
    pub severity: Severity,
    /// The basis: a printed label, an article, or that it is practice (实践惯例).
    pub basis: &'static str,
    /// The rule's page, Markdown with exactly the headings of [`PAGE_HEADINGS`] in this order.
    /// 反例 and 正例 hold fenced examples that are run as tests: see `crates/nianbao/tests/rules.rs`.
    pub page: &'static str,
    /// The check.
    pub check: fn(&Context) -> Vec<Finding>,
}

/// The fixed headings of a rule's page.
pub const PAGE_HEADINGS: [&str; 6] = ["查什么", "为什么", "依据", "反例", "正例", "怎么改"];

/// What a rule may look at.
pub struct Context<'a> {
    /// The document as read.
    pub document: &'a Document,
    /// The report it was laid onto.
    pub report: &'a Report,
    /// The report's form; rules are run only where there is one.
    pub form: &'static Form,
    /// Last year's report, where given.
    pub previous: Option<&'a Report>,
    /// What the report's narrative says in numbers.
    pub narrative: &'a Narrative,
    /// The language of messages.
    pub language: Language,
}

impl Rule {
    /// A finding of this rule, with its own severity and basis.
    pub fn finding(&self, message: impl Into<String>) -> Finding {
        Finding {
            rule: self.id.to_owned(),
            severity: self.severity,
            message: message.into(),
            cells: Vec::new(),
            spans: Vec::new(),
            previous: Vec::new(),
            missing: Vec::new(),
            expected: None,
            actual: None,
            basis: self.basis.to_owned(),
            repairs: Vec::new(),
            tied: None,
            repair_note: None,
        }
    }

    /// The text under one of the page's headings, trimmed.
    pub fn section(&self, heading: &str) -> Option<&'static str> {
        let marker = format!("## {heading}\n");
        let start = self.page.find(&marker)? + marker.len();
        let rest = &self.page[start..];
        let end = rest.find("\n## ").unwrap_or(rest.len());
        Some(rest[..end].trim())
    }

    /// The fenced examples under 反例 (bad) or 正例 (good).
    pub fn examples(&self, heading: &str) -> Vec<&'static str> {
        let text = self.section(heading).unwrap_or_default();
        text.split("~~~").skip(1).step_by(2).map(str::trim).collect()
    }
}
