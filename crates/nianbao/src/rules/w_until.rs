//! W-CONFUSE: 截止 before a date, where 截至 is meant.

use std::ops::Range;

use super::support::text::find_all;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-CONFUSE",
    name: "until-miswritten",
    title: Words { zh: "“截至”误作“截止”", en: "截止 where 截至 is meant" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
日期、时间前面是否用“截至”，而不是“截止”。
## 为什么
“截止”是到期停止，后面不带时间；“截至”才是“到某时为止”。
## 依据
实践惯例。
## 反例
~~~
append 1 = 截止2024年12月31日，共发布政府信息140条。
~~~
## 正例
~~~
append 1 = 截至2024年12月31日，共发布政府信息140条。征求意见的截止日期为6月30日。
~~~
## 怎么改
改为“截至”。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, miswritten)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}：后面带时间的，应用“截至”。",
                "“{words}”{times}: before a date write 截至."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn miswritten(text: &str) -> Vec<Range<usize>> {
    find_all(text, &["截止"]).into_iter().filter(|words| is_before_time(&text[words.end..])).collect()
}

/// Whether what follows 截止 is a time: 截止2024年, 截止目前; not 报名截止2日后.
fn is_before_time(rest: &str) -> bool {
    let rest = rest.strip_prefix('到').unwrap_or(rest).trim_start();
    let after_number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let later = ["日后", "天后", "个工作日", "日内", "天内"].iter().any(|words| after_number.starts_with(words));
    (after_number.len() < rest.len() && !later) || TIMES.iter().any(|time| rest.starts_with(time))
}

/// Times without a number.
const TIMES: [&str; 7] = ["目前", "年底", "当前", "年末", "现在", "报告期", "本报告"];
