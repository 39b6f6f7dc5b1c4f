//! From a draft to its result, as a person who pastes the text would get it.

// Each test program takes what it needs.
#![allow(dead_code)]

pub mod tally;

use std::path::{Path, PathBuf};

use nianbao::align::align;
use nianbao::document::Document;
use nianbao::outcome::Checked;
use sample::Draft;

/// The project's folder.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("a folder of the project").to_owned()
}

/// Reads a draft's text, with the remarks that a text can't carry.
pub fn document(draft: &Draft) -> Document {
    let mut document = readers::read_text(&draft.to_text()).expect("a text can be read");
    document.remarks.extend(draft.remarks.iter().cloned());
    document
}

/// Checks a draft against the year before, where it has one.
pub fn check(draft: &Draft) -> Checked {
    let previous = draft.previous.as_deref().map(|before| align(&document(before)));
    let options = nianbao::Options { previous: previous.as_ref(), ..nianbao::Options::default() };
    nianbao::check(&document(draft), "", &options)
}
