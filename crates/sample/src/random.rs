//! Reports at random, consistent in their numbers and words. All names are invented.

use fastrand::Rng;
use nianbao::form::Form;

use crate::draft::Draft;
use crate::prose::{self, Writer};
use crate::words::{self, pick};

const PLACES: [&str; 8] = ["青石县", "云溪区", "白塔市", "柳河县", "石桥区", "长亭县", "松岭市", "南浦区"];
const OFFICES: [&str; 10] = [
    "自然资源局",
    "民政局",
    "水利局",
    "教育体育局",
    "行政审批服务局",
    "卫生健康委员会",
    "农业农村局",
    "人民政府",
    "人民政府办公室",
    "交通运输局",
];
const TOWNS: [&str; 4] = ["梨树镇人民政府", "河湾乡人民政府", "东岭街道办事处", "新集镇人民政府"];
/// The columns of applicants in table 三, 总计 left out.
const APPLICANTS: usize = 6;

impl Draft {
    /// A report from a seed; the same seed gives the same report. About one in seven uses the form
    /// of 2019. Every equation of its form holds, and its narrative agrees with its tables.
    pub fn random(seed: u64) -> Draft {
        let mut rng = Rng::with_seed(seed);
        let year = if rng.u8(0..7) == 0 { rng.i32(2019..=2020) } else { rng.i32(2021..=2026) };
        let place = pick(&mut rng, &PLACES);
        let office = if rng.u8(0..4) == 0 { pick(&mut rng, &TOWNS) } else { pick(&mut rng, &OFFICES) };
        let mut draft = filled(&format!("{place}{office}"), year, &mut rng);
        narrate(&mut draft, &mut rng);
        draft
    }

    /// A report on the form of 2021 from a seed, in the manner of an organ of one kind: its numbers
    /// agree, and its many sentences look now and then as if something were wrong, but nothing is.
    pub fn written_by(writer: Writer, seed: u64) -> Draft {
        let mut rng = Rng::with_seed(seed);
        let year = rng.i32(2021..=2026);
        let place = pick(&mut rng, &PLACES);
        let name = pick(&mut rng, writer.names());
        let mut draft = filled(&format!("{place}{name}"), year, &mut rng);
        narrate_as(writer, &mut draft, &mut rng);
        draft
    }
}

/// A report with numbers in its tables and no text.
fn filled(agency: &str, year: i32, rng: &mut Rng) -> Draft {
    let form = Form::for_year(year).unwrap_or_else(Form::of_2021);
    let mut draft = Draft::empty(form, agency, year);
    let scale = *rng.choice(&[0, 0, 3, 3, 12, 12, 60, 900]).unwrap_or(&3);
    fill_disclosure(&mut draft, scale, rng);
    fill_applications(&mut draft, scale, rng);
    fill_disputes(&mut draft, scale, rng);
    draft
}

/// Zero more often than not, otherwise up to `scale`.
fn few(rng: &mut Rng, scale: i64) -> i64 {
    if scale > 0 && rng.u8(0..3) == 0 { rng.i64(1..=scale) } else { 0 }
}

fn fill_disclosure(draft: &mut Draft, scale: i64, rng: &mut Rng) {
    let form = draft.form;
    for cell in form.rows.iter().filter(|row| row.table == 2 && row.address != "2.rules").flat_map(|row| row.cells()) {
        let spec = form.spec(cell);
        let text = if !spec.count && scale > 0 {
            format!("{}.{}", rng.u32(0..9000), rng.u32(1..10_000))
        } else if spec.signed && scale > 0 {
            rng.i32(-3..4).to_string()
        } else {
            few(rng, scale * 7).to_string()
        };
        draft.cells[cell.index()] = text;
    }
    if form.id == "2021" {
        let (made, repealed) = (few(rng, scale), few(rng, scale));
        draft.fill("2.normative", &[made, repealed, made + few(rng, scale * 3)]);
    }
}

