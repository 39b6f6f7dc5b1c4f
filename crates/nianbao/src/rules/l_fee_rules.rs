//! L-109: a wrong name of the processing fee, of its rules, or of their number.

use std::ops::Range;

use super::support::names::{distance, is_defined, names, plain};
use super::support::text::find_all;
use super::support::wording::{collect, document_numbers};
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
    for hit in collect(context, |text| named(text, is_misnamed)) {
        if is_defined(context.report, &hit.words) {
            continue;
        }
        let (words, times) = (&hit.words, hit.times(context.language));
        let short = words == SHORTENED;
        let message = if short {
            say!(
                context.language,
                "《{words}》{times}的全称是《政府信息公开信息处理费管理办法》，建议写全称，或注明“以下简称”。",
                "The full name of 《{words}》{times} is 《政府信息公开信息处理费管理办法》: write it, or say that it is shortened."
            )
        } else {
            say!(
                context.language,
                "《{words}》{times}应为《政府信息公开信息处理费管理办法》。",
                "《{words}》{times} should be 《政府信息公开信息处理费管理办法》."
            )
        };
        let severity = if short { Severity::Hint } else { RULE.severity };
        findings.push(hit.finding(&RULE, message).severity(severity));
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
/// The rules' name without 政府信息公开: no slip, only short.
const SHORTENED: &str = "信息处理费管理办法";
/// By so many characters the name may be misspelt.
const MISSPELT: usize = 2;

/// The names in a text that are of a kind.
fn named(text: &str, kind: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    names(text).into_iter().filter(|(_, name)| kind(&plain(name))).map(|(range, _)| range).collect()
}

fn is_misnamed(name: &str) -> bool {
    // A name within a name is looked at by itself; the notice that issued the rules may do without marks.
    if name.contains(['〈', '《']) {
        return false;
    }
    let name = name.strip_prefix("国务院办公厅关于印发").map_or(name, |rest| rest.trim_end_matches("的通知"));
    // A county may have rules of its own, with its name before them.
    let own = ["政府信息", "信息公开", "信息处理费"].iter().any(|words| name.starts_with(words));
    let of_fees = name.contains("处理费") && (name.ends_with("办法") || name.ends_with("规定"));
    name != OFFICIAL && (own && of_fees || distance(name, OFFICIAL) <= MISSPELT)
}

/// How far behind the name of the rules their number may stand, in bytes.
const NEAR: usize = 60;

fn misnumbered(text: &str) -> Vec<Range<usize>> {
    let documents = document_numbers(text).into_iter().filter_map(|document| {
        let right = (document.year, document.number) == ("2020", "109");
        if let Some(word) = document.before.strip_suffix("国办函") {
            let near = word.len().saturating_sub(NEAR);
            let before = word.match_indices("处理费管理办法").any(|(at, _)| at >= near);
            // 国办函〔2020〕119号《…办法》
            let rest = text[document.bytes.end..].trim_start_matches(['）', ')', '印', '发', '的']);
            let after =
                names(rest).first().is_some_and(|(at, name)| at.start == '《'.len_utf8() && name.ends_with(OFFICIAL));
            return ((before || after) && !right).then_some(word.len()..document.bytes.end);
        }
        let word = document.word_after("处理费管理办法")?;
        word.starts_with('国').then(|| document.bytes.start - word.len()..document.bytes.end)
    });
    documents.collect()
}
