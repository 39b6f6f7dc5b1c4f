//! N-FEE-MISSING: processing fees are not reported.

use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-FEE-MISSING",
    name: "processing-fee-not-reported",
    title: Words { zh: "没有报告信息处理费收取情况", en: "Processing fees are not reported" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的第六部分：收取信息处理费情况（零收费也要写）",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
2021 年以后的报告，第六部分有没有写信息处理费收取情况。别的部分已经写明的也算。
## 为什么
格式要求在第六部分报告依法收取信息处理费的情况，没有收取也要写明。
## 依据
国办公开办函〔2021〕30号的第六部分：收取信息处理费情况（零收费也要写）。
## 反例
~~~
section 6 = 没有其他需要报告的事项。
~~~
~~~
section 6 = 无。
~~~
## 正例
~~~
section 6 = 本年度未收取信息处理费。
~~~
~~~
section 6 = 我局在办理依申请公开工作中未向申请人收取任何费用。
~~~
## 怎么改
没有收取的，写“本年度未收取信息处理费”；收取了的，写明件数和金额。
";

/// A longer section is not marked as a whole.
const LONGEST_MARKED: usize = 60;

fn check(context: &Context) -> Vec<Finding> {
    let Some(section) = context.report.sections.get(6) else { return Vec::new() };
    let due = context.form.id == "2021" && section.heading.is_some();
    let told = ["处理费", "收费", "费用", "109号"];
    let anywhere = context.report.sections.iter().any(|section| section.text.contains("信息处理费"));
    if !due || anywhere || told.iter().any(|word| section.text.contains(word)) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "第六部分没有写信息处理费收取情况。没有收取的，也请写明“本年度未收取信息处理费”。",
        "Section 六 does not report the processing fees charged. If there were none, say so."
    );
    // The few words that stand there instead (无, 无其他需要报告的事项), or the heading.
    let words = section.text.trim();
    let span = if words.is_empty() || words.chars().count() > LONGEST_MARKED {
        Span::whole_heading(context.report, 6)
    } else {
        let start = section.text.len() - section.text.trim_start().len();
        Span::in_section(context.report, 6, start..start + words.len())
    };
    vec![RULE.finding(message).span(span).missing("processing fee")]
}
