//! rtf: rich text, as Word, WPS and LibreOffice write it.
//!
//! [`token`] cuts the bytes, [`state`] follows groups, fonts and destinations; here the text is put
//! together. Columns of tables are told by the right edges of cells.

mod state;
mod token;

use encoding_rs::Encoding;
use nianbao::document::{Document, RemarkKind};
use nianbao::unreadable::Reason;

use crate::flow::{self, EdgedCell, EdgedRow, OpenTables, Piece};
use crate::limits;
use state::{Destination, Groups};
use token::Token;

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
    reader.tables.at(0, &mut reader.pieces)?;
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
    tables: OpenTables,
    /// The shape of the row, and of the row of a table within a cell.
    shape: Shape,
    inner_shape: Shape,
    /// Whether the inner shape is being told.
    tells_inner: bool,
    /// Whether the paragraph stands in a table, and in how many, one within the other.
    in_table: bool,
    depth: usize,
}

/// The cells that the row's definition tells.
#[derive(Clone, Default)]
struct Shape {
    left: i32,
    cells: Vec<EdgedCell>,
    /// What is said of the next cell.
    next: EdgedCell,
}

impl Shape {
    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), Reason> {
        match word {
            "trowd" => *self = Shape::default(),
            "trleft" => self.left = number.unwrap_or(0),
            "clmrg" => self.next.goes_on_left = true,
            "clvmrg" => self.next.goes_on_above = true,
            "cellx" => {
                if self.cells.len() >= limits::COLUMNS {
                    return Err(Reason::TooLarge);
                }
                let next = std::mem::take(&mut self.next);
                self.cells.push(EdgedCell { right: number.unwrap_or(0), ..next });
            }
            _ => {}
        }
        Ok(())
    }
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
                    self.end_destination(destination)?;
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
        let destination = self.groups.destination();
        match destination {
            Destination::Skipped | Destination::Fonts => {}
            Destination::Comment => self.comment.push_str(text),
            Destination::Note => self.note.push_str(text),
            _ if self.groups.is_deleted() => self.deleted.push_str(text),
            _ if self.groups.is_hidden() => self.hidden.push_str(text),
            _ => {
                if self.groups.is_inserted() {
                    self.inserted.push_str(text);
                }
                // Some programs put blanks before an automatic number.
                let leads = destination == Destination::Number && self.line.is_empty();
                self.line.push_str(if leads { text.trim_start() } else { text });
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
            "line" | "lbr" => self.end_line()?,
            "par" | "sect" | "page" => self.end_paragraph()?,
            "pard" => (self.in_table, self.depth) = (false, 0),
            "intbl" => self.in_table = true,
            "itap" => self.depth = number.and_then(|depth| usize::try_from(depth).ok()).unwrap_or(0),
            "cell" => self.end_cell(1)?,
            "row" => self.end_row(1)?,
            // Of a table within a cell.
            "nestcell" => self.end_cell(self.depth.max(2))?,
            "nestrow" => self.end_row(self.depth.max(2))?,
            "nesttableprops" => self.tells_inner = true,
            _ => {
                let shape = if self.tells_inner { &mut self.inner_shape } else { &mut self.shape };
                return shape.word(word, number);
            }
        }
        Ok(())
    }

    /// In how many tables the paragraph stands, one within the other.
    fn depth(&self) -> usize {
        let in_table = self.in_table || self.tables.has_open_row();
        if in_table { self.depth.max(1) } else { 0 }
    }

    fn end_line(&mut self) -> Result<(), Reason> {
        let remarks = [
            (RemarkKind::Inserted, std::mem::take(&mut self.inserted)),
            (RemarkKind::Deleted, std::mem::take(&mut self.deleted)),
            (RemarkKind::Hidden, std::mem::take(&mut self.hidden)),
        ];
        let remarks = remarks.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let line = Piece::Paragraph(std::mem::take(&mut self.line), None);
        let here = self.tables.at(self.depth(), &mut self.pieces)?;
        here.extend(remarks.map(|(kind, text)| Piece::Remark(kind, text)));
        here.push(line);
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Reason> {
        self.end_line()?;
        self.tables.at(self.depth(), &mut self.pieces)?.append(&mut self.notes);
        Ok(())
    }

    fn end_cell(&mut self, depth: usize) -> Result<(), Reason> {
        (self.in_table, self.depth) = (true, depth);
        self.end_paragraph()?;
        self.tables.end_cell()
    }

    fn end_row(&mut self, depth: usize) -> Result<(), Reason> {
        self.tables.at(depth, &mut self.pieces)?;
        let shape = if depth > 1 { &self.inner_shape } else { &self.shape };
        self.tables.end_row(EdgedRow { left: shape.left, cells: shape.cells.clone() })?;
        self.tells_inner = false;
        (self.in_table, self.depth) = (depth > 1, depth - 1);
        Ok(())
    }

    fn end_destination(&mut self, destination: Destination) -> Result<(), Reason> {
        match destination {
            Destination::Note => {
                let note = std::mem::take(&mut self.note);
                self.notes.extend(note.lines().map(|line| Piece::Paragraph(line.to_owned(), None)));
            }
            Destination::Comment => {
                let text = std::mem::take(&mut self.comment);
                if !text.trim().is_empty() {
                    let remark = Piece::Remark(RemarkKind::Comment, text.trim().to_owned());
                    self.tables.at(self.depth(), &mut self.pieces)?.push(remark);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
