//! S-LEVEL-SEQ: （一） followed by （三）, or the same number twice.

use std::ops::Range;

use super::support::text::{MOST_FINDINGS, Numbering, numbering, paragraphs, section_text, shortened};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-LEVEL-SEQ",
    name: "number-skipped-or-repeated",
    title: Words { zh: "小标题的序号漏了或重了", en: "A number is skipped or repeated" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
同一部分里“（一）（二）（三）”是否连续，有没有漏号、重号。
## 为什么
漏号多半是删了一段没有改号，重号是加了一段没有改号；也可能是漏了一段内容。
## 依据
实践惯例。
## 反例
~~~
replace 1 = （三）政府信息管理 => （四）政府信息管理
~~~
~~~
replace 1 = （二）依申请公开 => （三）依申请公开
~~~
## 正例
~~~
~~~
## 怎么改
补上漏掉的内容或重新编号。
";

fn check(context: &Context) -> Vec<Finding> {
    [1, 5, 6].into_iter().flat_map(|index| check_section(context, index)).collect()
}

fn check_section(context: &Context, index: usize) -> Vec<Finding> {
    let text = section_text(context.report, index);
    let numbered: Vec<(Range<usize>, usize)> = paragraphs(text)
        .filter_map(|(range, paragraph)| match numbering(paragraph) {
            Some((Numbering::Second(number), _)) => Some((range, number)),
            _ => None,
        })
        .collect();
    // A number that stands inside a paragraph, or without its first bracket, is not lost.
    let gap = numbered.windows(2).any(|pair| pair[1].1 > pair[0].1 + 1);
    let written: Vec<bool> = (0..=HIGHEST).map(|number| !gap || inside(text, number)).collect();
    let mut findings = Vec::new();
    for pair in numbered.windows(2) {
        if findings.len() >= MOST_FINDINGS {
            break;
        }
        let [(_, before), (range, number)] = pair else { continue };
        // A list may begin anew.
        let lost = (before + 1..*number).find(|&lost| written.get(lost) == Some(&false));
        let message = if number == before {
            say!(context.language, "序号（{0}）用了两次，请重新编号。", "（{0}） is used twice.", chinese(*number))
        } else if let Some(lost) = lost {
            say!(
                context.language,
                "序号从（{0}）跳到（{1}），没有（{2}）；请看是漏了内容，还是要重新编号。",
                "The numbers go from （{0}） to （{1}）; （{2}） is missing.",
                chinese(*before),
                chinese(*number),
                chinese(lost)
            )
        } else {
            continue;
        };
        let marked = shortened(&text[range.clone()], 12);
        let marked = range.start..range.start + marked.trim_end_matches('…').len();
        findings.push(RULE.finding(message).span(Span::in_section(context.report, index, marked)));
    }
    findings
}

/// The highest number that Chinese numerals of two digits give.
const HIGHEST: usize = 99;

/// Whether （三） stands anywhere in the text, with or without its first bracket.
fn inside(text: &str, number: usize) -> bool {
    let numeral = chinese(number);
    ["）", ")", "、"].iter().any(|mark| text.contains(&format!("{numeral}{mark}")))
}

fn chinese(number: usize) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: usize| digits.get(n).copied().unwrap_or_default();
    match number {
        0..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        _ => format!("{}十{}", digit(number / 10), digit(number % 10)),
    }
}
