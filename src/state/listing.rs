//! The findings as the list shows them: grouped by what the person must do, many of one kind folded.

use nianbao::finding::{Finding, Severity};

use super::key::{FindingKey, FindingName};
use super::reading::{Chosen, Reading, SEVERITIES};

/// More findings of one kind than this are folded into one line.
pub const FOLD_FROM: usize = 4;

/// A finding's place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its place in the result's list.
    pub finding: usize,
    /// The number it carries in the list and, in print, at its cells; from 1.
    pub number: usize,
}

/// Findings of one rule and severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The rule's id.
    pub rule: String,
    /// The findings.
    pub items: Vec<Item>,
    /// Whether they fold into one line.
    pub folds: bool,
    /// Whether they are shown: always, unless folded.
    pub open: bool,
}

/// Findings of one severity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The severity.
    pub severity: Severity,
    /// How many findings stand in it.
    pub count: usize,
    /// The kinds, in the order of their first findings.
    pub kinds: Vec<Kind>,
}

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The groups that are not empty and not filtered away, most severe first.
    pub groups: Vec<Group>,
    /// Findings put aside, by their place in the result's list.
    pub aside: Vec<usize>,
    /// How many findings there are of each severity, put-aside ones not counted, hidden ones counted.
    pub counts: [usize; 3],
}

impl Listing {
    /// The list of these findings, as a person wants to read it.
    pub fn of(findings: &[Finding], reading: &Reading) -> Listing {
        let is_aside = |finding: &Finding| reading.aside.contains(&FindingKey::of(finding));
        let aside = (0..findings.len()).filter(|&index| is_aside(&findings[index])).collect();
        let mut listing = Listing { aside, ..Listing::default() };
        let chosen = match &reading.chosen {
            Some(Chosen::Finding(name)) => name.find(findings),
            _ => None,
        };
        let mut number = 0;
        for (severity, count) in SEVERITIES.into_iter().zip(&mut listing.counts) {
            let mut kinds: Vec<Kind> = Vec::new();
            for (index, finding) in findings.iter().enumerate() {
                if finding.severity != severity || is_aside(finding) {
                    continue;
                }
                *count += 1;
                let kind = kinds.iter_mut().find(|kind| kind.rule == finding.rule);
                let item = Item { finding: index, number: 0 };
                match kind {
                    Some(kind) => kind.items.push(item),
                    None => {
                        kinds.push(Kind { rule: finding.rule.clone(), items: vec![item], folds: false, open: true });
                    }
                }
            }
            if reading.hidden.contains(&severity) || kinds.is_empty() {
                continue;
            }
            for kind in &mut kinds {
                for item in &mut kind.items {
                    number += 1;
                    item.number = number;
                }
                kind.folds = kind.items.len() >= FOLD_FROM;
                kind.open = !kind.folds
                    || reading.opened.contains(&(severity, kind.rule.clone()))
                    || kind.items.iter().any(|item| Some(item.finding) == chosen);
            }
            listing.groups.push(Group { severity, count: *count, kinds });
        }
        listing
    }

    /// Every finding that is not filtered away, folded ones included, in the list's order.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        self.groups.iter().flat_map(|group| &group.kinds).flat_map(|kind| kind.items.iter().copied())
    }

    /// The findings that stand open in the list, in order: where the arrow keys go.
    pub fn open_items(&self) -> impl Iterator<Item = Item> + '_ {
        let kinds = self.groups.iter().flat_map(|group| &group.kinds).filter(|kind| kind.open);
        kinds.flat_map(|kind| kind.items.iter().copied())
    }
}

/// The findings that a choice concerns, by their place in the result's list: the chosen one, or
/// those that name the chosen cell.
pub fn concerned(findings: &[Finding], chosen: Option<&Chosen>) -> Vec<usize> {
    match chosen {
        None => Vec::new(),
        Some(Chosen::Finding(name)) => name.find(findings).into_iter().collect(),
        Some(Chosen::Cell(cell)) => {
            let names =
                |&index: &usize| findings[index].cells.iter().chain(&findings[index].missing).any(|c| c == cell);
            let mut found: Vec<usize> = (0..findings.len()).filter(names).collect();
            // Those that speak of this very cell come before those in which it is one addend of many.
            found.sort_by_key(|&index| findings[index].cells.first() != Some(cell));
            found
        }
    }
}

/// The choice of the finding at `index`.
pub fn choice(findings: &[Finding], index: usize) -> Option<Chosen> {
    FindingName::of(findings, index).map(Chosen::Finding)
}

#[cfg(test)]
mod tests {
    use super::super::key::tests::finding;
    use super::*;

    fn findings() -> Vec<Finding> {
        let mut list: Vec<Finding> = ["3.granted.total", "3.partial.total"]
            .map(|cell| finding("T3-ROW", Severity::Error, &[cell, "3.granted.natural"], &[]))
            .into();
        list.extend(
            ["2.rules.made", "2.rules.repealed", "2.rules.in_force", "2.normative.made"]
                .map(|cell| finding("V-BLANK", Severity::Warning, &[cell], &[])),
        );
        list.push(finding("S1-LEN", Severity::Hint, &[], &[(0, "一")]));
        list
    }

    #[test]
    fn many_of_one_kind_fold() {
        let listing = Listing::of(&findings(), &Reading::default());
        assert_eq!(listing.counts, [2, 4, 1]);
        let folded: Vec<(bool, bool)> =
            listing.groups.iter().flat_map(|g| &g.kinds).map(|k| (k.folds, k.open)).collect();
        assert_eq!(folded, [(false, true), (true, false), (false, true)]);
        assert_eq!(listing.open_items().map(|item| item.number).collect::<Vec<_>>(), [1, 2, 7]);
    }

    #[test]
    fn a_chosen_finding_opens_its_fold() {
        let findings = findings();
        let reading = Reading { chosen: choice(&findings, 4), ..Reading::default() };
        assert!(Listing::of(&findings, &reading).groups[1].kinds[0].open);
    }

    #[test]
    fn what_is_put_aside_or_hidden_leaves_the_list() {
        let findings = findings();
        let mut reading = Reading::default();
        reading.aside.insert(FindingKey::of(&findings[0]));
        reading.toggle_severity(Severity::Warning);
        let listing = Listing::of(&findings, &reading);
        assert_eq!(listing.aside, [0]);
        assert_eq!(listing.counts, [1, 4, 1]);
        let shown: Vec<(usize, usize)> = listing.items().map(|item| (item.finding, item.number)).collect();
        assert_eq!(shown, [(1, 1), (6, 2)]);
    }

    #[test]
    fn a_cell_s_own_findings_come_first() {
        let mut findings = findings();
        findings.push(finding("T3-SUM", Severity::Error, &["3.granted.natural"], &[]));
        let chosen = Chosen::Cell("3.granted.natural".to_owned());
        assert_eq!(concerned(&findings, Some(&chosen)), [7, 0, 1]);
    }
}
