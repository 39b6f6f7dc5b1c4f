//! Cells: what is told once, what several rules could tell, and what must stay quiet.

use super::testing::{doubt, findings, messages, with_cells};
use super::*;
use crate::finding::Severity;
use crate::form::Form;
use crate::report::{Doubt, Label};

#[test]
fn blanks_are_told_once_a_row_or_once_a_table() {
    let row = with_cells(&[("3.granted.legal", ""), ("3.granted.other", " ")]);
    assert_eq!(
        messages(&v_blank::RULE, &row),
        ["表三 · （一）予以公开（法律服务机构、其他）：2 格空白；没有数量的请填 0。"]
    );
    let addresses: Vec<String> = Form::of_2021().cells.iter().map(|cell| cell.address.clone()).collect();
    let blank: Vec<(&str, &str)> = addresses
        .iter()
        .filter(|a| a.starts_with("3.") && !a.starts_with("3.other."))
        .map(|a| (a.as_str(), ""))
        .collect();
    let found = findings(&v_blank::RULE, &with_cells(&blank));
    assert_eq!(found.len(), 1);
    assert!(found[0].cells.len() > 100);
}

#[test]
fn a_blank_that_an_equation_names_is_not_told_twice() {
    let report = with_cells(&[("3.granted.natural", "6"), ("3.granted.total", "")]);
    assert_eq!(messages(&t3_row::RULE, &report).len(), 1);
    assert!(messages(&v_blank::RULE, &report).is_empty());
}

#[test]
fn blank_totals_of_rows_do_not_break_the_sum_of_totals() {
    let report = with_cells(&[
        ("3.granted.natural", "6"),
        ("3.granted.total", ""),
        ("3.total.natural", "6"),
        ("3.total.total", "6"),
    ]);
    assert!(messages(&t3_sum::RULE, &report).is_empty());
    assert_eq!(messages(&t3_row::RULE, &report), ["（一）予以公开：六列之和为 6，总计空白，应填 6。"]);
}

#[test]
fn a_blank_addend_is_told_by_its_row_alone() {
    let report = with_cells(&[
        ("3.granted.natural", ""),
        ("3.granted.total", "6"),
        ("3.total.natural", "6"),
        ("3.total.total", "6"),
        ("3.received.natural", "6"),
        ("3.received.total", "6"),
    ]);
    let told: Vec<String> = ALL.iter().flat_map(|rule| messages(rule, &report)).collect();
    assert_eq!(
        told,
        ["（一）予以公开：六列之和为 0，总计填报 6，相差 6；“（一）予以公开 · 自然人”空白，如漏填应补 6。"]
    );
}

#[test]
fn a_row_blank_from_end_to_end_is_a_warning_with_what_is_due() {
    let columns = ["natural", "business", "research", "social", "legal", "other", "total"];
    let addresses: Vec<String> = columns.iter().map(|column| format!("3.granted.{column}")).collect();
    let mut cells: Vec<(&str, &str)> = addresses.iter().map(|address| (address.as_str(), "")).collect();
    cells.extend([
        ("3.total.natural", "6"),
        ("3.total.total", "6"),
        ("3.received.natural", "6"),
        ("3.received.total", "6"),
    ]);
    let report = with_cells(&cells);
    let told: Vec<String> = ALL.iter().flat_map(|rule| messages(rule, &report)).collect();
    assert_eq!(told, ["表三 · （一）予以公开：7 格空白；按勾稽关系推算，自然人应为 6、总计应为 6。请对照原件补填。"]);
}

#[test]
fn rows_with_only_their_total_are_one_warning_and_no_error() {
    let columns = ["natural", "business", "research", "social", "legal", "other"];
    let addresses: Vec<String> = columns.iter().map(|column| format!("3.granted.{column}")).collect();
    let mut cells: Vec<(&str, &str)> = addresses.iter().map(|address| (address.as_str(), "")).collect();
    cells.push(("3.granted.total", "5"));
    let report = with_cells(&cells);
    assert_eq!(
        messages(&t3_total_only::RULE, &report),
        ["表三有 1 行只填了总计，六列申请人空白（（一）予以公开）；请按申请人类别分列填报。"]
    );
    for rule in [&t3_row::RULE, &v_blank::RULE] {
        assert!(messages(rule, &report).is_empty());
    }
}

#[test]
fn the_ways_of_writing_a_cell() {
    let cases: [(&Rule, &str, &str); 9] = [
        (&v_dash::RULE, "—", "写的是“—”"),
        (&v_dash::RULE, "无", "写的是“无”"),
        (&v_fullwidth::RULE, "１２", "“１２”用了全角字符"),
        (&v_thousands::RULE, "1,234", "“1,234”带分隔"),
        (&v_leading_zero::RULE, "007", "“007”前面有多余的 0"),
        (&v_letter::RULE, "1O", "“1O”里有字母"),
        (&v_unit::RULE, "3件", "“3件”里除数字外还有别的字"),
        (&v_unit::RULE, "见附件", "“见附件”读不出一个确定的数"),
        (&v_fraction::RULE, "1.5", "“1.5”是小数"),
    ];
    for (rule, text, words) in cases {
        let report = with_cells(&[("2.permits.decisions", text)]);
        let told = messages(rule, &report);
        assert!(
            told.len() == 1 && told[0].contains(words) && told[0].starts_with("表二 · 行政许可"),
            "{text}: {told:?}"
        );
        for other in [&v_dash::RULE, &v_letter::RULE, &v_unit::RULE, &v_fraction::RULE, &v_blank::RULE] {
            assert_eq!(messages(other, &report).is_empty(), other.id != rule.id, "{text}: {}", other.id);
        }
    }
}

