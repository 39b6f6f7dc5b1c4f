//! What the page shows: small components, each a view of a part of the state.

mod bar;
mod cell;
mod choose;
mod empty;
mod finding;
mod findings;
mod focus;
mod guide;
mod language_switch;
mod last_year;
mod many;
mod margin;
mod markdown;
mod newer;
mod notes;
mod pictures;
mod repair;
mod report;
mod rule;
mod settings;
mod shape;
mod sheet;
mod source;
mod sums;
mod table;
mod words;
mod work;

pub use empty::EmptyView;
pub use guide::Guide;
pub use last_year::LAST_YEAR;
pub use many::ManyView;
pub use newer::Newer;
pub use report::ReportView;
pub use settings::RulesPanel;
pub use source::SOURCE;
pub use work::WorkCard;
