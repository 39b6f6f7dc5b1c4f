//! Words: slips that are told, and right writing that looks like them.

use super::testing::{clean, findings, messages, with_text};
use super::*;
use crate::document::{Document, Remark, RemarkKind};
use crate::finding::Severity;
use crate::language::Language;
use crate::rule::Context;

/// Each text raises the rule once or not at all.
fn judge(rule: &Rule, told: &[&str], quiet: &[&str]) {
    for text in told {
        assert_eq!(messages(rule, &with_text(1, text)).len(), 1, "{}: {text}", rule.id);
    }
    for text in quiet {
        assert_eq!(messages(rule, &with_text(1, text)), [""; 0], "{}: {text}", rule.id);
    }
}

#[test]
fn names_of_statutes() {
    judge(
        &l_regulation::RULE,
        &["《中华人民共和国信息公开条例》", "《中华人民共和国政府信息公开 工作条例》", "《政府信息公开法》"],
        &[
            "《中华人民共和国政府信息公开条例》",
            "《政府信息公开条例》和《条例》",
            "《青山县政府信息公开实施办法》",
            "《公共企事业单位信息公开规定制定办法》",
            "《中华人民共和国公务员法》",
        ],
    );
    let twice = with_text(1, "按照《中华人民共和国信息公开条例》办理，依据《中华人民共和国信息公开条例》答复。");
    let found = findings(&l_regulation::RULE, &twice);
    assert_eq!((found.len(), found[0].spans.len()), (1, 2));
    assert_eq!(found[0].message, "《中华人民共和国信息公开条例》（2 处）应为《中华人民共和国政府信息公开条例》。");
    judge(
        &l_decree::RULE,
        &[
            "《政府信息公开条例》（国务院令第492号）",
            "《政府信息公开条例》（国令第 711 条）",
            "《信息公开条例》国令第712号",
        ],
        &[
            "《政府信息公开条例》（国令第711号）",
            "《政府信息公开条例》（国务院令第 711 号）",
            "《政府信息公开条例》和《重大行政决策程序暂行条例》（国务院令第713号）",
            "《政府信息公开条例》第五十条",
        ],
    );
    judge(
        &l_format_name::RULE,
        &["《中华人民共和国政府信息公开工作报告格式》", "《政府信息公开年度报告格式》"],
        &["《中华人民共和国政府信息公开工作年度报告格式》", "《政府信息公开工作年度报告格式》", "《公文格式》"],
    );
}

#[test]
fn numbers_of_documents() {
    judge(
        &l_format_number::RULE,
        &[
            "（过半公开办函﹝2021﹞国办公开办函〔2021〕30号）",
            "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕3号）",
        ],
        &[
            "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
            "《基层政务公开标准指引》（国办公开办函〔2019〕61号）",
            "《政府信息公开工作年度报告格式》（〔202130号）",
        ],
    );
    judge(
        &l_outdated_format::RULE,
        &["（国办公开办函〔2019〕60号）"],
        &["（国办公开办函〔2021〕30号）代替（国办公开办函〔2019〕60号）", "（国办函〔2020〕109号）"],
    );
    judge(
        &l_fee_rules::RULE,
        &[
            "《政府信息公开处理费管理办法》",
            "《政府信息公开信息处理费管理办法》（国办函〔2020〕19号）",
            "没有产生信息公开处理费。",
        ],
        &[
            "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）",
            "未收取政府信息公开信息处理费。",
            "《生活垃圾处理费征收办法》",
        ],
    );
    judge(
        &l_brackets::RULE,
        &["国办函[2020]109号", "青政发（2024）3号"],
        &["国办函〔2020〕109号", "（2024）30号楼", "截至（2024）年"],
    );
    judge(&l_nested_titles::RULE, &["《关于《要点》的通知》"], &["《关于〈要点〉的通知》", "《甲》《乙》"]);
}

#[test]
fn residue_and_page_numbers() {
    judge(
        &w_residue::RULE,
        &["[bookmark: _GoBack]监督保障", "公开&nbsp;信息", "见错误！未找到引用源。"],
        &["[附件]请见网站", "甲&乙公司", "设置书签功能"],
    );
    let found = findings(&w_residue::RULE, &with_text(1, "甲[bookmark: _GoBack]乙"));
    assert_eq!(found[0].spans[0].text, "[bookmark: _GoBack]");
    judge(
        &w_page_number::RULE,
        &["及时发现政府23信息公开工作中的问题。", "严格审4核。"],
        &[
            "公开12条信息。",
            "全年主动公开2024年信息。",
            "共公开1234信息",
            "12345热线",
            "政府信息公开2次",
            "办理3件申请",
        ],
    );
}

