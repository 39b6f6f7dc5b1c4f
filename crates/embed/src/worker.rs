//! Reading and checking in a Web Worker, so that the page never stalls; on the page's own thread
//! where a worker can't be had. The worker runs the page's own wasm, compiled once.

mod inside;
mod job;
mod unaided;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use doors::Request;
use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use nianbao::language::{Language, Words};
use nianbao::outcome::Outcome;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

pub use inside::serve;
pub use job::Source;
use job::{Answer, Desk, FromWorker, Told};
pub use unaided::{attempt, is_broken};

/// How long a worker may take to start before requests are answered without it, in milliseconds.
const START_WITHIN: u32 = 1_000;

/// How long a browser takes to paint what was changed, in milliseconds: a frame and a little.
const PAINTED_AFTER: u32 = 20;

/// How long one request may take in the worker, in milliseconds. A report takes a few of them.
const ANSWER_WITHIN: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    /// What starts workers: `static/boot-hosted.js`, `static/boot-single.js`, or `browser.js` of the
    /// npm package.
    #[derive(Clone)]
    pub type Boot;

    /// Starts a worker that runs the compiled module and calls its `serve`.
    #[wasm_bindgen(method, catch)]
    fn spawn(this: &Boot, module: &JsValue) -> Result<Worker, JsValue>;
}

impl PartialEq for Boot {
    fn eq(&self, other: &Boot) -> bool {
        AsRef::<JsValue>::as_ref(self) == AsRef::<JsValue>::as_ref(other)
    }
}

/// Why a request has no result: not the report's fault, unlike an [`Outcome`] that can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// Checking broke down on this input.
    Crashed,
    /// Checking took longer than any report should.
    TooSlow,
    /// Somebody asked it to stop.
    Asked,
    /// The checker was disposed of.
    Disposed,
}

impl Stopped {
    /// What happened and what to do, in two sentences.
    pub fn explain(self, language: Language) -> &'static str {
        let words = match self {
            Stopped::Crashed => Words {
                zh: "核对中途出错，这一次没有完成；填入的内容都还在。请修改后重试，或删去表格和正文以外的部分再试。",
                en: "The check broke down and was not finished; your text is still here. Change it and try again, or leave out what is not part of the report.",
            },
            Stopped::TooSlow => Words {
                zh: "核对超过一分钟仍未完成，已停下；填入的内容都还在。请只保留年度报告本身再试。",
                en: "The check took more than a minute and was stopped; your text is still here. Keep the report alone and try again.",
            },
            Stopped::Asked => Words { zh: "核对已取消。", en: "The check was cancelled." },
            Stopped::Disposed => Words { zh: "核对已关闭。", en: "The checker was closed." },
        };
        words.in_language(language)
    }
}

/// Checks reports in a worker. Clones share it; it ends with [`Checker::dispose`].
#[derive(Clone)]
pub struct Checker {
    line: Rc<Line>,
}

impl PartialEq for Checker {
    fn eq(&self, other: &Checker) -> bool {
        Rc::ptr_eq(&self.line, &other.line)
    }
}

impl Checker {
    /// Starts a worker, without waiting for it. `unaided` is told whenever requests begin to be
    /// answered on the page's own thread, which then stands still, and when a worker answers again.
    pub fn start(boot: Boot, unaided: impl Fn(bool) + 'static) -> Checker {
        let line = Rc::new(Line { boot, inner: RefCell::default(), unaided: Box::new(unaided) });
        line.start();
        Checker { line }
    }

    /// Reads and checks one report. Requests are answered in the order they come; whether an
    /// older answer still matters is for the caller to say.
    ///
    /// # Errors
    /// When checking itself broke down; the next request is answered as if nothing had happened.
    pub async fn check(&self, request: Request) -> Result<Outcome, Stopped> {
        self.run(request, false).await.map(|(outcome, _)| outcome)
    }

    /// The same, and the text of a file or of pasted HTML, for editing; all in one go, since nobody
    /// can work with half of it.
    ///
    /// # Errors
    /// As [`Checker::check`].
    pub async fn check_with_source(&self, request: Request) -> Result<(Outcome, Source), Stopped> {
        self.run(request, true).await
    }