/// Fills in table 三 from its leaves: the totals follow, and what came in is what went out.
fn fill_applications(draft: &mut Draft, scale: i64, rng: &mut Rng) {
    let form = draft.form;
    let leaves: Vec<String> = form
        .rows
        .iter()
        .filter(|row| row.table == 3 && row.labels.len() > 1 && !row.outdated && row.address != "3.total")
        .map(|row| row.address.clone())
        .collect();
    let mut totals = [0; APPLICANTS];
    for leaf in &leaves {
        let mut numbers = [0; APPLICANTS];
        for (column, number) in numbers.iter_mut().enumerate() {
            // Nearly all applicants are persons.
            *number = if column == 0 || rng.u8(0..6) == 0 { few(rng, scale) } else { 0 };
            totals[column] += *number;
        }
        draft.fill_with_total(leaf, &numbers);
    }
    let mut carried_in = [0; APPLICANTS];
    let mut carried_out = [0; APPLICANTS];
    let mut received = [0; APPLICANTS];
    for column in 0..APPLICANTS {
        carried_out[column] = few(rng, scale.min(totals[column]));
        carried_in[column] = few(rng, scale.min(totals[column]));
        received[column] = totals[column] + carried_out[column] - carried_in[column];
    }
    draft.fill_with_total("3.received", &received);
    draft.fill_with_total("3.carried_in", &carried_in);
    draft.fill_with_total("3.total", &totals);
    draft.fill_with_total("3.carried_out", &carried_out);
}

fn fill_disputes(draft: &mut Draft, scale: i64, rng: &mut Rng) {
    for group in ["4.review", "4.direct", "4.after_review"] {
        let numbers = [few(rng, scale), few(rng, scale / 4), few(rng, scale / 4), few(rng, scale / 4)];
        draft.fill_with_total(group, &numbers);
    }
}

/// Writes the text of a report round its numbers.
fn narrate(draft: &mut Draft, rng: &mut Rng) {
    let year = draft.year;
    let agency = draft.agency.clone();
    let own = if agency.ends_with('府') { "本机关" } else { "我单位" };
    draft.intro = match rng.u8(0..3) {
        0 => String::new(),
        1 => format!("本报告由{agency}编制，数据统计期限为{year}年1月1日至{year}年12月31日。"),
        _ => format!(
            "根据《中华人民共和国政府信息公开条例》，现公布{agency}{year}年度政府信息公开工作情况。\
             统计期限自{year}年1月1日起至{year}年12月31日止。\n联系电话：0000-6120018。"
        ),
    };
    let aspects = [
        ("主动公开", disclosure_sentence(rng) + &words::disclosed(draft, rng)),
        ("依申请公开", words::applied(draft, rng) + &words::disputed(draft, rng)),
        ("政府信息管理", management_sentence(rng)),
        ("政府信息公开平台建设", platform_sentence(rng)),
        ("监督保障", oversight_sentence(rng)),
    ];
    let on_own_line = rng.bool();
    let mut general = Vec::new();
    if rng.bool() {
        general.push(format!("{year}年，{own}围绕群众关心的事项推进政府信息公开，各项工作情况如下。"));
    }
    for ((name, text), numeral) in aspects.into_iter().zip(["一", "二", "三", "四", "五"]) {
        if on_own_line {
            general.push(format!("（{numeral}）{name}"));
            general.push(text);
        } else {
            general.push(format!("（{numeral}）{name}。{text}"));
        }
    }
    draft.write(1, &general.join("\n"));
    if rng.u8(0..4) == 0 {
        draft.write(2, "本部分数据见下表：");
        draft.write(3, "本部分数据见下表：");
    }
    if rng.u8(0..4) == 0 {
        draft.write(4, "注：行政复议、行政诉讼数量含上年度结转数量。");
    }
    let problem = pick(rng, &["解读形式比较单一，图解偏少", "个别栏目更新偏慢", "经办人员轮岗后业务不熟"]);
    let measure = pick(rng, &["每季度开展一次业务培训", "把栏目更新时限写进岗位职责", "安排专人制作图解材料"]);
    draft.write(
        5,
        &format!(
            "（一）存在的主要问题。{problem}。\n（二）改进情况。针对上述问题，{own}{measure}，并按月检查落实情况。"
        ),
    );
    let fee = pick(rng, &["没有收取信息处理费", "收取信息处理费0元"]);
    draft.write(6, &format!("{year}年{own}{fee}。没有其他需要报告的事项。"));
}

