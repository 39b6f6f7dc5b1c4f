//! Random reports in every layout, clean and noisy, against the truth that their drafts know.
//!
//! `cargo test -p nianbao --test layouts -- --nocapture` prints how many cells are right, doubtful
//! and wrong in each layout under each kind of noise.

use nianbao::align::align;
use nianbao::document::Document;
use nianbao::report::Report;
use sample::{Draft, Hand, LAYOUTS, Layout, Noise, Written};

/// How many reports are printed in each layout without noise, and under each kind of noise; the
/// variable `REPORTS` multiplies them, for a longer search.
const CLEAN_REPORTS: u64 = 8;
const NOISY_REPORTS: u64 = 2;

fn seeds(count: u64) -> std::ops::Range<u64> {
    let times = std::env::var("REPORTS").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    0..count * times
}

fn read(written: &Written) -> Document {
    let read = match written {
        Written::Text(text) => readers::read_text(text),
        Written::Html(html) => readers::read_html(html),
        Written::File { name, bytes } => readers::read(name, bytes),
    };
    read.expect("what a layout prints can be read")
}

/// What became of a report's cells.
#[derive(Default)]
struct Tally {
    right: usize,
    doubtful: usize,
    wrong: Vec<String>,
}

impl Tally {
    /// Compares an aligned report with its draft, cell by cell. A cell whose place is in doubt says
    /// so; any other must hold what the draft printed, and nothing where the draft printed nothing.
    fn count(&mut self, draft: &Draft, report: &Report, told: &str) {
        if report.form.map(|form| form.id) != Some(draft.form.id) {
            self.wrong.push(format!("{told}: form {:?} instead of {}", report.form.map(|f| f.id), draft.form.id));
            return;
        }
        for cell in draft.form.cell_ids() {
            let found = report.cell(cell);
            let printed = if draft.prints(cell) { draft.cell(cell) } else { "" };
            if found.doubt.is_some() {
                self.doubtful += 1;
            } else if found.value == draft.value(cell) && close(&found.text) == close(printed) {
                self.right += 1;
            } else {
                let address = &draft.form.spec(cell).address;
                self.wrong.push(format!("{told}: {address} is {:?}, printed {printed:?}", found.text));
            }
        }
    }
}

fn print_and_align(layout: &Layout, seed: u64, noise: Noise) -> (Draft, Report) {
    let draft = Draft::random(seed).spoiled(&noise, seed);
    let written = (layout.write)(&draft, &mut Hand::new(seed, noise));
    let report = align(&read(&written));
    (draft, report)
}

/// A text without white space: layouts may wrap lines.
fn close(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn without_noise_every_cell_of_every_layout_is_right_and_certain() {
    let mut failures = Vec::new();
    for layout in LAYOUTS {
        for seed in seeds(CLEAN_REPORTS) {
            let (draft, report) = print_and_align(layout, seed, Noise::NONE);
            let told = format!("{} {seed}", layout.name);
            let mut tally = Tally::default();
            tally.count(&draft, &report, &told);
            if tally.doubtful > 0 {
                failures.push(format!("{told}: {} cells in doubt", tally.doubtful));
            }
            failures.append(&mut tally.wrong);
            let title = report.title.as_ref().map(|title| close(&title.text));
            if title.as_deref() != Some(draft.title.as_str()) {
                failures.push(format!("{told}: title {title:?} instead of {}", draft.title));
            }
            if report.agency.as_deref() != Some(draft.agency.as_str()) {
                failures.push(format!("{told}: agency {:?} instead of {}", report.agency, draft.agency));
            }
            if report.year != Some(draft.year) {
                failures.push(format!("{told}: year {:?} instead of {}", report.year, draft.year));
            }
            for (number, section) in draft.printed_sections() {
                let found = &report.sections[number];
                let heading = found.heading.as_ref().map(|heading| close(&heading.text));
                if heading.as_deref() != Some(section.heading.as_str()) {
                    failures.push(format!("{told}: heading {heading:?} instead of {}", section.heading));
                }
                if close(&found.text) != close(&section.text) {
                    failures
                        .push(format!("{told}: section {number} is {:?} instead of {:?}", found.text, section.text));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// The law of aligning: a cell may be unlike the draft's only if it carries a doubt.
#[test]
fn under_noise_no_cell_is_wrong_without_a_doubt() {
    let mut failures = Vec::new();
    println!("{:16} {:14} {:>7} {:>9} {:>6}", "layout", "noise", "right", "doubtful", "wrong");
    for layout in LAYOUTS {
        for (kind, noise) in Noise::kinds() {
            let mut tally = Tally::default();
            for seed in seeds(NOISY_REPORTS) {
                let (draft, report) = print_and_align(layout, seed, noise);
                tally.count(&draft, &report, &format!("{} {seed} {kind}", layout.name));
            }
            let wrong = tally.wrong.len();
            println!("{:16} {kind:14} {:>7} {:>9} {wrong:>6}", layout.name, tally.right, tally.doubtful);
            failures.append(&mut tally.wrong);
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// A label that is printed as the form has it is never called wrong, however it is wrapped.
#[test]
fn no_right_label_is_called_wrong() {
    let mut failures = Vec::new();
    for layout in LAYOUTS {
        for noise in [Noise::NONE, Noise { misspelt: 0.0, residue: 0.0, ..Noise::even(0.06) }] {
            for seed in seeds(NOISY_REPORTS) {
                let draft = Draft::random(seed).spoiled(&noise, seed);
                let document = read(&(layout.write)(&draft, &mut Hand::new(seed, noise)));
                let checked = nianbao::check(&document, "", &nianbao::Options::default());
                let labels = checked.findings.iter().filter(|finding| finding.rule.ends_with("-LABEL"));
                let wrong = labels.filter(|finding| !finding.spans.is_empty());
                failures.extend(wrong.map(|finding| format!("{} {seed}: {}", layout.name, finding.message)));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
