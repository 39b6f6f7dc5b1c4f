//! PDF: characters and ruling lines from the pages' content, put together by [`crate::page`].
//!
//! `hayro-syntax` reads the file's objects and decrypts them, `hayro-cmap` the fonts' tables to
//! Unicode; what is drawn where is this module's own work ([`content`]), as is the meaning of
//! codes in fonts without such a table ([`font`]). Everything that unpacks does so under a limit
//! ([`stream`], [`guard`]).

mod content;
mod font;
mod guard;
mod marked;
mod names;
mod radicals;
mod stream;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::page;
use content::Interpreter;
use marked::UNKNOWN;

/// More pages than this are no annual report.
const MOST_PAGES: usize = 2_000;

/// Fewer characters a page than this, beside a picture that fills it, are a scanner's mark.
const SCANNER_MARK: usize = 20;

/// Where fewer characters than this are known for each unknown one, a part of the report is lost.
const KNOWN_PER_UNKNOWN: usize = 10;

/// Reads a PDF.
pub fn read(bytes: &[u8]) -> Result<Document, Reason> {
    guard::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Reason::Encrypted
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Reason::Damaged,
    })?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(Reason::TooLarge);
    }
    let mut interpreter = Interpreter::default();
    let mut read = Vec::with_capacity(pages.len());
    for page in pages.iter() {
        read.push(interpreter.page(page)?);
    }
    let characters = || read.iter().flat_map(|page| &page.glyphs).map(|glyph| glyph.character);
    let shown = characters().filter(|character| !character.is_whitespace() && *character != UNKNOWN).count();
    let unknown = interpreter.unknown + characters().filter(|character| *character == UNKNOWN).count();
    if interpreter.pictured_pages > 0 && shown < SCANNER_MARK * interpreter.pictured_pages {
        return Err(Reason::ScannedPdf);
    }
    if unknown > shown / KNOWN_PER_UNKNOWN {
        return Err(Reason::UnmappedPdf);
    }
    if shown == 0 {
        return Err(if pages.is_empty() { Reason::Damaged } else { Reason::Empty });
    }
    page::document("pdf", read)
}

#[cfg(test)]
mod tests;
