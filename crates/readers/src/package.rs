//! Zip containers: the packages that docx, xlsx, odt and ofd are, and archives of files.

use std::io::{Cursor, Read};

use nianbao::unreadable::Reason;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits;

/// A zip container. Its members are unpacked one by one, each and all together under a limit.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: usize,
}

impl<'a> Package<'a> {
    /// Opens a container.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Reason> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Reason::Damaged)?;
        if archive.len() > limits::MEMBERS {
            return Err(Reason::TooLarge);
        }
        Ok(Package { archive, unpacked: 0 })
    }

    /// Whether there is such a member. Writers differ in the case of letters.
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        let same = |raw: &[u8]| raw.iter().map(|byte| if *byte == b'\\' { b'/' } else { *byte }).eq(name.bytes());
        let alike = |raw: &[u8]| raw.eq_ignore_ascii_case(name.as_bytes());
        let place = self.archive.file_names_raw().position(same);
        place.or_else(|| self.archive.file_names_raw().position(alike))
    }

    /// Unpacks a member; nothing, if there is none of this name.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        match self.index(name) {
            Some(index) => self.read_at(index).map(Some),
            None => Ok(None),
        }
    }

    /// Unpacks the member with this number.
    pub fn read_at(&mut self, index: usize) -> Result<Vec<u8>, Reason> {
        let member = self.archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Reason::Encrypted,
            _ => Reason::Damaged,
        })?;
        let left = limits::UNPACKED_BYTES.saturating_sub(self.unpacked);
        let most = u64::try_from(left).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        member.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Reason::Damaged)?;
        self.unpacked = self.unpacked.saturating_add(bytes.len());
        if bytes.len() > left { Err(Reason::TooLarge) } else { Ok(bytes) }
    }
}

/// A zip container of these members, for tests.
#[cfg(test)]
pub(crate) fn pack(members: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .expect("a name");
        writer.write_all(bytes).expect("bytes");
    }
    writer.finish().expect("a container").into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_any_spelling() {
        let bytes = pack(&[("a\\b.xml", b"1"), ("Doc/C.xml", b"2")]);
        let mut package = Package::open(&bytes).expect("a package");
        assert_eq!(package.read("a/b.xml"), Ok(Some(b"1".to_vec())));
        assert_eq!(package.read("/doc/c.xml"), Ok(Some(b"2".to_vec())));
        assert_eq!(package.read("doc"), Ok(None));
    }

    #[test]
    fn a_bomb_is_too_large_and_a_stub_damaged() {
        let zeros = vec![0; limits::UNPACKED_BYTES / 2 + 1];
        let bytes = pack(&[("a", &zeros), ("b", &zeros)]);
        let mut package = Package::open(&bytes).expect("a package");
        assert_eq!(package.read("a").map(|bytes| bytes.map(|bytes| bytes.len())), Ok(Some(zeros.len())));
        assert_eq!(package.read("b"), Err(Reason::TooLarge));
        assert!(matches!(Package::open(bytes.get(..200).unwrap_or_default()), Err(Reason::Damaged)));
    }
}
