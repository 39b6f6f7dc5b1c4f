//! Tags: what kind of element they are, and the tokenizer that finds them.

use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TokenSink, Tokenizer, TokenizerOpts};

/// The most attributes of a tag that makes sense. The tokenizer compares each with all before it.
const ATTRIBUTES: usize = 500;

/// Whether the element begins and ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether the element has no content and no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// The level of a heading element.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// How the tokenizer must read an element whose content is no HTML and no part of the text.
pub(super) fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

/// Runs the tokenizer over HTML.
pub(super) fn tokenize<Sink: TokenSink>(html: &str, sink: Sink) -> Sink {
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let mut start = 0;
    let feed = |range: Range<usize>| {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(html.get(range).unwrap_or_default()));
        // The sink never stops the tokenizer, so it takes in the whole queue.
        let _ = tokenizer.feed(&queue);
    };
    for monster in overloaded_tags(html) {
        feed(start..monster.start);
        start = monster.end;
    }
    feed(start..html.len());
    tokenizer.end();
    tokenizer.sink
}

/// The tags with more than [`ATTRIBUTES`] attributes.
fn overloaded_tags(html: &str) -> Vec<Range<usize>> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|&byte| byte == b'<')) {
        let start = at + next;
        at = start + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (end, attributes) = end_of_tag(bytes, at);
        if attributes > ATTRIBUTES {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Where the tag ends that is open at `at`, and how many attributes it has at most.
fn end_of_tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut attributes = 0;
    let mut quote = None;
    let mut after_equals = false;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match quote {
            Some(open) if byte == open => {
                quote = None;
                attributes += 1;
            }
            Some(_) => {}
            None => match byte {
                b'>' => return (at, attributes),
                // An end tag: what looked like a tag was part of a script.
                b'<' if bytes.get(at) == Some(&b'/') => return (at - 1, attributes),
                b'"' | b'\'' if after_equals => quote = Some(byte),
                b'"' | b'\'' | b'/' => attributes += 1,
                _ if byte.is_ascii_whitespace() => attributes += 1,
                _ => {}
            },
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    (at, attributes)
}
