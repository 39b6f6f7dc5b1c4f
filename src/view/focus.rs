//! Moving the focus and the eye.

use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Scrolls the list of findings to one of them, by the id of its head, where the list stands beside
/// the report; where it stands above, that would lead away from what was chosen.
pub fn reveal_in_list(id: &str) {
    if is_beside() {
        // All of it, or where it is too high its head.
        let whole = place::element::<HtmlElement>(id).and_then(|head| head.parent_element());
        if let Some(whole) = whole {
            scroll_to(&whole, ScrollLogicalPosition::Nearest);
        }
        reveal(id, ScrollLogicalPosition::Nearest);
    }
}

/// Scrolls to the report where it stands below the findings; beside them it is in view.
pub fn reveal_below_list(id: &str) {
    if !is_beside() {
        reveal(id, ScrollLogicalPosition::Start);
    }
}

fn is_beside() -> bool {
    place::width().is_some_and(|width| width >= BESIDE_FROM)
}

/// Scrolls an element into view: to its beginning, to the middle, or no further than needed.
pub fn reveal(id: &str, position: ScrollLogicalPosition) {
    if let Some(element) = place::element::<HtmlElement>(id) {
        scroll_to(&element, position);
    }
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
