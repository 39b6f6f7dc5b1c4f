//! Z-RANGE: a hyphen between two dates, where 至 or — is usual.

use std::ops::Range;

use super::support::dates::dates;
use super::support::text::digit_runs;
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
两个日期之间有没有用短横“-”；百分数的范围有没有漏写前一个百分号。
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
            let message = say!(
                context.language,
                "“{words}”{times}的起止请用“至”或“—”，百分号前后都写。",
                "Use 至 or — in “{words}”{times}, and % at both ends."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn hyphenated(text: &str) -> Vec<Range<usize>> {
    let days = dates(text);
    let of_dates = days.windows(2).filter_map(|pair| {
        let [(first, _), (second, _)] = pair else { return None };
        matches!(text.get(first.end..second.start)?.trim(), "-" | "－").then_some(first.start..second.end)
    });
    let runs = digit_runs(text);
    let of_shares = runs.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let hyphen = matches!(text.get(first.end..second.start)?, "-" | "－" | "—" | "~" | "～" | "至");
        let percent = text[second.end..].chars().next().filter(|c| matches!(c, '%' | '％'))?;
        let whole = !text[..first.start].ends_with(['.', '-', '〔']);
        (hyphen && whole).then_some(first.start..second.end + percent.len_utf8())
    });
    of_dates.chain(of_shares).collect()
}
