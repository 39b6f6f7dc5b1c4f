//! L-109: a wrong name of the processing fee, of its rules, or of their number.

use std::ops::Range;

use super::support::text::{compact, find_all};
use super::support::wording::{book_titles, collect, document_numbers};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-109",
    name: "fee-rules-misnamed",
    title: Words { zh: "信息处理费的名称或依据写错", en: "The processing fee or its rules are misnamed" },
    severity: Severity::Warning,
    basis: "国办函〔2020〕109号《政府信息公开信息处理费管理办法》",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
《政府信息公开信息处理费管理办法》的名称、文号（国办函〔2020〕109号）是否写对；“信息处理费”有没有写成“信息公开处理费”（后者只作建议提示）。
## 为什么
收取或不收取的是“信息处理费”，名称以办法为准。
## 依据
国办函〔2020〕109号《政府信息公开信息处理费管理办法》。
## 反例
~~~
append 6 = 按照《政府信息公开处理费管理办法》执行。
~~~
~~~
append 6 = 按照《政府信息公开信息处理费管理办法》（国办函〔2020〕119号）执行。
~~~
~~~
append 6 = 本年度没有产生信息公开处理费。
~~~
## 正例
~~~
~~~
## 怎么改
照提示的名称和文号改正。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for hit in collect(context, misnamed) {
        let (words, times) = (&hit.words, hit.times(context.language));
        let message = say!(
            context.language,
            "《{words}》{times}应为《政府信息公开信息处理费管理办法》。",
            "《{words}》{times} should be 《政府信息公开信息处理费管理办法》."
        );
        findings.push(hit.finding(&RULE, message));
    }
    for hit in collect(context, misnumbered) {
        let words = &hit.words;
        let message = say!(
            context.language,
            "《政府信息公开信息处理费管理办法》的文号是国办函〔2020〕109号，这里写的是“{words}”，请改正。",
            "The number of 《政府信息公开信息处理费管理办法》 is 国办函〔2020〕109号, not “{words}”: correct it."
        );
        findings.push(hit.finding(&RULE, message));
    }
    for hit in collect(context, |text| find_all(text, &["信息公开处理费"])) {
        if findings.iter().any(|finding| finding.message.contains("处理费管理办法")) {
            break;
        }
        let (words, times) = (&hit.words, hit.times(context.language));
        let message = say!(
            context.language,
            "“{words}”{times}的规范名称是“信息处理费”。",
            "The proper name of “{words}”{times} is 信息处理费."
        );
        findings.push(hit.finding(&RULE, message).severity(Severity::Hint));
    }
    findings
}

const OFFICIAL: &str = "政府信息公开信息处理费管理办法";

fn misnamed(text: &str) -> Vec<Range<usize>> {
    let wrong = |name: &str| {
        let name = compact(name);
        let of_fees = name.contains("处理费") && name.contains("信息");
        // A county may have a 规定 of its own, with its name before it.
        let own = name.starts_with("政府信息公开") || name.starts_with("信息公开");
        let of_rules = name.contains("办法") || (own && name.ends_with("规定"));
        of_fees && of_rules && !name.contains(OFFICIAL)
    };
    book_titles(text).into_iter().filter(|(_, name)| wrong(name)).map(|(range, _)| range).collect()
}

/// How far behind the name of the rules their number may stand, in bytes.
const NEAR: usize = 60;

fn misnumbered(text: &str) -> Vec<Range<usize>> {
    let documents = document_numbers(text).into_iter().filter_map(|document| {
        let right = (document.year, document.number) == ("2020", "109");
        if let Some(word) = document.before.strip_suffix("国办函") {
            let near = word.len().saturating_sub(NEAR);
            let of_the_rules = word.match_indices("处理费管理办法").any(|(at, _)| at >= near);
            return (of_the_rules && !right).then_some(word.len()..document.bytes.end);
        }
        let word = document.word_after("处理费管理办法")?;
        word.starts_with('国').then(|| document.bytes.start - word.len()..document.bytes.end)
    });
    documents.collect()
}
