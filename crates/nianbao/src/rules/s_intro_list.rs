//! S-INTRO-LIST: an introduction that lists the parts of the report otherwise than the form.

use std::ops::Range;

use super::support::text::{has_any, numeral, section_text, sentences};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-INTRO-LIST",
    name: "introduction-lists-other-parts",
    title: Words { zh: "引言列的部分与格式不符", en: "The introduction lists other parts" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的六个部分的标题",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
引言里列举报告由哪几部分组成时，是否六个部分都在、没有重复，写的“几个部分”是不是六个。名称沿用 2019 年格式的，只作建议提示。
## 为什么
引言常从往年或别处抄来，漏列、重列或沿用旧名称，与正文对不上。
## 依据
国办公开办函〔2021〕30号的六个部分的标题。
## 反例
~~~
intro = 本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。
~~~
~~~
intro = 本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项五个部分组成。
~~~
## 正例
~~~
~~~
## 怎么改
照六个部分的标题改写，或删去这句列举。
";

/// What the parts are counted with, and how many must be listed at least to tell that they are meant.
#[rustfmt::skip]
const COUNTED: [(&str, usize); 8] = [
    ("个部分", 3), ("部分组成", 3), ("大部分", 3), ("部分构成", 3), ("部分。", 3), ("部分，", 3), ("部分：", 3), ("个方面", 4),
];
/// Names that only the form of 2019 has.
const OUTDATED: [&str; 2] = ["因政府信息公开工作被申请行政复议", "政府信息公开工作存在的主要问题"];
/// The six parts by the words that tell them in a list.
const PARTS: [(&str, &[&str]); 6] = [
    ("总体情况", &["总体情况", "概述", "概况"]),
    ("主动公开政府信息情况", &["主动公开"]),
    ("收到和处理政府信息公开申请情况", &["收到和处理", "依申请公开", "申请办理", "申请情况"]),
    ("政府信息公开行政复议、行政诉讼情况", &["复议", "行政诉讼"]),
    ("存在的主要问题及改进情况", &["主要问题", "存在问题", "存在的问题", "不足"]),
    ("其他需要报告的事项", &["其他需要", "其它需要", "其他事项", "需要报告", "需要说明"]),
];

fn check(context: &Context) -> Vec<Finding> {
    let text = section_text(context.report, 0);
    sentences(text).filter_map(|(range, sentence)| check_sentence(context, range, sentence)).take(1).collect()
}

fn check_sentence(context: &Context, range: Range<usize>, sentence: &str) -> Option<Finding> {
    let (part, fewest) = COUNTED.iter().find_map(|(words, fewest)| Some((sentence.find(words)?, *fewest)))?;
    let listed = |words: &[&str]| has_any(sentence, words);
    if PARTS.iter().filter(|(_, words)| listed(words)).count() < fewest {
        return None;
    }
    let missing: Vec<&str> = PARTS.iter().filter(|(_, words)| !listed(words)).map(|(name, _)| *name).collect();
    let twice: Vec<&str> =
        PARTS.iter().map(|(name, _)| *name).filter(|name| sentence.matches(name).count() > 1).collect();
    let said = stated_count(&sentence[..part]).filter(|&count| count != PARTS.len());
    let mut faults = Vec::new();
    if let Some(count) = said {
        faults.push(say!(context.language, "写的是 {count} 个部分，应为六个", "it says {count} parts; there are six"));
    }
    if !missing.is_empty() {
        let names = missing.join("、");
        faults.push(say!(context.language, "没有列出“{names}”", "it leaves out “{names}”"));
    }
    if !twice.is_empty() {
        let names = twice.join("、");
        faults.push(say!(context.language, "“{names}”列了两次", "it lists “{names}” twice"));
    }
    let outdated: Vec<&str> = OUTDATED.iter().copied().filter(|name| sentence.contains(name)).collect();
    let severity = if faults.is_empty() { Severity::Hint } else { RULE.severity };
    if context.form.id == "2021" && !outdated.is_empty() {
        let names = outdated.join("”“");
        faults.push(say!(context.language, "“{names}”是 2019 年格式的名称", "“{names}” is a name of the form of 2019"));
    }
    if faults.is_empty() {
        return None;
    }
    let message = say!(
        context.language,
        "引言列举的部分与格式不符：{}。请照六个部分的标题改正。",
        "The introduction's list of parts: {}. Follow the six headings.",
        faults.join("；")
    );
    Some(RULE.finding(message).severity(severity).span(Span::in_section(context.report, 0, range)))
}

/// The number right before 个部分.
fn stated_count(before: &str) -> Option<usize> {
    let last = before.trim_end_matches('个').chars().next_back()?;
    match last.to_digit(10) {
        Some(digit) => usize::try_from(digit).ok(),
        None => numeral(last.encode_utf8(&mut [0; 4])),
    }
}
