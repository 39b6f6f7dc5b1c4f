//! Hints: what is worth a look, and what must not be dwelt upon.

use super::testing::{findings, messages, with_cells, with_text};
use super::*;
use crate::finding::Severity;

/// Each text, as section 一, raises the rule once or not at all.
fn judge(rule: &Rule, told: &[&str], quiet: &[&str]) {
    for text in told {
        assert_eq!(messages(rule, &with_text(1, text)).len(), 1, "{}: {text}", rule.id);
    }
    for text in quiet {
        assert_eq!(messages(rule, &with_text(1, text)), [""; 0], "{}: {text}", rule.id);
    }
}

/// The rule on a report of this agency with these cells.
fn of_agency(rule: &Rule, agency: &str, cells: &[(&str, &str)]) -> usize {
    let mut report = with_cells(cells);
    report.agency = Some(agency.to_owned());
    messages(rule, &report).len()
}

#[test]
fn rules_are_made_above_the_county() {
    let rules = [("2.rules.in_force", "6")];
    for agency in ["青山县水务局", "青山县白河镇人民政府", "青山市河东区人民政府", "城关街道办事处"]
    {
        assert_eq!(of_agency(&t2_rules_of_county::RULE, agency, &rules), 1, "{agency}");
        assert_eq!(of_agency(&t2_rules_of_county::RULE, agency, &[]), 0, "{agency}");
    }
    for agency in ["青山市人民政府", "某某省水利厅", "青山经济技术开发区管理委员会", "青山市水务局"]
    {
        assert_eq!(of_agency(&t2_rules_of_county::RULE, agency, &rules), 0, "{agency}");
    }
}

#[test]
fn what_an_agency_of_this_name_should_have() {
    assert_eq!(of_agency(&t2_no_permits::RULE, "青山县行政审批局", &[]), 1);
    assert_eq!(of_agency(&t2_no_permits::RULE, "青山县行政审批局", &[("2.permits.decisions", "3")]), 0);
    assert_eq!(of_agency(&t2_no_permits::RULE, "青山县水务局", &[]), 0);
    assert_eq!(of_agency(&t2_no_penalties::RULE, "青山县公安局", &[]), 1);
    assert_eq!(of_agency(&t2_no_penalties::RULE, "青山县公安局", &[("2.penalties.decisions", "3")]), 0);
    assert_eq!(of_agency(&t2_many_documents::RULE, "青山县水务局", &[("2.normative.in_force", "51")]), 1);
    assert_eq!(of_agency(&t2_many_documents::RULE, "青山县水务局", &[("2.normative.in_force", "50")]), 0);
    assert_eq!(of_agency(&t2_many_documents::RULE, "青山县人民政府", &[("2.normative.in_force", "500")]), 0);
    assert_eq!(of_agency(&t2_fee_unit::RULE, "青山县白河镇人民政府", &[("2.fees.amount", "2500.5")]), 1);
    assert_eq!(of_agency(&t2_fee_unit::RULE, "青山市人民政府", &[("2.fees.amount", "316441")]), 0);
    assert_eq!(of_agency(&t2_fee_unit::RULE, "青山市人民政府", &[("2.fees.amount", "2500000")]), 1);
}

#[test]
fn shares_of_results_and_of_what_is_left() {
    let carried = |out, new| with_cells(&[("3.carried_out.total", out), ("3.received.total", new)]);
    assert!(messages(&t3_large_carry::RULE, &carried("9", "2")).is_empty());
    assert!(messages(&t3_large_carry::RULE, &carried("293", "1484")).is_empty());
    assert_eq!(messages(&t3_large_carry::RULE, &carried("40", "60")).len(), 1);
    let other = |other, all| with_cells(&[("3.other.3.total", other), ("3.total.total", all)]);
    assert!(messages(&t3_many_others::RULE, &other("354", "3521")).is_empty());
    assert!(messages(&t3_many_others::RULE, &other("5", "6")).is_empty());
    assert_eq!(messages(&t3_many_others::RULE, &other("60", "66")).len(), 1);
}

#[test]
fn unpaid_fees_and_disputes() {
    let mut report = with_cells(&[("3.other.2.total", "2")]);
    assert!(messages(&t3_unpaid::RULE, &report).is_empty());
    report.sections[6].text = "无。".to_owned();
    assert_eq!(messages(&t3_unpaid::RULE, &report).len(), 1);
    let disputes = [("4.review.upheld", "1"), ("4.review.total", "1")];
    assert_eq!(messages(&t3_none_but_disputes::RULE, &with_cells(&disputes)).len(), 1);
    let with_one = [disputes[0], disputes[1], ("3.received.natural", "1")];
    assert!(messages(&t3_none_but_disputes::RULE, &with_cells(&with_one)).is_empty());
    let suit = [("4.after_review.upheld", "1"), ("4.after_review.total", "1")];
    assert_eq!(messages(&t4_suit_without_review::RULE, &with_cells(&suit)).len(), 1);
    assert!(messages(&t4_suit_without_review::RULE, &with_cells(&[suit[0], suit[1], disputes[1]])).is_empty());
}

