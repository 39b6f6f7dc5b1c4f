//! Where the page stands: in a document of its own, or in a place within somebody else's page,
//! whose title, focus and questions are no business of ours. An instance of the wasm has one page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, ShadowRoot};

/// Where the page stands.
#[derive(Clone, Debug)]
enum Place {
    /// In a document of its own; within a frame of another page's, where it is `framed`.
    Own { framed: bool },
    /// In the shadow root of an element of another page.
    Within(ShadowRoot),
}

thread_local! {
    static PLACE: RefCell<Place> = const { RefCell::new(Place::Own { framed: false }) };
}

fn with<T>(tell: impl FnOnce(&Place) -> T) -> T {
    PLACE.with_borrow(tell)
}

/// The page stands in a frame of another page.
pub fn stand_in_frame() {
    PLACE.set(Place::Own { framed: true });
}

/// The page stands in this shadow root.
pub fn stand_within(root: ShadowRoot) {
    PLACE.set(Place::Within(root));
}

/// Whether nobody else's page is around it.
pub fn is_own() -> bool {
    with(|place| matches!(place, Place::Own { framed: false }))
}

/// Whether it stands among another page's elements.
pub fn is_within() -> bool {
    with(|place| matches!(place, Place::Within(_)))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The page's element of this id.
pub fn element<T: JsCast>(id: &str) -> Option<T> {
    let element: Option<Element> = with(|place| match place {
        Place::Own { .. } => document()?.get_element_by_id(id),
        Place::Within(root) => root.get_element_by_id(id),
    });
    element?.dyn_into().ok()
}

/// Whether moving the focus would take it from somebody else's page.
pub fn is_focus_elsewhere() -> bool {
    with(|place| match place {
        Place::Own { framed } => *framed && !document().is_some_and(|document| document.has_focus().unwrap_or(false)),
        Place::Within(root) => root.active_element().is_none(),
    })
}

/// Whether nothing of the page has the focus: what had it is gone.
pub fn has_lost_focus() -> bool {
    let active = with(|place| match place {
        Place::Own { .. } => document().and_then(|document| document.active_element()),
        Place::Within(root) => root.active_element(),
    });
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// How wide the page is, in CSS pixels.
pub fn width() -> Option<f64> {
    with(|place| match place {
        Place::Own { .. } => web_sys::window()?.inner_width().ok()?.as_f64(),
        Place::Within(root) => Some(f64::from(root.host().client_width())),
    })
}
