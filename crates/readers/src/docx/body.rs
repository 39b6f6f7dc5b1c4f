//! Goes through the text of a document: paragraphs, tables, and what stands within them.

use nianbao::document::RemarkKind;
use nianbao::unreadable::Reason;
use roxmltree::Node;

use super::notes::Notes;
use super::styles::{self, Styles};
use crate::flow::{Piece, Table};
use crate::numbering::Numbering;
use crate::{limits, xml};

/// Reads the text of one document.
pub(super) struct Body<'n> {
    styles: Styles,
    numbering: Numbering,
    notes: &'n Notes,
    /// The fields that are open, one within the other.
    fields: Vec<Field>,
}

/// A field: an instruction and the text that stands for it.
#[derive(Default)]
struct Field {
    /// Whether it is a table of contents, which repeats the headings.
    contents: bool,
}

/// A paragraph in the making.
#[derive(Default)]
struct Paragraph {
    /// Its text so far; a line break in it begins a new line.
    text: String,
    inserted: String,
    deleted: String,
    hidden: String,
    comments: Vec<String>,
    /// What stands beside it: text boxes, footnotes.
    beside: Vec<Piece>,
}

/// How the text of a run counts.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    None,
    Inserted,
    Deleted,
}

impl<'n> Body<'n> {
    /// Prepares to read a document with these styles, lists and notes.
    pub fn new(styles: Styles, numbering: Numbering, notes: &'n Notes) -> Body<'n> {
        Body { styles, numbering, notes, fields: Vec::new() }
    }

    /// Reads what stands in an element.
    pub fn read(&mut self, content: Node<'_, '_>) -> Result<Vec<Piece>, Reason> {
        let mut pieces = Vec::new();
        self.blocks(content, 0, &mut pieces)?;
        Ok(pieces)
    }

    fn blocks(&mut self, parent: Node<'_, '_>, depth: usize, pieces: &mut Vec<Piece>) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            match xml::name(node) {
                "p" => self.paragraph(node, depth, pieces)?,
                "tbl" => pieces.push(Piece::Table(self.table(node, depth)?)),
                "sdt" if is_table_of_contents(node) => {}
                "del" | "moveFrom" => {
                    let text = all_text(node);
                    if !text.trim().is_empty() {
                        pieces.push(Piece::Remark(RemarkKind::Deleted, text));
                    }
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.blocks(chosen, depth + 1, pieces)?;
                    }
                }
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => {
                    self.blocks(node, depth + 1, pieces)?
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, node: Node<'_, '_>, depth: usize, pieces: &mut Vec<Piece>) -> Result<(), Reason> {
        let properties = xml::child(node, "pPr");
        let style_id = properties.and_then(|properties| xml::value(properties, "pStyle"));
        let style = self.styles.get(style_id);
        let own = properties.map(styles::properties).unwrap_or_default();
        let mut paragraph = Paragraph::default();
        self.inline(node, depth + 1, Change::None, style.hidden == Some(true), &mut paragraph)?;
        let list = own.list.or(style.list).filter(|list| list != "0");
        let number = list.and_then(|list| {
            let by_style = style_id.and_then(|style| self.numbering.level_of_style(&list, style));
            let level = own.list_level.or(style.list_level).or(by_style).unwrap_or(0);
            self.numbering.next(&list, level)
        });
        let remarks = [
            (RemarkKind::Inserted, paragraph.inserted),
            (RemarkKind::Deleted, paragraph.deleted),
            (RemarkKind::Hidden, paragraph.hidden),
        ];
        let remarks = remarks.into_iter().chain(paragraph.comments.into_iter().map(|text| (RemarkKind::Comment, text)));
        for (kind, text) in remarks.filter(|(_, text)| !text.trim().is_empty()) {
            pieces.push(Piece::Remark(kind, text.trim().to_owned()));
        }
        let level = own.level.or(style.level);
        if !paragraph.text.trim().is_empty() {
            let text = number.unwrap_or_default() + paragraph.text.as_str();
            pieces.extend(Piece::of_text(&text, level));
        }
        pieces.append(&mut paragraph.beside);
        Ok(())
    }

    /// Goes through what stands in a paragraph.
    fn inline(
        &mut self,
        parent: Node<'_, '_>,
        depth: usize,
        change: Change,
        hidden: bool,
        paragraph: &mut Paragraph,
    ) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            let (change, hidden) = match xml::name(node) {
                "" | "pPr" | "rPr" | "sdtPr" | "rt" | "instrText" | "delInstrText" | "txbxContent" => continue,
                "ins" | "moveTo" => (Change::Inserted, hidden),
                "del" | "moveFrom" => (Change::Deleted, hidden),
                "r" => {
                    let own = xml::child(node, "rPr").filter(|run| xml::child(*run, "vanish").is_some());
                    (change, own.map_or(hidden, |run| xml::is_on(run, "vanish")))
                }
                "drawing" | "pict" | "object" => {
                    self.text_boxes(node, depth + 1, paragraph)?;
                    continue;
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(node) {
                        self.inline(chosen, depth + 1, change, hidden, paragraph)?;
                    }
                    continue;
                }
                name => {
                    if let Some(text) = self.text(name, node, paragraph) {
                        self.put(&text, change, hidden, paragraph);
                        continue;
                    }
                    (change, hidden)
                }
            };
            self.inline(node, depth + 1, change, hidden, paragraph)?;
        }
        Ok(())
    }

    /// The text of an element that stands for text; others are noted, or hold more elements.
    fn text(&mut self, name: &str, node: Node<'_, '_>, paragraph: &mut Paragraph) -> Option<String> {
        match name {
            "t" | "delText" => return Some(node.text().unwrap_or_default().to_owned()),
            "tab" | "ptab" => return Some("\t".to_owned()),
            "br" | "cr" => return Some("\n".to_owned()),
            "noBreakHyphen" => return Some("-".to_owned()),
            "sym" => return symbol(node).map(String::from),
            "fldChar" => match xml::attribute(node, "fldCharType") {
                Some("begin") => self.fields.push(Field { contents: begins_contents(node) }),
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            "footnoteReference" | "endnoteReference" => {
                let note = self.notes.note(node).unwrap_or_default();
                paragraph.beside.extend(note.lines().map(|line| Piece::Paragraph(line.to_owned(), None)));
            }
            "commentReference" => paragraph.comments.extend(self.notes.comment(node).map(str::to_owned)),
            _ => {}
        }
        None
    }

    fn put(&self, text: &str, change: Change, hidden: bool, paragraph: &mut Paragraph) {
        if self.fields.iter().any(|field| field.contents) {
            return;
        }
        if change == Change::Deleted {
            paragraph.deleted.push_str(text);
        } else if hidden {
            paragraph.hidden.push_str(text);
        } else {
            if change == Change::Inserted {
                paragraph.inserted.push_str(text);
            }
            paragraph.text.push_str(text);
        }
    }

    /// Reads the text boxes in a drawing.
    fn text_boxes(&mut self, node: Node<'_, '_>, depth: usize, paragraph: &mut Paragraph) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for child in node.children() {
            match xml::name(child) {
                "" => {}
                "txbxContent" => self.blocks(child, depth + 1, &mut paragraph.beside)?,
                "AlternateContent" => {
                    if let Some(chosen) = chosen(child) {
                        self.text_boxes(chosen, depth + 1, paragraph)?;
                    }
                }
                _ => self.text_boxes(child, depth + 1, paragraph)?,
            }
        }
        Ok(())
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Result<Table, Reason> {
        let mut table = Table::default();
        self.rows(node, depth + 1, &mut table)?;
        Ok(table)
    }

    fn rows(&mut self, parent: Node<'_, '_>, depth: usize, table: &mut Table) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            match xml::name(node) {
                "tr" => {
                    let properties = xml::child(node, "trPr");
                    // A row that was taken out with change tracking on is no row.
                    if properties.is_some_and(|properties| xml::child(properties, "del").is_some()) {
                        continue;
                    }
                    let before = properties.and_then(|properties| xml::value(properties, "gridBefore"));
                    table.begin_row(before.and_then(|before| before.parse().ok()).unwrap_or(0));
                    self.cells(node, depth + 1, table)?;
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(node, depth + 1, table)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, parent: Node<'_, '_>, depth: usize, table: &mut Table) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            match xml::name(node) {
                "tc" => {
                    let mut content = Vec::new();
                    self.blocks(node, depth + 1, &mut content)?;
                    let properties = xml::child(node, "tcPr");
                    let width = properties.and_then(|properties| xml::value(properties, "gridSpan"));
                    let width = width.and_then(|width| width.parse().ok()).unwrap_or(1);
                    let merge = |name| {
                        properties
                            .and_then(|properties| xml::child(properties, name))
                            .map(|merge| xml::attribute(merge, "val"))
                    };
                    let goes_on = |merge: Option<Option<&str>>| merge.is_some_and(|value| value != Some("restart"));
                    if goes_on(merge("hMerge")) {
                        table.widen(width)?;
                    } else if goes_on(merge("vMerge")) {
                        table.goes_on(width, content)?;
                    } else {
                        table.cell(width, content)?;
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.cells(node, depth + 1, table)?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Of alternatives the first, which newer programs show; the second, if the first is empty.
fn chosen<'a, 'input>(node: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    xml::child(node, "Choice").or_else(|| xml::child(node, "Fallback"))
}

/// Whether a block is the table of contents that Word puts in from its gallery.
fn is_table_of_contents(node: Node<'_, '_>) -> bool {
    let gallery = xml::child(node, "sdtPr").and_then(|properties| xml::child(properties, "docPartObj"));
    gallery.and_then(|part| xml::value(part, "docPartGallery")) == Some("Table of Contents")
}

/// Whether the field that begins here is a table of contents: its instruction follows.
fn begins_contents(begin: Node<'_, '_>) -> bool {
    let Some(run) = begin.parent() else { return false };
    let runs = std::iter::successors(Some(run), Node::next_sibling).take(8);
    let instruction: String = runs
        .flat_map(|run| run.children())
        .filter(|node| xml::name(*node) == "instrText")
        .filter_map(|node| node.text())
        .collect();
    instruction.trim_start().starts_with("TOC")
}

/// A character of a symbol font.
fn symbol(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(xml::attribute(node, "char")?, 16).ok()?;
    let wingdings = xml::attribute(node, "font").is_some_and(|font| font.starts_with("Wingdings"));
    Some(match (wingdings, code & 0xFF) {
        (true, 0xFC | 0x50) => '√',
        (true, 0xFB | 0x4F) => '×',
        (true, 0xA8 | 0x6F) => '□',
        (true, 0xFE | 0x52) => '☑',
        _ if (0xF000..=0xF0FF).contains(&code) => '•',
        _ => char::from_u32(code)?,
    })
}

fn all_text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| matches!(xml::name(*node), "t" | "delText"));
    texts.filter_map(|node| node.text()).collect()
}
