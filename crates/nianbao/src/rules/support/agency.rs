//! What the agency's name tells of it.

use crate::report::Report;

/// What kind of organ reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Organ {
    /// A people's government of any level, townships included.
    Government,
    /// A street office: an organ sent out by a government, not one itself.
    StreetOffice,
    /// Any other: departments, offices, institutions.
    Department,
}

/// The kind of the reporting agency; `None` when its name is not known.
pub fn organ(report: &Report) -> Option<Organ> {
    let name = report.agency.as_deref()?.trim();
    let organ = if ["人民政府", "镇", "乡"].iter().any(|ending| name.ends_with(ending)) {
        Organ::Government
    } else if ["街道", "街道办事处", "街道办"].iter().any(|ending| name.ends_with(ending)) {
        Organ::StreetOffice
    } else {
        Organ::Department
    };
    Some(organ)
}
