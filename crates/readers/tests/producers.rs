//! The same report in every format gives the same cells and the same findings.
//!
//! Real programs make the files: LibreOffice and Chromium, from generated reports in HTML. Where a
//! program is absent, its formats are skipped, with a message.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nianbao::outcome::Checked;
use sample::{Draft, Hand, LAYOUTS, Noise, Written};

/// How many generated reports are made in each format.
const REPORTS: u64 = 20;

/// A report's cells and findings, to be compared.
#[derive(Debug, PartialEq)]
struct Result {
    cells: BTreeMap<String, (String, Option<String>)>,
    findings: Vec<String>,
}

fn result(checked: &Checked) -> Result {
    let cells = checked.cells.iter().map(|(address, cell)| {
        // Cells wrap where their columns are narrow, and spreadsheets show 1.50 as 1.5.
        let text = cell.text.replace('\n', "");
        let text = text.parse::<f64>().map_or(text, |number| number.to_string());
        (address.to_string(), (text, cell.doubt.clone()))
    });
    let findings = checked.findings.iter().map(|finding| format!("{} {}", finding.rule, finding.message));
    Result { cells: cells.collect(), findings: findings.collect() }
}

fn check(name: &str, bytes: &[u8]) -> Result {
    let document = nianbao_readers::read(name, bytes).unwrap_or_else(|reason| panic!("{name}: {reason:?}"));
    result(&nianbao::check(&document, name, &nianbao::Options::default()))
}

/// A new folder with the reports in this layout: `0.html` … and what they should give.
fn reports(program: &str, layout: &str) -> (PathBuf, Vec<(PathBuf, Result)>) {
    let folder = std::env::temp_dir().join(format!("nianbao-{program}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the reports");
    let layout = LAYOUTS.iter().find(|other| other.name == layout).expect("a layout");
    let reports = (0..REPORTS).map(|seed| {
        let draft = Draft::random(seed);
        let Written::Html(html) = (layout.write)(&draft, &mut Hand::new(seed, Noise::NONE)) else { panic!("no HTML") };
        let path = folder.join(format!("{seed}.html"));
        fs::write(&path, &html).expect("written");
        let expected = check("report.html", html.as_bytes());
        (path, expected)
    });
    let reports = reports.collect();
    (folder, reports)
}

fn is_here(program: &str) -> bool {
    let here = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !here {
        eprintln!("skipped: {program} is not installed");
    }
    here
}

/// Compares every report in a format with what it should give.
fn compare(reports: &[(PathBuf, Result)], extension: &str) {
    for (html, expected) in reports {
        let path = html.with_extension(extension);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let got = check(&path.to_string_lossy(), &bytes);
        for (address, cell) in &expected.cells {
            assert_eq!(got.cells.get(address), Some(cell), "{} {address}", path.display());
        }
        assert_eq!(got.findings, expected.findings, "{}", path.display());
    }
}

fn convert(folder: &Path, reports: &[(PathBuf, Result)], filter: &str, formats: &[(&str, &str)]) {
    for (extension, format) in formats {
        let run = Command::new("soffice")
            .arg("--headless")
            .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
            .arg(format!("--infilter={filter}"))
            .args(["--convert-to", format, "--outdir"])
            .arg(folder)
            .args(reports.iter().map(|(path, _)| path))
            .output()
            .expect("LibreOffice runs");
        assert!(run.status.success(), "{run:?}");
        compare(reports, extension);
    }
}

#[test]
fn libreoffice_writer_makes_the_same_report() {
    if !is_here("soffice") {
        return;
    }
    let (folder, reports) = reports("writer", "html-page");
    let formats = [
        ("docx", "docx:MS Word 2007 XML"),
        ("odt", "odt:writer8"),
        ("rtf", "rtf:Rich Text Format"),
        ("doc", "doc:MS Word 97"),
        ("pdf", "pdf:writer_pdf_Export"),
    ];
    convert(&folder, &reports, "HTML (StarWriter)", &formats);
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn libreoffice_calc_makes_the_same_report() {
    if !is_here("soffice") {
        return;
    }
    let (folder, reports) = reports("calc", "html-sheet");
    convert(&folder, &reports, "HTML (StarCalc)", &[("xlsx", "xlsx"), ("xls", "xls"), ("ods", "ods")]);
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn chromium_prints_the_same_report() {
    if !is_here("chromium") {
        return;
    }
    let (folder, reports) = reports("chromium", "html-page");
    for (html, _) in &reports {
        let run = Command::new("chromium")
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg(format!("--user-data-dir={}/profile", folder.display()))
            .arg(format!("--print-to-pdf={}", html.with_extension("pdf").display()))
            .arg(html)
            .output()
            .expect("Chromium runs");
        assert!(run.status.success(), "{run:?}");
    }
    compare(&reports, "pdf");
    fs::remove_dir_all(folder).expect("the folder goes");
}
