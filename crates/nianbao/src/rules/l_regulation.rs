//! L-REG: a wrong name of the regulation on open government information.

use std::ops::Range;

use super::support::text::compact;
use super::support::wording::{book_titles, collect};
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
条例的名称是否写作《中华人民共和国政府信息公开条例》（简称《政府信息公开条例》《条例》都可以）。
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
## 怎么改
改为《中华人民共和国政府信息公开条例》。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, misnamed)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "《{words}》{times}应为《中华人民共和国政府信息公开条例》。",
                "《{words}》{times} should be 《中华人民共和国政府信息公开条例》."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn misnamed(text: &str) -> Vec<Range<usize>> {
    book_titles(text).into_iter().filter(|(_, name)| is_misnamed(&compact(name))).map(|(range, _)| range).collect()
}

fn is_misnamed(name: &str) -> bool {
    #[rustfmt::skip]
    let wrong = [
        "信息公开条例", "政府信息公开法", "信息公开法", "政务信息公开条例", "政府信息公开工作条例", "政务公开条例", "政府公开条例",
        "政府信息条例", "政府信息公开管理条例",
    ];
    match name.strip_prefix("中华人民共和国") {
        Some("政府信息公开条例") => false,
        Some(rest) => wrong.contains(&rest),
        // 中国人民共和国…, 中华人民和国…
        None => wrong.contains(&name) || (name.contains("和国") && name.ends_with("政府信息公开条例")),
    }
}
