//! Goes through the tags of a page and puts its text into paragraphs and tables.

use std::cell::RefCell;

use html5ever::tokenizer::{EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult};
use nianbao::document::{Block, Document, Grid, Paragraph, Place, Remark, RemarkKind};
use nianbao::unreadable::Reason;

use super::flow::Flow;
use super::skipped::{End, Skipped, Why};
use super::table::{Finished, Table};
use super::tags;
use crate::limits::Budget;

/// How deep tables may stand in each other; the cells of deeper ones are paragraphs.
const TABLE_DEPTH: usize = 32;

/// A page that is being read.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Whether controls, navigation and hidden elements are left out.
    leaves_out: bool,
    flow: Flow,
    /// The open tables, from the outermost.
    tables: Vec<Table>,
    /// How many open tables are deeper than [`TABLE_DEPTH`].
    too_deep: usize,
    skipped: Option<Skipped>,
    /// Whether the tokenizer is in an element whose content is no HTML.
    raw: bool,
    /// How many preformatted elements are open.
    preformatted: usize,
    inserted: Option<String>,
    remarks: Vec<Remark>,
    budget: Budget,
    /// How many characters were left out, and how many were not.
    hidden: usize,
    shown: usize,
}

/// Hands the tokens to a [`Page`]; the first error ends the reading.
struct Reading(RefCell<Result<Page, Reason>>);

impl TokenSink for Reading {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        let Ok(page) = state.as_mut() else { return TokenSinkResult::Continue };
        match page.token(token) {
            Ok(result) => result,
            Err(reason) => {
                *state = Err(reason);
                TokenSinkResult::Continue
            }
        }
    }
}

impl Page {
    /// Reads HTML; `leaves_out` says whether controls, navigation and hidden elements are left out.
    pub fn read(html: &str, leaves_out: bool) -> Result<Page, Reason> {
        let page = Page { leaves_out, ..Page::default() };
        let mut page = tags::tokenize(html, Reading(RefCell::new(Ok(page)))).0.into_inner()?;
        while !page.tables.is_empty() {
            page.end_table()?;
        }
        page.flow.end_paragraph(&mut page.budget)?;
        Ok(page)
    }

    /// Whether most of the page was left out, or an element that is left out never ended.
    pub fn hides_most(&self) -> bool {
        self.skipped.is_some() || self.hidden > self.shown
    }

    /// The Document.
    pub fn finish(self) -> Result<Document, Reason> {
        if self.shown == 0 {
            return Err(Reason::Empty);
        }
        let mut blocks = self.flow.blocks;
        number(&mut blocks);
        Ok(Document { reader: "html".to_owned(), blocks, remarks: self.remarks })
    }

    fn token(&mut self, token: Token) -> Result<TokenSinkResult<()>, Reason> {
        match token {
            Token::TagToken(tag) if tag.kind == StartTag => return self.start_tag(&tag),
            Token::TagToken(tag) if tag.kind == EndTag => self.end_tag(&tag)?,
            Token::CharacterTokens(text) => self.text(&text)?,
            _ => {}
        }
        Ok(TokenSinkResult::Continue)
    }

    /// Where text goes: the innermost open cell, or the page.
    fn current(&mut self) -> (&mut Flow, &mut Budget) {
        let cell = self.tables.iter_mut().rev().find_map(Table::flow);
        (cell.unwrap_or(&mut self.flow), &mut self.budget)
    }

    fn end_paragraph(&mut self) -> Result<(), Reason> {
        let (flow, budget) = self.current();
        flow.end_paragraph(budget)
    }

    fn text(&mut self, text: &str) -> Result<(), Reason> {
        if self.raw {
            return Ok(());
        }
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        if let Some(skipped) = &mut self.skipped {
            self.hidden += characters;
            skipped.text.push_str(text);
            return Ok(());
        }
        self.shown += characters;
        if let Some(inserted) = &mut self.inserted {
            inserted.push_str(text);
        }
        let preformatted = self.preformatted > 0;
        let (flow, budget) = self.current();
        if preformatted {
            flow.preformatted(text, budget)
        } else {
            flow.text(text);
            Ok(())
        }
    }

    fn start_tag(&mut self, tag: &Tag) -> Result<TokenSinkResult<()>, Reason> {
        if let Some(kind) = tags::raw_kind(&tag.name) {
            self.raw = true;
            return Ok(TokenSinkResult::RawData(kind));
        }
        if let Some(skipped) = &mut self.skipped {
            if !skipped.start_tag(tag) {
                return Ok(TokenSinkResult::Continue);
            }
            self.end_skipped();
        }
        if self.leaves_out {
            self.skipped = Skipped::begun_by(tag);
        }
        if self.skipped.is_some() {
            // A hidden cell or paragraph still ends the one before it.
            if tags::is_block(&tag.name) {
                self.structure_starts(&tag.name)?;
            }
        } else {
            self.element_starts(tag)?;
        }
        Ok(TokenSinkResult::Continue)
    }

