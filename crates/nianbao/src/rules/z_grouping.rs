//! Z-WAN: some large numbers of the text are grouped by a comma, others are not.

use std::ops::Range;

use super::support::text::texts;
use crate::claims::figure::{self, Measure, Reading};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::report::Report;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-WAN",
    name: "thousands-grouped-here-and-there",
    title: Words { zh: "千分位写法前后不一", en: "Thousands are grouped here and there" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里带量词的四位以上整数，是不是有的写成“4,501条”，有的写成“3200条”。写成“1.2万条”的不算。
## 为什么
同一份报告里写法不一，像是从几处拼来的，也不便查找和核对。
## 依据
实践惯例。
## 反例
~~~
append 1 = 网站发布信息4,501条，公众号推送3200条。
~~~
## 正例
~~~
append 1 = 网站发布信息4501条，公众号推送3200条，阅读量1.2万次。
~~~
## 怎么改
全文统一，一般不加千分位。
";

fn check(context: &Context) -> Vec<Finding> {
    let first = |grouped| first(context.report, grouped);
    let (Some((grouped, at)), Some((plain, there))) = (first(true), first(false)) else { return Vec::new() };
    let message = say!(
        context.language,
        "“{grouped}”有千分位，“{plain}”没有。请全文统一，一般不加千分位。",
        "“{grouped}” is grouped, “{plain}” is not. Write all the same way, as a rule without commas."
    );
    vec![RULE.finding(message).span(at).span(there)]
}

/// The first large number of the text that is grouped, or is not, and where it stands.
fn first(report: &Report, grouped: bool) -> Option<(&str, Span)> {
    texts(report).find_map(|passage| {
        let is_such =
            |range: &Range<usize>| passage.text.get(range.clone()).is_some_and(|words| words.contains(',') == grouped);
        let range = counts(passage.text).find(is_such)?;
        Some((passage.text.get(range.clone())?, passage.span(report, range)))
    })
}

/// The whole numbers from a thousand on, with their measure words.
fn counts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    text.char_indices().filter_map(move |(at, c)| {
        if at < end || !c.is_ascii_digit() {
            return None;
        }
        let (reading, length) = figure::read(text, at)?;
        end = at + length;
        let Reading::Figure(figure) = reading else { return None };
        let counted = matches!(figure.measure, Measure::Thing | Measure::Person | Measure::Other);
        let words = text.get(at..end)?;
        let large = figure.quantity.is_exact() && figure.quantity.value.integer().is_some_and(|value| value >= 1000);
        (counted && large && !words.contains(['.', '千', '百', '万', '亿'])).then_some(at..end)
    })
}
