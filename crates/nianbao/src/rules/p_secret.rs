//! P-SECRET: a mark of secrecy or of internal use standing alone in a line.

use std::ops::Range;

use super::support::text::{compact, is_han, paragraphs};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-SECRET",
    name: "secrecy-mark",
    title: Words { zh: "有密级或内部标志", en: "A mark of secrecy" },
    severity: Severity::Error,
    basis: "实践惯例：带密级、内部标志的内容不公开",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有单独成行的密级标志（如“秘密★1年”）或“内部资料”等字样。
## 为什么
年度报告是公开文件。带着密级或内部标志，说明用错了模板，或混进了不能公开的内容。
## 依据
实践惯例：带密级、内部标志的内容不公开。
## 反例
~~~
append 6 = 机密★一年
~~~
## 正例
~~~
append 1 = 公开前审查是否涉及国家秘密、机密事项。
~~~
## 怎么改
核对内容能否公开；只是模板残留的，删去标志。
";

fn check(context: &Context) -> Vec<Finding> {
    let marked = |text: &str| -> Vec<Range<usize>> {
        paragraphs(text).filter(|(_, line)| is_marked(line)).map(|(range, _)| range).collect()
    };
    collect(context, marked)
        .into_iter()
        .map(|hit| {
            let words = hit.words.trim();
            let message = say!(
                context.language,
                "“{words}”是密级或内部标志，公开的报告里不应出现，请核对。",
                "“{words}” is a mark of secrecy or internal use; it does not belong into a published report."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn is_marked(line: &str) -> bool {
    let line = compact(line);
    let grade = line.strip_prefix("密级").map_or(line.as_str(), |rest| rest.trim_start_matches(['：', ':']));
    let graded = ["秘密★", "机密★", "绝密★"].iter().any(|mark| grade.starts_with(mark)) && grade.chars().count() <= 10;
    let words: String = line.chars().filter(|c| is_han(*c)).collect();
    let internal = ["内部资料", "内部文件", "内部使用"].iter().find_map(|mark| words.strip_prefix(mark));
    let warned = ["", "注意保存", "妥善保管", "不得外传", "严禁外传", "请勿外传", "注意保密"];
    graded || matches!(grade, "秘密" | "机密" | "绝密") || internal.is_some_and(|rest| warned.contains(&rest))
}
