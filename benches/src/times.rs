//! The times of each step, by layout.

use std::hint::black_box;
use std::time::{Duration, Instant};

use nianbao::Options;
use nianbao::align::align;
use nianbao::document::Document;
use nianbao::unreadable::Reason;
use sample::{Draft, Hand, LAYOUTS, Noise, Written};

/// How many reports each layout prints.
const REPORTS: u64 = 40;
/// How often each step is repeated.
const ROUNDS: usize = 15;
/// How much prose the long report holds, in bytes.
const PROSE: usize = 1_000_000;

/// What was measured of one layout: sums over its reports.
struct Row {
    name: &'static str,
    reports: u64,
    bytes: usize,
    reading: Duration,
    aligning: Duration,
    checking: Duration,
}

/// Prints the table.
pub fn print() {
    println!("| layout | KB a report | reading µs | aligning µs | checking µs | reading and checking, ms a MB |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let rows: Vec<Row> = LAYOUTS.iter().filter_map(|layout| measure_layout(layout)).collect();
    for row in &rows {
        row.print();
    }
    total(&rows).print();
    match measure("1 MB of prose", &[Written::Text(long_report(PROSE, ""))]) {
        Ok(row) => row.print(),
        Err(reason) => println!("\nThe long report was not read: {reason:?}."),
    }
}

fn measure_layout(layout: &sample::Layout) -> Option<Row> {
    let written: Vec<Written> =
        (0..REPORTS).map(|seed| (layout.write)(&Draft::random(seed), &mut Hand::new(seed, Noise::NONE))).collect();
    let row = measure(layout.name, &written);
    if let Err(reason) = &row {
        println!("| {} | not read: {reason:?} | | | | |", layout.name);
    }
    row.ok()
}

fn measure(name: &'static str, written: &[Written]) -> Result<Row, Reason> {
    let documents: Vec<Document> = written.iter().map(read).collect::<Result<_, _>>()?;
    let options = Options::default();
    Ok(Row {
        name,
        reports: written.len() as u64,
        bytes: written.iter().map(length).sum(),
        reading: fastest(|| written.iter().for_each(|report| drop(black_box(read(report))))),
        aligning: fastest(|| documents.iter().for_each(|document| drop(black_box(align(document))))),
        checking: fastest(|| {
            documents.iter().for_each(|document| drop(black_box(nianbao::check(document, "", &options))));
        }),
    })
}

/// The fastest of some rounds.
pub fn fastest(mut step: impl FnMut()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        step();
        start.elapsed()
    });
    rounds.min().unwrap_or_default()
}

fn read(written: &Written) -> Result<Document, Reason> {
    match written {
        Written::Text(text) => readers::read_text(text),
        Written::Html(html) => readers::read_html(html),
        Written::File { name, bytes } => readers::read(name, bytes),
    }
}

fn length(written: &Written) -> usize {
    match written {
        Written::Text(text) | Written::Html(text) => text.len(),
        Written::File { bytes, .. } => bytes.len(),
    }
}

/// A report, clean but for `edits`, whose first section goes on and on for `prose` bytes.
pub fn long_report(prose: usize, edits: &str) -> String {
    let mut draft = sample::example(edits).unwrap_or_else(|_| Draft::clean());
    if let Some(Some(section)) = draft.sections.first_mut() {
        let paragraph = format!("{}\n", section.text.trim_end());
        section.text = paragraph.repeat(prose / paragraph.len().max(1) + 1);
    }
    draft.to_text()
}

fn total(rows: &[Row]) -> Row {
    Row {
        name: "all of them",
        reports: rows.iter().map(|row| row.reports).sum(),
        bytes: rows.iter().map(|row| row.bytes).sum(),
        reading: rows.iter().map(|row| row.reading).sum(),
        aligning: rows.iter().map(|row| row.aligning).sum(),
        checking: rows.iter().map(|row| row.checking).sum(),
    }
}

impl Row {
    fn print(&self) {
        let reports = self.reports.max(1) as f64;
        let each = |duration: Duration| duration.as_secs_f64() * 1e6 / reports;
        let per_megabyte = (self.reading + self.checking).as_secs_f64() * 1e9 / self.bytes.max(1) as f64;
        println!(
            "| {} | {:.1} | {:.0} | {:.0} | {:.0} | {per_megabyte:.0} |",
            self.name,
            self.bytes as f64 / 1e3 / reports,
            each(self.reading),
            each(self.aligning),
            each(self.checking),
        );
    }
}
