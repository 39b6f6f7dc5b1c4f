//! P-APPLICANT: an applicant's full name.

use std::ops::Range;

use super::support::text::{find_all, has_any, is_han};
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
正文里“申请人”“原告”之后，或“……诉某局”“……不服”之前，有没有像姓名的两三个字（以常见的姓开头）。
## 为什么
年度报告在网上公开，申请人是谁与报告无关，写出姓名会泄露个人信息。
## 依据
实践惯例。
## 反例
~~~
append 1 = 申请人刘建国不服答复，申请行政复议。
~~~
~~~
append 1 = 刘建国诉县水务局政府信息公开案，法院判决驳回。
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
    let after_who = find_all(text, &WHO).into_iter().filter_map(|who| {
        let rest = &text[who.end..];
        let from = who.end + rest.len() - rest.trim_start_matches(['：', ':', '（', '(']).len();
        // 申请人：刘建国，
        let marked = from > who.end;
        name(text, from, |rest| {
            DOES.iter().any(|word| rest.starts_with(word))
                || marked && rest.starts_with(['，', '。', '；', '）', ')', '\n'])
        })
    });
    // 刘建国诉县自然资源局, 刘建国不服答复: a person, at a clause's beginning.
    let parties = text.char_indices().filter_map(|(at, c)| {
        let begins = at == 0 || text[..at].ends_with(|c: char| "，。；：、“（(\n如在".contains(c));
        let sues = |rest: &str| {
            rest.strip_prefix('诉').is_some_and(|rest| has_any_within(rest, &SUED)) || rest.starts_with("不服")
        };
        (begins && FAMILIES.contains(c)).then(|| name(text, at, sues))?
    });
    let mut found: Vec<Range<usize>> = after_who.chain(parties).collect();
    found.sort_by_key(|range| range.start);
    found.dedup();
    found.into_iter()
}

/// The name of two or three characters at a place, if what follows it fits.
fn name(text: &str, from: usize, follows: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let mut characters = text[from..].char_indices();
    characters.next().filter(|(_, c)| FAMILIES.contains(*c))?;
    let given = characters.next().filter(|(_, c)| is_han(*c) && !NO_NAME.contains(*c))?;
    let short = given.0 + given.1.len_utf8();
    let long = characters.next().filter(|(_, c)| is_han(*c) && *c != '某').map(|(at, c)| at + c.len_utf8());
    let end = [Some(short), long].into_iter().flatten().find(|&end| follows(&text[from + end..]))?;
    Some(from..from + end)
}

/// Whether one of the words stands among the next few characters of a clause.
fn has_any_within(text: &str, words: &[&str]) -> bool {
    let clause = text.split(['，', '。', '；', '、', '\n']).next().unwrap_or_default();
    let end = clause.char_indices().nth(FARTHEST).map_or(clause.len(), |(end, _)| end);
    !clause.starts_with(['求', '讼', '状', '说']) && has_any(&clause[..end], words)
}

/// 青石市河东区自然资源和规划局 has so many characters.
const FARTHEST: usize = 16;
/// Who is sued.
const SUED: [&str; 5] = ["局", "政府", "委", "街道", "我"];
