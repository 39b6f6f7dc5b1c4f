//! What the browser keeps, hands out and takes in beside reports: settings kept across visits, what
//! the page came with, files to be saved.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Response, Storage, Url};

use crate::place;

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
