//! Has every report checked whose answer is out of date: one at a time, the open one first, after
//! a pause in typing; an answer that comes too late is dropped by the state.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use doors::{Input, Request};
use embed::{Boot, Checker, Source, Stopped};
use gloo_timers::future::TimeoutFuture;
use nianbao::outcome::Outcome;
use nianbao::settings::Settings;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::state::{Action, Answer, Asked, Entry, EntryId, State};

/// How long typing must pause before the text is checked, in milliseconds.
const PAUSE: u32 = 180;

/// What the hook keeps between renders.
struct Checking {
    checker: Checker,
    latest: RefCell<UseReducerHandle<State>>,
    asked: RefCell<HashMap<EntryId, Asked>>,
    running: Cell<bool>,
    /// The report that is being checked.
    at: Cell<Option<EntryId>>,
}

/// Somebody stopped the check: there is no answer, and none is to be shown.
struct Halted;

/// Keeps the answers of all reports up to date. Returns what checks them.
#[hook]
pub fn use_checking(state: &UseReducerHandle<State>, boot: &Boot) -> Checker {
    let checking = {
        let (state, boot) = (state.clone(), boot.clone());
        use_memo((), |()| Checking {
            checker: {
                let dispatcher = state.dispatcher();
                Checker::start(boot, move |unaided| dispatcher.dispatch(Action::Unaided(unaided)))
            },
            latest: RefCell::new(state),
            asked: RefCell::default(),
            running: Cell::new(false),
            at: Cell::new(None),
        })
    };
    *checking.latest.borrow_mut() = state.clone();
    let checker = checking.checker.clone();
    {
        let checker = checker.clone();
        use_effect_with((), move |()| move || checker.dispose());
    }
    use_effect(move || {
        checking.stop_what_nobody_wants();
        if !checking.running.replace(true) {
            spawn_local(async move {
                while let Some(entry) = checking.next() {
                    checking.answer(&entry).await;
                }
                checking.running.set(false);
            });
        }
    });
    checker
}

impl Checking {
    /// The next report to ask about.
    fn next(&self) -> Option<Rc<Entry>> {
        let asked = self.asked.borrow();
        self.latest.borrow().unanswered(|id| asked.get(&id).copied()).cloned()
    }

    /// Whether the report still is what it was.
    fn is_current(&self, entry: &Entry) -> bool {
        self.latest.borrow().entries.iter().any(|other| other.id == entry.id && other.version == entry.version)
    }

    /// Stops the check of a report that was stopped or put away.
    fn stop_what_nobody_wants(&self) {
        let Some(at) = self.at.get() else { return };
        let wanted = self.latest.borrow().entries.iter().any(|entry| entry.id == at && !entry.stopped);
        if !wanted {
            self.checker.stop();
        }
    }

    async fn answer(&self, entry: &Entry) {
        if entry.edited {
            TimeoutFuture::new(PAUSE).await;
            if !self.is_current(entry) {
                return;
            }
        }
        let (asked, previous, settings) = {
            let state = self.latest.borrow();
            let previous = state.previous(entry).map(|previous| previous.to_check());
            (state.wanted(entry), previous, state.settings.in_use.clone())
        };
        self.asked.borrow_mut().insert(entry.id, asked);
        self.at.set(Some(entry.id));
        let happened = self.ask(entry, asked, previous, &settings).await;
        self.at.set(None);
        match happened {
            Ok(happened) => {
                let dispatcher = self.latest.borrow().dispatcher();
                dispatcher.dispatch(happened);
            }
            // It may be asked for again.
            Err(Halted) => drop(self.asked.borrow_mut().remove(&entry.id)),
        }
    }

    /// Asks about a report: what came in, its text, and its places in the text.
    async fn ask(
        &self,
        entry: &Entry,
        asked: Asked,
        previous: Option<Rc<Input>>,
        settings: &Settings,
    ) -> Result<Action, Halted> {
        let language = asked.language;
        let answered = |answer, source: Source| Action::Answered {
            id: entry.id,
            asked,
            answer,
            text: source.text.map(Rc::from),
            places: source.places.map(Rc::from),
        };
        if let Some(reason) = entry.refused {
            return Ok(answered(Answer::Unread(reason.explain(language)), Source::default()));
        }
        let request = Request { input: entry.to_check(), previous, language, settings: settings.clone() };
        let outcome = match *request.input {
            Input::Text(_) => self.checker.check(request).await.map(|outcome| (outcome, Source::default())),
            Input::Html(_) | Input::File { .. } => self.checker.check_with_source(request).await,
        };
        match outcome {
            Ok((Outcome::Checked(checked), source)) => Ok(answered(Answer::Checked(Rc::from(checked)), source)),
            Ok((Outcome::Unread(unread), source)) => Ok(answered(Answer::Unread(unread.unreadable), source)),
            Err(Stopped::Asked) => Err(Halted),
            Err(stopped) => Ok(answered(Answer::Stopped(stopped.explain(language).to_owned()), Source::default())),
        }
    }
}
