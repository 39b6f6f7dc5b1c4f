//! The same report in every format gives the same cells and the same findings.
//!
//! Real programs make the files, from HTML: LibreOffice and Chromium. OFD and WPS's own documents,
//! which neither writes, are made by hand (`sample`). Where a program is absent, its formats are
//! skipped, with a message.

mod reports;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nianbao::finding::{Finding, Span};
use nianbao::number::Number;
use nianbao::outcome::Checked;
use sample::{Draft, Hand, LAYOUTS, Noise, Written};

/// A cell: its address, text, value and doubt.
type Cell = (String, String, Option<Number>, Option<String>);

/// A report's cells and findings, to be compared.
struct Result {
    cells: Vec<Cell>,
    findings: Vec<Finding>,
}

/// A report in HTML and what it should give.
struct Source {
    html: PathBuf,
    expected: Result,
}

fn result(checked: Checked) -> Result {
    let cells = checked.cells.into_iter().map(|(address, cell)| {
        // Cells wrap where their columns are narrow, and spreadsheets show 1.50 as 1.5.
        let text = cell.text.replace('\n', "");
        let text = text.parse::<f64>().map_or(text, |number| number.to_string());
        (address, text, cell.value, cell.doubt)
    });
    // Places are the format's own; where a line of a page ends with a sentence, a paragraph may end.
    let span = |span: Span| Span { at: None, start: None, end: None, ..span };
    let spans = |spans: Vec<Span>| spans.into_iter().map(span).collect();
    let findings = checked.findings.into_iter().map(|finding| Finding { spans: spans(finding.spans), ..finding });
    Result { cells: cells.collect(), findings: findings.collect() }
}

fn check(name: &str, bytes: &[u8]) -> Result {
    let document = nianbao_readers::read(name, bytes).unwrap_or_else(|reason| panic!("{name}: {reason:?}"));
    result(nianbao::check(&document, name, &nianbao::Options::default()))
}

/// Every report that is made in each format.
fn drafts() -> Vec<Draft> {
    let mut drafts = reports::generated();
    drafts.extend(reports::real());
    drafts
}

fn written(draft: &Draft, layout: &str) -> Written {
    let layout = LAYOUTS.iter().find(|other| other.name == layout).expect("a layout");
    (layout.write)(draft, &mut Hand::new(0, Noise::NONE))
}

/// What a report gives as HTML, after its cells were compared with the truth.
fn expected(draft: &Draft, html: &str) -> Result {
    let expected = check("report.html", html.as_bytes());
    let truth = draft.form.cell_ids().map(|cell| (&draft.form.spec(cell).address, draft.value(cell)));
    for ((address, truth), (found_at, _, found, doubt)) in truth.zip(&expected.cells) {
        assert_eq!((address, truth, &None), (found_at, *found, doubt), "{}", draft.title);
    }
    expected
}

fn assert_same(got: &Result, expected: &Result, told: &str) {
    assert_eq!(got.cells.len(), expected.cells.len(), "{told}");
    for (got, expected) in got.cells.iter().zip(&expected.cells) {
        assert_eq!(got, expected, "{told}");
    }
    for (got, expected) in got.findings.iter().zip(&expected.findings) {
        assert_eq!(got, expected, "{told}");
    }
    assert_eq!(got.findings.len(), expected.findings.len(), "{told}");
}

