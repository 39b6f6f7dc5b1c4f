//! The form of 国办公开办函〔2021〕30号, for the reports of 2021 and later.

use super::{Block, Group, RowLabel, Source, applicants, results};

pub(super) const SOURCE: Source = Source {
    id: "2021",
    years: (2021, i32::MAX),
    basis: "国办公开办函〔2021〕30号",
    sections: [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ],
    disclosure: &[
        Block {
            item: "第二十条第（一）项",
            columns: &[("made", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
            rows: &[("rules", "规章"), ("normative", "行政规范性文件")],
        },
        Block {
            item: "第二十条第（五）项",
            columns: &[("decisions", "本年处理决定数量")],
            rows: &[("permits", "行政许可")],
        },
        Block {
            item: "第二十条第（六）项",
            columns: &[("decisions", "本年处理决定数量")],
            rows: &[("penalties", "行政处罚"), ("coercion", "行政强制")],
        },
        Block {
            item: "第二十条第（八）项",
            columns: &[("amount", "本年收费金额（单位：万元）")],
            rows: &[("fees", "行政事业性收费")],
        },
    ],
    applicants: applicants(),
    applications: &[
        RowLabel {
            id: "received", group: "", sub_group: "", label: "一、本年新收政府信息公开申请数量"
        },
        RowLabel {
            id: "carried_in", group: "", sub_group: "", label: "二、上年结转政府信息公开申请数量"
        },
        RowLabel { id: "granted", group: HANDLED, sub_group: "", label: "（一）予以公开" },
        RowLabel {
            id: "partial",
            group: HANDLED,
            sub_group: "",
            label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        },
        RowLabel { id: "refused.1", group: HANDLED, sub_group: REFUSED, label: "1.属于国家秘密" },
        RowLabel {
            id: "refused.2", group: HANDLED, sub_group: REFUSED, label: "2.其他法律行政法规禁止公开"
        },
        RowLabel { id: "refused.3", group: HANDLED, sub_group: REFUSED, label: "3.危及“三安全一稳定”" },
        RowLabel { id: "refused.4", group: HANDLED, sub_group: REFUSED, label: "4.保护第三方合法权益" },
        RowLabel { id: "refused.5", group: HANDLED, sub_group: REFUSED, label: "5.属于三类内部事务信息" },
        RowLabel { id: "refused.6", group: HANDLED, sub_group: REFUSED, label: "6.属于四类过程性信息" },
        RowLabel { id: "refused.7", group: HANDLED, sub_group: REFUSED, label: "7.属于行政执法案卷" },
        RowLabel { id: "refused.8", group: HANDLED, sub_group: REFUSED, label: "8.属于行政查询事项" },
        RowLabel { id: "unable.1", group: HANDLED, sub_group: UNABLE, label: "1.本机关不掌握相关政府信息" },
        RowLabel { id: "unable.2", group: HANDLED, sub_group: UNABLE, label: "2.没有现成信息需要另行制作" },
        RowLabel { id: "unable.3", group: HANDLED, sub_group: UNABLE, label: "3.补正后申请内容仍不明确" },
        RowLabel { id: "declined.1", group: HANDLED, sub_group: DECLINED, label: "1.信访举报投诉类申请" },
        RowLabel { id: "declined.2", group: HANDLED, sub_group: DECLINED, label: "2.重复申请" },
        RowLabel { id: "declined.3", group: HANDLED, sub_group: DECLINED, label: "3.要求提供公开出版物" },
        RowLabel {
            id: "declined.4", group: HANDLED, sub_group: DECLINED, label: "4.无正当理由大量反复申请"
        },
        RowLabel {
            id: "declined.5",
            group: HANDLED,
            sub_group: DECLINED,
            label: "5.要求行政机关确认或重新出具已获取信息",
        },
        RowLabel {
            id: "other.1",
            group: HANDLED,
            sub_group: OTHER,
            label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        },
        RowLabel {
            id: "other.2",
            group: HANDLED,
            sub_group: OTHER,
            label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        },
        RowLabel { id: "other.3", group: HANDLED, sub_group: OTHER, label: "3.其他" },
        RowLabel { id: "total", group: HANDLED, sub_group: "", label: "（七）总计" },
        RowLabel { id: "carried_out", group: "", sub_group: "", label: "四、结转下年度继续办理" },
    ],
    // Reports that kept the one-row （六） of 2019 fill this row in instead of other.1 to other.3.
    outdated_rows: &[("other.1", RowLabel { id: "other", group: HANDLED, sub_group: "", label: OTHER })],
    disputes: &[
        Group { id: "review", kind: "行政复议", label: "", results: results() },
        Group { id: "direct", kind: "行政诉讼", label: "未经复议直接起诉", results: results() },
        Group { id: "after_review", kind: "行政诉讼", label: "复议后起诉", results: results() },
    ],
};

const HANDLED: &str = "三、本年度办理结果";
const REFUSED: &str = "（三）不予公开";
const UNABLE: &str = "（四）无法提供";
const DECLINED: &str = "（五）不予处理";
const OTHER: &str = "（六）其他处理";
