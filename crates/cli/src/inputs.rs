//! From paths to reports, one at a time: files, standard input, folders and archives.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use nianbao::language::Language;
use nianbao::say;
use nianbao::unreadable::{Reason, Unreadable};
use readers::archive::{Archive, is_hidden};
use walkdir::WalkDir;

/// The largest file that is read, in bytes. What is larger than a report may be is told apart by
/// the readers; an archive of a whole province's reports may be this large.
const LARGEST_FILE: u64 = 512 << 20;

/// How deep folders are searched.
const DEPTH: usize = 32;

/// One report, as found.
pub struct Found {
    /// The path as given, or the path in a folder or archive: `2024/青石镇.zip/年报.docx`.
    pub name: String,
    /// Its bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Failure>,
}

/// Why there are no bytes.
pub enum Failure {
    /// The system refuses: no such file, no permission, …
    System(io::Error),
    /// The archive can't be unpacked.
    Archive(Reason),
}

impl Failure {
    /// What is said to the person.
    pub fn explain(&self, language: Language) -> Unreadable {
        match self {
            Failure::Archive(reason) => reason.explain(language),
            Failure::System(error) => Unreadable {
                reason: Reason::Damaged,
                message: say!(language, "打不开这个文件：{error}。", "The file cannot be opened: {error}."),
                advice: say!(
                    language,
                    "请核对路径和文件名，并确认有权读取。",
                    "Check the path and the name, and that you may read it."
                ),
            },
        }
    }
}

/// Gives every report at the path to `take`, in order: a folder's by name, an archive's as they
/// stand in it. Only one is held in memory at a time.
pub fn each_report(path: &Path, take: &mut dyn FnMut(Found) -> io::Result<()>) -> io::Result<()> {
    if !path.is_dir() {
        return take_file(path, take);
    }
    let is_kept = |name: &OsStr| !is_hidden(&name.to_string_lossy());
    let entries = WalkDir::new(path)
        .max_depth(DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || is_kept(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.path().is_file() => take_file(entry.path(), take)?,
            Ok(_) => {}
            Err(error) => {
                let name = error.path().unwrap_or(path).to_string_lossy().into_owned();
                take(Found { name, bytes: Err(Failure::System(error.into())) })?;
            }
        }
    }
    Ok(())
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &Path) -> Found {
    let name = path.to_string_lossy().into_owned();
    let bytes = if name == "-" { all(io::stdin().lock()) } else { File::open(path).and_then(all) };
    Found { name, bytes: bytes.map_err(Failure::System) }
}

fn all(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LARGEST_FILE).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn take_file(path: &Path, take: &mut dyn FnMut(Found) -> io::Result<()>) -> io::Result<()> {
    let found = read(path);
    match found.bytes.as_deref().ok().and_then(Archive::open) {
        None => take(found),
        Some(Err(reason)) => take(Found { bytes: Err(Failure::Archive(reason)), ..found }),
        Some(Ok(archive)) => {
            for member in archive {
                let name = format!("{}/{}", found.name, member.name);
                take(Found { name, bytes: member.bytes.map_err(Failure::Archive) })?;
            }
            Ok(())
        }
    }
}
