//! Refuses files that were cut off, and files whose objects are more than a report can have or whose
//! inner tables unpack to more, before they are read: the library that reads objects makes what it
//! can of a broken file, and unpacks without a limit.

use nianbao::unreadable::Reason;

use super::stream::{STREAM_BYTES, inflate};

/// How much of the file before a stream is looked at for its dictionary, in bytes.
const DICTIONARY: usize = 1024;

/// How many bytes of packed object tables an encrypted file may have: what is encrypted can't be
/// unpacked here, and unpacks to at most 1,032 times as much.
const ENCRYPTED_TABLES: usize = 200 << 10;

/// How many objects a file may have that stand by themselves. A report has some hundreds.
const MOST_OBJECTS: usize = 100_000;

/// Looks at the file's end, its objects, and every stream that holds objects or the table of them.
pub(super) fn check(bytes: &[u8]) -> Result<(), Reason> {
    if is_cut_off(bytes) {
        return Err(Reason::Damaged);
    }
    let mut objects = 0;
    let mut rest = bytes;
    while let Some(found) = find(rest, b" obj") {
        rest = rest.get(found + 4..).unwrap_or_default();
        objects += 1;
        if objects > MOST_OBJECTS {
            return Err(Reason::TooLarge);
        }
    }
    let encrypted = find(bytes, b"/Encrypt").is_some();
    let mut unpacked = 0_usize;
    let mut tables = 0_usize;
    let mut start = 0;
    while let Some(found) = find(bytes.get(start..).unwrap_or_default(), b"stream") {
        let keyword = start + found;
        start = keyword + b"stream".len();
        let before = bytes.get(keyword.saturating_sub(DICTIONARY)..keyword).unwrap_or_default();
        let begin = rfind(before, b"obj").unwrap_or(0);
        let dictionary = before.get(begin..).unwrap_or_default();
        if !dictionary.trim_ascii_end().ends_with(b">>") || !holds_objects(dictionary) {
            continue;
        }
        let data = bytes.get(start..).unwrap_or_default();
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        let length = find(data, b"endstream").unwrap_or(data.len());
        let data = data.get(..length).unwrap_or_default();
        if count(dictionary, b"Decode") > 1 && count(dictionary, b"FlateDecode") != 1
            || find(dictionary, b"LZW").is_some() && length > 16 << 10
        {
            return Err(Reason::Damaged);
        }
        tables = tables.saturating_add(length);
        if encrypted && tables > ENCRYPTED_TABLES {
            return Err(Reason::TooLarge);
        }
        unpacked = unpacked.saturating_add(inflate(data, STREAM_BYTES)?.len());
        if unpacked > 2 * STREAM_BYTES {
            return Err(Reason::TooLarge);
        }
    }
    Ok(())
}

/// Whether the file ends before its end: what tells where its objects are stands after the last one.
/// A file without that but for a mark at the end was not cut off.
fn is_cut_off(bytes: &[u8]) -> bool {
    let Some(last) = rfind(bytes, b"endobj") else { return false };
    let tail = bytes.get(last..).unwrap_or_default();
    ![&b"xref"[..], b"trailer", b"%%EOF"].iter().any(|word| find(tail, word).is_some())
}

/// Whether a stream's dictionary may be that of objects or of their table. A name written with
/// escapes hides what it says.
fn holds_objects(dictionary: &[u8]) -> bool {
    [&b"/ObjStm"[..], b"/XRef", b"#"].iter().any(|word| find(dictionary, word).is_some())
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut start = 0;
    loop {
        let rest = bytes.get(start..)?;
        let at = rest.iter().position(|byte| *byte == first)?;
        if rest.get(at..)?.starts_with(word) {
            return Some(start + at);
        }
        start += at + 1;
    }
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word).count()
}