#[test]
fn amounts_of_money_may_have_decimals_and_changes_a_sign() {
    for text in ["143.2062", "0.00", "4068.208", "0"] {
        let report = with_cells(&[("2.fees.amount", text)]);
        for rule in [&v_fraction::RULE, &t2_fee_decimals::RULE, &v_unit::RULE] {
            assert!(messages(rule, &report).is_empty(), "{text}");
        }
    }
    assert_eq!(messages(&t2_fee_decimals::RULE, &with_cells(&[("2.fees.amount", "251000元")])).len(), 1);
    assert_eq!(messages(&v_negative::RULE, &with_cells(&[("2.permits.decisions", "-3")])).len(), 1);
}

#[test]
fn doubtful_cells_raise_no_errors() {
    let mut report = with_cells(&[("3.granted.natural", "-1"), ("3.granted.other", "1.5"), ("3.granted.total", "")]);
    doubt(&mut report, "3.granted", Doubt::RowCount { read: 6, due: 7 });
    for rule in ALL {
        for finding in findings(rule, &report) {
            assert_eq!(
                (finding.rule.as_str(), finding.severity),
                ("T3-SHIFT", Severity::Warning),
                "{}",
                finding.message
            );
        }
    }
    assert_eq!(
        messages(&t3_shift::RULE, &report),
        [
            "表三 · （一）予以公开：此行应有 7 个数，只读到 6 个。这些数没有参加核对；请对照原件，原件完整的可能是复制、转换时错位或丢失。"
        ]
    );
}

#[test]
fn rows_that_are_not_there() {
    let mut report = with_cells(&[]);
    doubt(&mut report, "3.refused.2", Doubt::NoRow);
    let found = findings(&t3_label::RULE, &report);
    assert_eq!((found[0].severity, found[0].missing.len()), (Severity::Error, 7));
    // Where the reading is uncertain elsewhere, the row may only not have been recognised.
    doubt(&mut report, "3.refused.3", Doubt::WeakLabel);
    assert_eq!(findings(&t3_label::RULE, &report)[0].severity, Severity::Warning);
    report.tables[1] = false;
    assert!(findings(&t3_label::RULE, &report).is_empty() && findings(&t3_shift::RULE, &report).is_empty());
}

#[test]
fn labels_that_differ_by_more_than_marks() {
    let mut report = with_cells(&[]);
    let label = |printed: &str| Label {
        table: 3,
        printed: printed.to_owned(),
        official: "3.危及“三安全一稳定”",
        row: Some("3.refused.3".to_owned()),
        at: None,
    };
    report.labels = vec![label("3、危及\"三安全一稳定\""), label("3.危及“三安全一稳”")];
    assert_eq!(messages(&t3_label::RULE, &report), ["表三：“3.危及“三安全一稳””应为“3.危及“三安全一稳定””。"]);
}

#[test]
fn a_crossing_and_a_torn_number() {
    let report = with_cells(&[
        ("3.granted.natural", "9"),
        ("3.granted.total", "6"),
        ("3.total.natural", "6"),
        ("3.total.total", "6"),
    ]);
    assert_eq!(
        messages(&t3_row_and_column::RULE, &report),
        [
            "表三 · （一）予以公开 · 自然人：所在的行和列都相差 3，很可能就是这一格填错；填 6 则行和列都对得上。请先核对这一格。"
        ]
    );
    let total = with_cells(&[
        ("3.granted.natural", "6"),
        ("3.granted.total", "9"),
        ("3.total.natural", "6"),
        ("3.total.total", "6"),
    ]);
    assert_eq!(findings(&t3_row_and_column::RULE, &total)[0].cells, ["3.granted.total"]);
    let torn = with_cells(&[("3.granted.natural", "2"), ("3.granted.business", "0"), ("3.granted.total", "20")]);
    assert_eq!(
        messages(&t3_split::RULE, &torn),
        ["（一）予以公开：“2”和“0”两格可能是一个数 20，连起来后六列之和与总计 20 相符。请对照原件。"]
    );
}

#[test]
fn more_made_than_could_be_in_force() {
    let stock = |made, repealed, in_force| {
        with_cells(&[
            ("2.normative.made", made),
            ("2.normative.repealed", repealed),
            ("2.normative.in_force", in_force),
        ])
    };
    assert!(messages(&t2_stock::RULE, &stock("3", "1", "2")).is_empty());
    assert_eq!(findings(&t2_stock::RULE, &stock("3", "0", "1"))[0].severity, Severity::Error);
    assert_eq!(findings(&t2_stock::RULE, &stock("3（其中修订2件）", "0", "1"))[0].severity, Severity::Warning);
}
