//! How the cost of each step grows with the length of the text and the number of files, drawn as
//! charts for the documentation.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use nianbao::align::align;
use nianbao::claims;
use nianbao::language::Language;
use nianbao::repair::{Evidence, diagnose};
use nianbao::rule::Context;
use nianbao::{Options, rules};
use plotters::prelude::*;
use sample::Draft;

use crate::times::{fastest, long_report};

/// Lengths of the prose, in bytes of UTF-8.
const LENGTHS: [usize; 9] = [2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];
/// How many files are checked one after the other.
const FILES: [u64; 7] = [1, 5, 20, 50, 100, 200, 500];
const SIZE: (u32, u32) = (760, 420);
const FONT: &str = "sans-serif";

/// A line of a chart: its name, its colour, its points.
struct Line {
    name: &'static str,
    colour: RGBColor,
    points: Vec<(f64, f64)>,
}

/// Prints the numbers and draws them into `docs`.
pub fn draw() -> Result<(), Box<dyn Error>> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let by_length = by_length()?;
    print("KB of text", &by_length);
    chart(&docs.join("growth-length.svg"), "KB of text 正文长度", &by_length)?;
    println!();
    let by_files = by_files();
    print("files", &by_files);
    chart(&docs.join("growth-files.svg"), "files 份数", &by_files)
}

/// One report whose first section goes on and on, with a mistake in its tables for the repair.
fn by_length() -> Result<Vec<Line>, Box<dyn Error>> {
    let mut lines = [
        Line { name: "reading 读取", colour: BLUE, points: Vec::new() },
        Line { name: "aligning 对表", colour: RGBColor(0, 130, 90), points: Vec::new() },
        Line { name: "reading sentences 认数", colour: RGBColor(150, 90, 0), points: Vec::new() },
        Line { name: "rules 规则", colour: RED, points: Vec::new() },
        Line { name: "repair 推断错处", colour: MAGENTA, points: Vec::new() },
    ];
    for length in LENGTHS {
        let text = long_report(length, "3.received.total = 9");
        let document = readers::read_text(&text).map_err(|reason| format!("{reason:?}"))?;
        let report = align(&document);
        let form = report.form.ok_or("not a report")?;
        let narrative = claims::read(&report);
        let context = Context {
            document: &document,
            report: &report,
            form,
            previous: None,
            narrative: &narrative,
            language: Language::default(),
        };
        let stated = narrative.stated_cells();
        let evidence = Evidence { claims: &stated, previous: None };
        let times = [
            fastest(|| drop(black_box(readers::read_text(&text)))),
            fastest(|| drop(black_box(align(&document)))),
            fastest(|| drop(black_box(claims::read(&report)))),
            fastest(|| rules::ALL.iter().for_each(|rule| drop(black_box((rule.check)(&context))))),
            fastest(|| drop(black_box(diagnose(&report, &evidence)))),
        ];
        for (line, time) in lines.iter_mut().zip(times) {
            line.points.push((text.len() as f64 / 1e3, milliseconds(time)));
        }
    }
    Ok(lines.into())
}

/// Random reports as text, read and checked one after the other in one thread.
fn by_files() -> Vec<Line> {
    let points = FILES.map(|files| {
        let texts: Vec<String> = (0..files).map(|seed| Draft::random(seed).to_text()).collect();
        let time = fastest(|| {
            for text in &texts {
                if let Ok(document) = readers::read_text(text) {
                    drop(black_box(nianbao::check(&document, "", &Options::default())));
                }
            }
        });
        (files as f64, milliseconds(time))
    });
    vec![Line { name: "reading and checking 读取和核对", colour: BLUE, points: points.into() }]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn print(what: &str, lines: &[Line]) {
    let names: Vec<&str> = lines.iter().map(|line| line.name).collect();
    println!("| {what} | {} |", names.join(", ms | "));
    println!("| ---: |{}", " ---: |".repeat(lines.len()));
    let rows = lines.first().map_or(0, |line| line.points.len());
    for row in 0..rows {
        let points: Vec<(f64, f64)> = lines.iter().filter_map(|line| line.points.get(row).copied()).collect();
        let x = points.first().map_or(0.0, |point| point.0);
        let times: Vec<String> = points.iter().map(|point| format!("{:.2}", point.1)).collect();
        println!("| {x:.0} | {} |", times.join(" | "));
    }
}

/// Draws the lines, both axes logarithmic.
fn chart(path: &Path, x_name: &str, lines: &[Line]) -> Result<(), Box<dyn Error>> {
    let points = || lines.iter().flat_map(|line| line.points.iter().copied());
    let range = |values: &mut dyn Iterator<Item = f64>| {
        values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (left, right) = range(&mut points().map(|point| point.0));
    let (low, high) = range(&mut points().map(|point| point.1));
    let area = SVGBackend::new(path, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(44)
        .y_label_area_size(64)
        .build_cartesian_2d((left..right).log_scale(), (low * 0.8..high * 1.3).log_scale())?;
    chart
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc(x_name)
        .y_desc("ms 毫秒")
        .label_style((FONT, 14))
        .axis_desc_style((FONT, 14))
        .draw()?;
    for line in lines {
        let colour = line.colour;
        chart
            .draw_series(LineSeries::new(line.points.iter().copied(), colour.stroke_width(2)).point_size(3))?
            .label(line.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE)
        .border_style(BLACK.mix(0.2))
        .label_font((FONT, 14))
        .draw()?;
    area.present()?;
    Ok(())
}
