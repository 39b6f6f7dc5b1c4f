//! The worker's own side: takes jobs, answers them, one at a time.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::job::{FromWorker, Job};

/// Takes work from the page from now on. Outside a worker it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let page = scope.clone();
    let work = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (number, job): (u32, Job) = serde_wasm_bindgen::from_value(event.data()).unwrap_throw();
        say(&page, &FromWorker::Answer(number, job.run()));
    });
    scope.set_onmessage(Some(work.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    work.forget();
    say(&scope, &FromWorker::Ready);
    warm_up();
}

/// Checks the example, so that what the browser compiles at its first call, and what the rules make
/// once, is there before the person's own report: its check then takes a tenth of the time.
fn warm_up() {
    let input = doors::Input::Text(crate::EXAMPLE.to_owned());
    let request = doors::Request { input, previous: None, language: Default::default(), settings: Default::default() };
    drop(Job { request, with_source: false }.run());
}

/// Tells the page. What can't be told ends the worker with an error, which the page hears.
fn say(page: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let message = serde_json::to_string(message).unwrap_throw();
    page.post_message(&JsValue::from_str(&message)).unwrap_throw();
}
