//! L-REG: a wrong name of the regulation on open government information.

use std::ops::Range;

use super::support::names::{distance, is_defined, names, plain};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-REG",
    name: "regulation-misnamed",
    title: Words { zh: "条例名称写错", en: "The regulation is misnamed" },
    severity: Severity::Error,
    basis: "《中华人民共和国政府信息公开条例》",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
条例的名称是否写作《中华人民共和国政府信息公开条例》（简称《政府信息公开条例》《条例》都可以）。写作《信息公开条例》而没有注明“以下简称”的，只作建议提示。
## 为什么
法规名称写错，是年度报告里最显眼的错误之一；常见的是漏了“政府”，或写成“工作条例”“公开法”。
## 依据
条例的全称是《中华人民共和国政府信息公开条例》（国令第711号）。
## 反例
~~~
append 1 = 我局严格执行《中华人民共和国信息公开条例》。
~~~
~~~
append 1 = 按照《政府信息公开法》的要求办理。
~~~
## 正例
~~~
append 1 = 我局严格执行《政府信息公开条例》。
~~~
~~~
append 1 = 依据《青石县政府信息公开工作规定》办理。
~~~
~~~
append 1 = 按照《中华人民共和国政府信息公开条例》（以下简称《信息公开条例》）办理。
~~~
## 怎么改
改为《中华人民共和国政府信息公开条例》。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    let marked = collect(context, |text| named(text, is_misnamed).collect::<Vec<_>>());
    let marked = marked.into_iter().map(|hit| (format!("《{}》", hit.words), hit));
    let unmarked = collect(context, |text| unmarked(text).collect::<Vec<_>>());
    let unmarked = unmarked.into_iter().map(|hit| (format!("“{}”", hit.words), hit));
    for (shown, hit) in marked.chain(unmarked) {
        let times = hit.times(context.language);
        let message = say!(
            context.language,
            "{shown}{times}应为《中华人民共和国政府信息公开条例》。",
            "{shown}{times} should be 《中华人民共和国政府信息公开条例》."
        );
        findings.push(hit.finding(&RULE, message));
    }
    for hit in collect(context, |text| named(text, |name| SHORTENED.contains(&name)).collect::<Vec<_>>()) {
        if is_defined(context.report, &hit.words) {
            continue;
        }
        let (words, times) = (&hit.words, hit.times(context.language));
        let message = say!(
            context.language,
            "《{words}》{times}指国务院的条例的，建议写作《政府信息公开条例》，或先写全称、注明“以下简称”。",
            "《{words}》{times}: if the State Council's regulation is meant, write 《政府信息公开条例》, or give the full name first."
        );
        findings.push(hit.finding(&RULE, message).severity(Severity::Hint));
    }
    findings
}

const STATE: &str = "中华人民共和国";
const REGULATION: &str = "政府信息公开条例";
/// Names that no statute has, with or without 中华人民共和国 before them.
#[rustfmt::skip]
const WRONG: [&str; 7] = [
    "政府信息公开法", "信息公开法", "政务信息公开条例", "政府信息公开工作条例", "政府公开条例", "政府信息条例", "政府信息公开管理条例",
];
/// Short for the regulation, or for a province's own; with 中华人民共和国 before them they are wrong.
const SHORTENED: [&str; 2] = ["信息公开条例", "政务公开条例"];
/// By so many characters a full name may be misspelt; the nearest other statute is further off.
const MISSPELT: usize = 2;

/// The names in a text that are of a kind.
fn named(text: &str, kind: impl Fn(&str) -> bool) -> impl Iterator<Item = Range<usize>> {
    names(text).into_iter().filter(move |(_, name)| kind(&plain(name))).map(|(range, _)| range)
}

fn is_misnamed(name: &str) -> bool {
    if let Some(before) = name.strip_suffix(REGULATION) {
        // A province's own, 新修订的…; but 中国人民共和国 and 中华人民和国 are slips.
        return (1..=MISSPELT).contains(&distance(before, STATE));
    }
    match name.strip_prefix(STATE) {
        Some(rest) => WRONG.contains(&rest) || SHORTENED.contains(&rest) || distance(rest, REGULATION) <= MISSPELT,
        None => {
            let full = || distance(name, &[STATE, REGULATION].concat()) <= MISSPELT;
            WRONG.contains(&name) || distance(name, REGULATION) == 1 || full()
        }
    }
}

/// Wrong names without 《》: 中华人民共和国信息公开条例.
fn unmarked(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(STATE).filter_map(move |(at, state)| {
        let name = at + state.len();
        let wrong = WRONG.iter().chain(&SHORTENED).find(|wrong| text[name..].starts_with(**wrong))?;
        let marked = text[..at].ends_with(['《', '〈']);
        (!marked).then(|| at..name + wrong.len())
    })
}
