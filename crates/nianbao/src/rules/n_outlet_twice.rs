//! N-SITE: the same outlet with two numbers.

use crate::claims::claim::{Claim, Subject};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-SITE",
    name: "same-outlet-two-numbers",
    title: Words { zh: "同一渠道有两个发布数", en: "The same outlet with two numbers" },
    severity: Severity::Hint,
    basis: "实践惯例：同一渠道的发布总数应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文两处说到同一个渠道（政府网站、微信公众号、微博）一年发布信息的总数，数字不同。分类别的条数不算。
## 为什么
同一渠道出现两个总数，往往是口径不同或抄了旧数。因为也可能各指一部分，只作提示。
## 依据
实践惯例：同一渠道的发布总数应当一致。
## 反例
~~~
append 1 = 全年通过县政府门户网站发布信息95条。
~~~
## 正例
~~~
append 1 = 通过县政府门户网站公开预算信息12条。
~~~
## 怎么改
核对两处的口径，统一数字或写明各指什么。
";

fn check(context: &Context) -> Vec<Finding> {
    let claims: Vec<(&'static str, &Claim)> = context
        .narrative
        .claims
        .iter()
        .filter(|claim| claim.quantity.is_exact())
        .filter_map(|claim| match claim.subject {
            Subject::Published(Some(outlet)) if NAMED.contains(&outlet) => Some((outlet, claim)),
            _ => None,
        })
        .collect();
    NAMED
        .iter()
        .filter_map(|named| {
            let same = claims.iter().filter(|(outlet, _)| outlet == named).map(|(_, claim)| *claim);
            let all: Vec<&Claim> = same.collect();
            let (first, other) = all.iter().enumerate().find_map(|(i, first)| {
                let differs = |other: &&&Claim| {
                    other.quantity.value != first.quantity.value && what(context, other) == what(context, first)
                };
                Some((*first, *all.get(i + 1..)?.iter().find(differs)?))
            })?;
            let words = |claim: &Claim| Span::in_section(context.report, claim.section, claim.words.clone());
            let (first, other) = (words(first), words(other));
            let message = say!(
                context.language,
                "同一渠道有两个数：“{}”和“{}”。请核对口径，统一数字或写明各指什么。",
                "The same outlet has two numbers: “{}” and “{}”. Use one, or say what each counts.",
                first.text,
                other.text
            );
            Some(RULE.finding(message).span(other).span(first))
        })
        .collect()
}

/// The outlets of which an agency has one.
const NAMED: [&str; 3] = ["website", "wechat", "weibo"];

/// What was published there, by the words that stand between the outlet and the number and are not general: a
/// column of a website, a kind of news. Nothing where all is counted.
fn what(context: &Context, claim: &Claim) -> String {
    let text =
        context.report.sections.get(claim.section).and_then(|s| s.text.get(claim.words.clone())).unwrap_or_default();
    let general = [
        "政府",
        "门户",
        "网站",
        "官网",
        "人民",
        "官方",
        "政务",
        "微信",
        "公众号",
        "公众平台",
        "微博",
        "平台",
        "网",
        "主动",
        "公开",
        "发布",
        "推送",
        "更新",
        "各类",
        "信息",
        "共",
        "累计",
        "合计",
        "全年",
        "年内",
        "本年度",
        "本年",
        "通过",
        "，",
        "、",
        "”",
        "“",
        "上",
        "在",
        "条",
        "篇",
        "县",
        "区",
        "市",
        "局",
        "：",
        " ",
    ];
    let mut rest = text.to_owned();
    for word in general {
        rest = rest.replace(word, "");
    }
    rest.retain(|c| !c.is_ascii_digit() && c != ',');
    rest
}
