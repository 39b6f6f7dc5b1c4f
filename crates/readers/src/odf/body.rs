//! Goes through the text of a document.

use std::collections::HashSet;

use nianbao::document::RemarkKind;
use nianbao::unreadable::Reason;
use roxmltree::Node;

use super::lists::Lists;
use crate::flow::{Cell, Piece, Table};
use crate::{limits, xml};

/// Reads the text of one document.
pub(super) struct Body {
    lists: Lists,
    /// The changes that put text in.
    insertions: HashSet<String>,
    /// The insertions that are open here.
    inserting: HashSet<String>,
    /// Changes that took text out, with the text.
    deletions: Vec<(String, String)>,
}

/// Where in lists a paragraph stands.
#[derive(Clone, Debug, Default)]
struct Item {
    style: Option<String>,
    /// The level, from 0.
    level: usize,
    /// The number that the item sets.
    start: Option<u32>,
    /// Whether the next paragraph carries the number.
    numbered: bool,
}

/// A paragraph in the making.
#[derive(Default)]
struct Paragraph {
    text: String,
    remarks: Vec<(RemarkKind, String)>,
    inserted: String,
    beside: Vec<Piece>,
}

impl Body {
    /// Prepares to read a document with these lists.
    pub fn new(lists: Lists) -> Body {
        Body { lists, insertions: HashSet::new(), inserting: HashSet::new(), deletions: Vec::new() }
    }

    /// Reads what stands in an element.
    pub fn read(&mut self, text: Node<'_, '_>) -> Result<Vec<Piece>, Reason> {
        let mut pieces = Vec::new();
        self.blocks(text, 0, &mut Item::default(), &mut pieces)?;
        Ok(pieces)
    }

