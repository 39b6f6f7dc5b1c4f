//! What the text itself explains, so that a rule need not ask.

use super::dates::years;
use super::text::{has_any, section_text, sentences};
use crate::rule::Context;

/// Whether a sentence tells of reviews or suits that stem from earlier years.
pub fn disputes_of_earlier_years(context: &Context) -> bool {
    any_sentence(context, |sentence| {
        let earlier = has_any(sentence, &["上年", "去年", "往年", "以前年度", "以往年度"])
            || years(sentence).iter().any(|(_, year)| context.report.year.is_some_and(|own| *year < own));
        earlier && has_any(sentence, &["复议", "诉讼", "起诉"])
    })
}

/// Whether any sentence of 一, 五 or 六 is of a kind.
pub fn any_sentence(context: &Context, kind: impl Fn(&str) -> bool) -> bool {
    [1, 5, 6].into_iter().flat_map(|section| sentences(section_text(context.report, section))).any(|(_, s)| kind(s))
}
