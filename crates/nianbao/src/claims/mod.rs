//! Number claims of the narrative: a small grammar for the numbers of administrative Chinese.
//!
//! A section's text becomes tokens ([`token`]): words that matter ([`lexicon`]), numbers with their
//! measure words ([`figure`]), years, stops. The reader goes through them phrase by phrase, keeping
//! in mind what is being spoken of, and makes claims ([`claim`]): what is counted, how much, by which
//! words, and which cells may lawfully hold the number. What was seen but can't be tied to a cell is
//! kept with the reason.

mod applications;
pub mod claim;
mod disclosure;
mod disputes;
pub mod figure;
pub mod lexicon;
pub mod quantity;
mod reader;
mod readings;
pub mod token;
mod unnumbered;

use claim::Narrative;

use crate::report::Report;

/// The sections whose text is narrative.
const NARRATIVE: [usize; 6] = [1, 2, 3, 4, 5, 6];

/// Reads the narrative of a report.
pub fn read(report: &Report) -> Narrative {
    let mut narrative = Narrative::default();
    let mut sentence = 0;
    for section in NARRATIVE {
        let Some(text) = report.sections.get(section).map(|section| section.text.as_str()) else { continue };
        let tokens = token::tokens(text, report.year);
        sentence = reader::read(text, &tokens, section, report.year, sentence, &mut narrative);
    }
    narrative.tallies.retain(|tally| !tally.parts.is_empty());
    if let Some(form) = report.form {
        for claim in &mut narrative.claims {
            claim.readings = readings::of(report, form, &claim.subject);
        }
    }
    narrative
}
