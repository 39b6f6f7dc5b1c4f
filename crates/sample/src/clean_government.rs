//! A county government's report in which a careful reviewer finds nothing, and the year before.
//! The county and every number are invented.

use nianbao::form::Form;

use crate::draft::Draft;

const AGENCY: &str = "青石县人民政府";

impl Draft {
    /// A county government's report for 2024 in which a careful reviewer finds nothing: it has the
    /// results of 工作考核, 社会评议 and 责任追究 that only governments owe.
    pub fn clean_government() -> Draft {
        let mut draft = Draft::empty(Form::of_2021(), AGENCY, 2024);
        draft.intro = "\
青石县人民政府依照《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。\
数据汇总了全县各级行政机关的情况，统计期限为2024年1月1日至2024年12月31日。"
            .to_owned();
        draft.write(1, GENERAL);
        draft.write(5, PROBLEMS);
        draft.write(6, OTHER_MATTERS);
        draft.fill("2.normative", &[4, 6, 38]);
        draft.fill("2.permits", &[5321]);
        draft.fill("2.penalties", &[412]);
        draft.fill("2.coercion", &[17]);
        draft.cells[draft.form.cell("2.fees.amount").map_or(0, |cell| cell.index())] = "1316.4".to_owned();
        for (row, numbers) in [
            ("received", [62, 5, 0, 1, 3, 2]),
            ("carried_in", [3, 1, 0, 0, 0, 0]),
            ("granted", [28, 3, 0, 1, 1, 1]),
            ("partial", [9, 1, 0, 0, 0, 0]),
            ("refused.3", [1, 0, 0, 0, 0, 0]),
            ("refused.4", [2, 1, 0, 0, 0, 0]),
            ("refused.5", [3, 0, 0, 0, 0, 0]),
            ("refused.7", [2, 0, 0, 0, 0, 0]),
            ("refused.8", [1, 0, 0, 0, 0, 0]),
            ("unable.1", [10, 1, 0, 0, 1, 1]),
            ("unable.3", [1, 0, 0, 0, 0, 0]),
            ("declined.1", [2, 0, 0, 0, 0, 0]),
            ("declined.2", [1, 0, 0, 0, 0, 0]),
            ("other.1", [1, 0, 0, 0, 0, 0]),
            ("other.3", [2, 0, 0, 0, 0, 0]),
            ("total", [63, 6, 0, 1, 2, 2]),
            ("carried_out", [2, 0, 0, 0, 1, 0]),
        ] {
            draft.fill_with_total(&format!("3.{row}"), &numbers);
        }
        draft.fill_with_total("4.review", &[3, 1, 1, 1]);
        draft.fill_with_total("4.direct", &[1, 0, 0, 1]);
        draft.fill_with_total("4.after_review", &[2]);
        draft
    }

    /// The same government's report for 2023, whose ends are the beginnings of 2024.
    pub(crate) fn clean_government_before() -> Draft {
        let mut draft = Draft::empty(Form::of_2021(), AGENCY, 2023);
        draft.intro =
            "本报告由青石县人民政府编制，数据自2023年1月1日起至2023年12月31日止，包括乡镇和县级部门。".to_owned();
        draft.write(1, GENERAL_BEFORE);
        draft.write(5, PROBLEMS_BEFORE);
        draft.write(6, OTHER_MATTERS_BEFORE);
        draft.fill("2.normative", &[3, 2, 40]);
        draft.fill("2.permits", &[4986]);
        draft.fill("2.penalties", &[377]);
        draft.fill("2.coercion", &[21]);
        draft.cells[draft.form.cell("2.fees.amount").map_or(0, |cell| cell.index())] = "1208.75".to_owned();
        for (row, numbers) in [
            ("received", [49, 4]),
            ("granted", [31, 2]),
            ("partial", [5, 0]),
            ("unable.1", [8, 1]),
            ("declined.1", [2, 0]),
            ("total", [46, 3]),
            ("carried_out", [3, 1]),
        ] {
            draft.fill_with_total(&format!("3.{row}"), &numbers);
        }
        draft.fill_with_total("4.review", &[2, 0, 1]);
        draft.fill_with_total("4.direct", &[1]);
        draft
    }
}

const GENERAL: &str = "\
（一）主动公开。全县发布政府信息9620条，其中县政府门户网站7310条，政务新媒体2310条。制发行政规范性文件4件，废止6件，现行有效38件。办理行政许可5321件，作出行政处罚决定412件，实施行政强制17件。
（二）依申请公开。全县新收政府信息公开申请73件，上年结转4件；答复74件，其中予以公开34件，部分公开10件，不予公开10件，无法提供14件，不予处理3件，其他处理3件；结转下年度继续办理3件。发生政府信息公开行政复议6件，其中结果维持3件，结果纠正1件，其他结果1件，尚未审结1件；发生行政诉讼4件，其中结果维持3件，尚未审结1件。
（三）政府信息管理。县政府办公室统一公开行政规范性文件的文本，标明有效、失效和废止状态。对门户网站存量信息逐栏清查，撤下过期公告并存档。
（四）政府信息公开平台建设。县政府门户网站完成适老化改造，政府公报按季出刊，在乡镇便民服务中心设置查阅点16个。
（五）监督保障。工作考核方面，政府信息公开占年度综合考核4分，乡镇和部门得分已经通报。社会评议方面，委托调查队回访申请人，满意率96%。责任追究方面，全县没有因政府信息公开被追究责任的人员。";

const PROBLEMS: &str = "\
（一）存在的主要问题。一是部分乡镇答复文书不规范，引用条款不准。二是政策解读与文件发布间隔较长。
（二）改进情况。一是编印答复文书范本，对乡镇经办人员轮训2次，由县司法局抽查文书。二是实行文件和解读同步审签，没有解读材料的不予上会。";

const OTHER_MATTERS: &str = "\
依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），全县各级行政机关2024年收取信息处理费0元。
没有其他需要报告的事项。";

const GENERAL_BEFORE: &str = "\
（一）主动公开。围绕财政预决算、乡村振兴、义务教育等领域公开信息8954条。
（二）依申请公开。共受理申请53件，办结49件，另有4件转入下年度。
（三）政府信息管理。制定文件公开属性认定细则，建立动态调整机制。
（四）政府信息公开平台建设。合并功能重复的政务新媒体账号7个。
（五）监督保障。将政府信息公开列入工作考核，公布社会评议结果，未发生责任追究情形。";

const PROBLEMS_BEFORE: &str = "\
目前的问题是基层查阅点利用率低，栏目更新不均衡。对此，县政府办公室重新核定查阅点位置，并按月通报栏目更新数量。";

const OTHER_MATTERS_BEFORE: &str = "各行政机关均未收取信息处理费。无其他报告事项。";
