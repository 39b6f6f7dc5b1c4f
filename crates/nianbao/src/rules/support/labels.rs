//! Labels printed in the tables, compared with the form's.

use indexmap::IndexMap;

use super::cells::{has_table, table_name};
use super::text::MOST_FINDINGS;
use super::wording::{MOST_MARKED, times};
use crate::finding::{Finding, Severity, Span};
use crate::number::narrow;
use crate::report::{Doubt, Label};
use crate::rule::{Context, Rule};
use crate::say;

/// A finding for each label of a table whose words are not the form's, all places of it together.
pub fn deviating(context: &Context, rule: &Rule, table: u8) -> Vec<Finding> {
    let labels = context.report.labels.iter().filter(|label| label.table == table);
    let mut deviating: IndexMap<(&str, &str), Vec<&Label>> = IndexMap::new();
    for label in labels.filter(|label| !same_words(&label.printed, label.official) && !is_piece(context, label)) {
        deviating.entry((&label.printed, label.official)).or_default().push(label);
    }
    let finding = |((printed, official), labels): ((&str, &str), Vec<&Label>)| {
        let (table, times) = (table_name(context, table), times(context.language, labels.len()));
        let message = say!(
            context.language,
            "{table}：“{printed}”{times}应为“{official}”。",
            "{table}: “{printed}”{times} should read “{official}”."
        );
        labels.into_iter().take(MOST_MARKED).map(Span::label).fold(rule.finding(message), Finding::span)
    };
    deviating.into_iter().take(MOST_FINDINGS).map(finding).collect()
}

/// Whether it is a piece of a label that was cut where one line ended: 行政诉讼（复.
fn is_piece(context: &Context, label: &Label) -> bool {
    let printed = words(&label.printed);
    // Table 三 has 其他 in so many labels that a lost word would look like a piece.
    let rows = context.form.rows.iter().filter(|row| row.table == label.table && label.table == 4);
    rows.into_iter().any(|row| words(&row.labels.concat()).contains(&printed))
}

/// One finding for the rows of a table that are not in the report.
pub fn missing_rows(context: &Context, rule: &Rule, table: u8) -> Option<Finding> {
    let is_missing = |id| context.report.cell(id).doubt == Some(Doubt::NoRow);
    let rows: Vec<_> = context
        .form
        .rows
        .iter()
        .filter(|row| row.table == table && !row.outdated && row.cells().all(is_missing))
        .collect();
    if rows.is_empty() || !has_table(context, table) {
        return None;
    }
    let names: Vec<String> = rows.iter().take(3).map(|row| row.name()).collect();
    let more = if rows.len() > names.len() { " …" } else { "" };
    let message = say!(
        context.language,
        "{}缺少 {} 行：{}{more}。原件里有的，请重新复制；没有的，按格式补上，没有数量的填 0。",
        "{} lacks {} rows: {}{more}. If the original has them, copy it again; otherwise add them, with 0 where there is nothing.",
        table_name(context, table),
        rows.len(),
        names.join("、")
    );
    let missing: Vec<String> =
        rows.iter().flat_map(|row| row.cells()).map(|cell| context.form.spec(cell).address.clone()).collect();
    // Where other rows are uncertain, the missing ones may only not have been recognised.
    let certain = context.report.cell_ids().all(|id| {
        let doubt = context.report.cell(id).doubt;
        context.form.spec(id).table != table || matches!(doubt, None | Some(Doubt::NoRow | Doubt::OneRow))
    });
    let severity = if certain { Severity::Error } else { Severity::Warning };
    let finding = rule.finding(message).severity(severity);
    Some(missing.into_iter().fold(finding, Finding::missing))
}

/// Whether two labels say the same, but for blanks, punctuation, widths and numbering. No label of the form ends
/// with a digit: one that is printed there ran in from the cell beside it.
fn same_words(printed: &str, official: &str) -> bool {
    words(printed).trim_end_matches(|c: char| c.is_ascii_digit()) == words(official)
}

fn words(label: &str) -> String {
    let narrowed: String = label.chars().map(narrow).filter(|c| !c.is_whitespace()).collect();
    let unnumbered = without_number(&narrowed);
    unnumbered.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Takes 一、, (一), 1. off the front.
fn without_number(text: &str) -> &str {
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = text.strip_prefix('(').unwrap_or(text).trim_start_matches(numerals);
    match rest.strip_prefix(['、', '.', ',', ')', ':']) {
        Some(own) if rest.len() < text.len() => own,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn a_number_that_ran_in_is_no_word() {
        assert!(same_words("其他结果０", "其他结果") && same_words("结果维持 12", "结果维持"));
        assert!(!same_words("其它结果0", "其他结果"));
    }

    #[test]
    fn blanks_marks_and_numbers_do_not_make_another_label() {
        for (printed, official) in [
            ("( 一 ) 予以公开", "（一）予以公开"),
            ("予以公开", "（一）予以公开"),
            ("3、危及\"三安全一稳定\"", "3.危及“三安全一稳定”"),
            ("结果 维持", "结果维持"),
        ] {
            assert!(same_words(printed, official), "{printed}");
        }
        for (printed, official) in
            [("（六）其他", "（六）其他处理"), ("本年度止件数", "本年废止件数"), ("一般公开", "（一）予以公开")]
        {
            assert!(!same_words(printed, official), "{printed}");
        }
    }
}
