//! C-LASTYEAR: an overview or a section 五 most of whose sentences are last year's.

use std::collections::HashMap;
use std::ops::Range;

use super::support::text::{MOST_FINDINGS, has_any, numbering, section_text, sentences};
use super::support::wording::book_titles;
use super::support::years::last_year;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C-LASTYEAR",
    name: "sentences-taken-over",
    title: Words { zh: "大段文字与上年相同", en: "Most sentences are last year's" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：第一、第五部分的句子，是否有六成以上与上年一字不差（数字、小标题、“未收到……”一类的套话和文件名称不计）。只有一两句话的，全部相同才提示。
## 为什么
情况、问题和改进年年不同。整段沿用，等于没有报告今年的工作。
## 依据
实践惯例。
## 反例
~~~
previous section 5 = （一）存在的主要问题。一是政策解读多为文字，图表和问答较少。二是个别股室报送信息偏晚，规划公示曾推迟上网。\\n（二）改进情况。一是要求涉及群众利益的文件同步提供图解和问答，由起草股室在文件印发后3个工作日内交稿。二是建立报送台账，办公室每周核对一次应公开事项，逾期的书面提醒承办股室。
~~~
## 正例
~~~
previous
~~~
## 怎么改
按今年的实际改写；第五部分要写今年的问题和今年的改进。
";

/// So many of a hundred sentences taken over are too many.
const MOST_OF_HUNDRED: usize = 60;
/// Fewer sentences prove nothing, but where all of them were taken over and have so many characters.
const FEWEST: usize = 3;
const SHORTEST_WHOLE: usize = 40;
/// Shorter sentences are headings and formulas.
const SHORTEST: usize = 10;

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    [1, 5].into_iter().filter_map(|section| check_section(context, previous, section)).collect()
}

fn check_section(context: &Context, previous: &Report, section: usize) -> Option<Finding> {
    let before: HashMap<String, &str> =
        sentences(section_text(previous, section)).map(|(_, sentence)| (without_digits(sentence), sentence)).collect();
    let own: Vec<(Range<usize>, String)> = sentences(section_text(context.report, section))
        .filter(|(_, sentence)| tells_of_its_year(sentence))
        .map(|(range, sentence)| (range, without_digits(sentence)))
        .collect();
    let same: Vec<(&Range<usize>, &str)> =
        own.iter().filter_map(|(range, sentence)| Some((range, *before.get(sentence)?))).collect();
    let length: usize = own.iter().map(|(_, sentence)| sentence.chars().count()).sum();
    let whole = own.len() == same.len() && length >= SHORTEST_WHOLE;
    let most = own.len() >= FEWEST && same.len() * 100 >= own.len() * MOST_OF_HUNDRED;
    if !(whole || most) {
        return None;
    }
    let title = context.form.heading(section)?;
    let message = say!(
        context.language,
        "“{title}”的 {} 句话里有 {} 句与上年年报相同，请按今年的情况改写。",
        "Of the {} sentences of “{title}” {} are last year's; write of this year.",
        own.len(),
        same.len()
    );
    let mut finding = RULE.finding(message);
    for (range, last_year_s) in same.into_iter().take(MOST_FINDINGS) {
        finding = finding.span(Span::in_section(context.report, section, range.clone()));
        finding.previous.push(last_year_s.trim().to_owned());
    }
    Some(finding)
}

/// The sentence without blanks, numbers and marks: 2023年 and 2024年 are alike.
fn without_digits(sentence: &str) -> String {
    sentence.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether a sentence would be another one next year: no heading, no formula of what did not happen,
/// and more than the names of statutes.
fn tells_of_its_year(sentence: &str) -> bool {
    let heading = numbering(sentence).is_some() && !sentence.contains(['。', '；', '，', '：']);
    let none = has_any(sentence, &["未收到", "没有收到", "未发生", "没有发生", "未产生", "未收取", "没有收取"]);
    let names: usize = book_titles(sentence).iter().map(|(_, name)| without_digits(name).chars().count()).sum();
    !heading && !none && without_digits(sentence).chars().count() >= SHORTEST + names
}