    fn blocks(
        &mut self,
        parent: Node<'_, '_>,
        depth: usize,
        item: &mut Item,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            match xml::name(node) {
                "p" | "h" => self.paragraph(node, depth, item, pieces)?,
                "table" => pieces.push(Piece::Table(self.table(node, depth)?)),
                "list" => self.list(node, depth, item, pieces)?,
                "tracked-changes" => self.tracked_changes(node),
                "table-of-content" | "alphabetical-index" | "sequence-decls" | "forms" => {}
                "frame" | "text-box" | "section" | "index-body" | "a" => self.blocks(node, depth + 1, item, pieces)?,
                "change" | "change-start" | "change-end" => {
                    let mut paragraph = Paragraph::default();
                    self.change(node, &mut paragraph);
                    pieces.extend(paragraph.remarks.into_iter().map(|(kind, text)| Piece::Remark(kind, text)));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn list(&mut self, list: Node<'_, '_>, depth: usize, outer: &Item, pieces: &mut Vec<Piece>) -> Result<(), Reason> {
        let style = xml::attribute(list, "style-name").map(str::to_owned).or_else(|| outer.style.clone());
        let within = xml::name(list.parent().unwrap_or(list)) == "list-item";
        let level = if within { outer.level + 1 } else { 0 };
        let goes_on = xml::attribute(list, "continue-numbering") == Some("true")
            || xml::attribute(list, "continue-list").is_some();
        if let Some(style) = style.as_deref().filter(|_| !within && !goes_on) {
            self.lists.restart(style);
        }
        for node in list.children() {
            let numbered = match xml::name(node) {
                "list-item" => true,
                "list-header" => false,
                _ => continue,
            };
            let start = xml::attribute(node, "start-value").and_then(|start| start.parse().ok());
            let mut item = Item { style: style.clone(), level, start, numbered };
            self.blocks(node, depth + 1, &mut item, pieces)?;
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        node: Node<'_, '_>,
        depth: usize,
        item: &mut Item,
        pieces: &mut Vec<Piece>,
    ) -> Result<(), Reason> {
        let heading = xml::name(node) == "h";
        let level = xml::attribute(node, "outline-level").filter(|_| heading).and_then(|level| level.parse().ok());
        let mut paragraph = Paragraph::default();
        self.inline(node, depth + 1, &mut paragraph)?;
        let number = if std::mem::take(&mut item.numbered) {
            let of_paragraph = xml::attribute(node, "style-name").and_then(|style| self.lists.of_paragraph(style));
            let style = of_paragraph.map(str::to_owned).or_else(|| item.style.clone());
            style.map(|style| self.lists.next(&style, item.level, item.start))
        } else {
            None
        };
        let inserted = Some((RemarkKind::Inserted, paragraph.inserted)).filter(|(_, text)| !text.trim().is_empty());
        let remarks = inserted.into_iter().chain(paragraph.remarks);
        pieces.extend(remarks.map(|(kind, text)| Piece::Remark(kind, text)));
        if !paragraph.text.trim().is_empty() {
            let text = number.unwrap_or_default() + paragraph.text.as_str();
            pieces.extend(Piece::of_text(&text, level));
        }
        pieces.append(&mut paragraph.beside);
        Ok(())
    }

    fn inline(&mut self, parent: Node<'_, '_>, depth: usize, paragraph: &mut Paragraph) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            if node.is_text() {
                self.put(&collapsed(node.text().unwrap_or_default(), &paragraph.text), paragraph);
                continue;
            }
            match xml::name(node) {
                "s" => {
                    let count = xml::attribute(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1).min(1_000);
                    self.put(&" ".repeat(count), paragraph);
                }
                "tab" => self.put("\t", paragraph),
                "line-break" => self.put("\n", paragraph),
                "note" => {
                    if let Some(body) = xml::child(node, "note-body") {
                        self.blocks(body, depth + 1, &mut Item::default(), &mut paragraph.beside)?;
                    }
                }
                "annotation" => {
                    let text = node.children().filter(|node| xml::name(*node) == "p").map(all_text).collect::<Vec<_>>();
                    paragraph.remarks.push((RemarkKind::Comment, text.join("\n")));
                }
                "hidden-text" | "hidden-paragraph" => paragraph.remarks.push((RemarkKind::Hidden, all_text(node))),
                "frame" | "custom-shape" | "text-box" | "g" => {
                    self.blocks(node, depth + 1, &mut Item::default(), &mut paragraph.beside)?;
                }
                "change" | "change-start" | "change-end" => self.change(node, paragraph),
                "annotation-end" | "bookmark" | "bookmark-start" | "bookmark-end" | "soft-page-break" | "rt"
                | "ruby-text" => {}
                _ => self.inline(node, depth + 1, paragraph)?,
            }
        }
        Ok(())
    }

    fn put(&self, text: &str, paragraph: &mut Paragraph) {
        paragraph.text.push_str(text);
        if !self.inserting.is_empty() {
            paragraph.inserted.push_str(text);
        }
    }

    /// Reads what was changed with change tracking on.
    fn tracked_changes(&mut self, node: Node<'_, '_>) {
        for region in node.children().filter(|node| xml::name(*node) == "changed-region") {
            let Some(id) = xml::attribute(region, "id") else { continue };
            if xml::child(region, "insertion").is_some() {
                self.insertions.insert(id.to_owned());
            }
            if let Some(deletion) = xml::child(region, "deletion") {
                let texts = deletion.children().filter(|node| matches!(xml::name(*node), "p" | "h")).map(all_text);
                self.deletions.push((id.to_owned(), texts.collect::<Vec<_>>().join("\n")));
            }
        }
    }

    fn change(&mut self, node: Node<'_, '_>, paragraph: &mut Paragraph) {
        let Some(id) = xml::attribute(node, "change-id") else { return };
        match xml::name(node) {
            "change-start" if self.insertions.contains(id) => {
                self.inserting.insert(id.to_owned());
            }
            "change-end" => {
                self.inserting.remove(id);
            }
            "change" => {
                let deleted = self.deletions.iter().find(|(other, text)| other == id && !text.trim().is_empty());
                paragraph.remarks.extend(deleted.map(|(_, text)| (RemarkKind::Deleted, text.clone())));
            }
            _ => {}
        }
    }

    fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Result<Table, Reason> {
        let mut table = Table::default();
        let mut row = 0;
        self.rows(node, depth + 1, &mut row, &mut table)?;
        Ok(table)
    }

    fn rows(&mut self, parent: Node<'_, '_>, depth: usize, row: &mut u32, table: &mut Table) -> Result<(), Reason> {
        if depth > limits::DEPTH {
            return Err(Reason::TooLarge);
        }
        for node in parent.children() {
            match xml::name(node) {
                "table-row" => {
                    for _ in 0..xml::count(node, "number-rows-repeated").min(limits::COLUMNS as u32) {
                        self.cells(node, depth + 1, *row, table)?;
                        *row += 1;
                    }
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(node, depth + 1, row, table)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, parent: Node<'_, '_>, depth: usize, row: u32, table: &mut Table) -> Result<(), Reason> {
        let mut column = 0_u32;
        for node in parent.children() {
            let count = xml::count(node, "number-columns-repeated");
            match xml::name(node) {
                "covered-table-cell" => column = column.saturating_add(count),
                "table-cell" => {
                    for _ in 0..count {
                        if column >= limits::COLUMNS as u32 || table.cells.len() > limits::PIECES {
                            return Err(Reason::TooLarge);
                        }
                        let mut content = Vec::new();
                        self.blocks(node, depth + 1, &mut Item::default(), &mut content)?;
                        let row_span = xml::count(node, "number-rows-spanned");
                        let column_span = xml::count(node, "number-columns-spanned").min(limits::COLUMNS as u32);
                        table.cells.push(Cell { row, column, row_span, column_span, content });
                        column += 1;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Text with its white space as it is shown: line feeds and runs of blanks are one blank.
fn collapsed(text: &str, before: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        let blank = matches!(c, ' ' | '\t' | '\n' | '\r');
        let last = shown.chars().next_back().or_else(|| before.chars().next_back());
        if !blank {
            shown.push(c);
        } else if !matches!(last, None | Some(' ' | '\n')) {
            shown.push(' ');
        }
    }
    shown
}

fn all_text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}
