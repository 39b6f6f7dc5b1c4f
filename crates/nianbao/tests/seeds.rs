//! Real reports, where they are at hand (`../shared` beside the workspace): every cell as a person
//! read it. They are not part of the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nianbao::align::align;
use nianbao::number::Number;
use nianbao::report::Report;
use serde::Deserialize;

/// What a person read in a report.
#[derive(Deserialize)]
struct Expected {
    agency: String,
    year: i32,
    form: String,
    cells: BTreeMap<String, Option<Number>>,
}

/// The folder of real reports; `None`, with a message, where there is none.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if folder.join("seeds").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there are no real reports in {}", folder.display());
    None
}

/// The real reports with what a person read in each, by file name without its extension.
fn seeds() -> Vec<(String, Report, Expected)> {
    let Some(shared) = shared() else { return Vec::new() };
    let mut names: Vec<String> = fs::read_dir(shared.join("seeds"))
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    names.sort();
    let load = |name: String| {
        let bytes = fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("a file");
        let report = align(&readers::read(&format!("{name}.txt"), &bytes).expect("a text"));
        let json = fs::read_to_string(shared.join("expected").join(format!("{name}.json"))).expect("a file");
        (name, report, serde_json::from_str(&json).expect("what a person read"))
    };
    names.into_iter().map(load).collect()
}

#[test]
fn every_cell_is_what_a_person_read() {
    for (name, report, expected) in seeds() {
        assert_eq!(report.form.map(|form| form.id), Some(expected.form.as_str()), "{name}");
        assert_eq!(report.agency.as_deref(), Some(expected.agency.as_str()), "{name}");
        assert_eq!(report.year, Some(expected.year), "{name}");
        let title: String = report.title.iter().flat_map(|title| title.text.split_whitespace()).collect();
        assert_eq!(title, format!("{}{}年政府信息公开工作年度报告", expected.agency, expected.year), "{name}");
        assert_eq!(expected.cells.len(), 200, "{name}");
        for (address, value) in &expected.cells {
            let cell = report.at(address).unwrap_or_else(|| panic!("{name}: no cell {address}"));
            assert_eq!(cell.value, *value, "{name}: {address}");
            assert_eq!(cell.doubt, None, "{name}: {address}");
            assert!(cell.at.is_some() || cell.value.is_none(), "{name}: {address} has no place");
        }
    }
}

#[test]
fn the_misprinted_label_is_seen() {
    let seeds = seeds();
    let Some((_, report, _)) = seeds.iter().find(|(name, ..)| name.starts_with("003")) else { return };
    assert!(report.labels.iter().any(|label| label.printed == "本年度止件数"), "{:?}", report.labels);
}

/// What a careful person would hold against each report: no more, and no less.
#[test]
fn errors_and_warnings_are_those_that_a_person_would_raise() {
    let Some(shared) = shared() else { return };
    let expected = [
        ("000_881c8df4802adf85", &[][..]),
        ("001_fb458e10dc3ede35", &["L-REG", "S1-GOV3", "W-PAGENO", "W-RESIDUE", "W-TYPO-LIST"]),
        ("002_7063f1814de91bcc", &["W-TYPO-LIST", "W-TYPO-LIST"]),
        ("003_8d93650bfc1767cd", &["T2-LABEL"]),
        ("004_da27fdfd1a5b31c6", &[]),
    ];
    for (name, rules) in expected {
        let bytes = fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("a file");
        let document = readers::read(&format!("{name}.txt"), &bytes).expect("a text");
        let checked = nianbao::check(&document, name, &nianbao::Options::default());
        let raised = checked.findings.iter().filter(|f| f.severity != nianbao::finding::Severity::Hint);
        let mut raised: Vec<&str> = raised.map(|finding| finding.rule.as_str()).collect();
        raised.sort_unstable();
        assert_eq!(raised, rules, "{name}");
    }
}
