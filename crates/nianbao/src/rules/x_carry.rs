//! X-CARRY: what was carried in is not what last year's report carried out.

use super::support::explained::any_sentence;
use super::support::text::has_any;
use super::support::years::last_year;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X-CARRY",
    name: "carry-over-differs-from-last-year",
    title: Words { zh: "上年结转与上年年报不符", en: "Carried in differs from last year's report" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表三：“二、上年结转”与上年“四、结转下年度继续办理”",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
放入上年年报时：表三“二、上年结转”是否等于上年年报的“四、结转下年度继续办理”。总计不符是错误，只是各列分布不符是提醒。
## 为什么
上年没有办完的申请，一件不少地转到今年；两年对不上，必有一年填错。
## 依据
国办公开办函〔2021〕30号的表三：同一申请上年列入“四、结转下年度继续办理”，今年列入“二、上年结转”。
## 反例
~~~
previous
3.carried_in.natural = 4
3.carried_in.total = 4
~~~
## 正例
~~~
previous
~~~
## 怎么改
核对上年年报和今年年初的台账；上年年报填错的，今年按实际填，并在正文说明（说明了的只作建议提示）。
";

fn check(context: &Context) -> Vec<Finding> {
    let Some(previous) = last_year(context) else { return Vec::new() };
    let Some(row) = context.form.row("3.carried_in") else { return Vec::new() };
    let columns = row.cells().zip(&row.columns).filter_map(|(cell, column)| {
        let own = context.form.spec(cell).address.replace("carried_in", "carried_out");
        let before = previous.at(&own).filter(|cell| cell.doubt.is_none())?.count()?;
        let now = Some(context.report.cell(cell)).filter(|cell| cell.doubt.is_none())?.count()?;
        Some((cell, *column, before, now))
    });
    let columns: Vec<_> = columns.collect();
    let total = row.cells().last();
    let wrong: Vec<_> = columns.iter().filter(|(_, _, before, now)| before != now).collect();
    if let Some((cell, _, before, now)) = wrong.iter().find(|(cell, ..)| Some(*cell) == total) {
        let message = say!(
            context.language,
            "上年年报结转下年度 {before} 件，今年“二、上年结转”总计填报 {now} 件，相差 {}。请核对，改正填错的一处；是上年年报填错的，请在正文里说明。",
            "Last year's report carried out {before}; this year's 二、上年结转 says {now}: a difference of {}. Check both, and correct the wrong one; if it is last year's, say so in the text.",
            before.abs_diff(*now)
        );
        let others = wrong.iter().map(|(cell, ..)| *cell).filter(|other| other != cell);
        let severity = if is_explained(context) { Severity::Hint } else { RULE.severity };
        return vec![
            RULE.finding(message)
                .severity(severity)
                .cells(context.form, [*cell].into_iter().chain(others))
                .numbers(*before, *now),
        ];
    }
    if wrong.is_empty() {
        return Vec::new();
    }
    let shown: Vec<String> = wrong
        .iter()
        .map(|(_, column, before, now)| {
            say!(context.language, "{column}上年 {before}、今年 {now}", "{column} {before} and {now}")
        })
        .collect();
    let message = say!(
        context.language,
        "“二、上年结转”的总计与上年年报相符，但分列不符：{}。请核对各列。",
        "The total carried in is that of last year's report, but its columns are not: {}. Check the columns.",
        shown.join("；")
    );
    let cells = wrong.iter().map(|(cell, ..)| *cell);
    vec![RULE.finding(message).severity(Severity::Warning).cells(context.form, cells)]
}

/// Whether a sentence tells that last year's report was wrong or counted otherwise.
fn is_explained(context: &Context) -> bool {
    any_sentence(context, |sentence| {
        let last_year = has_any(sentence, &["上年年报", "上年度年报", "上年度报告", "上年结转", "上年度结转"]);
        last_year
            && has_any(sentence, &["更正", "勘误", "误填", "填错", "漏报", "漏填", "漏计", "多计", "差异", "口径"])
    })
}
