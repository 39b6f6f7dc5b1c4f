//! What the page is busy with, and what was left undone when a person stopped it.

use std::cell::Cell;
use std::rc::Rc;

use super::State;
use super::entry::{Entry, EntryId};

/// Tells whoever takes files in to stop. Clones are one.
#[derive(Clone, Debug, Default)]
pub struct Stop(Rc<Cell<bool>>);

impl Stop {
    /// From now on it is to stop.
    pub fn now(&self) {
        self.0.set(true);
    }

    /// Whether it is to stop.
    pub fn is_asked(&self) -> bool {
        self.0.get()
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Stop) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Files that are being taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Taking {
    /// How many are in memory.
    pub done: usize,
    /// How many there are.
    pub all: usize,
    /// Stops it.
    pub stop: Stop,
}

/// What the page is busy with.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Files are taken in.
    Taking(Taking),
    /// One report is read and checked.
    One(Rc<Entry>),
    /// Several reports wait, of so many that are here.
    Several {
        /// How many are done.
        done: usize,
        /// How many there are.
        all: usize,
    },
}

impl State {
    /// What the page is busy with, if with anything.
    pub fn work(&self) -> Option<Work> {
        if let Some(taking) = &self.taking {
            return Some(Work::Taking(taking.clone()));
        }
        let mut open = self.entries.iter().filter(|entry| self.is_due(entry));
        let first = open.next()?;
        match open.count() {
            0 => Some(Work::One(first.clone())),
            others => {
                let all = self.entries.iter().filter(|entry| !entry.stopped).count();
                Some(Work::Several { done: all - others - 1, all })
            }
        }
    }

    /// The first report, where it has just come in: the empty page stays until it is checked, or
    /// waited for. To say that it is being checked, for the blink that it takes, would be a flash.
    pub fn coming(&self) -> Option<EntryId> {
        let is_new = |entry: &&Rc<Entry>| entry.answer.is_none() && self.is_due(entry) && entry.refused.is_none();
        let entry = self.opened().filter(is_new)?;
        let alone = self.entries.iter().all(|other| other.id == entry.id || other.for_comparison);
        (alone && !self.unaided && self.awaited != Some(entry.id)).then_some(entry.id)
    }

    /// The reports whose check was stopped.
    pub fn left_out(&self) -> Vec<Rc<Entry>> {
        self.entries.iter().filter(|entry| entry.stopped).cloned().collect()
    }

    /// Whether a report waits for an answer.
    pub(super) fn is_due(&self, entry: &Entry) -> bool {
        !entry.stopped && entry.answered != Some(self.wanted(entry))
    }

    /// Stops what the page is busy with. Reports that have no answer yet keep what came in; who was
    /// looking at one of them is led back to where they were before it came.
    pub(super) fn stop(&mut self) {
        let due: Vec<bool> = self.entries.iter().map(|entry| self.is_due(entry)).collect();
        for (entry, due) in self.entries.iter_mut().zip(due) {
            if due {
                Rc::make_mut(entry).stopped = true;
            }
        }
        let before = self.opened().filter(|entry| entry.answer.is_none()).and_then(|entry| entry.beside);
        if before.is_some() {
            self.open = before;
        }
    }

    /// Goes on with what was stopped.
    pub(super) fn go_on(&mut self) {
        for entry in self.entries.iter_mut().filter(|entry| entry.stopped) {
            Rc::make_mut(entry).stopped = false;
        }
    }

    /// Lets go of the reports that were stopped before they were ever checked.
    pub(super) fn let_go(&mut self) {
        self.entries.retain(|entry| !(entry.stopped && entry.answer.is_none()));
        if self.opened().is_none() {
            self.open = match self.entries.as_slice() {
                [only] => Some(only.id),
                _ => None,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Action, Answer, Asked, sums};
    use super::*;
    use doors::Input;
    use nianbao::language::Language;

    const ASKED: Asked = Asked { version: 0, language: Language::Chinese, previous: None, settings: 0 };

    fn added(state: &State, texts: &[&str]) -> State {
        state.after(Action::Add(texts.iter().map(|&text| Input::Text(text.to_owned()).into()).collect()))
    }

    fn answered(state: &State, index: usize) -> State {
        let answer = Answer::Checked(Rc::new(sums::tests::report(&[])));
        let id = state.entries[index].id;
        state.after(Action::Answered { id, asked: ASKED, answer, text: None, places: None })
    }

    #[test]
    fn a_batch_counts_what_is_done() {
        let state = added(&State::default(), &["甲", "乙", "丙"]);
        assert_eq!(state.work(), Some(Work::Several { done: 0, all: 3 }));
        let state = answered(&state, 0);
        assert_eq!(state.work(), Some(Work::Several { done: 1, all: 3 }));
        let state = answered(&answered(&state, 1), 2);
        assert_eq!(state.work(), None);
    }

    #[test]
    fn only_the_first_report_comes_without_a_word_and_not_for_long() {
        let first = added(&State::default(), &["甲"]);
        let id = first.entries[0].id;
        assert_eq!(first.coming(), Some(id));
        let typed = first.after(Action::Draft("甲乙".to_owned())).after(Action::CheckDraft);
        assert_eq!(typed, first, "the field still shows what is being checked");
        assert_eq!(first.after(Action::Awaited(id)).coming(), None);
        assert_eq!(first.after(Action::Stop).coming(), None);
        assert_eq!(first.after(Action::Unaided(true)).coming(), None);
        assert_eq!(added(&first, &["乙"]).coming(), None, "another report stands there");
        let answered = answered(&first, 0);
        assert_eq!((answered.coming(), answered.after(Action::Edit("甲乙".to_owned())).coming()), (None, None));
    }

    #[test]
    fn what_is_stopped_waits_until_it_is_asked_for_again() {
        let state = answered(&added(&State::default(), &["甲", "乙", "丙"]), 0).after(Action::Stop);
        assert_eq!((state.work(), state.left_out().len()), (None, 2));
        assert!(state.unanswered(|_| None).is_none());
        assert!(state.entries[1].text.is_some(), "what came in is still here");
        let on = state.after(Action::GoOn);
        assert_eq!(on.work(), Some(Work::Several { done: 1, all: 3 }));
        let less = state.after(Action::LetGo);
        assert_eq!((less.entries.len(), less.open), (1, Some(state.entries[0].id)));
    }

    #[test]
    fn who_stops_a_second_report_is_back_at_the_first() {
        let first = answered(&added(&State::default(), &["甲"]), 0);
        let stopped = added(&first, &["乙"]).after(Action::Stop);
        assert_eq!(stopped.open, first.open);
        assert_eq!(stopped.left_out().len(), 1);
    }

    #[test]
    fn an_edit_asks_again() {
        let state = answered(&added(&State::default(), &["甲"]), 0).after(Action::Edit("甲乙".to_owned()));
        let stopped = state.after(Action::Stop);
        assert!(stopped.work().is_none() && stopped.entries[0].checked().is_some());
        assert!(stopped.after(Action::Edit("甲乙丙".to_owned())).work().is_some());
        assert_eq!(stopped.after(Action::LetGo).left_out().len(), 1, "an older result does not pass for a new one");
    }
}
