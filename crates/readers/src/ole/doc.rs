//! doc and wps: Word 97–2003 documents.
//!
//! The text stands in pieces, each in one or two bytes a character; marks in it end paragraphs,
//! cells and rows. [`super::properties`] says which paragraphs stand in tables.

use encoding_rs::WINDOWS_1252;
use nianbao::document::{Document, RemarkKind};
use nianbao::unreadable::Reason;

use super::Container;
use super::bytes::{part, size_at, u16_at};
use super::properties::{CharacterProperties, ParagraphProperties, Ranges, of_characters, of_paragraphs};
use crate::flow::{self, EdgedCell, EdgedRow, Piece, Table};
use crate::limits;

/// What a Word document begins with.
const MAGIC: u16 = 0xA5EC;

/// Where the pairs of offset and length begin in the header.
const PAIRS: usize = 0x9A;

/// The pairs for the properties of characters and of paragraphs, and for the pieces of the text.
const CHARACTERS: usize = 12;
const PARAGRAPHS: usize = 13;
const PIECES: usize = 33;

/// Edges nearer to each other than this are one, in twentieths of a point.
const NEAR: i32 = 45;

/// A character and its offset in the file.
type Placed = (char, u32);

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
    // How long the main text, the footnotes, the headers and the comments are.
    let length = |at: usize| size_at(document, at).unwrap_or(0).min(limits::TEXT_BYTES);
    let (main, footnotes, headers, comments) = (length(0x4C), length(0x50), length(0x54), length(0x5C));
    let section = |start: usize, length: usize| -> &[Placed] {
        text.get(start.min(text.len())..(start + length).min(text.len())).unwrap_or_default()
    };
    let mut reader = Reader {
        paragraphs: of_paragraphs(document, pair(PARAGRAPHS).unwrap_or_default(), &data),
        characters: of_characters(document, pair(CHARACTERS).unwrap_or_default()),
        footnotes: notes(section(main, footnotes), '\u{2}'),
        comments: notes(section(main + footnotes + headers, comments), '\u{5}'),
        ..Reader::default()
    };
    for placed in section(0, main) {
        reader.follow(*placed)?;
    }
    flow::document("doc", reader.finish()?)
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

/// The notes of a part, each beginning with its mark.
fn notes(text: &[Placed], mark: char) -> Vec<String> {
    let text: String = text.iter().map(|(c, _)| if *c == '\r' { '\n' } else { *c }).filter(|c| *c != '\0').collect();
    text.split(mark).skip(1).map(|note| note.trim().to_owned()).collect()
}

/// Puts the text together.
#[derive(Default)]
struct Reader {
    paragraphs: Ranges<ParagraphProperties>,
    characters: Ranges<CharacterProperties>,
    footnotes: Vec<String>,
    comments: Vec<String>,
    /// How many notes of each kind were met.
    met: (usize, usize),
    /// Of the open fields, whether their text has begun.
    fields: Vec<bool>,
    line: String,
    remarks: [String; 3],
    beside: Vec<Piece>,
    pieces: Vec<Piece>,
    cell: Vec<Piece>,
    cells: Vec<Vec<Piece>>,
    rows: Vec<EdgedRow>,
}

impl Reader {
    fn follow(&mut self, (character, offset): Placed) -> Result<(), Reason> {
        match character {
            '\r' | '\u{7}' | '\u{C}' => {
                let properties = self.paragraphs.at(offset);
                return self.mark(character, properties);
            }
            '\u{13}' => self.fields.push(false),
            '\u{14}' => {
                if let Some(begun) = self.fields.last_mut() {
                    *begun = true;
                }
            }
            '\u{15}' => {
                self.fields.pop();
            }
            _ if self.fields.contains(&false) => {}
            '\u{2}' => {
                let note = self.footnotes.get(self.met.0).cloned().unwrap_or_default();
                self.met.0 += 1;
                self.beside.extend(note.lines().map(|line| Piece::Paragraph(line.to_owned(), None)));
            }
            '\u{5}' => {
                let comment = self.comments.get(self.met.1).cloned().unwrap_or_default();
                self.met.1 += 1;
                self.beside.insert(0, Piece::Remark(RemarkKind::Comment, comment));
            }
            '\u{B}' => self.put('\n', offset),
            '\u{1E}' => self.put('-', offset),
            '\t' => self.put('\t', offset),
            '\0'..='\u{1F}' => {}
            _ => self.put(character, offset),
        }
        Ok(())
    }

