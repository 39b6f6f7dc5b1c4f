//! OLE2 containers: what Word, Excel and WPS wrote before 2007, and still do as doc, wps, xls and et.

mod bytes;
mod doc;
mod lists;
mod properties;
mod story;
mod xls;

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::limits;

/// A container's streams.
struct Container<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
}

impl Container<'_> {
    /// A stream's bytes; nothing, if there is none of this name.
    fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        if !self.file.is_stream(name) {
            return Ok(None);
        }
        let stream = self.file.open_stream(name).map_err(|_| Reason::Damaged)?;
        if stream.len() > limits::FILE_BYTES as u64 {
            return Err(Reason::Damaged);
        }
        let mut bytes = Vec::new();
        stream.take(limits::FILE_BYTES as u64).read_to_end(&mut bytes).map_err(|_| Reason::Damaged)?;
        Ok(Some(bytes))
    }
}

/// Reads a document in an OLE2 container.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Reason> {
    let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Reason::Damaged)?;
    let mut container = Container { file };
    if let Some(document) = container.read("WordDocument")? {
        return doc::read(&document, &mut container);
    }
    if let Some(workbook) = container.read("Workbook")?.or(container.read("Book")?) {
        return xls::read(&workbook);
    }
    // A docx with a password is an encrypted package within such a container.
    if container.read("EncryptedPackage")?.is_some() { Err(Reason::Encrypted) } else { Err(Reason::Unsupported) }
}
