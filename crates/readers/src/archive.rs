//! An archive of files (zip): each file in it is an input of its own.

use std::io::{Cursor, Read};

use nianbao::unreadable::Reason;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::{encoding, limits};

/// How many files an archive may hold.
const MEMBERS: usize = 20_000;

/// How much all files of an archive may unpack to, in bytes.
const UNPACKED_BYTES: usize = 512 << 20;

/// Files that tell a document in a zip container from an archive of files.
const PARTS: &[&str] = &["[Content_Types].xml", "mimetype", "content.xml", "META-INF/manifest.xml", "OFD.xml"];

/// An archive of files.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    next: usize,
    unpacked: usize,
}

/// A file of an [`Archive`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name with its folders, decoded: Windows writes names in GBK.
    pub name: String,
    /// Its bytes, or why they can't be unpacked.
    pub bytes: Result<Vec<u8>, Reason>,
}

impl<'a> Archive<'a> {
    /// Opens an archive; `None` where the bytes are something else, a document in a zip container
    /// (docx, xlsx, odt, ofd) or a damaged one included.
    ///
    /// # Errors
    /// When it holds more files than can be meant.
    pub fn open(bytes: &'a [u8]) -> Option<Result<Archive<'a>, Reason>> {
        if !bytes.starts_with(b"PK") {
            return None;
        }
        // Counted before the directory is read, which takes memory for each entry.
        let mut entries = 0;
        let mut rest = bytes;
        while let Some(at) = rest.windows(4).position(|window| window == b"PK\x01\x02") {
            entries += 1;
            rest = rest.get(at + 4..).unwrap_or_default();
        }
        if entries > MEMBERS {
            return Some(Err(Reason::TooLarge));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let is_document = PARTS.iter().any(|part| zip.index_for_name(part).is_some());
        (!is_document && !zip.is_empty()).then_some(Ok(Archive { zip, next: 0, unpacked: 0 }))
    }

    fn member(&mut self, index: usize) -> Option<Member> {
        let (name, encrypted) = {
            // Without unpacking: the name of a file that can't be unpacked is known as well.
            let file = self.zip.by_index_raw(index).ok()?;
            if file.is_dir() {
                return None;
            }
            (encoding::decode(file.name_raw(), None).replace('\\', "/"), file.encrypted())
        };
        if name.ends_with('/') || name.split('/').any(is_hidden) {
            return None;
        }
        let bytes = if encrypted { Err(Reason::Encrypted) } else { self.unpack(index) };
        Some(Member { name, bytes })
    }

    fn unpack(&mut self, index: usize) -> Result<Vec<u8>, Reason> {
        let limit = limits::FILE_BYTES.min(UNPACKED_BYTES.saturating_sub(self.unpacked));
        let file = self.zip.by_index(index).map_err(|error| reason(&error))?;
        let mut bytes = Vec::new();
        let read = file.take(limit as u64 + 1).read_to_end(&mut bytes);
        self.unpacked = self.unpacked.saturating_add(bytes.len());
        if bytes.len() > limit {
            return Err(Reason::TooLarge);
        }
        read.map_err(|_| Reason::Damaged)?;
        Ok(bytes)
    }
}

impl Iterator for Archive<'_> {
    type Item = Member;

    /// The next file, unpacked; folders and hidden files are passed over.
    fn next(&mut self) -> Option<Member> {
        while self.next < self.zip.len() {
            let index = self.next;
            self.next += 1;
            if let Some(member) = self.member(index) {
                return Some(member);
            }
        }
        None
    }
}

/// Whether a file or folder of this name is none that a person put there: those of systems, and
/// the locks that office programs leave behind.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(&name)
}

fn reason(error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(_) => Reason::Unsupported,
        _ => Reason::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use encoding_rs::GB18030;
    use proptest::prelude::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file begins");
            writer.write_all(bytes).expect("written");
        }
        writer.finish().expect("finished").into_inner()
    }

    fn members(bytes: &[u8]) -> Vec<Member> {
        Archive::open(bytes).expect("an archive").expect("not too large").collect()
    }

    #[test]
    fn files_come_one_by_one_and_hidden_ones_do_not() {
        let zip = zip_of(&[
            ("甲/一.txt", b"1"),
            (".DS_Store", b"x"),
            ("__MACOSX/._一.txt", b"x"),
            ("~$乙.docx", b"x"),
            ("乙.html", b"2"),
        ]);
        let names: Vec<String> = members(&zip).into_iter().map(|member| member.name).collect();
        assert_eq!(names, ["甲/一.txt", "乙.html"]);
        assert_eq!(members(&zip)[1].bytes, Ok(b"2".to_vec()));
    }

    #[test]
    fn names_may_be_gbk() {
        let mut zip = zip_of(&[("abcdefgh.txt", b"1")]);
        let gbk = GB18030.encode("青石年报").0;
        while let Some(at) = zip.windows(8).position(|window| window == b"abcdefgh") {
            zip[at..at + 8].copy_from_slice(&gbk);
        }
        assert_eq!(members(&zip)[0].name, "青石年报.txt");
    }

    #[test]
    fn a_document_in_a_container_is_no_archive() {
        assert!(
            Archive::open(&zip_of(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")])).is_none()
        );
        assert!(Archive::open(b"PK\x03\x04 cut off").is_none());
        assert!(Archive::open(b"text").is_none());
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_left_out_and_the_others_are_read() {
        let bomb = vec![0; limits::FILE_BYTES + 1];
        let found = members(&zip_of(&[("大.txt", &bomb), ("小.txt", b"1")]));
        assert_eq!(found[0].bytes, Err(Reason::TooLarge));
        assert_eq!(found[1].bytes, Ok(b"1".to_vec()));
    }

    #[test]
    fn too_many_files_are_too_large() {
        let mut zip = zip_of(&[("甲.txt", b"1")]);
        zip.extend(b"PK\x01\x02".repeat(MEMBERS));
        assert!(matches!(Archive::open(&zip), Some(Err(Reason::TooLarge))));
    }

    proptest! {
        #[test]
        fn damage_is_no_panic(at in 0_usize..400, byte in any::<u8>(), cut in 0_usize..400) {
            let mut zip = zip_of(&[("甲.txt", &[b'1'; 300]), ("乙/丙.txt", b"2")]);
            let length = zip.len();
            if let Some(there) = zip.get_mut(at % length) {
                *there = byte;
            }
            zip.truncate(length - cut % length);
            if let Some(Ok(archive)) = Archive::open(&zip) {
                archive.for_each(drop);
            }
        }
    }
}