    /// What the start of any element of this name does to the paragraph and cell that are open.
    fn structure_starts(&mut self, name: &str) -> Result<(), Reason> {
        self.end_paragraph()?;
        let Some(table) = self.tables.last_mut().filter(|_| self.too_deep == 0) else { return Ok(()) };
        match name {
            "tr" | "td" | "th" => table.end_cell(&mut self.budget),
            "tbody" | "thead" | "tfoot" => table.end_group(&mut self.budget),
            _ => Ok(()),
        }
    }

    fn element_starts(&mut self, tag: &Tag) -> Result<(), Reason> {
        let name: &str = &tag.name;
        if name == "br" {
            let (flow, budget) = self.current();
            return flow.line_break(budget);
        }
        if name == "ins" {
            self.inserted.get_or_insert_default();
        }
        if !tags::is_block(name) {
            return Ok(());
        }
        self.structure_starts(name)?;
        if let Some(level) = tags::heading_level(name) {
            self.current().0.set_level(Some(level));
        }
        match name {
            "pre" => self.preformatted += 1,
            "table" => self.begin_table()?,
            "tr" | "td" | "th" if self.too_deep == 0 => {
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                if name == "tr" {
                    table.begin_row(&mut self.budget)?;
                } else {
                    table.begin_cell(span(tag, "rowspan"), span(tag, "colspan"), &mut self.budget)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_tag(&mut self, tag: &Tag) -> Result<(), Reason> {
        if self.raw {
            self.raw = false;
            return Ok(());
        }
        if let Some(skipped) = &mut self.skipped {
            match skipped.end_tag(tag) {
                End::NotYet => return Ok(()),
                End::Here => {
                    self.end_skipped();
                    return Ok(());
                }
                End::Before => self.end_skipped(),
            }
        }
        let name: &str = &tag.name;
        match name {
            // A browser makes a line break of it.
            "br" => {
                let (flow, budget) = self.current();
                return flow.line_break(budget);
            }
            "ins" => {
                let text = self.inserted.take().unwrap_or_default();
                self.remark(RemarkKind::Inserted, &text);
            }
            _ => {}
        }
        if !tags::is_block(name) {
            return Ok(());
        }
        self.end_paragraph()?;
        if tags::heading_level(name).is_some() {
            self.current().0.set_level(None);
        }
        match name {
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "table" if self.too_deep > 0 => self.too_deep -= 1,
            "table" => self.end_table()?,
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" if self.too_deep == 0 => {
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                if matches!(name, "tr" | "td" | "th") {
                    table.end_cell(&mut self.budget)?;
                } else {
                    table.end_group(&mut self.budget)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_table(&mut self) -> Result<(), Reason> {
        // A table right in a table, outside its cells, ends it.
        if self.tables.last().is_some_and(|table| !table.has_open_cell()) {
            self.end_table()?;
        }
        if self.tables.len() < TABLE_DEPTH {
            self.tables.push(Table::default());
        } else {
            self.too_deep += 1;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Reason> {
        let Some(table) = self.tables.pop() else { return Ok(()) };
        let finished = table.finish(&mut self.budget)?;
        let (flow, budget) = self.current();
        flow.end_paragraph(budget)?;
        match finished {
            Finished::Grid(grid) => flow.blocks.push(Block::Grid(grid)),
            Finished::Content(mut blocks) => flow.blocks.append(&mut blocks),
        }
        Ok(())
    }

    fn end_skipped(&mut self) {
        if let Some(Skipped { why: Why::Remark(kind), text, .. }) = self.skipped.take() {
            self.remark(kind, &text);
        }
    }

    fn remark(&mut self, kind: RemarkKind, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.remarks.push(Remark { kind, text: text.to_owned(), at: None });
        }
    }
}

/// The span that a cell claims; 1 where it claims none.
fn span(tag: &Tag, attribute: &str) -> u32 {
    let value = tag.attrs.iter().find(|candidate| &*candidate.name.local == attribute).map(|found| found.value.trim());
    value.and_then(|value| value.parse().ok()).unwrap_or(1)
}

/// Gives paragraphs and cells their places.
fn number(blocks: &mut [Block]) {
    let (mut paragraphs, mut tables) = (0, 0);
    for block in blocks {
        match block {
            Block::Paragraph(Paragraph { at, .. }) => {
                paragraphs += 1;
                *at = Some(Place::Paragraph { paragraph: paragraphs });
            }
            Block::Grid(Grid { cells, .. }) => {
                tables += 1;
                for cell in cells {
                    cell.at = Some(Place::Grid { table: tables, row: cell.row + 1, column: cell.column + 1 });
                }
            }
        }
    }
}
