//! Puts the text of a Word 97–2003 document together: marks in it end paragraphs, cells and rows.

use std::collections::{HashMap, HashSet};

use nianbao::document::RemarkKind;
use nianbao::unreadable::Reason;

use super::properties::{CharacterProperties, ParagraphProperties, Ranges};
use crate::flow::{EdgedCell, EdgedRow, OpenTables, Piece};
use crate::numbering::Numbering;

/// A character and its offset in the file.
pub(super) type Placed = (char, u32);

/// The properties of the text, by their offsets in the file.
pub(super) struct Properties {
    pub paragraphs: Ranges<ParagraphProperties>,
    pub characters: Ranges<CharacterProperties>,
}

/// What stands beside the main text, in the order of the marks for it.
#[derive(Default)]
pub(super) struct Beside<'t> {
    pub footnotes: Vec<String>,
    pub endnotes: Vec<String>,
    pub comments: Vec<String>,
    /// Where in the main text the marks are that stand for endnotes.
    pub endnote_marks: HashSet<usize>,
    /// Text boxes, by the place in the main text that they are tied to.
    pub boxes: HashMap<usize, Vec<&'t [Placed]>>,
}

/// The notes of a part, each beginning with its mark.
pub(super) fn notes(text: &[Placed], mark: char) -> Vec<String> {
    let text: String = text.iter().map(|(c, _)| if *c == '\r' { '\n' } else { *c }).filter(|c| *c != '\0').collect();
    text.split(mark).skip(1).map(|note| note.trim().to_owned()).collect()
}

/// Reads a text.
pub(super) fn read(
    text: &[Placed],
    properties: &Properties,
    beside: &Beside<'_>,
    numbering: Numbering,
) -> Result<Vec<Piece>, Reason> {
    Reader::new(properties, beside, numbering).read(text).map(|(pieces, _)| pieces)
}

/// Puts a text together.
struct Reader<'p> {
    properties: &'p Properties,
    beside: &'p Beside<'p>,
    numbering: Numbering,
    /// How many footnotes, endnotes and comments were met.
    met: [usize; 3],
    /// Of the open fields, whether their text has begun.
    fields: Vec<bool>,
    line: String,
    remarks: [String; 3],
    /// What stands beside the paragraph.
    notes: Vec<Piece>,
    pieces: Vec<Piece>,
    tables: OpenTables,
}

impl<'p> Reader<'p> {
    fn new(properties: &'p Properties, beside: &'p Beside<'p>, numbering: Numbering) -> Reader<'p> {
        Reader {
            properties,
            beside,
            numbering,
            met: [0; 3],
            fields: Vec::new(),
            line: String::new(),
            remarks: Default::default(),
            notes: Vec::new(),
            pieces: Vec::new(),
            tables: OpenTables::default(),
        }
    }

    /// Reads a text; gives its pieces, and the lists as far as they have counted.
    fn read(mut self, text: &[Placed]) -> Result<(Vec<Piece>, Numbering), Reason> {
        for (place, (character, offset)) in text.iter().enumerate() {
            self.follow(place, *character, *offset)?;
        }
        if !self.line.is_empty() {
            self.mark('\r', &ParagraphProperties::default())?;
        }
        self.tables.at(0, &mut self.pieces)?;
        Ok((self.pieces, self.numbering))
    }

    fn follow(&mut self, place: usize, character: char, offset: u32) -> Result<(), Reason> {
        match character {
            '\r' | '\u{7}' | '\u{C}' => {
                let properties = self.properties.paragraphs.at(offset);
                return self.mark(character, &properties);
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
                let is_endnote = self.beside.endnote_marks.contains(&place);
                let (notes, met) = if is_endnote { (&self.beside.endnotes, 1) } else { (&self.beside.footnotes, 0) };
                let note = next(notes, &mut self.met, met);
                self.notes.extend(note.lines().map(|line| Piece::Paragraph(line.to_owned(), None)));
            }
            '\u{5}' => {
                let comment = next(&self.beside.comments, &mut self.met, 2);
                self.notes.insert(0, Piece::Remark(RemarkKind::Comment, comment));
            }
            '\u{8}' => self.text_boxes(place)?,
            '\u{B}' => self.put('\n', offset),
            '\u{1E}' => self.put('-', offset),
            '\t' => self.put('\t', offset),
            '\0'..='\u{1F}' => {}
            _ => self.put(character, offset),
        }
        Ok(())
    }

    /// Reads the text boxes that are tied to a place.
    fn text_boxes(&mut self, place: usize) -> Result<(), Reason> {
        for text in self.beside.boxes.get(&place).into_iter().flatten() {
            // No text box is tied to a place in another.
            let nothing = Beside::default();
            let (pieces, numbering) =
                Reader::new(self.properties, &nothing, std::mem::take(&mut self.numbering)).read(text)?;
            self.numbering = numbering;
            self.notes.extend(pieces);
        }
        Ok(())
    }

    fn put(&mut self, character: char, offset: u32) {
        let properties = self.properties.characters.at(offset);
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
    fn mark(&mut self, mark: char, properties: &ParagraphProperties) -> Result<(), Reason> {
        let in_table = properties.in_table || properties.ends_row || mark == '\u{7}';
        let told = usize::try_from(properties.depth).unwrap_or(usize::MAX);
        let depth = if in_table { told.max(1) } else { 0 };
        let pieces = self.paragraph(properties);
        let ends_row = properties.ends_row || properties.ends_inner_row;
        let here = self.tables.at(depth, &mut self.pieces)?;
        if ends_row {
            return self.tables.end_row(shape(properties));
        }
        here.extend(pieces);
        if mark == '\u{7}' || properties.ends_inner_cell { self.tables.end_cell() } else { Ok(()) }
    }

    /// The paragraph that was read, with its number, and what stands beside it.
    fn paragraph(&mut self, properties: &ParagraphProperties) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let kinds = [RemarkKind::Inserted, RemarkKind::Deleted, RemarkKind::Hidden];
        for (kind, text) in kinds.into_iter().zip(std::mem::take(&mut self.remarks)) {
            if !text.trim().is_empty() {
                pieces.push(Piece::Remark(kind, text));
            }
        }
        let (remarks, notes): (Vec<Piece>, Vec<Piece>) =
            std::mem::take(&mut self.notes).into_iter().partition(|piece| matches!(piece, Piece::Remark(..)));
        pieces.extend(remarks);
        let mut text = std::mem::take(&mut self.line);
        if properties.list > 0 && !text.trim().is_empty() {
            let number = self.numbering.next(&properties.list.to_string(), usize::from(properties.list_level));
            text.insert_str(0, &number.unwrap_or_default());
        }
        pieces.extend(Piece::of_text(&text, properties.level));
        pieces.extend(notes);
        pieces
    }
}

/// The next note of a kind.
fn next(notes: &[String], met: &mut [usize; 3], kind: usize) -> String {
    let Some(count) = met.get_mut(kind) else { return String::new() };
    *count += 1;
    notes.get(*count - 1).cloned().unwrap_or_default()
}

/// The edges of a row's cells and how they are merged, as its mark tells.
fn shape(properties: &ParagraphProperties) -> EdgedRow {
    let mut edges = properties.edges.iter().copied();
    let left = edges.next().unwrap_or(0);
    let merged = properties.goes_on.iter().copied().chain(std::iter::repeat((false, false)));
    let cells = edges.zip(merged).map(|(right, (goes_on_left, goes_on_above))| EdgedCell {
        right,
        goes_on_left,
        goes_on_above,
        content: Vec::new(),
    });
    EdgedRow { left, cells: cells.collect() }
}
