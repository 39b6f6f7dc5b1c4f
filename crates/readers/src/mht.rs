//! mht: a web page saved as one file, in the parts of a mail.

use std::borrow::Cow;

use encoding_rs::Encoding;
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::{encoding, html, limits};

/// How deep parts may hold parts.
const DEEPEST: usize = 4;

/// Reads the page: the first part that is HTML.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Reason> {
    let page = page(bytes, 0).ok_or(Reason::Damaged)?;
    let encoding = page.charset.or_else(|| html::declared_encoding(&page.body));
    let text = encoding::decode(&page.body, encoding);
    if text.len() > limits::HTML_BYTES {
        return Err(Reason::TooLarge);
    }
    let mut document = html::read(&text)?;
    "mht".clone_into(&mut document.reader);
    Ok(document)
}

/// A page has at most as many pictures.
const MOST_PARTS: usize = 10_000;

/// An HTML part.
struct Part<'a> {
    body: Cow<'a, [u8]>,
    charset: Option<&'static Encoding>,
}

fn page(bytes: &[u8], depth: usize) -> Option<Part<'_>> {
    let (head, body) = split(bytes)?;
    // A header goes on in the next line after a blank.
    let head = String::from_utf8_lossy(head).replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let header = |name: &str| {
        let line =
            head.lines().find(|line| line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
        line.and_then(|line| line.get(name.len()..)).map(str::trim).unwrap_or_default()
    };
    let kind = header("content-type:");
    let lower = kind.to_ascii_lowercase();
    if lower.starts_with("multipart/") && depth < DEEPEST {
        let boundary = format!("--{}", parameter(kind, "boundary=")?);
        let page = parts(body, boundary.as_bytes()).into_iter().find_map(|part| page(part, depth + 1));
        return page;
    }
    if !lower.starts_with("text/html") {
        return None;
    }
    let body = match header("content-transfer-encoding:").to_ascii_lowercase().as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base_64(body)),
        _ => Cow::Borrowed(body),
    };
    let charset = parameter(kind, "charset=").and_then(|label| Encoding::for_label(label.as_bytes()));
    Some(Part { body, charset })
}

/// The head and the body, at the first blank line.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let crlf = find(bytes, b"\r\n\r\n").map(|at| (at, 4));
    let lf = find(bytes, b"\n\n").map(|at| (at, 2));
    let (at, length) = [crlf, lf].into_iter().flatten().min()?;
    Some((bytes.get(..at)?, bytes.get(at + length..)?))
}

/// The parts between boundaries.
fn parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = find(body, boundary).and_then(|at| body.get(at + boundary.len()..));
    while let Some(here) = rest.filter(|_| parts.len() < MOST_PARTS) {
        let here = here.trim_ascii_start();
        // A part that does not end was cut off.
        let Some(end) = find(here, boundary) else { break };
        parts.extend(here.get(..end));
        rest = here.get(end + boundary.len()..);
    }
    parts
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len().max(1)).position(|window| window == word)
}

/// A parameter of a header, without quotes.
fn parameter<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    let at = header.to_ascii_lowercase().find(name)?;
    let value = header.get(at + name.len()..)?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([';', ' ']).next(),
    }
    .filter(|value| !value.is_empty())
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        let digit = |index: usize| after.get(index).and_then(|byte| char::from(*byte).to_digit(16));
        if let Some(soft) = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")) {
            rest = soft;
        } else if let (Some(high), Some(low)) = (digit(0), digit(1)) {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(b'=');
        }
    }
    bytes
}

fn base_64(body: &[u8]) -> Vec<u8> {
    let value = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let values: Vec<u8> = body.iter().take_while(|byte| **byte != b'=').filter_map(value).collect();
    let mut bytes = Vec::with_capacity(values.len() * 3 / 4);
    for group in values.chunks(4) {
        let bits = group.iter().fold(0_u32, |bits, value| bits << 6 | u32::from(*value)) << (6 * (4 - group.len()));
        let [_, a, b, c] = bits.to_be_bytes();
        bytes.extend([a, b, c].into_iter().take(group.len().saturating_sub(1)));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use nianbao::document::Block;

    use super::*;

    fn paragraphs(mht: &str) -> Vec<String> {
        let document = crate::read("页.mht", mht.as_bytes()).expect("readable");
        let text = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.text.clone(),
            Block::Grid(_) => "▦".to_owned(),
        };
        document.blocks.iter().map(text).collect()
    }

    #[test]
    fn the_page_is_found_among_the_parts() {
        let mht = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_B\"; type=\"text/html\"\r\n\r\n\
            preamble\r\n----=_B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n----=_B\r\n\
            Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <p>=B9=E6=D5=\r\n=C2=3D1</p>\r\n----=_B--\r\n";
        assert_eq!(paragraphs(mht), ["规章=1"]);
    }

    #[test]
    fn a_page_without_parts_may_be_base_64() {
        assert_eq!(
            paragraphs(
                "From: saved\nMIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+6KeE56ugPC9wPg=="
            ),
            ["规章"]
        );
    }

    #[test]
    fn no_page_is_damage() {
        assert_eq!(crate::read("", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--a"), Err(Reason::Damaged));
    }
}
