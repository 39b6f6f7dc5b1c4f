//! Number claims of the narrative: a small grammar for the numbers of administrative Chinese.
//!
//! A section's text becomes tokens ([`token`]): words that matter ([`lexicon`]), numbers with their
//! measure words ([`figure`]), years, stops.

pub mod figure;
pub mod lexicon;
pub mod quantity;
pub mod token;
