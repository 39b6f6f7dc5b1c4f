//! The form of 国办公开办函〔2021〕30号, for the reports of 2021 and later.

use super::shared::{APPLICANT_COLUMNS, DISPUTES, HANDLED, ONE_ROW_OTHER, OTHER, ROWS_AFTER_OTHER, ROWS_BEFORE_OTHER};
use super::{Block, RowLabel, Source};

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
    applicants: APPLICANT_COLUMNS,
    applications: &[ROWS_BEFORE_OTHER, OTHER_ROWS, ROWS_AFTER_OTHER],
    // Reports that kept the one-row （六） of 2019 fill this row in instead of other.1 to other.3.
    outdated_rows: &[ONE_ROW_OTHER],
    disputes: DISPUTES,
};

/// The rows of （六）.
const OTHER_ROWS: &[RowLabel] = &[
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
];
