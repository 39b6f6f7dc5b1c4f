//! N-FEE-CONFUSE: section 六 speaks of administrative charges instead of processing fees.

use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-FEE-CONFUSE",
    name: "processing-fee-confused",
    title: Words {
        zh: "第六部分把行政事业性收费当作信息处理费",
        en: "Section 六 speaks of administrative charges instead of processing fees",
    },
    severity: Severity::Hint,
    basis: "实践惯例：信息处理费以元计，与表二行政事业性收费不同",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第六部分只写了行政事业性收费，没有写信息处理费。
## 为什么
行政事业性收费填在表二，单位是万元；第六部分要写的是办理信息公开申请收取的信息处理费，单位是元。
## 依据
实践惯例：信息处理费以元计，与表二行政事业性收费不同。
## 反例
~~~
section 6 = 2024年收取行政事业性收费86.35万元。
~~~
## 正例
~~~
section 6 = 本年度未收取信息处理费。行政事业性收费见表二。
~~~
## 怎么改
第六部分改写信息处理费收取情况。
";

fn check(context: &Context) -> Vec<Finding> {
    let text = context.report.sections.get(6).map_or("", |section| section.text.as_str());
    let Some(at) = text.find(CHARGES).filter(|_| context.form.id == "2021" && !text.contains("处理费")) else {
        return Vec::new();
    };
    let message = say!(
        context.language,
        "第六部分写的是行政事业性收费；这里应当写信息处理费收取情况（单位：元），没有收取也要写明。",
        "Section 六 speaks of administrative charges; it should report the processing fees, in yuan, or that there were none."
    );
    vec![RULE.finding(message).span(Span::in_section(context.report, 6, at..at + CHARGES.len()))]
}

const CHARGES: &str = "行政事业性收费";
