//! The sizes of what is published.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

/// Prints the table, or what is missing for it.
pub fn print() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    println!("| file | KB | KB, gzip |");
    println!("| --- | ---: | ---: |");
    let files = [
        ("wasm", built(&root, "wasm")),
        ("its JavaScript", built(&root, "js")),
        ("nianbao.html", Some(root.join("nianbao.html"))),
    ];
    for (name, path) in files {
        match path.and_then(|path| fs::read(path).ok()).map(|bytes| (bytes.len(), packed(&bytes))) {
            Some((length, Ok(packed))) => println!("| {name} | {:.1} | {:.1} |", kilo(length), kilo(packed)),
            Some((_, Err(error))) => println!("| {name} | {error} | |"),
            None => println!("| {name} | not built: scripts/release builds it | |"),
        }
    }
}

/// The file of the release build that trunk named after the page, with this ending.
fn built(root: &Path, ending: &str) -> Option<PathBuf> {
    let files = fs::read_dir(root.join("dist")).ok()?;
    files.filter_map(Result::ok).map(|file| file.path()).find(|path| {
        let ours = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("nianbao-page"));
        ours && path.extension().is_some_and(|extension| extension == ending)
    })
}

fn packed(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1e3
}
