//! L-FORMATNAME: a wrong name of the form for the annual reports.

use std::ops::Range;

use super::support::names::{distance, names, plain};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-FORMATNAME",
    name: "format-misnamed",
    title: Words { zh: "年报格式的名称写错", en: "The form is misnamed" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
格式的名称是否写作《中华人民共和国政府信息公开工作年度报告格式》。
## 为什么
常见的是漏“年度”，写成“工作报告格式”，或漏“工作”。
## 依据
国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》。
## 反例
~~~
append 1 = 根据《中华人民共和国政府信息公开工作报告格式》编制。
~~~
## 正例
~~~
append 1 = 按照《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制。
~~~
## 怎么改
照提示的名称改正。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, misnamed)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "《{words}》{times}应为《中华人民共和国政府信息公开工作年度报告格式》。",
                "《{words}》{times} should be 《中华人民共和国政府信息公开工作年度报告格式》."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

const OFFICIAL: &str = "政府信息公开工作年度报告格式";

fn misnamed(text: &str) -> Vec<Range<usize>> {
    names(text).into_iter().filter(|(_, name)| is_misnamed(&plain(name))).map(|(range, _)| range).collect()
}

fn is_misnamed(name: &str) -> bool {
    let own = name.strip_prefix("中华人民共和国").unwrap_or(name);
    // A province may have a form of its own, with its name before it.
    let is_own = own.len() < name.len() || own.starts_with("政府信息") || own.starts_with("信息公开");
    let of_reports = ["报告格式", "报告的格式", "年报格式"].iter().any(|words| own.contains(words));
    let misspelt = distance(own, OFFICIAL) == 1;
    !own.contains(OFFICIAL) && (is_own && of_reports || misspelt)
}
