//! Real files: an agency's PDF and the blank form. They stand beside the project, not in it; where
//! they are absent, these tests say so and pass.

use std::path::Path;

use indexmap::IndexMap;
use nianbao::finding::Severity;
use nianbao::number::Number;
use nianbao::outcome::Checked;

/// Reads and checks a real file; nothing, with a message, where it is absent.
fn check(name: &str) -> Option<Checked> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reports").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    };
    let document = nianbao_readers::read(name, &bytes).expect("a real report can be read");
    Some(nianbao::check(&document, name, &nianbao::Options::default()))
}

/// What a person reads in the three tables of hongze_2023.pdf, row by row from the left. Its （六）
/// is one row, as it was in the form before.
const HONGZE: [(&str, &[&str]); 32] = [
    ("2.rules", &["0", "0", "0"]),
    ("2.normative", &["0", "5", "5"]),
    ("2.permits", &["550"]),
    ("2.penalties", &["4119"]),
    ("2.coercion", &["195"]),
    ("2.fees", &["7730.28"]),
    ("3.received", &["21", "0", "0", "0", "0", "0", "21"]),
    ("3.carried_in", &["0"; 7]),
    ("3.granted", &["0"; 7]),
    ("3.partial", &["4", "0", "0", "0", "0", "0", "4"]),
    ("3.refused.1", &["1", "0", "0", "0", "0", "0", "1"]),
    ("3.refused.2", &["0"; 7]),
    ("3.refused.3", &["0"; 7]),
    ("3.refused.4", &["0"; 7]),
    ("3.refused.5", &["0"; 7]),
    ("3.refused.6", &["1", "0", "0", "0", "0", "0", "1"]),
    ("3.refused.7", &["1", "0", "0", "0", "0", "0", "1"]),
    ("3.refused.8", &["0"; 7]),
    ("3.unable.1", &["10", "0", "0", "0", "0", "0", "10"]),
    ("3.unable.2", &["3", "0", "0", "0", "0", "0", "3"]),
    ("3.unable.3", &["0"; 7]),
    ("3.declined.1", &["1", "0", "0", "0", "0", "0", "1"]),
    ("3.declined.2", &["0"; 7]),
    ("3.declined.3", &["0"; 7]),
    ("3.declined.4", &["0"; 7]),
    ("3.declined.5", &["0"; 7]),
    ("3.other", &["0"; 7]),
    ("3.total", &["21", "0", "0", "0", "0", "0", "21"]),
    ("3.carried_out", &["0"; 7]),
    ("4.review", &["10", "1", "0", "0", "0"]),
    ("4.direct", &["0"; 5]),
    ("4.after_review", &["5", "0", "0", "0", "0"]),
];

/// The rows that the form of 2021 has in place of the one row （六）: 21 cells that are not there.
const ABSENT: [&str; 3] = ["3.other.1", "3.other.2", "3.other.3"];

#[test]
fn a_pdf_of_several_pages_gives_every_cell() {
    let Some(checked) = check("hongze_2023.pdf") else { return };
    assert_eq!((checked.year, checked.form.as_deref()), (Some(2023), Some("2021")));
    let mut rows: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for (address, cell) in &checked.cells {
        let (row, _) = address.rsplit_once('.').expect("a row and a column");
        let absent = ABSENT.contains(&row);
        assert_eq!((cell.doubt.is_some(), cell.at.is_none()), (absent, absent), "{address}");
        assert_eq!(cell.value.map(|value| value.to_string()).unwrap_or_default(), cell.text, "{address}");
        if !absent {
            rows.entry(row).or_default().push(&cell.text);
        }
    }
    for (row, numbers) in HONGZE {
        assert_eq!(rows.swap_remove(row).as_deref(), Some(numbers), "{row}");
    }
    assert!(rows.is_empty(), "{rows:?}");
}

#[test]
fn the_wrong_totals_and_the_old_row_are_found() {
    let Some(checked) = check("hongze_2023.pdf") else { return };
    let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let told = errors.map(|error| {
        let number = |number: Option<Number>| number.map(|number| number.to_string());
        (error.rule.as_str(), error.cells.first().map(String::as_str), number(error.expected), number(error.actual))
    });
    let told: Vec<_> = told.collect();
    let expected = |cell, sum: &str| ("T4-SUM", Some(cell), Some(sum.to_owned()), Some("0".to_owned()));
    assert_eq!(told, [expected("4.review.total", "11"), expected("4.after_review.total", "5")]);
    let old = checked.findings.iter().find(|finding| finding.rule == "T3-FORMAT").expect("the old row is found");
    assert!(old.cells.iter().all(|cell| cell.starts_with("3.other.")), "{old:?}");
}

#[test]
fn the_blank_form_gives_200_blank_cells_without_a_doubt() {
    let Some(checked) = check("form_2021_blank.docx") else { return };
    assert_eq!(checked.cells.len(), 200);
    for (address, cell) in &checked.cells {
        assert!(cell.text.is_empty() && cell.doubt.is_none() && cell.at.is_some(), "{address}: {cell:?}");
    }
}