/// Writes the text in the manner of a kind of organ.
fn narrate_as(writer: Writer, draft: &mut Draft, rng: &mut Rng) {
    let (year, agency) = (draft.year, draft.agency.clone());
    let own = writer.own(&agency);
    draft.intro = match rng.u8(0..4) {
        0 => String::new(),
        1 => format!("本报告由{agency}编制，所列数据的统计期限为{year}年1月1日至12月31日。"),
        2 => format!(
            "根据《中华人民共和国政府信息公开条例》（国令第711号）第五十条和《中华人民共和国政府信息公开工作年度报告格式》\
             （国办公开办函〔2021〕30号）编制本报告，数据自{year}年1月1日起至{year}年12月31日止。\n\
             如有疑问，请与{agency}联系（电话：0000-6120018，邮编：100000）。"
        ),
        _ => format!(
            "按照《条例》要求，现公布{agency}{year}年政府信息公开工作年度报告。全文由总体情况、主动公开政府信息情况、\
             收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、\
             其他需要报告的事项六个部分组成，数据统计截至{year}年12月31日。"
        ),
    };
    let governed = match writer {
        Writer::Government | Writer::Township => {
            "政府信息公开纳入工作考核，按季通报；开展社会评议，结果已经公布；没有发生责任追究情形。"
        }
        _ => "政府信息公开列入年度考核。",
    };
    let more = |aspect: &str, rng: &mut Rng| prose::sentences(aspect, writer, year, rng);
    let aspects = [
        ("主动公开", more("主动公开", rng) + &words::disclosed(draft, rng)),
        ("依申请公开", words::applied(draft, rng) + &words::disputed(draft, rng)),
        ("政府信息管理", more("政府信息管理", rng)),
        ("政府信息公开平台建设", more("政府信息公开平台建设", rng)),
        ("监督保障", more("监督保障", rng) + governed),
    ];
    let manner = rng.u8(0..4);
    let paragraphs =
        aspects.into_iter().zip(["一", "二", "三", "四", "五"]).map(|((name, text), numeral)| match manner {
            0 => format!("（{numeral}）{name}\n{text}"),
            1 => format!("（{numeral}）{name}情况。{text}"),
            2 => format!("{name}方面，{text}"),
            _ => format!("（{numeral}）{name}。{text}"),
        });
    let mut general: Vec<String> = paragraphs.collect();
    if rng.bool() {
        general.insert(0, format!("{year}年，{own}认真贯彻落实政府信息公开各项要求，现将有关情况报告如下。"));
    }
    draft.write(1, &general.join("\n"));
    draft.write(5, &prose::problems(own, rng));
    let fee = pick(
        rng,
        &[
            "没有收取信息处理费",
            "收取信息处理费0元",
            "按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），未向申请人收取信息处理费",
        ],
    );
    let date = match writer {
        Writer::Government | Writer::Township => format!("{}年3月18日", year + 1),
        _ => format!("{}年1月22日", year + 1),
    };
    let signature = if rng.bool() { format!("\n{agency}\n{date}") } else { String::new() };
    draft.write(6, &format!("{year}年，{own}{fee}。\n除此以外，没有其他需要报告的事项。{signature}"));
}

fn disclosure_sentence(rng: &mut Rng) -> String {
    let (site, accounts) = (rng.u32(20..900), rng.u32(5..400));
    format!("全年发布信息{}条，其中政府网站{site}条，政务新媒体{accounts}条。", site + accounts)
}

fn management_sentence(rng: &mut Rng) -> String {
    pick(
        rng,
        &[
            "修订信息发布审查办法，拟稿、核稿、签发各环节留痕。",
            "对已公开信息开展两轮清理，撤下过期内容。",
            "公文定稿时同步确定公开属性，由办公室登记造册。",
        ],
    )
    .to_owned()
}

fn platform_sentence(rng: &mut Rng) -> String {
    pick(
        rng,
        &[
            "对网站专栏重新分类，补齐检索入口。",
            "在办事大厅设置查阅点，配备自助查询设备。",
            "关停一个长期不更新的账号，集中力量办好门户网站专栏。",
        ],
    )
    .to_owned()
}

fn oversight_sentence(rng: &mut Rng) -> String {
    let trainings = rng.u32(1..5);
    format!("举办业务培训{trainings}次，将政府信息公开列入年度工作考核，公布社会评议结果，没有发生责任追究情形。")
}

#[cfg(test)]
mod tests {
    use super::*;
    use nianbao::form::CellId;

    #[test]
    fn the_same_seed_gives_the_same_report_and_another_one_another() {
        let texts: Vec<String> = (0..20).map(|seed| Draft::random(seed).to_text()).collect();
        assert_eq!(texts[3], Draft::random(3).to_text());
        assert!(texts.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn random_reports_add_up() {
        for seed in 0..300 {
            let draft = Draft::random(seed);
            let sum = |cells: &[CellId]| -> i64 {
                let printed = cells.iter().filter(|&&cell| draft.prints(cell));
                printed.map(|&cell| draft.cell(cell).parse::<i64>().expect("a count")).sum()
            };
            for equation in &draft.form.equations {
                assert_eq!(sum(&equation.left), sum(&equation.right), "seed {seed}: {}", equation.name);
            }
        }
    }
}
