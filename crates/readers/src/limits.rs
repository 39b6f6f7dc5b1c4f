//! How much a reader takes in before it says that this is more than a report can be. An annual
//! report has some fifty kilobytes of text and a thousand cells; a saved page with its pictures
//! inlined has a few megabytes.

use nianbao::document::{Block, Document};
use nianbao::unreadable::Reason;

/// The largest file that is read, in bytes.
pub const FILE_BYTES: usize = 64 << 20;

/// The longest text that a document may have, in bytes of UTF-8: some seven hundred thousand
/// Chinese characters.
pub const TEXT_BYTES: usize = 2 << 20;

/// The longest HTML that is read, in bytes of UTF-8. Pictures may stand in it.
pub const HTML_BYTES: usize = 16 << 20;

/// How many paragraphs and cells a document may have.
pub const PIECES: usize = 300_000;

/// How many columns a table may have.
pub const COLUMNS: usize = 1_000;

/// How many places (rows times columns) a table may have.
pub const GRID_AREA: usize = 2_000_000;

/// The document, unless its text is longer than [`TEXT_BYTES`].
pub fn bounded(document: Document) -> Result<Document, Reason> {
    let length = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.len(),
        Block::Grid(grid) => grid.cells.iter().map(|cell| cell.text.len()).sum(),
    };
    let text: usize = document.blocks.iter().map(length).sum();
    if text > TEXT_BYTES { Err(Reason::TooLarge) } else { Ok(document) }
}

/// Counts the paragraphs and cells of a document against [`PIECES`].
#[derive(Debug, Default)]
pub struct Budget {
    pieces: usize,
}

impl Budget {
    /// Counts `pieces` more; too many are an error.
    pub fn spend(&mut self, pieces: usize) -> Result<(), Reason> {
        self.pieces = self.pieces.saturating_add(pieces);
        if self.pieces > PIECES { Err(Reason::TooLarge) } else { Ok(()) }
    }
}

/// How much a container may unpack to, in bytes.
pub const UNPACKED_BYTES: usize = 64 << 20;

/// How many members a zip container may have.
pub const MEMBERS: usize = 20_000;

/// The longest XML file that is read, in bytes.
pub const XML_BYTES: usize = 24 << 20;

/// How many elements and texts an XML file may have.
pub const NODES: u32 = 800_000;

/// How deep elements and tables may be nested.
pub const DEPTH: usize = 120;
