//! What the page knows and how it changes. No browser here: the components send [`Action`]s and
//! show the [`State`] that comes of them.

mod action;
mod doubts;
mod edits;
mod entry;
mod history;
mod key;
mod labels;
mod last_year;
mod listing;
mod marks;
mod naming;
mod order;
mod panel;
mod reading;
mod segments;
mod source;
mod sums;
mod table;
mod verdict;
mod work;

use std::collections::BTreeSet;
use std::rc::Rc;

use doors::Input;
use nianbao::language::Language;
use nianbao::outcome::Checked;

pub use action::Action;
pub use doubts::{Doubt, doubts};
pub use edits::Edit;
pub use entry::{Answer, Arrival, Asked, Entry, EntryId};
pub use key::FindingKey;
pub use labels::{PrintedLabel, placed};
pub use last_year::{LastYear, Unusable, alike};
pub use listing::{Group, Item, Kind, Listing, choice};
pub use marks::{Marks, Text};
pub use naming::{change_name, place, without_place};
pub use order::Order;
pub use panel::{Panel, RuleSettings};
pub use reading::{Chosen, Pane, Reading, SEVERITIES};
pub use segments::{Mark, Segment, change_end, cut, paragraphs};
pub use source::Locator;
pub use sums::{Comes, Sum, Term, form_of, sums_of_cell, sums_of_finding, uses_outdated_rows};
pub use table::{Direction, Printed, Table, label_id};
pub use verdict::{count_in_words, coverage, name, sentence};
pub use work::{Stop, Taking, Work};

/// Why nothing was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The clipboard holds no text.
    NothingPasted,
    /// The clipboard holds a picture and no text.
    PicturePasted,
    /// Somebody stopped so many files from being taken in.
    NotTaken(usize),
}

/// What the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The language of the page and of messages.
    pub language: Language,
    /// What was typed into the first place and not yet checked.
    pub draft: String,
    /// The reports, as they came.
    pub entries: Vec<Rc<Entry>>,
    /// The report that is open; none where several stand in a table.
    pub open: Option<EntryId>,
    /// The report that has been waited for long enough to say so.
    pub awaited: Option<EntryId>,
    /// Why nothing was added just now.
    pub notice: Option<Notice>,
    /// In which order the table of reports stands.
    pub order: Order,
    /// Whether "begin anew" waits for a yes.
    pub asking: bool,
    /// Files that are being taken in.
    pub taking: Option<Taking>,
    /// Whether reports are checked on the page's own thread, which stands still meanwhile.
    pub unaided: bool,
    /// What is read instead of the reports, for a while.
    pub panel: Option<Panel>,
    /// Which rules count, and for how much.
    pub settings: RuleSettings,
    /// Whether the report is only to be looked at.
    pub locked: bool,
    /// What was put away by beginning anew.
    pub put_away: Option<Rc<State>>,
    last_id: u32,
}

impl State {
    /// An empty page with these settings of the rules.
    pub fn with_settings(settings: RuleSettings) -> State {
        State { settings, ..State::default() }
    }

