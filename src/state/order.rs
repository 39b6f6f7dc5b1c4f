//! The order of the table of reports.

use std::cmp::Reverse;
use std::rc::Rc;

use nianbao::finding::Severity;

use super::entry::{Answer, Entry};
use super::listing::Listing;
use super::reading::SEVERITIES;

/// In which order the reports stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they came.
    #[default]
    Arrival,
    /// By agency and year, those without one last.
    Agency,
    /// Most findings of a severity first; what could not be checked before all others.
    Findings(Severity),
}

impl Order {
    /// The reports in this order. Equal ones stay as they came.
    pub fn sorted(self, entries: &[Rc<Entry>]) -> Vec<Rc<Entry>> {
        let mut sorted = entries.to_vec();
        match self {
            Order::Arrival => {}
            Order::Agency => sorted.sort_by_key(|entry| {
                let checked = entry.checked();
                let agency = checked.and_then(|checked| checked.agency.clone());
                (agency.is_none(), agency, checked.and_then(|checked| checked.year))
            }),
            Order::Findings(severity) => sorted.sort_by_key(|entry| Reverse(count(entry, severity))),
        }
        sorted
    }
}

/// How many findings of a severity a report has, put-aside ones left out.
fn count(entry: &Entry, severity: Severity) -> usize {
    match &entry.answer {
        Some(Answer::Checked(checked)) if checked.form.is_some() => {
            let counts = Listing::of(&checked.findings, &entry.reading).counts;
            SEVERITIES.iter().position(|&other| other == severity).and_then(|at| counts.get(at)).copied().unwrap_or(0)
        }
        Some(_) => usize::MAX,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Asked, EntryId};
    use super::super::key::tests::finding;
    use super::super::sums::tests::report;
    use super::*;
    use doors::Input;
    use nianbao::language::Language;
    use nianbao::outcome::Checked;
    use nianbao::unreadable::Reason;

    const ASKED: Asked = Asked { version: 0, language: Language::Chinese, previous: None, settings: 0 };

    fn entry(id: u32, agency: &str, errors: usize) -> Rc<Entry> {
        let findings = vec![finding("T3-ROW", Severity::Error, &["3.granted.total"], &[]); errors];
        let checked = Checked { agency: Some(agency.to_owned()), findings, ..report(&[]) };
        let mut entry = Entry::new(EntryId(id), Input::Text(String::new()));
        entry.answer(ASKED, Answer::Checked(Rc::new(checked)), None, None);
        Rc::new(entry)
    }

    #[test]
    fn reports_stand_by_agency_or_by_what_is_wrong() {
        let mut broken = Entry::new(EntryId(4), Input::Text(String::new()));
        let unread = Answer::Unread(Reason::Damaged.explain(Language::Chinese));
        broken.answer(ASKED, unread, None, None);
        let entries = [entry(1, "乙局", 1), entry(2, "丙局", 3), entry(3, "丁局", 1), Rc::new(broken)];
        let ids = |order: Order| order.sorted(&entries).iter().map(|entry| entry.id.0).collect::<Vec<_>>();
        assert_eq!(ids(Order::Arrival), [1, 2, 3, 4]);
        assert_eq!(ids(Order::Findings(Severity::Error)), [4, 2, 1, 3]);
        assert_eq!(ids(Order::Agency).last(), Some(&4));
    }
}
