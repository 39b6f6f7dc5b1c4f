//! What several rules need: equations that fail, cells in groups, words in the text, the agency.

pub mod agency;
pub mod cells;
pub mod claims;
pub mod dates;
pub mod doubts;
pub mod equations;
pub mod explained;
pub mod headings;
pub mod labels;
pub mod names;
pub mod period;
pub mod slips;
pub mod text;
pub mod wording;
pub mod years;
