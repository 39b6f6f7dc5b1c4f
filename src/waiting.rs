//! Waiting for the browser itself: until it has painted, until it has nothing else to do.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

/// A page that nobody sees is not painted: longer than this it is not waited for, in milliseconds.
const PAINTED_WITHIN: i32 = 100;

/// Waits until the browser has painted what stands there now.
pub async fn painted() {
    told(|window, resolve| {
        window.request_animation_frame(resolve)?;
        window.set_timeout_with_callback_and_timeout_and_arguments_0(resolve, PAINTED_WITHIN)
    })
    .await;
    // A frame tells before it is painted.
    TimeoutFuture::new(0).await;
}

/// Waits until the browser has nothing else to do; not at all where it can't tell.
pub async fn idle() {
    told(|window, resolve| window.request_idle_callback(resolve).map(|_| 0)).await;
}

/// Waits until the browser calls what it is given here; not at all where that is refused.
async fn told(ask: impl Fn(&Window, &Function) -> Result<i32, JsValue>) {
    let promise = Promise::new(&mut |resolve: Function, _| {
        let asked = web_sys::window().map(|window| ask(&window, &resolve));
        if !matches!(asked, Some(Ok(_))) {
            // A promise's own function takes any call.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}
