//! What comes in from the browser: the clipboard, dropped things, chosen files.

use doors::Input;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Uint8Array};
use nianbao::unreadable::Reason;
use readers::archive::{Archive, is_hidden};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File, FileList, Response};
use yew::Callback;

use crate::folders;
use crate::state::{Action, Arrival, Notice, Stop, Taking};

/// Larger files are not read into memory at all, in bytes: a report with its pictures stays far below.
const LARGEST_FILE: f64 = 64.0 * 1024.0 * 1024.0;

/// How often the page is told how many files are in memory, in milliseconds.
const TELL_EVERY: f64 = 100.0;

/// Takes in what was pasted or dropped; whatever there is comes back as an action.
pub fn take(data: &DataTransfer, happen: &Callback<Action>) {
    let files = files(data.files());
    let html = data.get_data("text/html").unwrap_or_default();
    let text = data.get_data("text/plain").unwrap_or_default();
    if holds_table(&html) {
        happen.emit(Action::Add(vec![Input::Html(html).into()]));
    } else if !text.trim().is_empty() {
        happen.emit(Action::Add(vec![Input::Text(text).into()]));
    } else if files.iter().all(|file| file.type_().starts_with("image/") && file.name().starts_with("image.")) {
        // A browser names a pasted picture image.png; a picture file that was dropped has its own name.
        happen.emit(Action::Notice(if files.is_empty() { Notice::NothingPasted } else { Notice::PicturePasted }));
    } else if let Some(entries) = folders::dropped(data) {
        let happen = happen.clone();
        spawn_local(async move { take_named(folders::files(entries).await, happen).await });
    } else {
        take_files(files, happen.clone());
    }
}

/// Where to send what comes in, if it is last year's report.
pub fn as_last_year_s(happen: &Callback<Action>) -> Callback<Action> {
    happen.reform(|action| match action {
        Action::Add(arrivals) => Action::AddPrevious(arrivals),
        action => action,
    })
}

/// The files of a list.
pub fn files(list: Option<FileList>) -> Vec<File> {
    list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |index| list.get(index))).collect()
}

/// Reads files; when all are read, they come back as one action.
pub fn take_files(files: Vec<File>, happen: Callback<Action>) {
    let named = files.into_iter().map(|file| (file.name(), file)).collect();
    spawn_local(take_named(named, happen));
}

/// Reads files under these names.
async fn take_named(files: Vec<(String, File)>, happen: Callback<Action>) {
    let mut arrivals = Vec::new();
    let files: Vec<(String, File)> = files.into_iter().filter(|(name, _)| is_meant(name)).collect();
    let (all, stop) = (files.len(), Stop::default());
    let mut told = 0.0;
    for (done, (name, file)) in files.into_iter().enumerate() {
        let now = Date::now();
        if now - told >= TELL_EVERY {
            told = now;
            happen.emit(Action::Taking(Taking { done, all, stop: stop.clone() }));
        }
        match bytes(&file).await {
            Ok(bytes) => unpack(name, bytes, &mut arrivals, &stop).await,
            Err(reason) => arrivals.push(Arrival::refused(name, reason)),
        }
        if stop.is_asked() {
            return happen.emit(Action::Notice(Notice::NotTaken(all)));
        }
    }
    if !arrivals.is_empty() {
        happen.emit(Action::Add(arrivals));
    }
}

/// Whether a person put this file there: no part of its path is a system's own.
fn is_meant(path: &str) -> bool {
    !path.split('/').any(is_hidden)
}

/// Takes a file apart where it is an archive of files; every other file is one report.
async fn unpack(name: String, bytes: Vec<u8>, arrivals: &mut Vec<Arrival>, stop: &Stop) {
    match Archive::open(&bytes) {
        None => arrivals.push(Input::File { name, bytes }.into()),
        Some(Err(reason)) => arrivals.push(Arrival::refused(name, reason)),
        Some(Ok(archive)) => {
            for member in archive.filter(|member| is_meant(&member.name)) {
                arrivals.push(match member.bytes {
                    Ok(bytes) => Input::File { name: member.name, bytes }.into(),
                    Err(reason) => Arrival::refused(member.name, reason),
                });
                // The page stays awake.
                TimeoutFuture::new(0).await;
                if stop.is_asked() {
                    return;
                }
            }
        }
    }
}

/// The bytes of a file, through `Response`, which browsers could read blobs with long before `Blob.arrayBuffer`.
async fn bytes(file: &File) -> Result<Vec<u8>, Reason> {
    if file.size() > LARGEST_FILE {
        return Err(Reason::TooLarge);
    }
    let response = Response::new_with_opt_blob(Some(file)).map_err(|_| Reason::Damaged)?;
    let promise = response.array_buffer().map_err(|_| Reason::Damaged)?;
    let buffer = JsFuture::from(promise).await.map_err(|_| Reason::Damaged)?;
    buffer.dyn_ref::<js_sys::ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).ok_or(Reason::Damaged)
}

/// Whether HTML from the clipboard holds a table; without one its plain text says as much.
fn holds_table(html: &str) -> bool {
    html.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"<table"))
}
