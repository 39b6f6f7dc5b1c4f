//! What the sections hold: good writing in many forms stays quiet.

use super::testing::{clean, findings, messages, with_text};
use super::{s_empty, s_intro_list, s_level, s_level_sequence, s_template, s1_five, s1_government, s5_both};
use crate::finding::Severity;

const HEADED: &str = "\
（一）主动公开：全年发布信息86条。
（二）依申请公开：全年未收到申请。
（三）政府信息管理：逐件审核。
（四）政府信息公开平台建设：维护网站。
（五）监督保障：开展培训。";

#[test]
fn five_aspects_under_other_words_are_five() {
    for text in [
        HEADED.to_owned(),
        HEADED.replace("政府信息管理", "信息资源规范管理").replace("政府信息公开平台建设", "公开渠道建设"),
        HEADED.replace('（', "(").replace('）', ") "),
        HEADED.replace("：", "\n"),
        "全年主动公开信息86条，收到依申请公开2件，文件公开前逐件审核，在政府网站设有专栏，年底进行考核。".to_owned(),
    ] {
        assert_eq!(messages(&s1_five::RULE, &with_text(1, &text)), [""; 0], "{text}");
    }
}

#[test]
fn a_missing_aspect_is_named() {
    let without = HEADED.replace("（四）政府信息公开平台建设：维护网站。\n", "");
    assert_eq!(
        messages(&s1_five::RULE, &with_text(1, &without)),
        ["总体情况里没有看到“政府信息公开平台建设”方面的内容，请补写或写明小标题。"]
    );
    let supervised = HEADED.replace("（三）政府信息管理：逐件审核。\n", "").replace("监督保障", "监督管理");
    assert!(messages(&s1_five::RULE, &with_text(1, &supervised))[0].contains("“政府信息管理”"));
}

#[test]
fn only_governments_owe_assessment_review_and_accountability() {
    let mut report = with_text(1, HEADED);
    assert!(messages(&s1_government::RULE, &report).is_empty());
    report.agency = Some("青山县白河镇人民政府".to_owned());
    assert_eq!(
        messages(&s1_government::RULE, &report),
        [
            "政府的年度报告还应包括工作考核、社会评议和责任追究结果情况，没有看到：工作考核、社会评议、责任追究。请补写，没有发生的也写明。"
        ]
    );
    report.agency = Some("青山县城关街道办事处".to_owned());
    assert_eq!(findings(&s1_government::RULE, &report)[0].severity, Severity::Hint);
    report.agency = Some("青山县人民政府办公室".to_owned());
    assert!(messages(&s1_government::RULE, &report).is_empty());
}

#[test]
fn problems_and_improvements_in_many_words() {
    for text in [
        "主要问题是栏目分类不细，群众查找费时，图解材料不多。我局已按业务事项重排栏目，并增加了站内搜索入口。",
        "一是解读形式单一。二是培训偏少。针对以上问题，采取以下措施：一是增加图解。二是每季度培训一次。",
        "（一）存在的主要问题：\n公开内容更新不及时，专业人员不足。\n（二）改进情况：\n明确更新时限，配齐人员。",
    ] {
        assert_eq!(messages(&s5_both::RULE, &with_text(5, text)), [""; 0], "{text}");
    }
    let only_problems =
        "一是政策解读形式有待进一步丰富，效果还需提升。二是信息更新还不够及时，公开内容有待加强和完善。";
    assert_eq!(messages(&s5_both::RULE, &with_text(5, only_problems)).len(), 1);
    let only_plans =
        "我局高度重视政府信息公开工作，把公开贯穿于决策、执行、管理、服务全过程，取得了明显成效，群众比较满意。";
    assert_eq!(messages(&s5_both::RULE, &with_text(5, only_plans)).len(), 1);
}

#[test]
fn nothing_in_the_fifth_section_is_an_error() {
    for text in ["", "无。", "暂无"] {
        assert_eq!(findings(&s_empty::RULE, &with_text(5, text))[0].severity, Severity::Error, "{text}");
    }
    assert_eq!(findings(&s_empty::RULE, &with_text(5, "公开不够主动，今后加强。"))[0].severity, Severity::Warning);
    assert!(messages(&s_empty::RULE, &with_text(6, "无。")).is_empty());
    assert_eq!(findings(&s_empty::RULE, &with_text(6, " "))[0].severity, Severity::Warning);
}

#[test]
fn placeholders_and_no_placeholders() {
    for text in ["XX局高度重视。", "共收到____件申请。", "20XX年，××镇发布信息。", "（文字描述）"]
    {
        assert!(!messages(&s_template::RULE, &with_text(1, text)).is_empty(), "{text}");
    }
    for text in ["网址是www.xxjs.gov.cn。", "XXL号设备一台。", "推行“12345+X”模式。", "长×宽为3×4米。", "下划线_一处"]
    {
        assert_eq!(messages(&s_template::RULE, &with_text(1, text)), [""; 0], "{text}");
    }
}

#[test]
fn lists_of_parts_in_the_introduction() {
    let good = "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、\
                存在的主要问题及改进情况、其他需要报告的事项六部分组成。";
    for text in
        [good, "本报告共六个部分。", &good.replace("六部分", "6个部分"), "依据条例编制，分为总体情况等六个部分。"]
    {
        assert_eq!(messages(&s_intro_list::RULE, &with_text(0, text)), [""; 0], "{text}");
    }
    for (from, to) in [
        ("其他需要报告的事项", "总体情况"),
        ("六部分", "五部分"),
        ("总体情况、", ""),
        ("主动公开政府信息情况、", "主动公开政府信息情况、主动公开政府信息情况、"),
    ] {
        assert_eq!(messages(&s_intro_list::RULE, &with_text(0, &good.replace(from, to))).len(), 1, "{to}");
    }
}

#[test]
fn numbering_that_goes_on_or_begins_anew_is_quiet() {
    for text in [
        HEADED,
        "（一）主要问题\n（1）一。\n（2）二。\n（二）改进\n（1）一。",
        "（一）问题。甲（二）乙\n（三）改进。",
        "（一）甲\n二）乙\n（三）丙",
        "（一）甲\n（二）乙\n（一）甲\n（二）乙",
    ] {
        assert_eq!(messages(&s_level_sequence::RULE, &with_text(1, text)), [""; 0], "{text}");
    }
    let skipped = messages(&s_level_sequence::RULE, &with_text(1, "（一）甲\n（二）乙\n（四）丁"));
    assert_eq!(skipped, ["序号从（二）跳到（四），没有（三）；请看是漏了内容，还是要重新编号。"]);
    assert_eq!(
        messages(&s_level_sequence::RULE, &with_text(1, "（一）甲\n（一）乙")),
        ["序号（一）用了两次，请重新编号。"]
    );
}

#[test]
fn levels_below_the_second_may_begin_with_digits() {
    for text in [HEADED, "1.5万人次关注。\n2.3万人次阅读。", "（一）甲\n1.一\n2.二", "1.只有一条。"]
    {
        assert_eq!(messages(&s_level::RULE, &with_text(1, text)), [""; 0], "{text}");
    }
    assert_eq!(messages(&s_level::RULE, &with_text(1, "1.主动公开。\n2.依申请公开。")).len(), 1);
    assert!(messages(&s_level::RULE, &clean()).is_empty());
}
