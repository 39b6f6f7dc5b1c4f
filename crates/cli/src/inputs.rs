//! From paths to reports, one at a time: files, standard input, folders and archives.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

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

/// The longest name that a list may hold, in bytes: more than any system takes.
const LONGEST_NAME: u64 = 1 << 16;

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
/// stand in it. Only one is held in memory at a time. Those whose name `is_done` knows are passed
/// over, files without being read.
pub fn each_report(
    path: &Path,
    is_done: &mut dyn FnMut(&str) -> bool,
    take: &mut dyn FnMut(Found) -> io::Result<()>,
) -> io::Result<()> {
    if !path.is_dir() {
        return take_file(path, is_done, take);
    }
    let is_kept = |name: &OsStr| !is_hidden(&name.to_string_lossy());
    let entries = WalkDir::new(path)
        .max_depth(DEPTH)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || is_kept(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.path().is_file() => take_file(entry.path(), is_done, take)?,
            Ok(_) => {}
            Err(error) => {
                let name = error.path().unwrap_or(path).to_string_lossy().into_owned();
                if !is_done(&name) {
                    take(Found { name, bytes: Err(Failure::System(error.into())) })?;
                }
            }
        }
    }
    Ok(())
}

/// Gives every name of a list to `take`. Names end with a line feed, or with a NUL; empty ones count
/// for nothing.
///
/// # Errors
/// When the list can't be read, or is none: no name is as long as [`LONGEST_NAME`].
pub fn each_name(
    mut list: impl BufRead,
    ends_with_nul: bool,
    take: &mut dyn FnMut(PathBuf) -> io::Result<()>,
) -> io::Result<()> {
    let end = if ends_with_nul { b'\0' } else { b'\n' };
    let mut name = Vec::new();
    while list.by_ref().take(LONGEST_NAME).read_until(end, &mut name)? > 0 {
        if name.last() == Some(&end) {
            name.pop();
        } else if name.len() as u64 == LONGEST_NAME {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a name is too long to be one"));
        }
        if !ends_with_nul && name.last() == Some(&b'\r') {
            name.pop();
        }
        match name.as_slice() {
            b"" => {}
            // In a list it is the name of a file.
            b"-" => take(PathBuf::from("./-"))?,
            bytes => take(path_of(bytes)?)?,
        }
        name.clear();
    }
    Ok(())
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> io::Result<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(OsStr::from_bytes(name)))
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> io::Result<PathBuf> {
    let name = str::from_utf8(name).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    Ok(PathBuf::from(name))
}

/// Opens a list of names, or standard input for `-`.
///
/// # Errors
/// When it can't be opened; the error names it.
pub fn open_list(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    Ok(Box::new(BufReader::new(File::open(path).map_err(named)?)))
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

fn take_file(
    path: &Path,
    is_done: &mut dyn FnMut(&str) -> bool,
    take: &mut dyn FnMut(Found) -> io::Result<()>,
) -> io::Result<()> {
    if is_done(&path.to_string_lossy()) {
        return Ok(());
    }
    let found = read(path);
    match found.bytes.as_deref().ok().and_then(Archive::open) {
        None => take(found),
        Some(Err(reason)) => take(Found { bytes: Err(Failure::Archive(reason)), ..found }),
        Some(Ok(archive)) => {
            for member in archive {
                let name = format!("{}/{}", found.name, member.name);
                if !is_done(&name) {
                    take(Found { name, bytes: member.bytes.map_err(Failure::Archive) })?;
                }
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[u8], ends_with_nul: bool) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        each_name(list, ends_with_nul, &mut |path| {
            names.push(path.to_string_lossy().into_owned());
            Ok(())
        })?;
        Ok(names)
    }

    #[test]
    fn lists_end_their_names_with_line_feeds_or_nuls() {
        assert_eq!(names("甲.txt\r\n\n-\n a b .docx".as_bytes(), false).unwrap(), ["甲.txt", "./-", " a b .docx"]);
        assert_eq!(names(b"a\nb\r\0\0c\0", true).unwrap(), ["a\nb\r", "c"]);
        assert!(names(b"", false).unwrap().is_empty());
    }

    #[test]
    fn what_has_no_names_is_no_list() {
        assert!(names(&vec![b'a'; 1 << 20], false).is_err());
        let longest = vec![b'a'; LONGEST_NAME as usize - 1];
        assert_eq!(names(&longest, false).unwrap().len(), 1);
    }
}
