//! What the fuzz targets have in common.

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Reads a file of any kind.
pub fn read(bytes: &[u8]) {
    let _ = nianbao_readers::read("", bytes);
}

/// Reads a file that begins with `start`, so that the kind is not in question.
pub fn read_after(start: &[u8], rest: &[u8]) {
    read(&[start, rest].concat());
}

/// Reads a package whose part `name` holds the bytes, beside `others`.
pub fn read_part(name: &str, bytes: &[u8], others: &[(&str, &str)]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let members = others.iter().map(|(name, text)| (*name, text.as_bytes())).chain([(name, bytes)]);
    for (name, bytes) in members {
        if writer.start_file(name, options).is_err() || writer.write_all(bytes).is_err() {
            return;
        }
    }
    if let Ok(package) = writer.finish() {
        read(&package.into_inner());
    }
}

/// Reads an OLE2 container whose streams of these names all hold the bytes.
pub fn read_streams(names: &[&str], bytes: &[u8]) {
    let Ok(mut container) = cfb::CompoundFile::create(Cursor::new(Vec::new())) else { return };
    for name in names {
        if container.create_stream(name).and_then(|mut stream| stream.write_all(bytes)).is_err() {
            return;
        }
    }
    if container.flush().is_ok() {
        read(&container.into_inner().into_inner());
    }
}
