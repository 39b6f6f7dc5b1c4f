//! The reports that are made in each format: generated ones, and the real ones beside the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nianbao::form::Form;
use nianbao::number::Number;
use sample::{Draft, SectionDraft};
use serde::Deserialize;

/// How many reports are generated.
const GENERATED: u64 = 20;

/// Generated reports. In every second one a cell is wrong, so that there is something to find.
pub fn generated() -> Vec<Draft> {
    let mut drafts: Vec<Draft> = (0..GENERATED).map(Draft::random).collect();
    for (index, draft) in drafts.iter_mut().enumerate().step_by(2) {
        let count = draft.cells.len();
        if let Some(cell) = draft.cells.get_mut(index * 7 % count) {
            *cell = "77".to_owned();
        }
    }
    drafts
}

/// What a person read in a real report.
#[derive(Deserialize)]
struct Read {
    agency: String,
    year: i32,
    form: String,
    cells: BTreeMap<String, Option<Number>>,
}

/// The real reports, with the form's tables filled in with what a person read in them; none, with a
/// message, where they are absent.
pub fn real() -> Vec<Draft> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let Ok(expected) = fs::read_dir(shared.join("expected")) else {
        eprintln!("skipped: there are no real reports in {}", shared.display());
        return Vec::new();
    };
    let mut paths: Vec<_> = expected.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| real_one(path, &shared)).collect()
}

fn real_one(path: &Path, shared: &Path) -> Draft {
    let name = path.file_stem().expect("a name").to_string_lossy();
    let read: Read = serde_json::from_slice(&fs::read(path).expect("a file")).expect("what a person read");
    let text = fs::read(shared.join("seeds").join(format!("{name}.txt"))).expect("a report");
    let document = nianbao_readers::read("report.txt", &text).expect("a text");
    let checked = nianbao::check(&document, &name, &nianbao::Options::default());
    let mut draft = Draft::empty(Form::by_id(&read.form).expect("a form"), &read.agency, read.year);
    draft.title = checked.title.unwrap_or_default();
    let mut sections = checked.sections.into_iter();
    draft.intro = sections.next().map(|section| section.text).unwrap_or_default();
    for (draft, section) in draft.sections.iter_mut().zip(sections) {
        *draft = section.heading.map(|heading| SectionDraft { heading, text: section.text });
    }
    for (address, value) in read.cells {
        let cell = draft.form.cell(&address).expect("a cell");
        draft.cells[cell.index()] = value.map(|value| value.to_string()).unwrap_or_default();
    }
    draft
}
