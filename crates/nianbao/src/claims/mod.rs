//! Number claims of the narrative: a small grammar for the numbers of administrative Chinese.
//!
//! A section's text becomes tokens ([`token`]): words that matter ([`lexicon`]), numbers with their
//! measure words ([`figure`]), years, stops. The reader ([`reader`]) goes through them phrase by phrase, keeping
//! in mind ([`mind`]) what is being spoken of, and makes claims ([`claim`]): what is counted, how much, by which
//! words, and which cells may lawfully hold the number. What was seen but can't be tied to a cell is
//! kept with the reason.

mod applications;
pub mod claim;
mod disclosure;
mod disputes;
mod endings;
pub mod figure;
pub mod lexicon;
mod mind;
pub mod quantity;
mod reader;
mod readings;
mod results;
pub mod token;
mod unnumbered;

use claim::{Narrative, Why};
use quantity::Precision;

use crate::language::Language;
use crate::outcome::Unchecked;
use crate::report::Report;
use crate::say;

/// The sections whose text is narrative.
const NARRATIVE: [usize; 6] = [1, 2, 3, 4, 5, 6];

/// Reads the narrative of a report.
pub fn read(report: &Report) -> Narrative {
    let mut narrative = Narrative::default();
    let mut sentence = 0;
    for section in NARRATIVE {
        let Some(text) = report.sections.get(section).map(|section| section.text.as_str()) else { continue };
        let tokens = token::tokens(text, report.year);
        sentence = reader::read(report, section, text, &tokens, sentence, &mut narrative);
    }
    narrative.tallies.retain(|tally| !tally.parts.is_empty());
    if let Some(form) = report.form {
        for claim in &mut narrative.claims {
            claim.readings = readings::of(report, form, &claim.subject);
        }
        endings::settle(report, form, &mut narrative.claims);
        readings::narrow(report, &mut narrative.claims);
        readings::drop_shares(report, &mut narrative);
        readings::settle_doubts(report, &mut narrative);
    }
    narrative
}

/// The numbers that were seen and not compared with a cell, with the reasons, in reading order.
pub fn unchecked(report: &Report, narrative: &Narrative, language: Language) -> Vec<Unchecked> {
    let untied = narrative.untied.iter().map(|untied| (untied.section, untied.words.clone(), untied.why));
    let without_cell = narrative
        .claims
        .iter()
        .filter(|claim| claim.readings.is_empty() && !claim.part && claim.quantity.precision != Precision::Nothing)
        .map(|claim| (claim.section, claim.words.clone(), Why::NoCell));
    let mut all: Vec<_> = untied.chain(without_cell).collect();
    all.sort_by_key(|(section, words, _)| (*section, words.start));
    all.into_iter()
        .filter_map(|(section, words, why)| {
            let text = report.sections.get(section)?.text.get(words)?.trim().to_owned();
            Some(Unchecked { text, why: why.explain(language) }).filter(|unchecked| !unchecked.text.is_empty())
        })
        .collect()
}

impl Why {
    /// The sentence for the clerk.
    pub fn explain(self, language: Language) -> String {
        match self {
            Why::NoCell => say!(language, "报告的表格里没有与它对应的格", "the tables have no cell for it"),
            Why::OtherTime => {
                say!(language, "说的是别的年份，或一年中的一段时间", "it is about another year, or a part of the year")
            }
            Why::Unclear => say!(language, "不能确定说的是哪一格", "which cell it speaks of could not be told"),
            Why::AllDisputes => say!(
                language,
                "不能确定是否只计涉及政府信息公开的复议、诉讼",
                "it may count all reviews and suits, not only those about information"
            ),
            Why::PartOfCell => say!(language, "只是某一格中的一部分", "it is only a part of what a cell holds"),
        }
    }
}
