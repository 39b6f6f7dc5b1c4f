//! What the browser keeps, hands out and takes in beside reports: settings kept across visits, what
//! the page came with, files to be saved.

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Storage, Url};

use crate::place;

#[wasm_bindgen]
extern "C" {
    /// The single file's own source, from `static/boot-single.js`; the hosted page has none.
    #[wasm_bindgen(catch, js_namespace = nianbaoBoot, js_name = ownSource)]
    fn own_source() -> Result<String, JsValue>;

    /// Whether a newer version waits, from `static/boot-hosted.js`; the single file never knows.
    #[wasm_bindgen(catch, js_namespace = nianbaoBoot, js_name = hasNewer)]
    fn has_newer() -> Result<bool, JsValue>;

    /// Opens the newer version instead of this one: the page is loaded again.
    #[wasm_bindgen(catch, js_namespace = nianbaoBoot, js_name = useNewer)]
    fn use_newer() -> Result<(), JsValue>;
}

/// The name of the single file.
pub const SINGLE_FILE: &str = "nianbao.html";

/// How the page can be had as one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OneFile {
    /// It is that file, and saves itself.
    Itself,
    /// The file lies beside the page, at [`SINGLE_FILE`].
    Beside,
}

/// How the page can be had as one file; a build without the file offers none.
pub fn one_file() -> Option<OneFile> {
    let document = web_sys::window()?.document()?;
    let is_there = |id: &str| document.get_element_by_id(id).is_some();
    match (is_there("nianbao-wasm"), is_there("nianbao-file")) {
        (true, _) => Some(OneFile::Itself),
        (false, true) => Some(OneFile::Beside),
        (false, false) => None,
    }
}

/// Has the browser save the single file that this page is, as it came.
pub fn save_itself() {
    // Only the single file offers it, and it knows its source.
    if let Ok(source) = own_source() {
        save(SINGLE_FILE, "text/html", &source);
    }
}

/// Calls `tell` when a newer version of the page waits, for as long as the result is kept.
pub fn when_newer(tell: impl Fn() + 'static) -> Option<EventListener> {
    if has_newer().unwrap_or(false) {
        tell();
    }
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "nianbao-newer", move |_| tell()))
}

/// Opens the newer version: what is on the page is gone.
pub fn open_newer() {
    // It is only asked where there is one.
    let _ = use_newer();
}

/// The element that holds the settings a page comes with; its text is a settings file.
const GIVEN: &str = "nianbao-settings";

/// Under this name the settings are kept across visits, where there is a storage. Nothing else is
/// ever kept.
const KEPT: &str = "nianbao-settings";

/// The settings that the page came with.
pub fn given_settings() -> Option<String> {
    let document = web_sys::window()?.document().filter(|_| !place::is_within())?;
    let element = document.get_element_by_id(GIVEN)?;
    element.text_content().filter(|text| !text.trim().is_empty())
}

fn storage() -> Option<Storage> {
    // A page from a disk may be refused one; within another page, that page says what holds.
    web_sys::window().filter(|_| place::is_own())?.local_storage().ok().flatten()
}

/// The settings kept from the last visit.
pub fn kept_settings() -> Option<String> {
    storage()?.get_item(KEPT).ok().flatten()
}

/// Keeps settings for the next visit; `None` keeps nothing any more.
pub fn keep_settings(settings: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A full or refused storage keeps nothing: the settings hold for this visit.
    let _ = match settings {
        Some(settings) => storage.set_item(KEPT, settings),
        None => storage.remove_item(KEPT),
    };
}

/// The text of a file of the person's.
pub async fn text_of(file: &File) -> Option<String> {
    let response = Response::new_with_opt_blob(Some(file)).ok()?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Has the browser save a text as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    // Where the browser refuses there is nothing to say: it tells the person itself.
    let _ = try_save(name, kind, text);
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has begun to save by then.
    gloo_timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
