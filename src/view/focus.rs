//! Moving the focus and the eye.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// From this width on the findings stand beside the report, in CSS pixels; static/css/report.css.
const BESIDE_FROM: f64 = 900.0;

fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Gives an element the focus, where there is one.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that can't take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives an element the focus if nothing has it: what had it is gone. Nothing scrolls.
pub fn keep_focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let lost = document.is_some_and(|document| match document.active_element() {
        Some(active) => active.tag_name() == "BODY",
        None => true,
    });
    if let Some(element) = element(id).filter(|_| lost) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that can't take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls the list of findings to one of them, where the list stands beside the report; where it
/// stands above, that would lead away from what was chosen.
pub fn reveal_in_list(id: &str) {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    if width.is_some_and(|width| width >= BESIDE_FROM) {
        reveal(id, false);
    }
}

/// Scrolls an element into view: to the middle, or no further than needed.
pub fn reveal(id: &str, to_the_middle: bool) {
    let Some(element) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    let position = if to_the_middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest };
    options.set_block(position);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
