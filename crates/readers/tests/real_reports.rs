//! Real files: an agency's PDF and the blank form. They stand beside the project, not in it; where
//! they are absent, these tests say so and pass.

use std::path::Path;

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

fn value(checked: &Checked, address: &str) -> String {
    checked.cells.get(address).map(|cell| cell.text.clone()).unwrap_or_default()
}

#[test]
fn a_pdf_of_several_pages_gives_its_cells() {
    let Some(checked) = check("hongze_2023.pdf") else { return };
    assert_eq!(checked.year, Some(2023));
    for (row, numbers) in [
        ("received", ["21", "0", "0", "0", "0", "0", "21"]),
        ("partial", ["4", "0", "0", "0", "0", "0", "4"]),
        ("refused.7", ["1", "0", "0", "0", "0", "0", "1"]),
        ("unable.1", ["10", "0", "0", "0", "0", "0", "10"]),
        ("unable.2", ["3", "0", "0", "0", "0", "0", "3"]),
        ("unable.3", ["0", "0", "0", "0", "0", "0", "0"]),
        ("declined.1", ["1", "0", "0", "0", "0", "0", "1"]),
        ("other", ["0", "0", "0", "0", "0", "0", "0"]),
        ("total", ["21", "0", "0", "0", "0", "0", "21"]),
        ("carried_out", ["0", "0", "0", "0", "0", "0", "0"]),
    ] {
        let columns = ["natural", "business", "research", "social", "legal", "other", "total"];
        assert_eq!(columns.map(|column| value(&checked, &format!("3.{row}.{column}"))), numbers, "{row}");
    }
    assert_eq!(value(&checked, "2.normative.repealed"), "5");
    assert_eq!(value(&checked, "2.penalties.decisions"), "4119");
    assert_eq!(value(&checked, "2.fees.amount"), "7730.28");
    assert_eq!(value(&checked, "4.review.upheld"), "10");
    assert_eq!(value(&checked, "4.after_review.upheld"), "5");
    let one_row = |address: &str| address.starts_with("3.other.") && address.split('.').count() == 4;
    for (address, cell) in &checked.cells {
        assert_eq!(cell.doubt.is_some(), one_row(address), "{address}");
        assert_eq!(cell.at.is_some(), !one_row(address), "{address}");
    }
    let rules: Vec<&str> = checked.findings.iter().map(|finding| finding.rule.as_ref()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "T4-SUM").count(), 2, "{rules:?}");
}

#[test]
fn the_blank_form_gives_200_blank_cells_without_a_doubt() {
    let Some(checked) = check("form_2021_blank.docx") else { return };
    assert_eq!(checked.cells.len(), 200);
    for (address, cell) in &checked.cells {
        assert!(cell.text.is_empty() && cell.doubt.is_none() && cell.at.is_some(), "{address}: {cell:?}");
    }
}