/// A new folder with the reports in this layout: `0.html` …
fn sources(program: &str, layout: &str) -> (PathBuf, Vec<Source>) {
    let folder = std::env::temp_dir().join(format!("nianbao-{program}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the reports");
    let source = |(index, draft): (usize, Draft)| {
        let Written::Html(text) = written(&draft, layout) else { panic!("no HTML") };
        let html = folder.join(format!("{index}.html"));
        fs::write(&html, &text).expect("written");
        Source { html, expected: expected(&draft, &text) }
    };
    let sources = drafts().into_iter().enumerate().map(source).collect();
    (folder, sources)
}

/// Compares every report in a format with what it should give. A name of `alias` makes no difference.
fn compare(sources: &[Source], extension: &str, alias: Option<&str>) {
    for Source { html, expected } in sources {
        let path = html.with_extension(extension);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let named = path.with_extension(alias.unwrap_or(extension));
        assert_same(&check(&named.to_string_lossy(), &bytes), expected, &named.display().to_string());
    }
}

/// Runs a program; whether it is there.
fn run(program: &str, command: &mut Command) -> bool {
    match command.output() {
        Ok(output) => assert!(output.status.success(), "{program}: {output:?}"),
        Err(error) => {
            eprintln!("skipped: {program} does not run here: {error}");
            return false;
        }
    }
    true
}

/// Has LibreOffice convert all reports, one call a format, and compares them. `within` changes the
/// page of HTML they are made from, not what it says.
fn convert(
    program: &str,
    layout: &str,
    filter: &str,
    formats: &[(&str, &str, Option<&str>)],
    within: impl Fn(&str) -> String,
) {
    let (folder, sources) = sources(program, layout);
    for source in &sources {
        let html = fs::read_to_string(&source.html).expect("what was written");
        fs::write(&source.html, within(&html)).expect("written");
    }
    for (extension, format, alias) in formats {
        let mut command = Command::new("soffice");
        command
            .arg("--headless")
            .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
            .arg(format!("--infilter={filter}"))
            .args(["--convert-to", format, "--outdir"])
            .arg(&folder)
            .args(sources.iter().map(|source| &source.html));
        if !run("LibreOffice", &mut command) {
            break;
        }
        compare(&sources, extension, *alias);
    }
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn libreoffice_writer_makes_the_same_report() {
    let formats = [
        ("docx", "docx:MS Word 2007 XML", None),
        ("odt", "odt:writer8", None),
        ("rtf", "rtf:Rich Text Format", None),
        ("doc", "doc:MS Word 97", Some("wps")),
        ("pdf", "pdf:writer_pdf_Export", None),
    ];
    convert("writer", "html-page", "HTML (StarWriter)", &formats, str::to_owned);
}

/// Some offices put the whole report into one cell of a table.
#[test]
fn libreoffice_writer_makes_the_same_report_within_a_table() {
    let formats = [
        ("docx", "docx:MS Word 2007 XML", None),
        ("odt", "odt:writer8", None),
        ("rtf", "rtf:Rich Text Format", None),
        ("doc", "doc:MS Word 97", None),
    ];
    convert("within", "html-page", "HTML (StarWriter)", &formats, |html| {
        html.replace("<body>", "<body><table border=\"1\"><tr><td>").replace("</body>", "</td></tr></table></body>")
    });
}

#[test]
fn libreoffice_calc_makes_the_same_report() {
    let formats = [("xlsx", "xlsx", None), ("xls", "xls", Some("et")), ("ods", "ods", None)];
    convert("calc", "html-sheet", "HTML (StarCalc)", &formats, str::to_owned);
}

#[test]
fn chromium_makes_the_same_report() {
    let (folder, sources) = sources("chromium", "html-page");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/producers/chromium.js");
    if run("Node with playwright-core and Chromium", Command::new("node").arg(script).arg(&folder)) {
        for extension in ["pdf", "mht", "saved.html"] {
            compare(&sources, extension, None);
        }
    }
    fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn what_is_made_by_hand_is_the_same_report() {
    for draft in drafts() {
        let Written::Html(html) = written(&draft, "html-page") else { panic!("no HTML") };
        let expected = expected(&draft, &html);
        for layout in ["docx-file", "xlsx-file", "pdf-file", "ofd-file", "wps-file"] {
            let Written::File { name, bytes } = written(&draft, layout) else { panic!("no file") };
            assert_same(&check(name, &bytes), &expected, &format!("{} {name}", draft.title));
        }
    }
}