    /// The report that is open.
    pub fn opened(&self) -> Option<&Rc<Entry>> {
        let id = self.open?;
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Whether something was typed that would be lost with the page.
    pub fn has_typed(&self) -> bool {
        !self.draft.trim().is_empty() || self.entries.iter().any(|entry| entry.edited)
    }

    /// What is to be asked about a report now.
    pub fn wanted(&self, entry: &Entry) -> Asked {
        let previous = self.previous(entry).map(|previous| (previous.id, previous.version));
        Asked { version: entry.version, language: self.language, previous, settings: self.settings.changes }
    }

    /// The first report whose answer is not to its present version, the open one before others.
    /// `asked` tells what is already being asked.
    pub fn unanswered(&self, asked: impl Fn(EntryId) -> Option<Asked>) -> Option<&Rc<Entry>> {
        let open = self.opened().into_iter();
        open.chain(&self.entries).find(|entry| self.is_due(entry) && asked(entry.id) != Some(self.wanted(entry)))
    }

    /// What comes of an action.
    pub fn after(&self, action: Action) -> State {
        let mut state = self.clone();
        state.take(action);
        state
    }

    fn take(&mut self, action: Action) {
        match action {
            // The words that are being checked still stand in the field.
            Action::Draft(_) | Action::CheckDraft if self.coming().is_some() => {}
            Action::Draft(draft) => {
                self.draft = draft;
                self.notice = None;
            }
            Action::CheckDraft => {
                let draft = std::mem::take(&mut self.draft);
                self.add(vec![Input::Text(draft).into()]);
            }
            Action::Add(arrivals) => self.add(arrivals),
            Action::AddPrevious(arrivals) => self.add_previous(arrivals),
            Action::Remove(id) => self.remove(id),
            Action::Taking(taking) => self.taking = Some(taking),
            Action::Notice(notice) => {
                self.taking = None;
                self.notice = Some(notice);
            }
            Action::Noticed => self.notice = None,
            Action::Stop => self.stop(),
            Action::GoOn => self.go_on(),
            Action::LetGo => self.let_go(),
            Action::Panel(panel) => self.panel = panel,
            Action::SetRule(id, setting) => self.settings.set(&id, setting),
            Action::SetRules(settings) => self.settings.replace(settings),
            Action::ResetRules => self.settings.reset(),
            Action::Awaited(id) => self.awaited = Some(id),
            Action::Unaided(unaided) => self.unaided = unaided,
            Action::Answered { id, asked, answer, text, places } => {
                let is_first = self.entries.iter().any(|entry| entry.id == id && entry.answer.is_none());
                let aside = self.aside_in_older_copies(id, &answer);
                self.change(Some(id), |entry| {
                    if entry.answer.is_none() {
                        entry.reading.aside = aside;
                    }
                    entry.answer(asked, answer, text, places);
                });
                if is_first {
                    self.tell_apart(id);
                }
            }
            Action::Sort(order) => self.order = order,
            Action::Open(id) => self.open = Some(id),
            Action::Back => {
                if self.entries.len() > 1 {
                    self.open = None;
                }
            }
            Action::AskAnew(asking) => self.asking = asking,
            Action::Anew => {
                let put_away = State { asking: false, put_away: None, ..self.clone() };
                *self = State { put_away: Some(Rc::new(put_away)), ..self.emptied() };
            }
            Action::Restore => {
                if let Some(before) = self.put_away.take() {
                    let State { language, last_id, settings, locked, .. } = self.emptied();
                    *self = State { language, last_id, settings, locked, ..(*before).clone() };
                }
            }
            Action::Clear => *self = self.emptied(),
            Action::Lock(locked) => self.locked = locked,
            Action::Speak(language) => self.language = language,
            action => self.change(self.open, |entry| take_in(entry, action)),
        }
    }

    /// The page without anything that came in.
    fn emptied(&self) -> State {
        State {
            language: self.language,
            unaided: self.unaided,
            settings: self.settings.clone(),
            locked: self.locked,
            last_id: self.last_id,
            ..State::default()
        }
    }

    fn add(&mut self, arrivals: Vec<Arrival>) {
        let several = arrivals.len() > 1;
        let first_new = self.last_id + 1;
        for arrival in arrivals {
            self.last_id += 1;
            let entry = Entry { beside: self.open, ..Entry::new(EntryId(self.last_id), arrival) };
            self.entries.push(Rc::new(entry));
        }
        self.taking = None;
        self.notice = None;
        self.panel = None;
        self.asking = false;
        self.put_away = None;
        if self.last_id >= first_new {
            self.open = (!several).then_some(EntryId(first_new));
        }
    }

    /// What was put aside in other copies of the same report: who mends a report in an office
    /// program and pastes it again need not put the same things aside again.
    fn aside_in_older_copies(&self, id: EntryId, answer: &Answer) -> BTreeSet<FindingKey> {
        let Answer::Checked(checked) = answer else { return BTreeSet::new() };
        let is_copy = |entry: &&Rc<Entry>| {
            let same = |other: &Rc<Checked>| {
                other.agency.is_some() && other.agency == checked.agency && other.year == checked.year
            };
            entry.id != id && entry.checked().is_some_and(same)
        };
        let copies = self.entries.iter().filter(is_copy);
        copies.flat_map(|entry| entry.reading.aside.iter().cloned()).collect()
    }

    fn change(&mut self, id: Option<EntryId>, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| Some(entry.id) == id) {
            change(Rc::make_mut(entry));
        }
    }
}

