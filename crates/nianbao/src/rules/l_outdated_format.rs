//! L-60: a report for 2021 or later that rests on the form of 2019.

use super::support::wording::{collect, document_numbers};
use crate::finding::{Finding, Severity};
use crate::form::Form;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L-60",
    name: "outdated-form-cited",
    title: Words { zh: "引用了已被代替的格式", en: "The outdated form is cited" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
2021 年及以后的年报，依据是否还写国办公开办函〔2019〕60号。
## 为什么
2021 年起用国办公开办函〔2021〕30号的格式；写旧文号，多是沿用了旧稿。
## 依据
国办公开办函〔2021〕30号。
## 反例
~~~
replace 0 = 国办公开办函〔2021〕30号 => 国办公开办函〔2019〕60号
~~~
## 正例
~~~
~~~
## 怎么改
改为国办公开办函〔2021〕30号，并核对表格是不是新格式。
";

fn check(context: &Context) -> Vec<Finding> {
    if context.report.year.is_none_or(|year| year < Form::of_2021().years.0) {
        return Vec::new();
    }
    let cited = |year: &'static str, number: &'static str| {
        collect(context, move |text| {
            let documents = document_numbers(text).into_iter();
            let cited = documents.filter(|d| d.before.ends_with("公开办函") && (d.year, d.number) == (year, number));
            cited.map(|document| document.bytes).collect::<Vec<_>>()
        })
    };
    if !cited("2021", "30").is_empty() {
        return Vec::new();
    }
    cited("2019", "60")
        .into_iter()
        .map(|hit| {
            let message = say!(
                context.language,
                "国办公开办函〔2019〕60号是 2019、2020 年年报的格式；2021 年起用国办公开办函〔2021〕30号，请改正，并核对表格是不是新格式。",
                "国办公开办函〔2019〕60号 was the form for 2019 and 2020; from 2021 on it is 国办公开办函〔2021〕30号."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}
