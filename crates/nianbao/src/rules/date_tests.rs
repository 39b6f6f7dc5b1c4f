//! Titles, years and dates: what is told, and the good writing that must stay quiet.

use super::testing::{clean, findings, messages, with_text};
use super::{date_late, tt_form, tt_year, y_other, y_period};
use crate::finding::Severity;
use crate::report::Title;

fn titled(text: &str) -> crate::report::Report {
    let mut report = clean();
    report.title = Some(Title { text: text.to_owned(), at: None });
    report
}

#[test]
fn titles_in_the_usual_form_are_quiet() {
    for text in [
        "青山县水务局 2024 年政府信息公开工作年度报告",
        "青山县水务局2024 年 政府信息公开工作年度报告",
        "# 青山县水务局２０２４年政府信息公开工作年度报告",
        "青山县水务局二〇二四年政府信息公开工作年度报告",
    ] {
        assert_eq!(messages(&tt_form::RULE, &titled(text)), [""; 0], "{text}");
    }
}

#[test]
fn titles_that_deviate_are_told_the_usual_one() {
    for (text, severity) in [
        ("青山县水务局2024年度政府信息公开工作年度报告", Severity::Hint),
        ("青山县水务局2024年政府信息公开年度报告", Severity::Warning),
        ("青山县水务局2024年政府信息公开工作告年度报", Severity::Warning),
        ("2024年政府信息公开工作年度报告", Severity::Warning),
        ("2024年青山县水务局政府信息公开工作年度报告", Severity::Hint),
    ] {
        let found = findings(&tt_form::RULE, &titled(text));
        assert_eq!(found[0].severity, severity, "{text}");
        assert!(found[0].message.ends_with("写作“青山县水务局2024年政府信息公开工作年度报告”。"));
    }
}

#[test]
fn periods_of_a_whole_year_are_quiet() {
    for text in [
        "统计期限为2024年1月1日至2024年12月31日。",
        "所列数据的统计期限自2024 年1 月1 日起，至12 月31 日止。",
        "统计时间为2024年1月1日—12月31日，电子版自2025年1月31日起可以下载。",
        // Damage of a copy is not the clerk's mistake.
        "统计期限为20241月1日到12月31日。",
        "本报告由办公室于2025年1月15日编制。",
    ] {
        let report = with_text(0, text);
        assert_eq!(messages(&y_period::RULE, &report), [""; 0], "{text}");
        assert_eq!(messages(&tt_year::RULE, &report), [""; 0], "{text}");
    }
}

#[test]
fn other_periods_are_errors() {
    let report = with_text(0, "统计期限为2024年1月1日至2024年11月30日。");
    assert_eq!(
        messages(&y_period::RULE, &report),
        [
            "统计期限写的是“2024年1月1日至2024年11月30日”，应为2024年1月1日至12月31日；只是日期写错的请改正，数据没有统计全年的请补齐。"
        ]
    );
    let report = with_text(0, "统计期限为2023年1月1日至2023年12月31日。");
    assert!(messages(&y_period::RULE, &report).is_empty());
    assert_eq!(messages(&tt_year::RULE, &report), ["标题写的是 2024 年，统计期限是 2023 年，请核对年份。"]);
}

#[test]
fn an_old_draft_shows_in_its_years() {
    let report = with_text(1, "2023年，我局做好公开。2023年发布86条。2023年未收到申请。");
    assert_eq!(findings(&tt_year::RULE, &report)[0].severity, Severity::Warning);
    assert_eq!(messages(&y_other::RULE, &report).len(), 3);
}

#[test]
fn other_years_that_belong_here_are_quiet() {
    for text in [
        "2024年发布86条，比2023年多12条。",
        "2023年12月，我局开展专题培训，2024年继续。",
        "2023年结转的1件申请已经答复。",
        "2023年度部门决算在9月公开。",
        "2023年收到4件，2024年收到6件。",
        "2025年我局将组织两次培训，做好公开。",
        "2023年以来，我局累计公开信息200条。",
        "因2023年申请引发的行政复议1件，已经办结。",
        "（一）主动公开。按照《2023年政务公开工作要点》，公开信息86条。",
        "2021年印发的公开指南继续使用。",
        "2023年收到的申请中，有2件于本年办结。",
    ] {
        assert_eq!(messages(&y_other::RULE, &with_text(1, text)), [""; 0], "{text}");
    }
}

#[test]
fn dates_in_sentences_are_no_signatures() {
    for text in [
        "未收取信息处理费。\n青山县水务局\n2025年1月20日",
        "本报告于2025年2月3日在网站公开。",
        "未收取信息处理费。\n青山县水务局\n（2025年1月31日）",
        "未收取信息处理费。\n12月5日",
    ] {
        assert_eq!(messages(&date_late::RULE, &with_text(6, text)), [""; 0], "{text}");
    }
    let late = with_text(6, "未收取信息处理费。\n青山县水务局\n2025年3月2日");
    assert_eq!(
        messages(&date_late::RULE, &late),
        ["落款日期是2025年3月2日，晚于规定的 2025 年 1 月 31 日，请核对；日期无误的，请尽快公布。"]
    );
    let mut government = late;
    government.agency = Some("青山县人民政府".to_owned());
    assert!(messages(&date_late::RULE, &government).is_empty());
    assert_eq!(messages(&date_late::RULE, &with_text(6, "未收取信息处理费。\n2024年12月20日")).len(), 1);
}
