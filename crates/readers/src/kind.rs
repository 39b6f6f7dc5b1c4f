//! Tells the kind of a file from its bytes.

use crate::encoding;

/// The kinds of files that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, or nothing but a byte order mark.
    Empty,
    /// Plain text, Markdown, cells between tabs or bars.
    Text,
    /// Cells between commas, which only the name can tell from text.
    CommaSeparated,
    /// HTML: a saved page, or what an office program saves as one.
    Html,
    /// A web page archive (mht).
    Mhtml,
    /// Rich text (rtf).
    Rtf,
    /// PDF.
    Pdf,
    /// A zip container: docx, xlsx, odt, ofd, or an archive of files.
    Zip,
    /// An OLE2 container: doc, xls, wps, et, or an encrypted docx.
    Ole2,
    /// Something else: a picture, a program, …
    Unknown,
}

/// How many bytes at the beginning are looked at.
const LOOK: usize = 4096;

/// First bytes that tell a kind.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"PK\x03\x04", Kind::Zip),
    (b"PK\x05\x06", Kind::Zip),
    (b"PK\x07\x08", Kind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Ole2),
    (b"%PDF-", Kind::Pdf),
    (b"{\\rtf", Kind::Rtf),
    (b"\x89PNG", Kind::Unknown),
    (b"\xFF\xD8\xFF", Kind::Unknown),
    (b"GIF8", Kind::Unknown),
    (b"Rar!", Kind::Unknown),
    (b"7z\xBC\xAF\x27\x1C", Kind::Unknown),
    (b"\x1F\x8B", Kind::Unknown),
];

impl Kind {
    /// The kind of a file. `name` is asked only where the bytes leave it open.
    pub fn of(name: &str, bytes: &[u8]) -> Kind {
        let head = bytes.get(..LOOK).unwrap_or(bytes);
        if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
            return *kind;
        }
        // Some programs put a line or a preamble before the header of a PDF; readers allow 1024 bytes.
        if head.get(..1024).unwrap_or(head).windows(5).any(|window| window == b"%PDF-") {
            return Kind::Pdf;
        }
        let text = encoding::decode(whole_characters(head), None);
        let text = text.trim();
        if text.is_empty() {
            return if bytes.len() <= LOOK { Kind::Empty } else { Kind::Text };
        }
        if is_binary(text) {
            return Kind::Unknown;
        }
        let start = text.to_ascii_lowercase();
        if is_mhtml(&start) {
            return Kind::Mhtml;
        }
        if is_html(&start) {
            return Kind::Html;
        }
        if start.starts_with("<?xml") {
            return Kind::Unknown;
        }
        if name.to_ascii_lowercase().ends_with(".csv") { Kind::CommaSeparated } else { Kind::Text }
    }
}

/// The bytes without a character of UTF-8 that is cut off at their end, so that they stay UTF-8.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

/// Whether more than one character in fifty is a control character that no text holds.
fn is_binary(text: &str) -> bool {
    let is_odd = |c: &char| matches!(c, '\0'..='\x08' | '\x0E'..='\x1A' | '\x1C'..='\x1F' | '\u{FFFD}');
    text.chars().filter(is_odd).count() * 50 > text.chars().count()
}

fn is_mhtml(start: &str) -> bool {
    start.starts_with("mime-version:")
        || (start.starts_with("from:") && start.contains("\nmime-version:"))
        || start.starts_with("content-type: multipart/related")
}

/// Whether the (lower-case) beginning of a text is HTML: it starts with a tag, or has one of the
/// tags that a page is made of soon after.
fn is_html(start: &str) -> bool {
    if start.starts_with("version:") && start.contains("\nstarthtml:") {
        return true;
    }
    if start.starts_with("<?xml") {
        return start.contains("<html");
    }
    if start.starts_with('<') {
        let after = start.trim_start_matches(['<', '!', '/', '-']);
        return after.starts_with(|c: char| c.is_ascii_alphabetic()) && start.contains('>')
            || start.starts_with("<!--");
    }
    ["<html", "<body", "<table", "<!doctype html"].iter().any(|tag| start.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_told_from_the_bytes() {
        for (bytes, kind) in [
            (&b"PK\x03\x04rest"[..], Kind::Zip),
            (b"%PDF-1.7\n", Kind::Pdf),
            (b"\r\n%PDF-1.4\n", Kind::Pdf),
            (b"{\\rtf1\\ansi", Kind::Rtf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Kind::Ole2),
            (b"\xEF\xBB\xBF<!DOCTYPE html><p>1</p>", Kind::Html),
            (b"  <table><tr><td>1</td></tr></table>", Kind::Html),
            (b"<p class=MsoNormal>1</p>", Kind::Html),
            (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'></html>", Kind::Html),
            (b"<?xml version='1.0'?><w:document/>", Kind::Unknown),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Kind::Mhtml),
            (b"plain text, 3 < 5", Kind::Text),
            (b"< 5 and > 3", Kind::Text),
            (b" \r\n\t", Kind::Empty),
            (b"", Kind::Empty),
            (b"\x89PNG\r\n", Kind::Unknown),
            (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", Kind::Unknown),
        ] {
            assert_eq!(Kind::of("报告.docx", bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn only_the_name_tells_commas() {
        assert_eq!(Kind::of("表.CSV", "规章,0,0,6".as_bytes()), Kind::CommaSeparated);
        assert_eq!(Kind::of("表.txt", "规章,0,0,6".as_bytes()), Kind::Text);
        assert_eq!(Kind::of("表.csv", b"PK\x03\x04"), Kind::Zip);
    }

    #[test]
    fn utf_16_is_text() {
        let bytes: Vec<u8> = "一、总体情况\n2024年".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Kind::of("", &bytes), Kind::Text);
    }
}
