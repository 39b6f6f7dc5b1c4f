//! The zip packages that office files are.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package of these parts, each a name and an XML text. Writing to memory does not fail; if it did,
/// the package would be empty and every test that reads it would say so.
pub(super) fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let write = || -> zip::result::ZipResult<Vec<u8>> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, xml) in parts {
            package.start_file(*name, SimpleFileOptions::default())?;
            package.write_all(xml.as_bytes())?;
        }
        Ok(package.finish()?.into_inner())
    };
    write().unwrap_or_default()
}

/// The table of a package's relations: its main part.
pub(super) fn relations(kind: &str, target: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
    )
}

/// The texts of a package of these layouts, its tags taken out.
#[cfg(test)]
pub(super) fn decoded(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    for index in 0..package.len() {
        package.by_index(index).expect("a part").read_to_string(&mut text).expect("a text");
    }
    text
}
