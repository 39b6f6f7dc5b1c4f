//! doc and wps: Word 97–2003 documents.
//!
//! The text stands in pieces, each in one or two bytes a character: first the main text, then what
//! stands beside it. [`super::story`] puts it together, [`super::properties`] says which paragraphs
//! stand in tables, [`super::lists`] how they are numbered.

use std::collections::HashMap;

use encoding_rs::WINDOWS_1252;
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use super::Container;
use super::bytes::{part, size_at, u16_at, u32_at};
use super::lists;
use super::properties::{Styles, of_characters, of_paragraphs};
use super::story::{self, Beside, Placed, Properties};
use crate::numbering::Numbering;
use crate::{flow, limits};

/// What a Word document begins with.
const MAGIC: u16 = 0xA5EC;

/// Where the pairs of offset and length begin in the header.
const PAIRS: usize = 0x9A;

/// The pairs for styles, the properties of characters and of paragraphs, the pieces of the text, what
/// shapes and endnotes are tied to, the text boxes, and lists.
const STYLES: usize = 1;
const CHARACTERS: usize = 12;
const PARAGRAPHS: usize = 13;
const PIECES: usize = 33;
const ANCHORS: usize = 40;
const ENDNOTES: usize = 46;
const BOXES: usize = 56;
const LISTS: usize = 73;
const LIST_NAMES: usize = 74;

/// Reads a document.
pub(super) fn read(document: &[u8], container: &mut Container<'_>) -> Result<Document, Reason> {
    let flags = u16_at(document, 0x0A).ok_or(Reason::Damaged)?;
    if u16_at(document, 0) != Some(MAGIC) {
        return Err(Reason::Unsupported);
    }
    if flags & 0x0100 != 0 {
        return Err(Reason::Encrypted);
    }
    let name = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
    let table = container.read(name)?.ok_or(Reason::Damaged)?;
    let data = container.read("Data")?.unwrap_or_default();
    let pair = |index: usize| {
        let at = PAIRS + index * 8;
        part(&table, size_at(document, at)?, size_at(document, at + 4)?)
    };
    let text = pieces(document, pair(PIECES).ok_or(Reason::Damaged)?).ok_or(Reason::Damaged)?;
    let styles = Styles::read(pair(STYLES).unwrap_or_default());
    let properties = Properties {
        paragraphs: of_paragraphs(document, pair(PARAGRAPHS).unwrap_or_default(), &data, &styles),
        characters: of_characters(document, pair(CHARACTERS).unwrap_or_default()),
    };
    let mut stories = text.as_slice();
    let mut story = |at: usize| -> &[Placed] {
        let length = size_at(document, at).unwrap_or(0).min(stories.len());
        let (story, rest) = stories.split_at(length);
        stories = rest;
        story
    };
    // They stand one after the other, headers and macros among them.
    let [main, footnotes, _, _, comments, endnotes, boxes] = [0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64].map(&mut story);
    let beside = Beside {
        footnotes: story::notes(footnotes, '\u{2}'),
        endnotes: story::notes(endnotes, '\u{2}'),
        comments: story::notes(comments, '\u{5}'),
        endnote_marks: references(pair(ENDNOTES).unwrap_or_default(), 2).map(|(at, _)| at).collect(),
        boxes: text_boxes(pair(ANCHORS).unwrap_or_default(), pair(BOXES).unwrap_or_default(), boxes),
    };
    // What the lengths of these two tables leave out follows them.
    let from = |index: usize| size_at(document, PAIRS + index * 8).and_then(|at| table.get(at..)).unwrap_or_default();
    let has_lists = pair(LISTS).is_some_and(|table| !table.is_empty());
    let numbering = if has_lists { lists::read(from(LISTS), from(LIST_NAMES)) } else { Numbering::default() };
    flow::document("doc", story::read(main, &properties, &beside, numbering)?)
}

/// The places in the text that a table refers to, each with what it says of it in `size` bytes.
fn references(table: &[u8], size: usize) -> impl Iterator<Item = (usize, &[u8])> {
    let count = table.len().saturating_sub(4) / (4 + size);
    (0..count)
        .filter_map(move |index| Some((size_at(table, index * 4)?, part(table, (count + 1) * 4 + index * size, size)?)))
}

/// The text boxes, by the place in the main text that their shapes are tied to.
fn text_boxes<'t>(anchors: &[u8], boxes: &[u8], text: &'t [Placed]) -> HashMap<usize, Vec<&'t [Placed]>> {
    // Both tables name the shape by its number.
    let places: HashMap<u32, usize> =
        references(anchors, 26).filter_map(|(place, shape)| Some((u32_at(shape, 0)?, place))).collect();
    let starts: Vec<(usize, &[u8])> = references(boxes, 22).collect();
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let mut tied: HashMap<usize, Vec<&[Placed]>> = HashMap::new();
    let mut before = 0;
    for ((start, shape), end) in starts.iter().zip(ends) {
        let place = u32_at(shape, 14).and_then(|shape| places.get(&shape));
        // One after the other, so that no text stands twice.
        let Some(text) = text.get(*start..end).filter(|_| *start >= before) else { continue };
        before = end;
        if let Some(place) = place {
            tied.entry(*place).or_default().push(text);
        }
    }
    tied
}

/// The whole text, put together from its pieces.
fn pieces(document: &[u8], table: &[u8]) -> Option<Vec<Placed>> {
    let mut rest = table;
    // Lists of changes stand before the table of pieces.
    while let Some(1) = rest.first() {
        rest = rest.get(3 + usize::from(u16_at(rest, 1)?)..)?;
    }
    let length = size_at(rest, 1)?;
    let table = part(rest, 5, length)?;
    let count = length.checked_sub(4)? / 12;
    let mut text = Vec::new();
    for index in 0..count {
        let (from, to) = (size_at(table, index * 4)?, size_at(table, index * 4 + 4)?);
        let place = u32::try_from(size_at(table, (count + 1) * 4 + index * 8 + 2)?).ok()?;
        let characters = to.checked_sub(from)?;
        let narrow = place & 0x4000_0000 != 0;
        let start = (place & 0x3FFF_FFFF) / if narrow { 2 } else { 1 };
        let (start, width) = (usize::try_from(start).ok()?, if narrow { 1 } else { 2 });
        let bytes = part(document, start, characters.checked_mul(width)?)?;
        if text.len() + bytes.len() / width > limits::TEXT_BYTES {
            return None;
        }
        let offset = |index: usize| u32::try_from(start + index * width).unwrap_or(u32::MAX);
        if narrow {
            let decode =
                |byte: &u8| WINDOWS_1252.decode_without_bom_handling(&[*byte]).0.chars().next().unwrap_or('\u{FFFD}');
            text.extend(bytes.iter().enumerate().map(|(index, byte)| (decode(byte), offset(index))));
        } else {
            let units = bytes.chunks_exact(2).map(|pair| u16_at(pair, 0).unwrap_or(0));
            let mut at = 0;
            for character in char::decode_utf16(units) {
                let character = character.unwrap_or('\u{FFFD}');
                text.push((character, offset(at)));
                // Lengths count code units, so a wide character stands twice.
                if character.len_utf16() == 2 {
                    text.push(('\0', offset(at)));
                }
                at += character.len_utf16();
            }
        }
    }
    Some(text)
}