    async fn run(&self, request: Request, with_source: bool) -> Result<(Outcome, Source), Stopped> {
        Ok(match self.line.ask(request, with_source).await? {
            Answer::Checked(checked, source) => (Outcome::Checked(checked), source),
            Answer::Unread(unread) => (Outcome::Unread(unread), Source::default()),
        })
    }

    /// Stops everything that was asked and has no answer, in the middle if need be; what is asked
    /// later is answered as ever.
    pub fn stop(&self) {
        self.line.stop_all();
    }

    /// Ends the worker and frees its memory. What was still asked is answered as stopped.
    pub fn dispose(&self) {
        self.line.dispose();
    }
}

/// What is known of the worker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// It was started and has not answered; requests wait for it.
    #[default]
    Starting,
    /// It has not answered in time; requests are answered here until it does.
    Late,
    /// It answers.
    Ready,
    /// It can't be had: everything is answered here.
    Refused,
    /// Nobody asks any more.
    Disposed,
}

/// The line to the worker, and the requests that wait on it.
struct Line {
    boot: Boot,
    inner: RefCell<Inner>,
    unaided: Box<dyn Fn(bool)>,
}

#[derive(Default)]
struct Inner {
    state: State,
    worker: Option<Running>,
    /// By number, so that the first is the one the worker is at.
    waiting: BTreeMap<u32, Waiting>,
    last: u32,
    /// What the page itself does, it does here.
    here: Here,
}

/// The page's own desk.
#[derive(Default)]
struct Here {
    told: Told,
    desk: Desk,
}

