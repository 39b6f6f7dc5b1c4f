//! What several rules need: equations that fail, cells in groups, words in the text, the agency.

pub mod equations;
