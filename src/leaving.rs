//! What the browser itself shows of the page: its title, and the question before it is left.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::BeforeUnloadEvent;
use yew::prelude::*;

use crate::place;

/// Sets the title of the browser's tab.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()).filter(|_| place::is_own()) {
            document.set_title(title);
        }
    });
}

/// While something was typed that would be lost, the browser asks before it leaves the page.
#[hook]
pub fn use_question_before_leaving(typed: bool) {
    use_effect_with(typed, |&typed| {
        // A page around this one asks for itself.
        let window = web_sys::window().filter(|_| place::is_own());
        let question = typed.then(|| {
            Closure::<dyn Fn(BeforeUnloadEvent)>::new(|event: BeforeUnloadEvent| {
                event.prevent_default();
                // Older browsers ask only where this is set.
                event.set_return_value(" ");
            })
        });
        if let Some(window) = &window {
            window.set_onbeforeunload(question.as_ref().map(|question| question.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(window) = window {
                window.set_onbeforeunload(None);
            }
            drop(question);
        }
    });
}
