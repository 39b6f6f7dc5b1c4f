//! How much a reader takes in before it says that this is more than a report can be. An annual
//! report has some fifty kilobytes of text and a thousand cells; a saved page with its pictures
//! inlined has a few megabytes.

use nianbao::unreadable::Reason;

/// The largest file that is read, in bytes.
pub const FILE_BYTES: usize = 64 << 20;

/// The longest text that is read, in bytes of UTF-8.
pub const TEXT_BYTES: usize = 32 << 20;

/// How many paragraphs and cells a document may have.
pub const PIECES: usize = 300_000;

/// How many columns a table may have.
pub const COLUMNS: usize = 1_000;

/// How many places (rows times columns) a table may have.
pub const GRID_AREA: usize = 2_000_000;

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
