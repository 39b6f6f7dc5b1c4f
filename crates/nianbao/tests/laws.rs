//! Laws that hold whatever the report: the same input gives the same bytes, the layout makes no
//! difference, and a wrong number is found.

use nianbao::document::Document;
use nianbao::finding::{Finding, Severity};
use nianbao::form::CellId;
use nianbao::outcome::Checked;
use nianbao::{Options, check};
use sample::{Draft, Hand, LAYOUTS, Layout, Noise, Written};

fn read(layout: &Layout, draft: &Draft) -> Document {
    match (layout.write)(draft, &mut Hand::new(1, Noise::NONE)) {
        Written::Text(text) => readers::read_text(&text),
        Written::Html(html) => readers::read_html(&html),
        Written::File { name, bytes } => readers::read(name, &bytes),
    }
    .expect("what a layout prints can be read")
}

fn checked(layout: &Layout, draft: &Draft) -> Checked {
    check(&read(layout, draft), "", &Options::default())
}

/// Rules that judge the layout itself: the levels of Markdown's headings.
const ABOUT_LAYOUT: [&str; 1] = ["S-MDLEVEL"];

/// The parts of findings that no layout may change.
fn substance(findings: &[Finding]) -> Vec<String> {
    let findings = findings.iter().filter(|finding| !ABOUT_LAYOUT.contains(&finding.rule.as_str()));
    let line = |f: &Finding| format!("{} {:?} {:?} {:?} {:?}", f.rule, f.severity, f.cells, f.expected, f.actual);
    findings.map(line).collect()
}

/// Reports with one slip each, from clean ones to ones with many findings.
fn slips() -> Vec<Draft> {
    let edits = [
        "",
        "base = government",
        "3.granted.total = 9",
        "3.total.natural = 7\n3.received.legal = 2",
        "base = government\n4.review.total = 0",
        "2.normative.in_force = 0",
        "3.partial.other = 2\n2.permits.decisions = 1.5",
        "drop section 6",
        "append 1 = 全年共收到政府信息公开申请31件。",
        "3.other.1.natural = 0\n3.other.total = 0",
    ];
    edits.iter().map(|edit| sample::example(edit).unwrap_or_else(|error| panic!("{edit}: {error}"))).collect()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for draft in slips().into_iter().step_by(3) {
        for layout in LAYOUTS {
            let json = || serde_json::to_string(&checked(layout, &draft)).expect("a result is JSON");
            assert_eq!(json(), json(), "{}", layout.name);
        }
    }
}

#[test]
fn the_layout_changes_neither_cells_nor_findings() {
    let mut differences = Vec::new();
    for draft in slips() {
        let first = checked(LAYOUTS[0], &draft);
        for layout in &LAYOUTS[1..] {
            let other = checked(layout, &draft);
            for (address, cell) in &first.cells {
                let same = other.cells.get(address).is_some_and(|c| c.text == cell.text && c.value == cell.value);
                if !same {
                    differences.push(format!("{}: {address} {cell:?} {:?}", layout.name, other.cells.get(address)));
                }
            }
            let (here, there) = (substance(&first.findings), substance(&other.findings));
            differences
                .extend(here.iter().filter(|f| !there.contains(f)).map(|f| format!("{} lacks {f}", layout.name)));
            differences.extend(there.iter().filter(|f| !here.contains(f)).map(|f| format!("{} adds {f}", layout.name)));
        }
    }
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

/// Any single wrong number in table 三 breaks an equation, and no error is raised about anything but
/// the equations and the words of the report that state the same number.
#[test]
fn a_changed_cell_of_table_three_is_found() {
    let arithmetic = ["T3-ROW", "T3-SUM", "T3-ID"];
    for (seed, draft) in [(1, Draft::clean()), (2, Draft::clean_government())] {
        let cells: Vec<CellId> = draft.form.cell_ids().filter(|&cell| draft.prints(cell)).collect();
        for cell in cells.into_iter().filter(|&cell| draft.form.spec(cell).table == 3) {
            let mut changed = draft.clone();
            let number: i64 = changed.cell(cell).parse().expect("a count");
            changed.cells[cell.index()] = (number + 1 + seed).to_string();
            let found = checked(LAYOUTS[0], &changed).findings;
            let address = &draft.form.spec(cell).address;
            let is_sum = |finding: &&Finding| arithmetic.contains(&finding.rule.as_str());
            assert!(found.iter().filter(is_sum).any(|f| f.cells.contains(address)), "{address} is not found");
            let strays = found.iter().filter(|f| f.severity == Severity::Error && !is_sum(f) && f.spans.is_empty());
            assert_eq!(strays.count(), 0, "{address}: {found:#?}");
        }
    }
}

/// A difference is stated with both numbers, and they differ by what the cell was changed by.
#[test]
fn a_difference_is_stated_with_both_numbers() {
    let draft = sample::example("3.granted.total = 9").expect("an edit");
    let found = checked(LAYOUTS[0], &draft).findings;
    let row = found.iter().find(|finding| finding.rule == "T3-ROW").expect("a row that does not add up");
    assert_eq!(row.cells[0], "3.granted.total");
    assert_eq!(row.expected.map(|n| n.to_string()).as_deref(), Some("3"));
    assert_eq!(row.actual.map(|n| n.to_string()).as_deref(), Some("9"));
    assert!(row.message.contains('3') && row.message.contains('9') && row.message.contains('6'), "{}", row.message);
}
