//! The program around an embedded page: it puts reports in, and is told what comes of them.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use doors::Input;
use nianbao::outcome::{Outcome, SCHEMA, Unread};
use nianbao::settings::Settings;
use yew::prelude::*;

use crate::state::{Action, Answer, Asked, Entry, EntryId, State};

/// What the program is told.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The open report, or its text, is another.
    Changed,
    /// A report was checked.
    Checked(Box<Outcome>),
    /// Checking itself broke down: what to tell a person.
    Stopped(String),
}

/// The program around the page. Clones are the same.
#[derive(Clone)]
pub struct Host {
    inner: Rc<Inner>,
}

struct Inner {
    tell: Box<dyn Fn(News)>,
    page: RefCell<Option<UseReducerHandle<State>>>,
    /// What it asked for before the page stood.
    early: RefCell<Vec<Action>>,
    /// Whether it did something that the page has not shown yet.
    unseen: Cell<bool>,
    told: RefCell<HashMap<EntryId, Asked>>,
    shown: RefCell<Option<Shown>>,
}

/// The open report, the version of its text, and whether its text is known.
type Shown = (EntryId, u32, bool);

impl PartialEq for Host {
    fn eq(&self, other: &Host) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Host {
    /// A program that is told the news like this.
    pub fn new(tell: impl Fn(News) + 'static) -> Host {
        Host {
            inner: Rc::new(Inner {
                tell: Box::new(tell),
                page: RefCell::default(),
                early: RefCell::default(),
                unseen: Cell::default(),
                told: RefCell::default(),
                shown: RefCell::default(),
            }),
        }
    }

    /// Shows this report in place of whatever is there.
    pub fn open(&self, input: Input) {
        self.happen(Action::Clear);
        self.happen(Action::Add(vec![input.into()]));
    }

    /// Adds last year's report, to compare with.
    pub fn compare_with(&self, previous: Input) {
        self.happen(Action::AddPrevious(vec![previous.into()]));
    }

    /// Sets rules off, or gives them another severity.
    pub fn set(&self, settings: Settings) {
        self.happen(Action::SetRules(settings));
    }

    /// Puts an action before the page.
    pub fn happen(&self, action: Action) {
        self.inner.unseen.set(true);
        let page = self.inner.page.borrow().clone();
        match page {
            Some(page) => page.dispatch(action),
            None => self.inner.early.borrow_mut().push(action),
        }
    }

    /// The text of the open report, or what is typed into the first place.
    pub fn value(&self) -> String {
        let page = self.inner.page.borrow();
        let Some(state) = page.as_deref() else { return String::new() };
        match state.opened() {
            Some(entry) => entry.text.as_deref().unwrap_or_default().to_owned(),
            None => state.draft.clone(),
        }
    }

    /// The result of the open report as it stands now; `None` while it is checked.
    pub fn result(&self) -> Option<Outcome> {
        let page = self.inner.page.borrow();
        let state = page.as_deref().filter(|_| !self.inner.unseen.get())?;
        let entry = state.opened()?;
        if is_answered(state, entry) { outcome(entry).ok() } else { None }
    }

    /// Has what is typed checked; says whether there is, or will be, a report to have a result of.
    pub fn ask(&self) -> bool {
        let (report, draft) = match self.inner.page.borrow().as_deref() {
            Some(state) => (state.opened().is_some(), !state.draft.trim().is_empty()),
            None => (false, false),
        };
        if draft && !report {
            self.happen(Action::CheckDraft);
        }
        report || draft || self.inner.unseen.get()
    }

    /// Lets go of the page.
    pub fn leave(&self) {
        self.inner.page.take();
    }

    fn hear(&self, state: UseReducerHandle<State>) {
        let early = self.inner.early.take();
        self.inner.unseen.set(!early.is_empty());
        early.into_iter().for_each(|action| state.dispatch(action));
        let shown = state.opened().map(|entry| (entry.id, entry.version, entry.text.is_some()));
        *self.inner.page.borrow_mut() = Some(state.clone());
        if self.inner.shown.replace(shown) != shown {
            (self.inner.tell)(News::Changed);
        }
        for entry in state.entries.iter().filter(|entry| !entry.for_comparison && is_answered(&state, entry)) {
            let Some(answered) = entry.answered else { continue };
            if self.inner.told.borrow_mut().insert(entry.id, answered) != Some(answered) {
                (self.inner.tell)(match outcome(entry) {
                    Ok(outcome) => News::Checked(Box::new(outcome)),
                    Err(why) => News::Stopped(why),
                });
            }
        }
    }
}

/// Whether a report has an answer to its present text, last year's report considered.
fn is_answered(state: &State, entry: &Entry) -> bool {
    let previous_is_read = state.entries.iter().all(|other| !other.for_comparison || other.answer.is_some());
    entry.answered == Some(state.wanted(entry)) && previous_is_read
}

/// What came of a report; what to say where checking broke down.
fn outcome(entry: &Entry) -> Result<Outcome, String> {
    match &entry.answer {
        Some(Answer::Checked(checked)) => Ok(Outcome::Checked(Box::new((**checked).clone()))),
        Some(Answer::Unread(unreadable)) => Ok(Outcome::Unread(Unread {
            schema: SCHEMA,
            file: entry.file().to_owned(),
            unreadable: unreadable.clone(),
        })),
        Some(Answer::Stopped(why)) => Err(why.clone()),
        None => Err(String::new()),
    }
}

/// Tells the program around the page, if there is one, what has come of things.
#[hook]
pub fn use_host(state: &UseReducerHandle<State>, host: &Option<Host>) {
    let (state, host) = (state.clone(), host.clone());
    use_effect(move || {
        if let Some(host) = host {
            host.hear(state);
        }
    });
}

/// Whether somebody may do this on a page that is only to be looked at.
pub fn is_looking(action: &Action) -> bool {
    matches!(
        action,
        Action::Choose(_)
            | Action::ToggleSeverity(_)
            | Action::ToggleFold(..)
            | Action::Show(_)
            | Action::Rule(_)
            | Action::Compare(_)
            | Action::Panel(_)
            | Action::Speak(_)
            | Action::Noticed
    )
}
