//! Dropped folders: the files in them, however deep.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// How many files a dropped folder may hold; what comes after them is left out.
const MOST_FILES: usize = 20_000;

/// The files and folders that were dropped, if there is a folder among them. They must be taken
/// while the event lasts; afterwards the browser gives nothing any more.
pub fn dropped(data: &DataTransfer) -> Option<Vec<FileSystemEntry>> {
    let items = data.items();
    let entry = |index| items.get(index)?.webkit_get_as_entry().ok()?;
    let entries: Vec<FileSystemEntry> = (0..items.length()).filter_map(entry).collect();
    entries.iter().any(FileSystemEntry::is_directory).then_some(entries)
}

/// All files in these, with their paths, in the order in which the browser lists them. What can't be
/// opened is left out.
pub async fn files(entries: Vec<FileSystemEntry>) -> Vec<(String, File)> {
    let mut found = Vec::new();
    let mut open = entries;
    open.reverse();
    while let Some(entry) = open.pop() {
        if found.len() >= MOST_FILES {
            break;
        }
        let path = entry.full_path().trim_start_matches('/').to_owned();
        // Chromium has these classes without their names: what they are can only be asked of them.
        if entry.is_directory() {
            let mut inside = listed(entry.unchecked_ref()).await;
            inside.reverse();
            open.append(&mut inside);
        } else if let Some(file) = opened(entry.unchecked_ref()).await {
            found.push((path, file));
        }
    }
    found
}

/// What stands in a folder. A browser tells at most a hundred at a time, and nothing at the end.
async fn listed(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let some = answer(|answer, failure| {
            reader.read_entries_with_callback_and_callback(answer.unchecked_ref(), failure.unchecked_ref())
        });
        let Some(some) = some.await.and_then(|some| some.dyn_into::<Array>().ok()) else { break };
        if some.length() == 0 || entries.len() >= MOST_FILES {
            break;
        }
        entries.extend(some.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
    entries
}

async fn opened(entry: &FileSystemFileEntry) -> Option<File> {
    let file = answer(|answer, failure| {
        entry.file_with_callback_and_callback(answer.unchecked_ref(), failure.unchecked_ref());
        Ok(())
    });
    file.await?.dyn_into().ok()
}

/// What a function answers that takes a callback for its answer and one for its failure.
async fn answer(ask: impl FnOnce(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let mut ask = Some(ask);
    let promise = Promise::new(&mut |answer, failure| {
        let refused = ask.take().map(|ask| ask(&answer, &failure));
        if let Some(Err(error)) = refused {
            // Nobody else hears of it.
            let _ = failure.call1(&JsValue::UNDEFINED, &error);
        }
    });
    JsFuture::from(promise).await.ok()
}
