//! `nianbao read` prints the Document of a file of every format, whole.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use nianbao::document::Document;
use sample::{Draft, Hand, LAYOUTS, Noise, Written};
use tempfile::TempDir;

/// A file of each format: its name, its bytes, and the reader that reads it.
fn files() -> Vec<(String, Vec<u8>, &'static str)> {
    let mut files: Vec<(String, Vec<u8>, &str)> = [
        ("a.txt", "一、总体情况\n无", "text"),
        ("a.md", "# 一、总体情况\n\n| 规章 | 0 |\n|---|---|\n| 许可 | 1 |", "text"),
        ("a.csv", "规章,0,0,6\n许可,1,2,3", "text"),
        ("a.html", "<html><body><p>一、总体情况</p></body></html>", "html"),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>1</p>", "mht"),
    ]
    .map(|(name, text, reader)| (name.to_owned(), text.as_bytes().to_vec(), reader))
    .into();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../readers/tests/files");
    for (extension, reader) in [
        ("doc", "doc"),
        ("docx", "docx"),
        ("odt", "odt"),
        ("rtf", "rtf"),
        ("pdf", "pdf"),
        ("xlsx", "xlsx"),
        ("ods", "ods"),
        ("xls", "xls"),
    ] {
        let name = format!("small.{extension}");
        files.push((name.clone(), fs::read(folder.join(name)).expect("a file of the project"), reader));
    }
    for (layout, reader) in [("wps-file", "doc"), ("ofd-file", "ofd")] {
        let layout = LAYOUTS.iter().find(|other| other.name == layout).expect("a layout");
        if let Written::File { name, bytes } = (layout.write)(&Draft::clean(), &mut Hand::new(0, Noise::NONE)) {
            files.push((name.to_owned(), bytes, reader));
        }
    }
    files
}

#[test]
fn every_format_is_printed_as_its_document() {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes, reader) in files() {
        let path = folder.path().join(&name);
        fs::write(&path, &bytes).expect("written");
        let output = Command::cargo_bin("nianbao").expect("built").arg("read").arg(&path).output().expect("run");
        assert!(output.status.success(), "{name}: {output:?}");
        let printed: Document = serde_json::from_slice(&output.stdout).expect("a Document");
        assert_eq!(printed.reader, reader, "{name}");
        assert_eq!(Ok(printed), readers::read(&name, &bytes), "{name}");
    }
}
