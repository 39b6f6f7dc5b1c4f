//! The worker's own side: takes jobs, answers them, one at a time.

use doors::{Input, Request};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::job::{Desk, FromWorker, Job, Told};
use crate::EXAMPLE;

/// How often the example is checked.
const ROUNDS: usize = 4;

/// Takes work from the page from now on. Outside a worker it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let page = scope.clone();
    let mut desk = Desk::default();
    let work = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (number, job): (u32, Job) = serde_wasm_bindgen::from_value(event.data()).unwrap_throw();
        say(&page, &FromWorker::Answer(number, desk.run(job)));
    });
    scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    work.forget();
    say(&scope, &FromWorker::Ready);
    spawn_local(warm_up());
}

/// Checks the example, so that what the browser compiles at its first call, and what the rules make
/// once, is there before the person's own report: its check then takes a tenth of the time. What is
/// called often the browser compiles once more, better.
async fn warm_up() {
    // Not the desk of what is asked, which keeps what was last asked for.
    let (mut told, mut desk) = (Told::default(), Desk::default());
    for _ in 0..ROUNDS {
        for input in [Input::Text(EXAMPLE.to_owned()), Input::Html(as_html(EXAMPLE))] {
            // What somebody asks meanwhile comes first.
            TimeoutFuture::new(0).await;
            drop(desk.run(told.job(&Request::new(input), true)));
        }
    }
}

/// A text with tabs in its tables, as an office program would copy it.
fn as_html(text: &str) -> String {
    let line = |line: &str| match line.contains('\t') {
        true => format!("<table><tr><td>{}</td></tr></table>", line.replace('\t', "</td><td>")),
        false => format!("<p class=MsoNormal style='text-indent:32.0pt'><span lang=ZH-CN>{line}</span></p>"),
    };
    text.lines().map(line).collect()
}

/// Tells the page. What can't be told ends the worker with an error, which the page hears.
fn say(page: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let message = serde_json::to_string(message).unwrap_throw();
    page.post_message(&JsValue::from_str(&message)).unwrap_throw();
}
