//! The page, and the worker behind it: one wasm that runs in both.

mod app;
mod browser;
mod checking;
mod embedded;
mod folders;
mod frame;
mod host;
mod intake;
mod leaving;
mod page;
mod place;
mod rehearsal;
mod state;
mod view;
mod waiting;

use embed::Boot;
use wasm_bindgen::prelude::*;

use app::{App, AppProps};

/// The id of the element the page is mounted in.
const MOUNT: &str = "app";

#[wasm_bindgen]
extern "C" {
    /// What starts workers, and says that this is the page itself: neither a worker nor a page of
    /// somebody else that embeds the checker has it.
    #[wasm_bindgen(thread_local_v2, js_name = nianbaoBoot)]
    static BOOT: Option<Boot>;
}

fn main() {
    let Some(boot) = BOOT.with(Option::clone) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id(MOUNT)) {
        // What a saved copy of the page still holds would otherwise stand there twice.
        root.set_text_content(None);
        let host = frame::host(&root);
        yew::Renderer::<App>::with_root_and_props(root, AppProps { boot, host }).render();
    }
}
