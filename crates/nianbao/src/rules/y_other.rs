//! Y-OTHER: a sentence that tells the work of the year before or after as this year's.

use super::support::dates::years;
use super::support::text::{MOST_FINDINGS, has_any, numbering, section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Y-OTHER",
    name: "work-of-another-year",
    title: Words { zh: "写的是别的年份的工作", en: "Work of another year" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有以上一年或以后的年份讲述本年工作的句子，如 2024 年的报告写“2023年我局收到……”“2023年，未收取信息处理费”。查第一、五、六部分。
## 为什么
多是沿用旧稿没有改年份。与上年比较、结转、会议和文件名称里的年份，以及今后的打算不算。
## 依据
实践惯例。
## 反例
~~~
append 1 = 2023年我局共发布政府信息140条。
~~~
~~~
append 1 = 我局2023年共开展培训2次。
~~~
~~~
append 6 = 2023年，我局没有收取信息处理费。
~~~
## 正例
~~~
append 1 = 2023年12月，我局开展了一次培训。
append 1 = 2023年结转的1件申请已经办结。
append 1 = 2023年收到4件，2024年收到6件。
~~~
~~~
append 5 = 2025年，我局将继续做好主动公开，组织业务培训。
~~~
## 怎么改
核对年份；确实讲的是别的年份，改成“上年”“较上年”等说法。
";

/// A sentence with one of these speaks of another year rightly.
#[rustfmt::skip]
const RIGHTLY: [&str; 44] = [
    "本年", "今年", "当年", "收到的", "受理的", "发布的", "制发的", "提出的", "遗留", "上年", "去年", "前年", "往年", "上一年", "较", "相比",
    "比20", "同比", "环比", "同期", "以来", "年起", "起，", "年底", "年末", "以前", "之前", "决算", "预算", "年度报告", "年报", "印发",
    "号）", "《", "版", "结转", "转入", "连续", "收取的", "获评", "荣获", "获得", "被评", "不变",
];
/// So does one about last year with one of these,
const OF_THE_PAST: [&str; 4] = ["引发", "引起", "整改", "存在的"];
/// and one about the years to come with one of these.
#[rustfmt::skip]
const OF_THE_FUTURE: [&str; 11] =
    ["下一步", "计划", "将", "拟", "今后", "继续", "进一步", "要", "预计", "力争", "努力"];
/// What this year's work is told by, in each section.
const WORK: [(usize, &[&str]); 3] = [
    (
        1,
        &[
            "收到", "受理", "公开", "发布", "办理", "办结", "答复", "开展", "召开", "举办", "制发", "累计", "组织",
            "回应",
        ],
    ),
    (5, &["存在"]),
    (6, &["收取", "产生", "处理费"]),
];

fn check(context: &Context) -> Vec<Finding> {
    let Some(year) = context.report.year else { return Vec::new() };
    let found = WORK.into_iter().flat_map(|(section, work)| {
        sentences(section_text(context.report, section))
            .filter_map(move |(range, sentence)| check_sentence(context, year, section, work, range.start, sentence))
    });
    found.take(MOST_FINDINGS).collect()
}

fn check_sentence(
    context: &Context,
    year: i32,
    section: usize,
    work: &[&str],
    from: usize,
    sentence: &str,
) -> Option<Finding> {
    let start = sentence.len() - without_lead(sentence).len();
    let lead = &sentence[start..];
    let mentioned = years(lead);
    let (first, other) = mentioned.first()?;
    // Older years are told as history.
    let told = *other == year - 1 || *other > year;
    let only = mentioned.iter().all(|(_, year)| year == other);
    let after = lead[first.end..].trim_start();
    let leads = first.start == 0 || is_subject(&lead[..first.start]) && begins_with_work(after, work);
    // 2023年12月, 2023年度 of something: a date or a name, not a whole year's work; 2023年度，我局 is.
    let named = after.strip_prefix('度').is_some_and(|rest| !rest.starts_with(['，', ',', '我', '全']));
    let whole_year = !after.starts_with(|c: char| c.is_ascii_digit()) && !named;
    let of_its_time: &[&str] = if *other > year { &OF_THE_FUTURE } else { &OF_THE_PAST };
    let rightly = has_any(lead, &RIGHTLY) || has_any(lead, of_its_time);
    if !(told && only && leads && whole_year && has_any(lead, work) && !rightly) {
        return None;
    }
    let message = say!(
        context.language,
        "这是 {year} 年的报告，这里写的是 {other} 年的工作，请核对年份。",
        "This report is for {year}; this tells the work of {other}. Check the year."
    );
    let from = from + start;
    Some(RULE.finding(message).span(Span::in_section(context.report, section, from + first.start..from + first.end)))
}

/// Whether what stands before a year is who did the work: 我局, 全镇, 我局在.
fn is_subject(before: &str) -> bool {
    let short = before.chars().count() <= LONGEST_SUBJECT;
    short && before.starts_with(['我', '本', '全']) && !before.contains(['，', '的', '对', '将', '把'])
}

/// 我街道办事处在
const LONGEST_SUBJECT: usize = 8;

/// Whether the year's work follows at once: 共收到…, not 制定的办法.
fn begins_with_work(after: &str, work: &[&str]) -> bool {
    let after = after.trim_start_matches(['度', '，', ',']);
    let after = ["共", "累计", "全年", "主动", "未"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let verb = work.iter().find_map(|verb| after.strip_prefix(verb));
    verb.is_some_and(|rest| !rest.starts_with('的'))
}

/// A sentence without its numbering, 一是, or a heading before a stop.
fn without_lead(sentence: &str) -> &str {
    let rest = numbering(sentence).map_or(sentence, |(_, rest)| rest).trim_start();
    ["一是", "二是", "三是", "四是", "五是"].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest)
}
