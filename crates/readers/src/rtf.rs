//! rtf: rich text, as Word, WPS and LibreOffice write it.
//!
//! [`token`] cuts the bytes, [`state`] follows groups, fonts and destinations; here the text is put
//! together. Columns of tables are told by the right edges of cells.

mod state;
mod token;

use encoding_rs::Encoding;
use nianbao::document::{Document, RemarkKind};
use nianbao::unreadable::Reason;

use crate::flow::{self, EdgedCell, EdgedRow, Piece, Table};
use crate::limits;
use state::{Destination, Groups};
use token::Token;

/// Edges nearer to each other than this are one, in twentieths of a point.
const NEAR: i32 = 45;

/// Reads rich text.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Reason> {
    let mut reader = Reader::default();
    let mut rest = bytes;
    while let Some((token, after)) = token::next(rest) {
        rest = after;
        if !matches!(token, Token::Byte(_) | Token::Plain(_)) {
            reader.flush();
        }
        reader.follow(token)?;
    }
    reader.flush();
    // The last group closes at the end, unless the file was cut off.
    if reader.groups.depth() > 0 {
        return Err(Reason::Damaged);
    }
    reader.end_paragraph()?;
    reader.end_table()?;
    flow::document("rtf", reader.pieces)
}

/// Text in the making.
#[derive(Default)]
struct Reader {
    groups: Groups,
    /// Bytes of the text that are not decoded yet.
    bytes: Vec<u8>,
    /// How many characters that stand in for one already read are left out.
    skip: usize,
    /// The first half of a character of two code units.
    high: Option<u16>,
    line: String,
    /// The open note, and the notes that follow the paragraph.
    note: String,
    notes: Vec<Piece>,
    deleted: String,
    inserted: String,
    hidden: String,
    comment: String,
    pieces: Vec<Piece>,
    /// What stands in the open cell.
    cell: Vec<Piece>,
    /// The cells of the open row that are finished.
    cells: Vec<Vec<Piece>>,
    rows: Vec<EdgedRow>,
    shape: Shape,
    /// Whether the paragraph stands in a table.
    in_table: bool,
}

/// The cells that the row's definition tells.
#[derive(Clone, Default)]
struct Shape {
    left: i32,
    cells: Vec<EdgedCell>,
    /// What is said of the next cell.
    next: EdgedCell,
}

impl Reader {
    fn follow(&mut self, token: Token<'_>) -> Result<(), Reason> {
        match token {
            Token::Open => {
                if self.groups.depth() > limits::DEPTH * 10 {
                    return Err(Reason::TooLarge);
                }
                self.groups.open();
            }
            Token::Close => {
                let destination = self.groups.destination();
                self.groups.close();
                if destination != self.groups.destination() {
                    self.end_destination(destination);
                }
            }
            Token::Plain(bytes) => self.text(bytes),
            Token::Byte(byte) => self.text(&[byte]),
            Token::Word(word, number) => self.word(word, number)?,
            Token::Sign(sign) => match sign {
                b'~' => self.put("\u{A0}"),
                b'_' => self.put("-"),
                b'*' => self.groups.starred(),
                _ => {}
            },
        }
        Ok(())
    }

    fn text(&mut self, bytes: &[u8]) {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        if !matches!(self.groups.destination(), Destination::Skipped | Destination::Fonts) {
            self.bytes.extend(bytes.get(skipped..).unwrap_or_default());
        }
    }