    fn put(&mut self, character: char, offset: u32) {
        let properties = self.characters.at(offset);
        let [inserted, deleted, hidden] = &mut self.remarks;
        if properties.deleted {
            deleted.push(character);
        } else if properties.hidden {
            hidden.push(character);
        } else {
            if properties.inserted {
                inserted.push(character);
            }
            self.line.push(character);
        }
    }

    /// Ends a paragraph, and a cell or a row with it.
    fn mark(&mut self, mark: char, properties: ParagraphProperties) -> Result<(), Reason> {
        let in_table = properties.in_table || properties.ends_row || mark == '\u{7}';
        if !in_table {
            self.end_table()?;
        }
        let mut pieces = Vec::new();
        let kinds = [RemarkKind::Inserted, RemarkKind::Deleted, RemarkKind::Hidden];
        for (kind, text) in kinds.into_iter().zip(std::mem::take(&mut self.remarks)) {
            if !text.trim().is_empty() {
                pieces.push(Piece::Remark(kind, text));
            }
        }
        let (remarks, notes) =
            std::mem::take(&mut self.beside).into_iter().partition(|piece| matches!(piece, Piece::Remark(..)));
        let remarks: Vec<Piece> = remarks;
        let notes: Vec<Piece> = notes;
        pieces.extend(remarks);
        let text = std::mem::take(&mut self.line);
        if properties.level.is_some() {
            pieces.push(Piece::Paragraph(text.replace('\n', ""), properties.level));
        } else {
            pieces.extend(text.split('\n').map(|line| Piece::Paragraph(line.to_owned(), None)));
        }
        pieces.extend(notes);
        if !in_table {
            self.pieces.extend(pieces);
        } else if properties.ends_row {
            self.end_row(&properties)?;
        } else {
            self.cell.extend(pieces);
            if mark == '\u{7}' {
                self.cells.push(std::mem::take(&mut self.cell));
            }
        }
        Ok(())
    }

    fn end_row(&mut self, properties: &ParagraphProperties) -> Result<(), Reason> {
        let left = properties.edges.first().copied().unwrap_or(0);
        let mut right = left;
        let mut cells = Vec::new();
        for (index, content) in std::mem::take(&mut self.cells).into_iter().enumerate() {
            right = properties.edges.get(index + 1).copied().unwrap_or(right.saturating_add(1_000));
            let (goes_on_left, goes_on_above) = properties.goes_on.get(index).copied().unwrap_or_default();
            cells.push(EdgedCell { right, goes_on_left, goes_on_above, content });
        }
        if self.rows.len() > limits::PIECES || cells.len() > limits::COLUMNS {
            return Err(Reason::TooLarge);
        }
        self.rows.push(EdgedRow { left, cells });
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Reason> {
        if !self.cells.is_empty() || !self.cell.is_empty() {
            // Its row was cut off.
            let rest = std::mem::take(&mut self.cell);
            self.cells.push(rest);
            self.end_row(&ParagraphProperties::default())?;
        }
        if !self.rows.is_empty() {
            self.pieces.push(Piece::Table(Table::of_edges(std::mem::take(&mut self.rows), NEAR)?));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Piece>, Reason> {
        if !self.line.is_empty() {
            self.mark('\r', ParagraphProperties::default())?;
        }
        self.end_table()?;
        Ok(self.pieces)
    }
}
