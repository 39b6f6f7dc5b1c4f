//! What the forms of 2019 and 2021 share: the rows of table 三 but for （六）, and table 四.

use super::{Group, RowLabel};

pub(super) const HANDLED: &str = "三、本年度办理结果";
const REFUSED: &str = "（三）不予公开";
const UNABLE: &str = "（四）无法提供";
const DECLINED: &str = "（五）不予处理";
pub(super) const OTHER: &str = "（六）其他处理";

/// The rows of table 三 before （六）.
pub(super) const ROWS_BEFORE_OTHER: &[RowLabel] = &[
    RowLabel { id: "received", group: "", sub_group: "", label: "一、本年新收政府信息公开申请数量" },
    RowLabel { id: "carried_in", group: "", sub_group: "", label: "二、上年结转政府信息公开申请数量" },
    RowLabel { id: "granted", group: HANDLED, sub_group: "", label: "（一）予以公开" },
    RowLabel {
        id: "partial",
        group: HANDLED,
        sub_group: "",
        label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    },
    RowLabel { id: "refused.1", group: HANDLED, sub_group: REFUSED, label: "1.属于国家秘密" },
    RowLabel { id: "refused.2", group: HANDLED, sub_group: REFUSED, label: "2.其他法律行政法规禁止公开" },
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
    RowLabel { id: "declined.4", group: HANDLED, sub_group: DECLINED, label: "4.无正当理由大量反复申请" },
    RowLabel {
        id: "declined.5", group: HANDLED, sub_group: DECLINED, label: "5.要求行政机关确认或重新出具已获取信息"
    },
];

/// The one row （六） of 2019, which later reports still use.
pub(super) const ONE_ROW_OTHER: RowLabel = RowLabel { id: "other", group: HANDLED, sub_group: "", label: OTHER };

/// The rows of table 三 after （六）.
pub(super) const ROWS_AFTER_OTHER: &[RowLabel] = &[
    RowLabel { id: "total", group: HANDLED, sub_group: "", label: "（七）总计" },
    RowLabel { id: "carried_out", group: "", sub_group: "", label: "四、结转下年度继续办理" },
];

/// The groups of table 四.
pub(super) const DISPUTES: &[Group] = &[
    Group { id: "review", kind: "行政复议", label: "", results: RESULTS },
    Group { id: "direct", kind: "行政诉讼", label: "未经复议直接起诉", results: RESULTS },
    Group { id: "after_review", kind: "行政诉讼", label: "复议后起诉", results: RESULTS },
];

/// The five columns of each group of table 四.
const RESULTS: [(&str, &str); 5] = [
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
];

/// The seven columns of table 三.
pub(super) const APPLICANT_COLUMNS: [(&str, &str); 7] = [
    ("natural", "自然人"),
    ("business", "商业企业"),
    ("research", "科研机构"),
    ("social", "社会公益组织"),
    ("legal", "法律服务机构"),
    ("other", "其他"),
    ("total", "总计"),
];
