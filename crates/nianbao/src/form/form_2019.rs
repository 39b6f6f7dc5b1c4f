//! The form of 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.

use super::shared::{APPLICANT_COLUMNS, DISPUTES, ONE_ROW_OTHER, ROWS_AFTER_OTHER, ROWS_BEFORE_OTHER};
use super::{Block, Source};

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
    applicants: APPLICANT_COLUMNS,
    applications: &[ROWS_BEFORE_OTHER, &[ONE_ROW_OTHER], ROWS_AFTER_OTHER],
    outdated_rows: &[],
    disputes: DISPUTES,
};
