//! Z-RANGE: a hyphen between two dates, where 至 or — is usual.

use std::ops::Range;

use super::support::dates::{dates, years};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-RANGE",
    name: "hyphen-for-range",
    title: Words { zh: "起止时间用了短横", en: "A hyphen between two dates" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
两个日期、两个年份之间有没有用短横“-”；百分数的范围有没有漏写前一个百分号。
## 为什么
起止时间用“至”或一字线“—”；“10-20%”要写成“10%—20%”，否则不知道前一个数的单位。
## 依据
实践惯例。
## 反例
~~~
append 1 = 公示期为2024年6月1日-6月30日。
~~~
~~~
append 1 = 满意率提高10-20%。
~~~
## 正例
~~~
append 1 = 公示期为2024年6月1日至6月30日，满意率提高10%—20%，电话0000-6120018。
~~~
## 怎么改
短横改为“至”或“—”，百分数写全。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, hyphenated)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = if words.ends_with(['%', '％']) {
                say!(
                    context.language,
                    "“{words}”{times}的两个数请都带百分号，中间用“—”或“至”，否则看不出前一个数的单位。",
                    "Put % after both numbers of “{words}”{times}, with — or 至 between."
                )
            } else {
                say!(
                    context.language,
                    "“{words}”{times}的起止时间之间请用“至”或“—”，不用短横。",
                    "Use 至 or — between the two dates of “{words}”{times}, not a hyphen."
                )
            };
            hit.finding(&RULE, message)
        })
        .collect()
}

fn hyphenated(text: &str) -> Vec<Range<usize>> {
    let days: Vec<Range<usize>> = dates(text).into_iter().map(|(range, _)| range).collect();
    let whole_years: Vec<Range<usize>> = years(text).into_iter().map(|(range, _)| range).collect();
    let of_dates = [days, whole_years].into_iter().flat_map(|times| {
        let pairs = times.windows(2).filter_map(|pair| {
            let [first, second] = pair else { return None };
            matches!(text.get(first.end..second.start)?.trim(), "-" | "－").then_some(first.start..second.end)
        });
        pairs.collect::<Vec<_>>()
    });
    let of_shares = text.match_indices(['%', '％']).filter_map(|(at, percent)| {
        let second = number_before(&text[..at])?;
        let between = &text[..second];
        let hyphen = between.chars().next_back().filter(|c| "-－—~～至".contains(*c))?;
        let first = number_before(&between[..second - hyphen.len_utf8()])?;
        let whole =
            !text[..first].ends_with(['-', '〔']) && !text[..first].ends_with(|c: char| c.is_ascii_alphabetic());
        whole.then_some(first..at + percent.len())
    });
    of_dates.chain(of_shares).collect()
}

/// Where the number begins that ends a text, decimals included.
fn number_before(text: &str) -> Option<usize> {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    (start < text.len() && text[start..].starts_with(|c: char| c.is_ascii_digit())).then_some(start)
}
