//! Moving the focus and the eye.

use web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::place;

/// From this width on the findings stand beside the report, in CSS pixels; static/css/report.css.
const BESIDE_FROM: f64 = 900.0;

/// Gives an element the focus, where there is one. It is not taken from a page around this one.
pub fn focus(id: &str) {
    if let Some(element) = place::element::<HtmlElement>(id).filter(|_| !place::is_focus_elsewhere()) {
        // An element that can't take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Gives an element the focus if nothing has it: what had it is gone. Nothing scrolls.
pub fn keep_focus(id: &str) {
    let lost = place::has_lost_focus() && !place::is_focus_elsewhere();
    if let Some(element) = place::element::<HtmlElement>(id).filter(|_| lost) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that can't take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls the list of findings to one of them, where the list stands beside the report; where it
/// stands above, that would lead away from what was chosen.
pub fn reveal_in_list(id: &str) {
    if place::width().is_some_and(|width| width >= BESIDE_FROM) {
        reveal(id, false);
    }
}

/// Scrolls an element into view: to the middle, or no further than needed.
pub fn reveal(id: &str, to_the_middle: bool) {
    let Some(element) = place::element::<HtmlElement>(id) else { return };
    let options = ScrollIntoViewOptions::new();
    let position = if to_the_middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest };
    options.set_block(position);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
