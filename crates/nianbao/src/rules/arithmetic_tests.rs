//! What the four equation rules say.

use super::testing::{doubt, findings, messages, messages_in, with_cells};
use super::{t3_id, t3_row, t3_sum, t4_sum};
use crate::language::Language;
use crate::report::Doubt;

#[test]
fn a_row_tells_both_numbers_and_the_difference() {
    let report = with_cells(&[("3.granted.natural", "147"), ("3.granted.total", "148")]);
    assert_eq!(
        messages(&t3_row::RULE, &report),
        ["（一）予以公开：六列之和为 147，总计填报 148，相差 1。请核对六列和总计，改正填错的一格。"]
    );
    let finding = &findings(&t3_row::RULE, &report)[0];
    assert_eq!(finding.cells[0], "3.granted.total");
    assert_eq!((finding.expected, finding.actual), (Some(147.into()), Some(148.into())));
}

#[test]
fn a_blank_is_told_with_what_is_due() {
    let total = with_cells(&[("3.granted.natural", "6"), ("3.granted.total", "")]);
    assert_eq!(messages(&t3_row::RULE, &total), ["（一）予以公开：六列之和为 6，总计空白，应填 6。"]);
    let addend = with_cells(&[("3.granted.natural", "6"), ("3.granted.other", ""), ("3.granted.total", "8")]);
    assert_eq!(
        messages(&t3_row::RULE, &addend),
        ["（一）予以公开：六列之和为 6，总计填报 8，相差 2；“（一）予以公开 · 其他”空白，如漏填应补 2。"]
    );
}

#[test]
fn blanks_over_zeros_doubtful_rows_and_words_say_nothing_of_arithmetic() {
    let blank = with_cells(&[("3.granted.total", ""), ("3.granted.natural", "/")]);
    assert!(messages(&t3_row::RULE, &blank).is_empty());
    let mut shifted = with_cells(&[("3.granted.natural", "5")]);
    doubt(&mut shifted, "3.granted", Doubt::Shifted);
    for rule in [&t3_row::RULE, &t3_sum::RULE] {
        assert!(messages(rule, &shifted).is_empty());
    }
    let words = with_cells(&[("3.granted.natural", "见附件"), ("3.granted.total", "3")]);
    assert!(messages(&t3_row::RULE, &words).is_empty());
}

#[test]
fn a_column_tells_its_sum() {
    let report = with_cells(&[("3.granted.natural", "3"), ("3.refused.8.natural", "2"), ("3.total.natural", "6")]);
    assert_eq!(
        messages(&t3_sum::RULE, &report),
        ["“自然人”列：（一）至（六）各项之和为 5，（七）总计填报 6，相差 1。请逐行核对这一列，改正填错的一格。"]
    );
    assert_eq!(
        findings(&t3_sum::RULE, &report)[0].cells,
        ["3.total.natural", "3.granted.natural", "3.refused.8.natural"]
    );
}

#[test]
fn the_identity_shows_its_four_numbers() {
    let report =
        with_cells(&[("3.received.natural", "247"), ("3.total.natural", "235"), ("3.carried_out.natural", "11")]);
    assert_eq!(
        messages(&t3_id::RULE, &report),
        [
            "“自然人”列：第一项 247 加第二项 0 为 247，第三项总计 235 加第四项 11 为 246，相差 1。请核对新收、上年结转、办理总计、结转下年这四个数，改正填错的一个。"
        ]
    );
    let blank = with_cells(&[("3.received.natural", "2"), ("3.total.natural", ""), ("3.carried_out.natural", "1")]);
    assert_eq!(
        messages(&t3_id::RULE, &blank),
        [
            "“自然人”列：第一项 2 加第二项 0 为 2，第三项总计 — 加第四项 1 为 1，相差 1；“（七）总计 · 自然人”空白，如漏填应补 1。"
        ]
    );
}

#[test]
fn a_forgotten_total_is_named() {
    let report = with_cells(&[("4.review.upheld", "10"), ("4.review.corrected", "1")]);
    assert_eq!(
        messages(&t4_sum::RULE, &report),
        ["行政复议：四种结果之和为 11，总计填报 0，相差 11。总计可能漏填，请补上；总计确实为 0 的，请改正填错的结果。"]
    );
    let other = with_cells(&[("4.review.upheld", "10"), ("4.review.total", "11")]);
    assert_eq!(
        messages(&t4_sum::RULE, &other),
        ["行政复议：四种结果之和为 10，总计填报 11，相差 1。请核对四种结果和总计，改正填错的一格。"]
    );
}

#[test]
fn every_message_about_an_equation_says_what_to_do_where_no_repair_is_sure() {
    let report = with_cells(&[
        ("3.granted.natural", "147"),
        ("3.granted.total", "148"),
        ("3.carried_in.business", "9"),
        ("4.direct.other", "3"),
        ("4.direct.total", "4"),
    ]);
    for rule in [&t3_row::RULE, &t3_sum::RULE, &t3_id::RULE, &t4_sum::RULE] {
        for language in [Language::Chinese, Language::English] {
            let messages = messages_in(rule, &report, language);
            assert!(!messages.is_empty(), "{}", rule.id);
            let advice = if language == Language::Chinese { "请" } else { "correct" };
            assert!(messages.iter().all(|message| message.contains(advice)), "{messages:?}");
        }
    }
}
