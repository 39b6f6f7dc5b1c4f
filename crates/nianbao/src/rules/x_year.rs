//! X-YEAR: what was given as last year's report is that of another year or organ, or no report.

use super::support::text::compact;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X-YEAR",
    name: "not-last-years-report",
    title: Words { zh: "放入的不是上一年度的年报", en: "Not last year's report" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：它是不是一份年报，是不是正好上一年度的；机关名称与这份年报不同的，只作建议提示。
## 为什么
放错了文件，跨年的核对就没有做，没有提示不等于没有问题。
## 依据
实践惯例。
## 反例
~~~
previous year = 2021
~~~
~~~
previous only = 会议通知。
~~~
~~~
previous agency = 白河县水务局
~~~
## 正例
~~~
previous
~~~
~~~
~~~
## 怎么改
换成同一机关上一年度的年报；机关改了名的，不用换。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = context.previous else { return Vec::new() };
    let report = context.report;
    let title =
        || report.title.as_ref().map_or_else(Span::default, |title| Span::in_title(report, 0..title.text.len()));
    let finding = |message: String| RULE.finding(message).span(title());
    if previous.form.is_none() {
        let message = say!(
            context.language,
            "放入的上年年报里没有认出年报，跨年的数字没有核对；请换成上一年度的年报全文。",
            "What was given as last year's report is no such report; nothing was compared with it. Give last year's whole report."
        );
        return vec![finding(message)];
    }
    if let (Some(year), Some(before)) = (report.year, previous.year)
        && before != year - 1
    {
        let message = say!(
            context.language,
            "这份年报是 {year} 年的，放入的上年年报是 {before} 年的，跨年的数字没有核对；请换成 {} 年的年报。",
            "This report is for {year}, what was given as last year's for {before}; nothing was compared. Give that for {}.",
            year - 1
        );
        return vec![finding(message)];
    }
    match (&report.agency, &previous.agency) {
        (Some(agency), Some(other)) if compact(agency) != compact(other) => {
            let message = say!(
                context.language,
                "放入的上年年报是“{other}”的，这份是“{agency}”的；请核对是不是放错了文件，机关改了名的不用换。",
                "What was given as last year's report is that of “{other}”, this one that of “{agency}”; check the file, unless the organ was renamed."
            );
            vec![finding(message).severity(Severity::Hint)]
        }
        _ => Vec::new(),
    }
}