#[test]
fn problems_that_are_counted() {
    for text in [
        "存在三个方面的问题：一是甲。二是乙。三是丙。针对以上问题，一是改。",
        "存在两个问题。一是甲。二是乙。下一步，一是改。二是改。三是改。",
        "还存在一些问题：一是甲。二是乙。",
        "针对上年第三方面的问题，已经整改。一是甲。二是乙。",
        "解决了12个问题。一是甲。二是乙。",
    ] {
        assert_eq!(messages(&s5_count::RULE, &with_text(5, text)), [""; 0], "{text}");
    }
    assert_eq!(messages(&s5_count::RULE, &with_text(5, "存在三个主要问题：一是甲。二是乙。下一步改。")).len(), 1);
}

#[test]
fn marks_and_stops() {
    judge(
        &w_narrow_marks::RULE,
        &["公开信息,接受监督。", "要求:及时公开;准确公开。"],
        &["会议9:00开始", "A,B两类", "网址http://甲", "(一)主动公开", "1,234条"],
    );
    judge(
        &w_no_stop::RULE,
        &["全年公开信息86条，开展培训一次，效果较好"],
        &[
            "（一）主动公开情况",
            "青山县水务局",
            "全年公开信息86条，开展培训一次。\n2025年1月20日",
            "详见附件：一，二，三（略）",
        ],
    );
}

#[test]
fn numbers_dates_and_ranges() {
    judge(
        &z_about::RULE,
        &["约100余条", "近200多人", "5000余人以上", "约300人左右", "约3万余次"],
        &["约100条", "近5年来", "100余条", "5000人以上", "近3年多次获奖", "大约30个工作日"],
    );
    judge(
        &z_dates::RULE,
        &["专栏于2024.06.30开通。", "自2024年01月开始，", "2024/6/30前，"],
        &[
            "2024-06-30",
            "发布日期：2024.06.30",
            "版本2.0.1，",
            "网址是www.a.cn/2024/06/30/1.html。",
            "编号为2024-06-30-7，",
        ],
    );
    judge(
        &z_ranges::RULE,
        &["2024年1月1日-2024年12月31日", "6月1日-6月30日", "提高10-20%"],
        &["1月1日至12月31日", "10%—20%", "电话0000-6120018", "2023-2024年度"],
    );
}

#[test]
fn mailboxes_of_public_providers() {
    judge(&p_private_mailbox::RULE, &["邮箱：qsx_sw@163.com。"], &["邮箱：sw@qingshan.gov.cn", "用户@单位"]);
    let found = findings(&p_private_mailbox::RULE, &with_text(0, "邮箱qsx_sw@163.com"));
    assert_eq!((found[0].spans[0].text.as_str(), found[0].severity), ("qsx_sw@163.com", Severity::Hint));
}

#[test]
fn damage_of_copies() {
    judge(
        &w_damaged::RULE,
        &["20251月1日到12月31日", "国办公开办函〔202130号", "2 0 2 4年"],
        &["2024年12月31日", "〔2021〕30号", "20241件", "2 0 2 4号", "编号20240131"],
    );
}

#[test]
fn what_an_organ_calls_itself() {
    judge(&g_self::RULE, &["我镇重视公开。"], &["我局重视公开。", "“我镇”栏目", "各镇、我县", "克服自我镇定"]);
    for (agency, text, times) in [
        ("青山县白河镇人民政府", "我局公开信息。", 1),
        ("青山县白河镇人民政府", "我镇公开信息，突破自我局限，受我委托。", 0),
        ("青山县卫生健康委员会", "我局公开信息。", 1),
        ("青山县总工会", "我局公开信息。", 0),
        ("青山县人民政府", "我县公开信息。", 0),
    ] {
        let mut report = with_text(1, text);
        // The clean report is a bureau's.
        report.sections[5].text.clear();
        report.agency = Some(agency.to_owned());
        assert_eq!(messages(&g_self::RULE, &report).len(), times, "{agency}: {text}");
    }
}

#[test]
fn lists_with_an_item_twice() {
    judge(
        &w_listed_twice::RULE,
        &["设有政策法规、通知公告、政策法规等栏目", "、甲乙、丙丁、甲乙、"],
        &["部门预算、部门决算、三公经费", "甲乙、丙丁，甲乙、丙丁", "公开、公开再公开", "一、二、一"],
    );
}
