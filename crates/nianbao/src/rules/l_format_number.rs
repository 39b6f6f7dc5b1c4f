//! L-30: a wrong document number beside the name of the form.

use std::ops::Range;

use super::support::text::{find_all, sentences};
use super::support::wording::{DocumentNumber, collect, document_numbers};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-30",
    name: "format-number-wrong",
    title: Words { zh: "年报格式的文号写错", en: "The form's document number is wrong" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
《……年度报告格式》后面注的文号是否为国办公开办函〔2021〕30号，机关代字有没有打错。
## 为什么
文号写错，依据就无从查对；常见的是把“国办”打成同音字，或年份、序号有误。
## 依据
国办公开办函〔2021〕30号。
## 反例
~~~
replace 0 = 国办公开办函〔2021〕30号 => 过半公开办函〔2021〕30号
~~~
~~~
replace 0 = 国办公开办函〔2021〕30号 => 国办公开办函〔2021〕31号
~~~
## 正例
~~~
~~~
## 怎么改
改为国办公开办函〔2021〕30号。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, wrong)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}应为“国办公开办函〔2021〕30号”。",
                "“{words}”{times} should be “国办公开办函〔2021〕30号”."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Slips for 国办.
const SLIPS: [&str; 4] = ["过半公开办函", "国半公开办函", "过办公开办函", "国版公开办函"];

/// How far before its number the form's name may stand, in bytes.
const NEAR: usize = 60;

fn wrong(text: &str) -> Vec<Range<usize>> {
    let numbers = document_numbers(text);
    let misnumbered = numbers.iter().filter_map(|document| {
        let start = number_of_the_form(text, document)?;
        let right = document.before.ends_with("国办公开办函") && RIGHT.contains(&(document.year, document.number));
        (!right).then_some(start..document.bytes.end)
    });
    let slips = find_all(text, &SLIPS).into_iter().map(|slip| {
        let number = numbers.iter().find(|document| document.bytes.start == slip.end);
        slip.start..number.map_or(slip.end, |document| document.bytes.end)
    });
    let mut found: Vec<Range<usize>> = misnumbered.chain(slips).collect();
    found.dedup();
    found
}

/// The form's number; that of 2019 is known to L-60.
const RIGHT: [(&str, &str); 2] = [("2021", "30"), ("2019", "60")];

/// Where a document's number begins, if the form's number is meant.
fn number_of_the_form(text: &str, document: &DocumentNumber) -> Option<usize> {
    if let Some(word) = document.before.strip_suffix("国办公开办函") {
        let near = word.len().saturating_sub(NEAR);
        let named = word.match_indices("报告格式").any(|(at, _)| at >= near);
        // 按照国办公开办函〔2021〕3号编制年度报告 names no form; of 2021 no other is known.
        let (_, sentence) = sentences(text).find(|(range, _)| range.contains(&document.bytes.start))?;
        let (year, number) = RIGHT[0];
        let meant = (document.year == year || document.number == number) && sentence.contains("编制");
        return (named || meant).then_some(word.len());
    }
    let word = document.word_after("报告格式")?;
    let meant = word.starts_with(['国', '过']) || (document.year, document.number) == RIGHT[0];
    meant.then(|| document.bytes.start - word.len())
}
