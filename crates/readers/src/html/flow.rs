//! Running text: pieces of text put together into paragraphs.

use nianbao::document::{Block, Paragraph};
use nianbao::unreadable::Reason;

use crate::limits::Budget;

/// White space seen since the last character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Space {
    #[default]
    None,
    Blank,
    /// White space with a line feed in it, which nobody sees between Chinese characters.
    LineFeed,
}

/// Paragraphs and grids, and the paragraph that is being put together.
#[derive(Debug, Default)]
pub(super) struct Flow {
    /// What is finished.
    pub blocks: Vec<Block>,
    text: String,
    space: Space,
    level: Option<u8>,
}

impl Flow {
    /// Adds text; white space collapses as in a browser.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' | '\r' => self.space = Space::LineFeed,
                ' ' | '\t' | '\x0C' => self.space = self.space.max(Space::Blank),
                _ => {
                    self.put_space(c);
                    self.text.push(c);
                }
            }
        }
    }

    fn put_space(&mut self, next: char) {
        let space = std::mem::take(&mut self.space);
        let Some(last) = self.text.chars().next_back() else { return };
        if space == Space::Blank || (space == Space::LineFeed && !(is_wide(last) && is_wide(next))) {
            self.text.push(' ');
        }
    }

    /// Adds preformatted text: blanks stay, line feeds end paragraphs.
    pub fn preformatted(&mut self, text: &str, budget: &mut Budget) -> Result<(), Reason> {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_paragraph(budget)?;
            }
            self.text.push_str(line.trim_end_matches('\r'));
        }
        Ok(())
    }

    /// A line break: in a heading the heading goes on, elsewhere a paragraph begins.
    pub fn line_break(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        if self.level.is_some() {
            self.space = Space::LineFeed;
            return Ok(());
        }
        self.end_paragraph(budget)
    }

    /// Begins a heading of this level, or ends one.
    pub fn set_level(&mut self, level: Option<u8>) {
        self.level = level;
    }

    /// Ends the paragraph; one that shows nothing is dropped.
    pub fn end_paragraph(&mut self, budget: &mut Budget) -> Result<(), Reason> {
        self.space = Space::None;
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return Ok(());
        }
        budget.spend(1)?;
        self.blocks.push(Block::Paragraph(Paragraph { text, at: None, level: self.level, wrapped: false }));
        Ok(())
    }
}

/// Whether the character is as wide as a Chinese one, so that a line may break before and after it.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
