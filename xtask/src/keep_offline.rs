//! What makes the hosted page one that can be installed, opens without a network, and hands out the
//! single file: its manifest, its service worker, and `nianbao.html` beside it.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::{Failure, html};

/// The service worker. Its name never changes: browsers look there for a newer one.
const WORKER: &str = "offline.js";

/// What is carried into the folder, from the project's.
const CARRIED: [(&str, &str); 4] = [
    ("static/manifest.webmanifest", "manifest.webmanifest"),
    ("static/icons/icon-192.png", "icon-192.png"),
    ("static/icons/icon-512.png", "icon-512.png"),
    ("nianbao.html", "nianbao.html"),
];

/// What the page has in its head for them. Boot-hosted.js and src/browser.rs look for both.
const LINKS: &str = "    <link rel=\"manifest\" href=\"manifest.webmanifest\" />\n    \
                     <link rel=\"alternate\" id=\"nianbao-file\" href=\"nianbao.html\" title=\"nianbao.html\" />\n";

/// Files that the page can do without where there is no network.
const LEFT_OUT: [&str; 3] = [WORKER, "nianbao.html", "index.html"];

/// Adds all of it to the folder that trunk has laid out. Doing it twice changes nothing.
pub fn add(root: &Path, folder: &Path) -> Result<(), Failure> {
    for (from, to) in CARRIED {
        fs::copy(root.join(from), folder.join(to)).map_err(|error| format!("{from}: {error}"))?;
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page)?;
    if !html.contains(LINKS) {
        fs::write(&page, html::before_the_end_of_head(&html, LINKS)?)?;
    }
    let source = fs::read_to_string(root.join("static").join(WORKER))?;
    fs::write(folder.join(WORKER), worker(&source, folder)?)?;
    Ok(())
}

/// The service worker with the files of this build, and a name that is another as soon as one byte
/// of them is.
fn worker(source: &str, folder: &Path) -> Result<String, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| format!("a file has a strange name: {name:?}"))?;
        if entry.file_type()?.is_file() && !LEFT_OUT.contains(&name.as_str()) && !name.ends_with(".json") {
            names.push(name);
        }
    }
    names.sort();
    let mut hash = Sha256::new();
    for name in names.iter().map(String::as_str).chain(["index.html"]) {
        hash.update(name.as_bytes());
        hash.update(fs::read(folder.join(name))?);
    }
    let build: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    // The page itself is kept under the address of its folder.
    let files: Vec<String> = std::iter::once("./".to_owned()).chain(names).map(|name| format!("{name:?}")).collect();
    Ok(source.replace("{build}", &build).replace("{files}", &format!("[{}]", files.join(", "))))
}
