//! Last year's report.

use crate::report::Report;
use crate::rule::Context;

/// The report for the year before, where one was given; `None` for one of another year.
pub fn last_year<'a>(context: &'a Context) -> Option<&'a Report> {
    let previous = context.previous.filter(|previous| previous.form.is_some())?;
    let apart = context.report.year.zip(previous.year).map(|(year, before)| year - before);
    apart.is_none_or(|years| years == 1).then_some(previous)
}
