//! P-EMAIL-PRIV: a mailbox of a public provider given as the office's.

use std::ops::Range;

use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-EMAIL-PRIV",
    name: "private-mailbox",
    title: Words { zh: "联系邮箱是商业邮箱", en: "A private mailbox" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里的邮箱是不是 qq.com、163.com、126.com 等商业邮箱。
## 为什么
商业邮箱看不出是不是单位的，也可能是个人的；有政务邮箱的，宜用政务邮箱。
## 依据
实践惯例。
## 反例
~~~
replace 0 = 电话：0000-6120018 => 电子邮箱：qsxzrzyj@163.com
~~~
## 正例
~~~
~~~
## 怎么改
核对是不是单位的邮箱；是个人的删去。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, mailboxes)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}是商业邮箱，请核对是不是单位的；有政务邮箱的宜用政务邮箱。",
                "“{words}”{times} is a mailbox of a public provider; check that it is the office's."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

#[rustfmt::skip]
const PROVIDERS: [&str; 17] = [
    "qq.com", "163.com", "126.com", "139.com", "189.cn", "sina.com", "sina.cn", "foxmail.com", "gmail.com", "sohu.com", "yeah.net", "hotmail.com",
    "outlook.com", "aliyun.com", "263.net", "21cn.com", "tom.com",
];

fn mailboxes(text: &str) -> Vec<Range<usize>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let mailboxes = text.match_indices('@').filter_map(|(at, sign)| {
        let start = text[..at].trim_end_matches(is_name).len();
        let host = &text[at + sign.len()..];
        let host = &host[..host.len() - host.trim_start_matches(is_name).len()];
        let host = host.trim_end_matches('.');
        let lower = host.to_ascii_lowercase();
        let name = lower.strip_prefix("vip.").unwrap_or(&lower);
        PROVIDERS.contains(&name).then_some(start..at + sign.len() + host.len())
    });
    mailboxes.collect()
}