/// A running worker, with what listens to it.
struct Running {
    worker: Worker,
    told: Told,
    _patience: Timeout,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A request that has no answer yet. It is kept: a restarted worker gets it again.
struct Waiting {
    request: Request,
    with_source: bool,
    answer: oneshot::Sender<Result<Answer, Stopped>>,
    _limit: Option<Timeout>,
}

impl Line {
    /// Starts a worker; without one, what waits is answered here.
    fn start(self: &Rc<Line>) {
        let Ok(worker) = self.boot.spawn(&wasm_bindgen::module()) else {
            return self.go_on_alone(State::Refused);
        };
        let line = Rc::downgrade(self);
        let patience = Timeout::new(START_WITHIN, listener(&line, |line| line.be_late()));
        let error = Closure::new(listener(&line, |line| line.stop(Stopped::Crashed)));
        let message = Closure::new(move |event: MessageEvent| {
            if let Some(line) = line.upgrade() {
                line.hear(event.data());
            }
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        let mut inner = self.inner.borrow_mut();
        inner.state = State::Starting;
        let told = Told::default();
        inner.worker = Some(Running { worker, told, _patience: patience, _message: message, _error: error });
    }

    /// Hands a request in and waits for its answer.
    async fn ask(self: &Rc<Line>, request: Request, with_source: bool) -> Result<Answer, Stopped> {
        let (answer, answered) = oneshot::channel();
        let (number, state) = {
            let mut inner = self.inner.borrow_mut();
            if inner.state == State::Disposed {
                return Err(Stopped::Disposed);
            }
            inner.last = inner.last.wrapping_add(1);
            let number = inner.last;
            inner.waiting.insert(number, Waiting { request, with_source, answer, _limit: None });
            (number, inner.state)
        };
        match state {
            State::Ready => self.post(number),
            State::Late | State::Refused => self.answer_here(number),
            State::Starting | State::Disposed => {}
        }
        answered.await.unwrap_or(Err(Stopped::Disposed))
    }

    /// Posts a waiting request to the worker; one that can't be posted is answered here.
    fn post(self: &Rc<Line>, number: u32) {
        let line = Rc::downgrade(self);
        let posted = {
            let mut inner = self.inner.borrow_mut();
            let Inner { worker, waiting, .. } = &mut *inner;
            let (Some(running), Some(waiting)) = (worker.as_mut(), waiting.get_mut(&number)) else { return };
            waiting._limit = Some(Timeout::new(ANSWER_WITHIN, listener(&line, |line| line.stop(Stopped::TooSlow))));
            let mut told = running.told.clone();
            let job = told.job(&waiting.request, waiting.with_source);
            serde_wasm_bindgen::to_value(&(number, job))
                .map_err(JsValue::from)
                .and_then(|message| running.worker.post_message(&message))
                .map(|()| running.told = told)
        };
        if posted.is_err() {
            self.answer_here(number);
        }
    }

    /// Takes in what the worker says.
    fn hear(self: &Rc<Line>, message: JsValue) {
        match serde_json::from_str(&message.as_string().unwrap_or_default()) {
            Ok(FromWorker::Ready) => {
                let numbers: Vec<u32> = {
                    let mut inner = self.inner.borrow_mut();
                    inner.state = State::Ready;
                    inner.waiting.keys().copied().collect()
                };
                (self.unaided)(false);
                numbers.into_iter().for_each(|number| self.post(number));
            }
            Ok(FromWorker::Answer(number, answer)) => self.settle(number, Ok(answer)),
            Err(_) => self.stop(Stopped::Crashed),
        }
    }

    /// Waits no longer for the worker to start; should it still come, it is used from then on.
    fn be_late(self: &Rc<Line>) {
        if self.inner.borrow().state == State::Starting {
            self.go_on_alone(State::Late);
        }
    }

    /// The worker broke down or hangs: the request it was at is given up and the others go to a
    /// new worker. One that breaks before it ever answered is not started again.
    fn stop(self: &Rc<Line>, why: Stopped) {
        let (state, at) = {
            let mut inner = self.inner.borrow_mut();
            inner.worker = None;
            (inner.state, inner.waiting.keys().next().copied())
        };
        match state {
            State::Ready => {
                if let Some(number) = at {
                    self.settle(number, Err(why));
                }
                self.start();
            }
            State::Starting | State::Late => self.go_on_alone(State::Refused),
            State::Refused | State::Disposed => {}
        }
    }

    /// Stops what is waiting. A worker can be stopped only by ending it: another takes its place.
    fn stop_all(self: &Rc<Line>) {
        let (waiting, state) = {
            let mut inner = self.inner.borrow_mut();
            if inner.state == State::Ready {
                inner.worker = None;
            }
            (std::mem::take(&mut inner.waiting), inner.state)
        };
        for request in waiting.into_values() {
            // The receiver is gone when the page no longer wants to know.
            let _ = request.answer.send(Err(Stopped::Asked));
        }
        if state == State::Ready {
            self.start();
        }
    }

    /// There is no worker, or none yet: what waits is answered here.
    fn go_on_alone(self: &Rc<Line>, state: State) {
        self.inner.borrow_mut().state = state;
        (self.unaided)(true);
        let numbers: Vec<u32> = self.inner.borrow().waiting.keys().copied().collect();
        numbers.into_iter().for_each(|number| self.answer_here(number));
    }

    /// Answers on the page's own thread, once the browser has painted what it had to.
    fn answer_here(self: &Rc<Line>, number: u32) {
        let line = Rc::downgrade(self);
        let answer = move |line: Rc<Line>| {
            let (job, mut here) = {
                let mut inner = line.inner.borrow_mut();
                let Inner { waiting, here, .. } = &mut *inner;
                let Some(waiting) = waiting.get(&number) else { return };
                (here.told.job(&waiting.request, waiting.with_source), std::mem::take(here))
            };
            let done = attempt(move || (here.desk.run(job), here));
            // A desk at which something broke down is not sat at again.
            let answer = done.map(|(answer, here)| {
                line.inner.borrow_mut().here = here;
                answer
            });
            line.settle(number, answer);
        };
        Timeout::new(PAINTED_AFTER, listener(&line, answer)).forget();
    }

    /// Gives a request its answer. One that is no longer waited for is dropped.
    fn settle(&self, number: u32, answer: Result<Answer, Stopped>) {
        let request = self.inner.borrow_mut().waiting.remove(&number);
        if let Some(request) = request {
            // The receiver is gone when the page no longer wants to know.
            let _ = request.answer.send(answer);
        }
    }

    fn dispose(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.state = State::Disposed;
        inner.worker = None;
        inner.waiting.clear();
    }
}

/// A callback that does nothing once the line is gone.
fn listener(line: &Weak<Line>, mut act: impl FnMut(Rc<Line>) + 'static) -> impl FnMut() + 'static {
    let line = line.clone();
    move || {
        if let Some(line) = line.upgrade() {
            act(line);
        }
    }
}