    /// Decodes the bytes that were read.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding: &'static Encoding = self.groups.encoding();
        let text = encoding.decode_without_bom_handling(&bytes).0.into_owned();
        self.put(&text);
    }

    fn put(&mut self, text: &str) {
        match self.groups.destination() {
            Destination::Skipped | Destination::Fonts => {}
            Destination::Comment => self.comment.push_str(text),
            Destination::Note => self.note.push_str(text),
            _ if self.groups.is_deleted() => self.deleted.push_str(text),
            _ if self.groups.is_hidden() => self.hidden.push_str(text),
            _ => {
                if self.groups.is_inserted() {
                    self.inserted.push_str(text);
                }
                self.line.push_str(text);
            }
        }
    }

    fn unit(&mut self, unit: u16) {
        let units = [self.high.take(), Some(unit)];
        if matches!(unit, 0xD800..=0xDBFF) {
            self.high = Some(unit);
            return;
        }
        let text: String = char::decode_utf16(units.into_iter().flatten()).map(|c| c.unwrap_or('\u{FFFD}')).collect();
        self.put(&text);
    }

    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), Reason> {
        if self.groups.word(word, number) {
            return Ok(());
        }
        let destination = self.groups.destination();
        match word {
            "u" => {
                // Written as a signed number.
                let unit = number.unwrap_or(0).rem_euclid(0x1_0000);
                self.unit(u16::try_from(unit).unwrap_or(0xFFFD));
                self.skip = self.groups.stand_ins();
            }
            // An automatic number and the text it numbers have nothing between them.
            "tab" if destination == Destination::Number => {}
            "tab" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" | "enspace" | "qmspace" => self.put(" "),
            "line" | "lbr" | "par" if destination != Destination::Text => self.put("\n"),
            _ if destination != Destination::Text => {}
            // A table within a cell is text of the cell.
            "line" | "lbr" | "nestcell" => self.end_line(),
            "par" | "sect" | "page" => self.end_paragraph()?,
            "pard" => self.in_table = false,
            "intbl" => self.in_table = true,
            "cell" => self.end_cell()?,
            "row" => self.end_row()?,
            "trowd" => self.shape = Shape::default(),
            "trleft" => self.shape.left = number.unwrap_or(0),
            "clmrg" => self.shape.next.goes_on_left = true,
            "clvmrg" => self.shape.next.goes_on_above = true,
            "cellx" => {
                if self.shape.cells.len() >= limits::COLUMNS {
                    return Err(Reason::TooLarge);
                }
                let next = std::mem::take(&mut self.shape.next);
                self.shape.cells.push(EdgedCell { right: number.unwrap_or(0), ..next });
            }
            _ => {}
        }
        Ok(())
    }

    /// Where paragraphs go: to the open cell, or to the text.
    fn here(&mut self) -> &mut Vec<Piece> {
        if self.in_table || !self.cells.is_empty() { &mut self.cell } else { &mut self.pieces }
    }

    fn end_line(&mut self) {
        let remarks = [
            (RemarkKind::Inserted, std::mem::take(&mut self.inserted)),
            (RemarkKind::Deleted, std::mem::take(&mut self.deleted)),
            (RemarkKind::Hidden, std::mem::take(&mut self.hidden)),
        ];
        let line = Piece::Paragraph(std::mem::take(&mut self.line), None);
        let here = self.here();
        for (kind, text) in remarks.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
            here.push(Piece::Remark(kind, text));
        }
        here.push(line);
    }

    fn end_paragraph(&mut self) -> Result<(), Reason> {
        if !self.in_table && self.cells.is_empty() {
            self.end_table()?;
        }
        self.end_line();
        let mut notes = std::mem::take(&mut self.notes);
        self.here().append(&mut notes);
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Reason> {
        self.in_table = true;
        self.end_paragraph()?;
        self.cells.push(std::mem::take(&mut self.cell));
        if self.cells.len() > limits::COLUMNS { Err(Reason::TooLarge) } else { Ok(()) }
    }

    fn end_row(&mut self) -> Result<(), Reason> {
        let mut row = EdgedRow { left: self.shape.left, cells: self.shape.cells.clone() };
        let mut contents = std::mem::take(&mut self.cells).into_iter();
        for (cell, content) in row.cells.iter_mut().zip(&mut contents) {
            cell.content = content;
        }
        // Cells that the definition forgot.
        let mut right = row.cells.last().map_or(row.left, |cell| cell.right);
        for content in contents {
            right = right.saturating_add(1_000);
            row.cells.push(EdgedCell { right, content, ..EdgedCell::default() });
        }
        if self.rows.len() > limits::PIECES {
            return Err(Reason::TooLarge);
        }
        if !row.cells.is_empty() {
            self.rows.push(row);
        }
        self.in_table = false;
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Reason> {
        if !self.rows.is_empty() {
            self.pieces.push(Piece::Table(Table::of_edges(std::mem::take(&mut self.rows), NEAR)?));
        }
        Ok(())
    }

    fn end_destination(&mut self, destination: Destination) {
        match destination {
            Destination::Note => {
                let note = std::mem::take(&mut self.note);
                self.notes.extend(note.lines().map(|line| Piece::Paragraph(line.to_owned(), None)));
            }
            Destination::Comment => {
                let text = std::mem::take(&mut self.comment);
                if !text.trim().is_empty() {
                    self.here().push(Piece::Remark(RemarkKind::Comment, text.trim().to_owned()));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
