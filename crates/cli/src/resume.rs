//! A file of JSON lines that is continued after a break.

use std::collections::HashMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, ErrorKind, Seek, SeekFrom};
use std::path::Path;

use nianbao::finding::Severity;
use nianbao::language::Language;
use nianbao::say;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::verdict::{Tally, Verdict};

/// How every line begins.
const BEGINNING: &[u8] = b"{\"schema\":";

/// What is known of the work done before.
pub struct Resumed {
    file: File,
    tally: Tally,
    /// How often each name stands in it.
    names: HashMap<String, usize>,
}

/// What is needed of a line.
#[derive(Deserialize)]
struct Line {
    file: String,
    unreadable: Option<IgnoredAny>,
    #[serde(default)]
    findings: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    severity: Severity,
}

impl Resumed {
    /// Opens a file, or makes it. A last line that has no end, because the work was killed while it
    /// was written, is cut off.
    ///
    /// # Errors
    /// When another process is writing it, or when something else than results stands in it; it is
    /// left as it is then.
    pub fn open(path: &Path, language: Language) -> io::Result<Resumed> {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(named)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                let message = say!(language, "另一个进程正在写这个文件。", "another process is writing to this file.");
                return Err(named(io::Error::new(ErrorKind::WouldBlock, message)));
            }
            // Some file systems have no locks.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        Resumed::read(file, language).map_err(named)
    }

    fn read(mut file: File, language: Language) -> io::Result<Resumed> {
        let mut lines = BufReader::new(&file);
        let (mut tally, mut names) = (Tally::default(), HashMap::new());
        let (mut end, mut number, mut line) = (0, 0_usize, Vec::new());
        loop {
            line.clear();
            let length = lines.read_until(b'\n', &mut line)?;
            number += 1;
            if line.last() != Some(&b'\n') {
                break;
            }
            let read: Line = serde_json::from_slice(&line).map_err(|_| not_a_result(number, language))?;
            tally.count(read.verdict());
            *names.entry(read.file).or_default() += 1;
            end += length as u64;
        }
        // A line torn off is the beginning of a result, however short.
        if !line.iter().zip(BEGINNING).all(|(one, other)| one == other) {
            return Err(not_a_result(number, language));
        }
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        Ok(Resumed { file, tally, names })
    }

    /// The file, ready for the next line; the tally of the lines in it; and what passes over the names
    /// in it, each as often as it stands there.
    pub fn into_parts(self) -> (File, Tally, impl FnMut(&str) -> bool + Send + 'static) {
        let mut names = self.names;
        let is_done = move |name: &str| match names.get_mut(name) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        };
        (self.file, self.tally, is_done)
    }
}

impl Line {
    fn verdict(&self) -> Verdict {
        match self.unreadable {
            Some(_) => Verdict::Unread,
            None if self.findings.iter().any(|found| found.severity == Severity::Error) => Verdict::Errors,
            None => Verdict::Clean,
        }
    }
}

fn not_a_result(number: usize, language: Language) -> io::Error {
    let message = say!(
        language,
        "第 {number} 行不是核对结果。请换一个文件名，原文件未改动。",
        "line {number} is no result. Name another file; this one was left as it is."
    );
    io::Error::new(ErrorKind::InvalidData, message)
}
