//! Moving the focus and the eye.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Scrolls an element into view: to the middle, or no further than needed.
pub fn reveal(id: &str, to_the_middle: bool) {
    let Some(element) = element(id) else { return };
    let options = ScrollIntoViewOptions::new();
    let position = if to_the_middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest };
    options.set_block(position);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