/// What comes of an action on one report.
fn take_in(entry: &mut Entry, action: Action) {
    let reading = &mut entry.reading;
    match action {
        Action::Edit(text) => entry.edit(&text, true),
        Action::Repair(changes) => {
            let changed = entry.text.as_deref().zip(entry.in_text().cloned());
            if let Some(text) = changed.and_then(|(text, checked)| Locator::new(text).change(&checked, &changes)) {
                entry.edit(&text, false);
            }
        }
        Action::Undo => entry.undo(),
        Action::Redo => entry.redo(),
        Action::Choose(chosen) => {
            reading.chosen = chosen;
            reading.rule = None;
            reading.comparing = false;
        }
        Action::ToggleSeverity(severity) => reading.toggle_severity(severity),
        Action::ToggleFold(severity, rule) => reading.toggle_fold(severity, &rule),
        Action::PutAside(key) => {
            reading.chosen = None;
            reading.aside.insert(key);
        }
        Action::BringBack(key) => {
            reading.aside.remove(&key);
        }
        Action::Show(pane) => {
            reading.pane = pane;
            reading.rule = None;
            reading.comparing = false;
        }
        Action::Rule(rule) => reading.rule = rule,
        Action::Compare(comparing) => reading.comparing = comparing,
        // The others concern the page and were taken before.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Arrival {
        Input::Text(text.to_owned()).into()
    }

    const ASKED: Asked = Asked { version: 0, language: Language::Chinese, previous: None, settings: 0 };

    #[test]
    fn one_report_opens_and_several_stand_in_a_table() {
        let one = State::default().after(Action::Add(vec![text("甲")]));
        assert_eq!(one.opened().map(|entry| entry.text.as_deref()), Some(Some("甲")));
        let many = one.after(Action::Add(vec![text("乙"), text("丙")]));
        assert_eq!((many.entries.len(), many.open), (3, None));
        let opened = many.after(Action::Open(many.entries[1].id));
        assert_eq!(opened.opened().map(|entry| entry.text.as_deref()), Some(Some("乙")));
        assert_eq!(opened.after(Action::Back).open, None);
        assert_eq!(one.after(Action::Back).open, one.open, "there is no table of one report");
    }

    #[test]
    fn what_was_typed_comes_back_after_beginning_anew() {
        let state = State::default().after(Action::Add(vec![text("甲")])).after(Action::Edit("甲乙".to_owned()));
        let anew = state.after(Action::AskAnew(true)).after(Action::Anew);
        assert!(anew.entries.is_empty() && !anew.asking);
        let restored = anew.after(Action::Restore);
        assert_eq!(restored.opened().and_then(|entry| entry.text.as_deref()), Some("甲乙"));
        assert!(restored.opened().is_some_and(|entry| entry.history.can_undo()));
    }

    #[test]
    fn the_open_report_is_asked_first_and_only_once() {
        let state = State::default().after(Action::Add(vec![text("甲"), text("乙")]));
        let second = state.entries[1].id;
        let opened = state.after(Action::Open(second));
        assert_eq!(opened.unanswered(|_| None).map(|entry| entry.id), Some(second));
        let asked = |id| (id == second).then_some(ASKED);
        assert_eq!(opened.unanswered(asked).map(|entry| entry.id), Some(state.entries[0].id));
        let english = opened.after(Action::Speak(Language::English));
        assert_eq!(english.unanswered(asked).map(|entry| entry.id), Some(second));
    }

    #[test]
    fn what_was_put_aside_stays_aside_in_a_newer_copy() {
        let finding = key::tests::finding("V-DASH", nianbao::finding::Severity::Warning, &["2.rules.made"], &[]);
        let key = FindingKey::of(&finding);
        let answer = |agency: &str| {
            let agency = Some(agency.to_owned());
            Answer::Checked(Rc::new(Checked { agency, findings: vec![finding.clone()], ..sums::tests::report(&[]) }))
        };
        let answered = |state: &State, agency: &str| {
            let id = state.opened().map(|entry| entry.id).expect("a report is open");
            state.after(Action::Answered { id, asked: ASKED, answer: answer(agency), text: None, places: None })
        };
        let state = answered(&State::default().after(Action::Add(vec![text("甲")])), "甲局");
        let state = state.after(Action::PutAside(key.clone()));
        let same = answered(&state.after(Action::Add(vec![text("甲二")])), "甲局");
        assert!(same.opened().is_some_and(|entry| entry.reading.aside.contains(&key)));
        let other = answered(&state.after(Action::Add(vec![text("乙")])), "乙局");
        assert!(other.opened().is_some_and(|entry| entry.reading.aside.is_empty()));
    }

    #[test]
    fn a_draft_becomes_a_report() {
        let state = State::default().after(Action::Draft("甲".to_owned())).after(Action::CheckDraft);
        assert_eq!((state.draft.as_str(), state.entries.len()), ("", 1));
    }
}
