//! Work on the thread that asks, without a worker to keep it apart.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::Stopped;

thread_local! {
    static BROKEN: Cell<bool> = const { Cell::new(false) };
}

/// Does work that may break down. Breaking down unwinds nothing: the wasm stops where it is and throws
/// at the JavaScript that called it, so that whoever waits here would wait for ever. Therefore
/// JavaScript is what calls the work.
///
/// # Errors
/// When it broke down. The memory may be in disorder then: see [`is_broken`].
pub fn attempt<T: 'static>(work: impl FnOnce() -> T + 'static) -> Result<T, Stopped> {
    let done = Rc::new(Cell::new(None));
    let result = done.clone();
    let call = Closure::once_into_js(move || result.set(Some(work())));
    let called = call.unchecked_ref::<Function>().call0(&JsValue::UNDEFINED);
    called.ok().and_then(|_| done.take()).ok_or_else(|| {
        BROKEN.set(true);
        Stopped::Crashed
    })
}

/// Whether anything broke down in this instance of the wasm, so that another had better take over.
pub fn is_broken() -> bool {
    BROKEN.get()
}
