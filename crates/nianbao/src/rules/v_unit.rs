//! V-UNIT: words, units or notes in a number cell.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::form::CellId;
use crate::language::Words;
use crate::number::{CellReading, Oddity, read_cell};
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-UNIT",
    name: "words-in-a-number-cell",
    title: Words { zh: "数字格里有文字", en: "Words in a number cell" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
数字格里除数字外，有没有单位、说明或其他文字，如“3件”“22（其中修订16件）”“86万3500”。
## 为什么
文字不能求和，版面也容易错位。需要说明的，写在正文里。
## 依据
实践惯例。
## 反例
~~~
2.permits.decisions = 3件
~~~
~~~
2.normative.in_force = 22（其中修订16件）
~~~
~~~
2.permits.decisions = 86万3500
~~~
## 正例
~~~
2.permits.decisions = 3
~~~
## 怎么改
格里只留数字；需要的说明放到第六部分。
";

fn check(context: &Context) -> Vec<Finding> {
    let (with_number, without): (Vec<CellId>, Vec<CellId>) = cells::certain(context)
        .filter(|(_, spec, cell)| spec.count && !spec.signed && is_wordy(&read_cell(&cell.text)))
        .map(|(id, _, _)| id)
        .partition(|&id| {
            let cell = context.report.cell(id);
            cell.value.is_some() && !cell.text.contains(['万', '亿'])
        });
    let mut findings = cells::findings(context, &RULE, with_number, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}里除数字外还有别的字，请只留数字。",
            "{place}: {texts} holds more than a number; leave only the number."
        )
    });
    findings.extend(cells::findings(context, &RULE, without, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}读不出一个确定的数，请只用数字写全，不用“万”“亿”和其他文字。",
            "{place}: {texts} gives no certain number; write it out in digits alone."
        )
    }));
    findings
}

fn is_wordy(reading: &CellReading) -> bool {
    [Oddity::Words, Oddity::PlusSign].into_iter().any(|oddity| reading.has(oddity))
        || (reading.has(Oddity::NotANumber) && !reading.has(Oddity::Letter))
}
