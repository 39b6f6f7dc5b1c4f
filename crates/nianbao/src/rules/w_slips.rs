//! W-TYPO-LIST: slips of the pen that annual reports have been seen with.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-TYPO-LIST",
    name: "known-slip",
    title: Words { zh: "常见笔误", en: "A slip often seen" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有年度报告里反复出现的笔误，如“六部分成”“12月31止”“受理渠”。
## 为什么
这些写法不成词，多是漏字、重字或输入错误。
## 依据
实践惯例。
## 反例
~~~
append 1 = 进一步畅通依申请公开受理渠。
~~~
~~~
append 1 = 全年数据统计到12月31止。
~~~
## 正例
~~~
append 1 = 推进民主公开，畅通受理渠道。
~~~
## 怎么改
照提示改正；提示不合适的，请按原意改。
";

/// A slip as written and what was probably meant.
#[rustfmt::skip]
const SLIPS: [(&str, &str); 23] = [
    ("切实保障的群众", "切实保障群众"), ("努力为主体和办事群众", "努力为经营主体和办事群众"), ("建议以主要领导", "建立以主要领导"),
    ("受理渠。", "受理渠道。"), ("受理渠，", "受理渠道，"), ("报告编及发布", "报告编制及发布"), ("六部分成", "六部分组成"),
    ("六个部分成", "六个部分组成"), ("12月31止", "12月31日止"), ("我县县政府信息", "我县政府信息"), ("我区区政府信息", "我区政府信息"),
    ("我市市政府信息", "我市政府信息"), ("工作告年度报", "工作年度报告"), ("审查管。", "审查管理。"),
    ("因特此报告", "特此报告"), ("政府信公开", "政府信息公开"), ("政府息公开", "政府信息公开"), ("信息公幵", "信息公开"), ("政务公幵", "政务公开"),
    ("依申公开", "依申请公开"), ("主公开", "主动公开"), ("行政复仪", "行政复议"), ("规范性文性", "规范性文件"),
];
/// A slip's characters within a right word: 民主公开 is no 主动公开 with a lost character.
const RIGHTLY: [&str; 2] = ["民主公开", "自主公开"];

fn check(context: &Context) -> Vec<Finding> {
    let slips: Vec<&str> = SLIPS.iter().map(|(slip, _)| *slip).collect();
    collect(context, |text| find_all(text, &slips).into_iter().filter(|slip| !within(text, slip)).collect::<Vec<_>>())
        .into_iter()
        .map(|hit| {
            let meant = SLIPS.iter().find(|(slip, _)| *slip == hit.words).map_or("", |(_, meant)| meant);
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}疑为“{meant}”之误。",
                "“{words}”{times} looks like a slip for “{meant}”."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Whether a slip is only part of a right word.
fn within(text: &str, slip: &Range<usize>) -> bool {
    RIGHTLY.iter().any(|word| text[..slip.end].ends_with(word))
}
