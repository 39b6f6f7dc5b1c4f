//! W-CONFUSE: words of like sound or shape taken for each other: 截止 for 截至, 台帐 for 台账.

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
    name: "words-confused",
    title: Words { zh: "容易混用的词", en: "Words taken for each other" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
年报里容易混用的词：日期、时间前面用“截至”而不是“截止”，“台账”“账号”用“账”，进入网站用“登录”，“部署”“座谈会”“反映问题”有没有写错，“其他”是否写成“其它”，“法治化营商环境”是否写成“法制化”。
## 为什么
这些词音同或形近，意思不同：“截止”是到期停止，后面不带时间，“截至”才是“到某时为止”。“其它”不算错，公文里统一写“其他”。
## 依据
实践惯例。
## 反例
~~~
append 1 = 截止2024年12月31日，共发布政府信息140条。
~~~
~~~
append 1 = 建立公文公开属性审查台帐，登陆网站即可查询。
~~~
## 正例
~~~
append 1 = 截至2024年12月31日，共发布政府信息140条。征求意见的截止日期为6月30日。
~~~
~~~
append 1 = 建立审查台账，登录网站即可查询；公开帐篷储备和台风登陆信息。
~~~
## 怎么改
照提示的词改。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, |text| miswritten(text).into_iter().chain(confused(text)).collect::<Vec<_>>())
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = match CONFUSED.iter().find(|(wrong, _)| wrong == words) {
                Some((_, right)) => say!(
                    context.language,
                    "“{words}”{times}宜写作“{right}”。",
                    "“{words}”{times} is better written “{right}”."
                ),
                None => say!(
                    context.language,
                    "“{words}”{times}：后面带时间的，应用“截至”。",
                    "“{words}”{times}: before a date write 截至."
                ),
            };
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Words as they are confused, and as they are meant.
#[rustfmt::skip]
const CONFUSED: [(&str, &str); 21] = [
    ("台帐", "台账"), ("帐号", "账号"), ("帐户", "账户"), ("帐目", "账目"), ("建帐", "建账"), ("登陆网站", "登录网站"), ("登陆平台", "登录平台"),
    ("登陆系统", "登录系统"), ("登陆门户", "登录门户"), ("登陆政府", "登录政府"),
    ("登陆“", "登录“"), ("其它", "其他"), ("法制化营商", "法治化营商"), ("法制化轨道", "法治化轨道"), ("法制化建设", "法治化建设"), ("布署", "部署"),
    ("坐谈会", "座谈会"), ("反应问题", "反映问题"), ("反应的问题", "反映的问题"), ("反应的情况", "反映的情况"), ("按排", "安排"),
];

/// Where one of them stands, but in a heading's words, which S-TITLE compares.
fn confused(text: &str) -> impl Iterator<Item = Range<usize>> {
    let wrong: Vec<&str> = CONFUSED.iter().map(|(wrong, _)| *wrong).collect();
    let found = find_all(text, &wrong).into_iter();
    found.filter(|words| !text[words.end..].starts_with("需要报告"))
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
