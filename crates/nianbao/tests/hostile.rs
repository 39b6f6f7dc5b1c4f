//! Texts that no clerk wrote: cut, shuffled, repeated, with characters of every kind. Nothing
//! panics, what is said stays consistent, and time stays bounded.

use std::time::{Duration, Instant};

use fastrand::Rng;
use nianbao::finding::Span;
use nianbao::outcome::Checked;
use nianbao::{Options, check};
use sample::{Draft, Hand, LAYOUTS, Noise, Written};

/// How many texts are mangled; the variable `REPORTS` multiplies them, for a longer search.
const TEXTS: u64 = 100;

/// Pieces that readers, the aligner or a rule may stumble over.
const STRANGE: [&str; 24] = [
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{301}",
    "🀄",
    "（",
    "）",
    "《",
    "|",
    "\t",
    "\r",
    "\u{c}",
    "\u{3000}",
    "%",
    "99999999999999999999",
    "-",
    "０",
    "<td>",
    "<table><tr><td rowspan=99999 colspan=99999>",
    "&#x110000;",
    "一、",
    "（七）总计",
    "总计",
    "2024年",
];

/// The text after a few blows.
fn mangled(text: &str, rng: &mut Rng) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..rng.usize(1..12) {
        if lines.is_empty() {
            break;
        }
        let at = rng.usize(0..lines.len());
        match rng.u8(0..7) {
            0 => drop(lines.remove(at)),
            1 => lines.truncate(at + 1),
            2 => lines = lines.split_off(at),
            3 => rng.shuffle(&mut lines[at..]),
            4 => {
                let copy = lines[at].clone();
                lines.splice(at..at, std::iter::repeat_n(copy, 40));
            }
            5 => lines[at] = lines[at].chars().filter(|_| rng.u8(0..4) > 0).collect(),
            _ => {
                let mut characters: Vec<char> = lines[at].chars().collect();
                let strange = rng.choice(STRANGE).unwrap_or_default();
                let place = rng.usize(0..=characters.len());
                characters.splice(place..place, strange.chars());
                lines[at] = characters.into_iter().collect();
            }
        }
    }
    lines.join("\n")
}

/// Every span holds the words that stand at its place.
fn spans_are_where_they_say(checked: &Checked) {
    let words = |text: &str, span: &Span| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (span.start.unwrap_or(0), span.end.unwrap_or(0));
        units.get(start..end).map(String::from_utf16_lossy)
    };
    for span in checked.findings.iter().flat_map(|finding| &finding.spans).filter(|span| span.table.is_none()) {
        let text = match (span.title, span.section) {
            (true, _) => checked.title.clone().unwrap_or_default(),
            (_, Some(section)) if span.heading => checked.sections[section].heading.clone().unwrap_or_default(),
            (_, Some(section)) => checked.sections[section].text.clone(),
            _ => continue,
        };
        assert_eq!(words(&text, span).as_deref(), Some(span.text.as_str()), "{span:?}");
    }
}

#[test]
fn mangled_reports_are_checked_without_panic() {
    let times = std::env::var("REPORTS").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    for seed in 0..TEXTS * times {
        let mut rng = Rng::with_seed(seed);
        let layout = LAYOUTS[rng.usize(0..LAYOUTS.len())];
        let written = (layout.write)(&Draft::random(seed), &mut Hand::new(seed, Noise::even(0.02)));
        let document = match written {
            Written::Text(text) => readers::read_text(&mangled(&text, &mut rng)),
            Written::Html(html) => readers::read_html(&mangled(&html, &mut rng)),
            Written::File { name, mut bytes } => {
                for _ in 0..rng.usize(1..30) {
                    let at = rng.usize(0..bytes.len());
                    bytes[at] = rng.u8(..);
                }
                if rng.u8(0..4) == 0 {
                    bytes.truncate(rng.usize(1..=bytes.len()));
                }
                readers::read(name, &bytes)
            }
        };
        let Ok(document) = document else { continue };
        let checked = check(&document, "", &Options::default());
        spans_are_where_they_say(&checked);
        for finding in &checked.findings {
            assert!(finding.cells.iter().all(|cell| checked.cells.contains_key(cell)), "seed {seed}: {finding:?}");
            assert!(!finding.message.is_empty(), "seed {seed}: {finding:?}");
        }
    }
}

/// Long texts and texts made to be slow take a second or two; what is quadratic takes minutes.
#[test]
fn long_texts_take_bounded_time() {
    let report = Draft::clean().to_text();
    let misspelt: String = ('\u{4E00}'..'\u{7000}').map(|c| format!("结果维{c}\n{c}计\n")).collect();
    let texts = [
        ("many reports", report.repeat(20)),
        ("one long line", report.replace('\n', " ").repeat(20)),
        ("brackets", "（".repeat(50_000)),
        ("numbers", "1 2 3 4 5 6 7\n".repeat(5_000)),
        ("labels", "1.属于国家秘密\n".repeat(5_000)),
        ("short labels", report.replacen("结果维持", &"合计\n维持\n".repeat(10_000), 1)),
        ("misspelt labels", report.replacen("结果维持", &misspelt, 1)),
        ("headings", "一、总体情况\n".repeat(5_000)),
        ("bars", "|\n".repeat(20_000)),
        ("cells", "0\t".repeat(30_000)),
        ("carrying", report.replacen("二、", &format!("{}\n二、", "2023年结转3件，".repeat(20_000)), 1)),
        ("parts", report.replacen("二、", &format!("{}\n二、", "收到申请3件，其中自然人1件、".repeat(10_000)), 1)),
    ];
    for (name, text) in texts {
        let begun = Instant::now();
        if let Ok(document) = readers::read_text(&text) {
            check(&document, "", &Options::default());
        }
        // Generous, for a busy machine and no optimisation.
        assert!(begun.elapsed() < Duration::from_secs(10), "{name}: {:?}", begun.elapsed());
    }
}