#[test]
fn words_twice() {
    judge(
        &w_repeated::RULE,
        &["政府信息公开公开申请", "安排资金资金20万元", "政府信息政府信息公开"],
        &[
            "公开、公开再公开",
            "各部门部门预算",
            "一件一件落实，一个一个答复",
            "政务服务服务事项",
            "渐渐常常往往",
            "工作作风",
            "研究研究再说",
            "二〇二〇年",
        ],
    );
    judge(&w_slips::RULE, &["畅通受理渠。", "政府信公开", "12月31止"], &["民主公开", "受理渠道。", "12月31日止"]);
}

#[test]
fn enumerations() {
    judge(
        &w_enumeration::RULE,
        &["一是甲。二是乙。四是丁。", "一是甲；三是丙。"],
        &[
            "一是甲。二是乙。三是丙。一是甲。二是乙。",
            "一是甲。二要乙。三是丙。",
            "统一是关键。三是丙。",
            "一是甲；二是乙。",
        ],
    );
}

#[test]
fn pairs_of_marks() {
    judge(
        &w_pairs::RULE,
        &["依据《条例办理。", "通过青山水务”公众号发布。", "（一）甲\n乙）丙", "（以下简称本局。"],
        &["“甲（乙）《丙》〔2021〕”", "(一）甲。", "1）甲；2）乙。", "a）现场", "甲说“乙\n丙”丁", "一）甲"],
    );
    judge(&w_double_marks::RULE, &["甲。。", "甲，、乙", "甲；。"], &["甲……乙", "“甲。”，乙", "甲。\n。"]);
    judge(
        &w_confused::RULE,
        &["截止2024年12月31日", "截止到12月底", "截止目前"],
        &["截至2024年底", "截止日期为6月30日", "报名截止"],
    );
}

#[test]
fn personal_numbers_need_their_checksum() {
    judge(&p_identity::RULE, &["11010519491231002X", "身份证号11010519491231002x。"], &[]);
    judge(
        &p_identity::RULE,
        &[],
        &[
            "110105194912310021",
            "202412310000123456",
            "11100000000013338W",
            "911101051234567890123",
            "电话0000-6120018",
        ],
    );
    judge(&p_bank_card::RULE, &["6222020000000000000"], &["6222020000000000001", "1234567890123456"]);
    judge(
        &p_mobile::RULE,
        &["张某13800000000"],
        &["12345678901", "138000000001", "0000-6120018", "统计编号A13800000000"],
    );
    assert_eq!(findings(&p_mobile::RULE, &with_text(0, "办公电话：13800000000"))[0].severity, Severity::Hint);
    let message = &messages(&p_identity::RULE, &with_text(6, "11010519491231002X"))[0];
    assert!(!message.contains("19491231"), "a message repeats no whole number");
}

#[test]
fn marks_of_secrecy_stand_alone() {
    judge(
        &p_secret::RULE,
        &["机密★一年", "甲。\n内部资料", "秘 密"],
        &["属于国家秘密", "内部资料管理规定", "不公开机密事项。"],
    );
}

#[test]
fn remarks_are_told_by_kind() {
    let remark = |kind, text: &str| Remark { kind, text: text.to_owned(), at: None };
    let remarks = vec![
        remark(RemarkKind::Comment, "再核对"),
        remark(RemarkKind::Comment, "同意"),
        remark(RemarkKind::Hidden, "旧稿"),
    ];
    let document = Document { remarks, ..Document::default() };
    let report = clean();
    let Some(form) = report.form else { return };
    let (narrative, language) = (&crate::claims::read(&report), Language::Chinese);
    let context = Context { document: &document, report: &report, form, previous: None, narrative, language };
    let found = (p_remarks::RULE.check)(&context);
    assert_eq!(found[0].message, "文件里有 2 处批注，如“再核对”；公开前请处理干净。");
    assert_eq!((found.len(), found[0].severity, found[1].severity), (2, Severity::Error, Severity::Warning));
}
