//! P-APPLICANT: an applicant's full name.

use std::ops::Range;

use super::support::text::{find_all, is_han};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-APPLICANT",
    name: "applicant-named",
    title: Words { zh: "写出了申请人姓名", en: "An applicant is named" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里“申请人”“原告”之后，有没有像姓名的两三个字（常见的姓，后面接“向”“不服”“提出”等字）。
## 为什么
年度报告在网上公开，申请人是谁与报告无关，写出姓名会泄露个人信息。
## 依据
实践惯例。
## 反例
~~~
append 1 = 申请人刘建国不服答复，申请行政复议。
~~~
## 正例
~~~
append 1 = 申请人刘某不服答复，申请行政复议。
~~~
## 怎么改
删去姓名，或写成“刘某”。
";

/// Whom a name follows.
const WHO: [&str; 4] = ["申请人", "原告", "上诉人", "当事人"];
/// Common family names that begin no common word after these.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐韩冯邓曹彭萧蔡潘田董袁叶蒋杜苏魏吕丁沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦阎薛雷黎史龙陶贺顾毛郝龚邵钱覃";
/// What a person does in such a sentence.
const DOES: [&str; 9] = ["不服", "提出", "提交", "申请", "要求", "起诉", "诉", "向", "等"];
/// Second characters that make another word of the family's: 马上, 周边, 金额, 石油.
const NO_NAME: &str = "某上边额油女先同";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, |text| names(text).collect::<Vec<_>>())
        .into_iter()
        .map(|hit| {
            let name = &hit.words;
            let message = say!(
                context.language,
                "“{name}”像是申请人的姓名，公开的报告请删去或写成“某”。",
                "“{name}” looks like an applicant's name; leave it out or mask it."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    find_all(text, &WHO).into_iter().filter_map(|who| {
        let rest = &text[who.end..];
        let mut characters = rest.char_indices();
        let family = characters.next().filter(|(_, c)| FAMILIES.contains(*c))?;
        let given = characters.next().filter(|(_, c)| is_han(*c) && !NO_NAME.contains(*c))?;
        let short = given.0 + given.1.len_utf8();
        let long = characters.next().filter(|(_, c)| is_han(*c) && *c != '某').map(|(at, c)| at + c.len_utf8());
        let acts = |end: usize| DOES.iter().any(|word| rest[end..].starts_with(word));
        let end = [Some(short), long].into_iter().flatten().find(|&end| acts(end))?;
        Some(who.end + family.0..who.end + end)
    })
}
