//! The law of [`nianbao_doors::text_of`]: the text of an input reads as the same report.

use nianbao::align::align;
use nianbao::report::Report;
use nianbao_doors::{Input, text_of};
use sample::{Draft, Hand, LAYOUTS, Noise, Written};

/// The report that an input holds.
fn report(input: &Input) -> Report {
    align(&input.read().expect("readable"))
}

/// The cells of a report by address: text without white space and value, and whether their place is in doubt.
fn cells(report: &Report) -> Vec<(String, bool)> {
    let form = report.form.expect("a form");
    let state = |id| {
        let cell = report.cell(id);
        let text: String = cell.text.split_whitespace().collect();
        (format!("{} {text} {:?}", form.spec(id).address, cell.value), cell.doubt.is_some())
    };
    report.cell_ids().map(state).collect()
}

/// Prints a random report in every layout, and gives the report as read and as read again from its text.
fn each_layout(seeds: u64, noise: Noise, mut check: impl FnMut(&str, &Report, &Report)) {
    for layout in LAYOUTS {
        for seed in 0..seeds {
            let draft = Draft::random(seed).spoiled(&noise, seed);
            let input = match (layout.write)(&draft, &mut Hand::new(seed, noise)) {
                Written::Text(text) => Input::Text(text),
                Written::Html(html) => Input::Html(html),
                Written::File { name, bytes } => Input::File { name: name.to_owned(), bytes },
            };
            let text = text_of(&input).expect("readable");
            let case = format!("{}, seed {seed}:\n{text}", layout.name);
            check(&case, &report(&input), &report(&Input::Text(text)));
        }
    }
}

#[test]
fn the_text_of_any_layout_reads_as_the_same_report() {
    each_layout(6, Noise::NONE, |case, before, after| {
        assert_eq!(cells(before), cells(after), "{case}");
        let head = |report: &Report| (report.title.clone().map(|title| title.text), report.agency.clone(), report.year);
        assert_eq!(head(before), head(after), "{case}");
    });
}

/// Where cells are blank, text can say less about columns than a drawn table; it must not say anything else.
#[test]
fn the_text_of_a_spoiled_report_says_nothing_else() {
    let noise =
        Noise { spaces: 0.1, blanks: 0.02, slashes: 0.02, notes: 0.02, widths: 0.1, misspelt: 0.05, ..Noise::NONE };
    each_layout(6, noise, |case, before, after| {
        for ((before, _), (after, _)) in cells(before)
            .into_iter()
            .zip(cells(after))
            .filter(|((_, before_in_doubt), (_, after_in_doubt))| !before_in_doubt && !after_in_doubt)
        {
            assert_eq!(before, after, "{case}");
        }
    });
}

#[test]
fn a_text_file_is_its_own_text() {
    let text = "标题\r\n\r\n规章 | 0 |\n";
    let file = Input::File { name: "年报.txt".to_owned(), bytes: text.as_bytes().to_vec() };
    assert_eq!(text_of(&file).as_deref(), Ok(text));
}

/// A cell that is known to be blank in a drawn table is known to be so in its text, after an edit.
#[test]
fn blank_cells_of_a_drawn_table_are_certain_in_its_text_too() {
    let noise = Noise { blanks: 0.1, ..Noise::NONE };
    let mut certain = 0;
    each_layout(5, noise, |case, before, after| {
        let doubts = |report: &Report| cells(report).into_iter().filter(|(_, in_doubt)| *in_doubt).count();
        if doubts(before) == 0 {
            certain += 1;
            assert_eq!(doubts(after), 0, "{case}");
        }
    });
    assert!(certain > 40, "{certain} without a doubt");
}
