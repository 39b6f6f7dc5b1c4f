//! The page, and the worker behind it: one wasm that runs in both.

mod app;
mod checking;
mod folders;
mod intake;
mod leaving;
mod page;
mod state;
mod view;
mod worker;

/// An invented report with a handful of deliberate mistakes.
const EXAMPLE: &str = include_str!("example.txt");

/// The id of the element the page is mounted in.
const MOUNT: &str = "app";

fn main() {
    match web_sys::window().and_then(|window| window.document()) {
        Some(document) => {
            if let Some(root) = document.get_element_by_id(MOUNT) {
                // What a saved copy of the page still holds would otherwise stand there twice.
                root.replace_children_with_node_0();
                yew::Renderer::<app::App>::with_root(root).render();
            }
        }
        None => worker::serve(),
    }
}
