//! The form of 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.

use super::{Block, Group, RowLabel, Source, applicants, results};

pub(super) const SOURCE: Source = Source {
    id: "2019",
    years: (2019, 2020),
    basis: "国办公开办函〔2019〕60号",
    sections: [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "其他需要报告的事项",
    ],
    disclosure: &[
        Block {
            item: "第二十条第（一）项",
            columns: &[
                ("made", "本年新制作数量"),
                ("disclosed", "本年新公开数量"),
                ("disclosed_total", "对外公开总数量"),
            ],
            rows: &[("rules", "规章"), ("normative", "规范性文件")],
        },
        Block {
            item: "第二十条第（五）项",
            columns: &[("previous", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
            rows: &[("permits", "行政许可"), ("services", "其他对外管理服务事项")],
        },
        Block {
            item: "第二十条第（六）项",
            columns: &[("previous", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
            rows: &[("penalties", "行政处罚"), ("coercion", "行政强制")],
        },
        Block {
            item: "第二十条第（八）项",
            columns: &[("previous", "上一年项目数量"), ("change", "本年增/减")],
            rows: &[("fees", "行政事业性收费")],
        },
        Block {
            item: "第二十条第（九）项",
            columns: &[("projects", "采购项目数量"), ("amount", "采购总金额")],
            rows: &[("procurement", "政府集中采购")],
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
        RowLabel { id: "other", group: HANDLED, sub_group: "", label: "（六）其他处理" },
        RowLabel { id: "total", group: HANDLED, sub_group: "", label: "（七）总计" },
        RowLabel { id: "carried_out", group: "", sub_group: "", label: "四、结转下年度继续办理" },
    ],
    outdated_rows: &[],
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
