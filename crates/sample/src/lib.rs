//! Writes reports in many layouts, for tests, rule examples and benchmarks.
//!
//! A [`Draft`] is the content of one report, with the truth about every cell. Layouts print it the
//! way clerks' programs do.

mod clean;
mod clean_government;
mod draft;
mod edit;
mod layout;
mod noise;
mod printed;
mod prose;
mod random;
mod words;

pub use draft::{Draft, SectionDraft};
pub use layout::{LAYOUTS, Layout, Written};
pub use noise::{Hand, Noise};
pub use printed::{Printed, PrintedCell, PrintedTable};
pub use prose::Writer;

/// The draft that a rule's example describes: [`Draft::clean`] with one edit a line (see
/// [`Draft::edit`]). Empty lines are skipped; an edit that can't be made is an error.
pub fn example(edits: &str) -> Result<Draft, String> {
    let mut draft = Draft::clean();
    for line in edits.lines().map(str::trim).filter(|line| !line.is_empty()) {
        draft.edit(line)?;
    }
    Ok(draft)
}
