//! A department's report in which a careful reviewer finds nothing, the year before, and one on the
//! form of 2019. The county, the bureau and every number are invented.

use nianbao::form::Form;

use crate::draft::Draft;

const AGENCY: &str = "青石县自然资源局";

impl Draft {
    /// A county department's report for 2024 in which a careful reviewer finds nothing. Its numbers
    /// are small and not all zero; its narrative agrees with its tables.
    pub fn clean() -> Draft {
        let mut draft = Draft::empty(Form::of_2021(), AGENCY, 2024);
        draft.intro = introduction("国办公开办函〔2021〕30号", 2024);
        draft.write(1, GENERAL);
        draft.write(5, PROBLEMS);
        draft.write(6, OTHER_MATTERS);
        draft.fill("2.normative", &[1, 1, 4]);
        draft.fill("2.permits", &[128]);
        draft.fill("2.penalties", &[6]);
        draft.cells[draft.form.cell("2.fees.amount").map_or(0, |cell| cell.index())] = "86.35".to_owned();
        fill_applications(&mut draft);
        draft.fill_with_total("4.review", &[1]);
        draft.fill_with_total("4.after_review", &[1]);
        draft
    }

    /// The same department's report for 2023, whose ends are the beginnings of 2024.
    pub(crate) fn clean_before() -> Draft {
        let mut draft = Draft::empty(Form::of_2021(), AGENCY, 2023);
        draft.intro =
            "青石县自然资源局按照政府信息公开工作年度报告格式编制本报告，数据统计时间为2023年1月1日至2023年12月31日。"
                .to_owned();
        draft.write(1, GENERAL_BEFORE);
        draft.write(5, PROBLEMS_BEFORE);
        draft.write(6, OTHER_MATTERS_BEFORE);
        draft.fill("2.normative", &[2, 0, 4]);
        draft.fill("2.permits", &[117]);
        draft.fill("2.penalties", &[8]);
        draft.cells[draft.form.cell("2.fees.amount").map_or(0, |cell| cell.index())] = "79.2".to_owned();
        for (row, natural) in [("received", 4), ("granted", 2), ("unable.1", 1), ("total", 3), ("carried_out", 1)] {
            draft.fill_with_total(&format!("3.{row}"), &[natural]);
        }
        draft
    }

    /// The same department's report for 2020, on the form of 2019.
    pub fn clean_2019() -> Draft {
        let mut draft = Draft::empty(Form::of_2019(), AGENCY, 2020);
        draft.intro = introduction("国办公开办函〔2019〕60号", 2020)
            .replace("政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况")
            .replace("存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况");
        draft.write(1, &GENERAL.replace("2024", "2020").replace("制发行政规范性文件1件，废止1件，现行有效4件。", ""));
        draft.write(5, PROBLEMS);
        draft.write(6, "没有其他需要报告的事项。");
        draft.fill("2.normative", &[1, 1, 4]);
        draft.fill("2.permits", &[12, 0, 128]);
        draft.fill("2.services", &[3, 0, 15]);
        draft.fill("2.penalties", &[9, 0, 6]);
        draft.fill("2.fees", &[2, 0]);
        draft.fill("2.procurement", &[1]);
        draft.cells[draft.form.cell("2.procurement.amount").map_or(0, |cell| cell.index())] = "18.6".to_owned();
        fill_applications(&mut draft);
        draft.fill_with_total("4.review", &[1]);
        draft.fill_with_total("4.after_review", &[1]);
        draft
    }
}

/// Six applications and one from the year before; six answered, one left.
fn fill_applications(draft: &mut Draft) {
    draft.fill_with_total("3.received", &[5, 1]);
    draft.fill_with_total("3.carried_in", &[1]);
    draft.fill_with_total("3.granted", &[2, 1]);
    draft.fill_with_total("3.partial", &[1]);
    draft.fill_with_total("3.unable.1", &[1]);
    draft.fill_with_total("3.declined.2", &[1]);
    draft.fill_with_total("3.total", &[5, 1]);
    draft.fill_with_total("3.carried_out", &[1]);
}

fn introduction(format: &str, year: i32) -> String {
    format!(
        "本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（{format}）编制，\
         由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、\
         存在的主要问题及改进情况、其他需要报告的事项六个部分组成。\
         所列数据的统计期限为{year}年1月1日至{year}年12月31日。\n\
         对本报告有疑问的，可与青石县自然资源局办公室联系（地址：青石县东河路6号，电话：0000-6120018）。"
    )
}

const GENERAL: &str = "\
（一）主动公开。2024年，我局围绕不动产登记、土地供应、地质灾害防治等群众关心的事项，共发布政府信息140条，其中县政府门户网站86条，“青石自然资源”微信公众号54条。制发行政规范性文件1件，废止1件，现行有效4件。办理行政许可128件，作出行政处罚决定6件。
（二）依申请公开。全年新收政府信息公开申请6件，其中自然人5件，商业企业1件；上年结转1件。年内答复6件，其中予以公开3件，部分公开1件，无法提供1件，不予处理1件；结转下年度继续办理1件。因政府信息公开引起行政复议1件，结果维持；复议后起诉的行政诉讼1件，结果维持。
（三）政府信息管理。公文起草时即注明公开属性，印发前由承办股室和办公室分别审查。对现行有效的行政规范性文件逐件核对文本，统一提供网页版和可下载版。
（四）政府信息公开平台建设。在县政府门户网站本局页面设置规划公示、征地信息2个专栏，每月检查链接和附件，失效的当日修复。政务服务窗口摆放办事指南，供群众取阅。
（五）监督保障。局办公室有1名专职人员负责政府信息公开，全年举办业务培训2次，参训58人次。政府信息公开纳入股室年度考核，请服务对象填写评议表，没有发生因政府信息公开被追究责任的情形。";

const PROBLEMS: &str = "\
（一）存在的主要问题。一是政策解读多为文字，图表和问答较少。二是个别股室报送信息偏晚，规划公示曾推迟上网。
（二）改进情况。一是要求涉及群众利益的文件同步提供图解和问答，由起草股室在文件印发后3个工作日内交稿。二是建立报送台账，办公室每周核对一次应公开事项，逾期的书面提醒承办股室。";

const OTHER_MATTERS: &str = "\
按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），我局2024年没有发出收费通知，收取信息处理费0元。
除此以外，没有其他需要报告的事项。";

const GENERAL_BEFORE: &str = "\
（一）主动公开。我局通过县政府门户网站公开土地出让公告、规划批后公示、机构职能等信息112条，通过微信公众号发布61条。
（二）依申请公开。2023年收到申请4件，都由自然人提出；答复3件，其中予以公开2件，无法提供1件；另有1件结转下年度。
（三）政府信息管理。修订公文办理规程，把公开审查放在核稿环节，定期清理已经失效的信息。
（四）政府信息公开平台建设。配合县政府门户网站改版，迁移历史栏目9个，补录缺失附件。
（五）监督保障。调整政府信息公开工作领导小组，组织一次全局培训，年终考核按分值计分；通过意见箱听取社会评议；未出现责任追究情形。";

const PROBLEMS_BEFORE: &str = "\
主要问题是栏目分类不够细，群众查找费时。我局已经按照业务事项重排栏目，并在首页增加站内搜索入口。";

const OTHER_MATTERS_BEFORE: &str = "本年度未收取信息处理费。没有其他需要报告的事项。";
