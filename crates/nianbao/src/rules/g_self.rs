//! G-SELF: 我镇 in a bureau's report, 我局 in a township's.

use std::ops::Range;

use super::support::agency::{is_township, names_district};
use super::support::text::{find_all, has_any};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G-SELF",
    name: "self-of-another-kind",
    title: Words { zh: "自称与机关不符", en: "Speaks of itself as another kind of organ" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里的自称（我局、我镇、我街道、我委……）与报告机关是不是同一类；市辖区机关的报告里有没有“我县”；乡镇、街道的报告里有没有以上级政府办公室名义讲的工作。
## 为什么
自称不符，多是照搬了别的机关的稿子。
## 依据
实践惯例。
## 反例
~~~
append 1 = 我镇高度重视政府信息公开工作。
~~~
## 正例
~~~
append 1 = 我局高度重视政府信息公开工作，克服自我局限。
~~~
## 怎么改
改成本机关的自称，并检查这一段是不是照搬来的。
";

/// The endings of names, and the words by which organs with these names don't speak of themselves.
const FOREIGN: [(&[&str], &[&str]); 7] = [
    (&["局"], &["我镇", "我乡", "我街道", "我厅", "我委"]),
    (&["镇人民政府", "镇"], &["我局", "我乡", "我街道", "我厅", "我委"]),
    (&["乡人民政府", "乡"], &["我局", "我镇", "我街道", "我厅", "我委"]),
    (&["街道办事处", "街道"], &["我局", "我镇", "我乡", "我厅", "我委"]),
    (&["厅"], &["我局", "我镇", "我乡", "我街道"]),
    (&["健康委员会", "改革委员会", "资产监督管理委员会"], &["我局", "我镇", "我乡", "我街道", "我厅"]),
    (&["县人民政府", "区人民政府", "市人民政府"], &["我局", "我镇", "我乡", "我街道", "我厅"]),
];

/// Bureaus that were a 委 not long ago still call themselves so.
const WERE_COMMITTEES: [&str; 3] = ["改革", "健康", "改委"];

fn check(context: &Context) -> Vec<Finding> {
    let Some(agency) = context.report.agency.as_deref() else { return Vec::new() };
    let ends = |endings: &[&str]| endings.iter().any(|ending| agency.ends_with(ending));
    let foreign = FOREIGN.iter().find(|(endings, _)| ends(endings)).map_or(&[][..], |(_, foreign)| foreign);
    let committee = has_any(agency, &WERE_COMMITTEES);
    let foreign = foreign.iter().filter(|words| !(committee && **words == "我委"));
    // A district belongs to no county.
    let foreign: Vec<&str> = foreign.chain(names_district(agency).then_some(&"我县")).copied().collect();
    let township = is_township(context.report);
    collect(context, |text| {
        let selves = find_all(text, &foreign).into_iter().filter(|words| is_self(text, words));
        let above = if township { as_government(text) } else { Vec::new() };
        selves.chain(above).collect::<Vec<_>>()
    })
    .into_iter()
    .map(|hit| {
        let (words, times) = (&hit.words, hit.times(context.language));
        let message = say!(
            context.language,
            "“{words}”{times}：这是{agency}的报告，自称不符，请核对是不是照搬来的。",
            "“{words}”{times}: this is the report of {agency}; check whether the passage was taken from another."
        );
        hit.finding(&RULE, message)
    })
    .collect()
}

/// Not quoted, nor the beginning of a longer word or the end of one (我镇静, 自我局限, 我委托).
fn is_self(text: &str, words: &Range<usize>) -> bool {
    let (before, after) = (&text[..words.start], &text[words.end..]);
    let quoted = before.rfind('“').is_some_and(|open| !before[open..].contains(['”', '\n']));
    !quoted
        && !before.ends_with(['自', '忘', '本'])
        && !["静", "定", "限", "部", "托", "派", "任", "员", "村", "土", "下"]
            .iter()
            .any(|tail| after.starts_with(tail))
}

/// Where the office of the government above does the work: 市政府办公室共收到… in a township's report.
fn as_government(text: &str) -> Vec<Range<usize>> {
    let office = find_all(text, &["政府办公室"]).into_iter().filter_map(|office| {
        let before = text[..office.start].trim_end_matches("人民");
        let level = before.chars().next_back().filter(|c| matches!(c, '市' | '区' | '县'))?;
        let start = before.len() - level.len_utf8();
        let joined = text[..start].trim_end_matches(['及', '和', '、']);
        let leads = text[..start].is_empty() || joined.len() < start || joined.ends_with(['，', '。', '；', '\n']);
        let rest = text[office.end..].trim_start_matches("共");
        let works = ["主动公开", "收到", "受理", "未收到", "全年"].iter().any(|verb| rest.starts_with(verb));
        (leads && works).then_some(start..office.end)
    });
    office.collect()
}
