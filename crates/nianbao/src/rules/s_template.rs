//! S-TEMPLATE: words of a template that were to be replaced.

use std::ops::Range;

use super::support::text::{find_all, is_han};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-TEMPLATE",
    name: "template-text-left",
    title: Words { zh: "模板文字没有删改", en: "Template text was left in" },
    severity: Severity::Error,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有遗留的模板文字，如“（文字描述）”“（此处填写）”“该部分以表格形式报告”“XX局”“____年”。
## 为什么
这些是留给填写人替换的，公开出来就是没有填完。
## 依据
实践惯例。
## 反例
~~~
append 1 = （文字描述）
~~~
~~~
replace 6 = 我局 => XX局
~~~
~~~
append 6 = 如有疑问，请与行政机关规范全称联系。
~~~
## 正例
~~~
~~~
## 怎么改
换成本单位的实际内容，或删去。
";

#[rustfmt::skip]
const LEFTOVERS: [&str; 10] = [
    "（文字描述）", "(文字描述)", "该部分以表格形式报告", "（示例）", "（模板）", "（样表）", "（填写说明", "（填报说明", "与行政机关规范全称",
    "（行政机关规范全称）",
];
/// What tells the writer of a report what to do. In a sentence it may tell an applicant: 请填写真实姓名.
const ORDERS: [&str; 7] = ["此处填写", "请在此", "请填写", "请填报", "填写数字", "填写单位", "待填"];
/// A line of an order alone is no longer than this, in characters.
const LONGEST_ORDER: usize = 15;
/// What a placeholder stands for when it stands before or after one of these.
#[rustfmt::skip]
const NAMED: [&str; 20] = [
    "省", "市", "县", "区", "镇", "乡", "街道", "局", "委", "办", "年", "月", "日", "件", "条", "次", "人民政府",
    "单位", "元", "万元",
];

fn check(context: &Context) -> Vec<Finding> {
    let leftovers = |text: &str| {
        let fixed = find_all(text, &LEFTOVERS).into_iter();
        fixed.chain(orders(text)).chain(placeholders(text)).collect::<Vec<_>>()
    };
    collect(context, leftovers)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}是模板文字，请换成实际内容或删去。",
                "“{words}”{times} is a template's text; put in what is meant or delete it."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Orders to the writer: in brackets, or alone in a line.
fn orders(text: &str) -> impl Iterator<Item = Range<usize>> {
    find_all(text, &ORDERS).into_iter().filter(|order| {
        let (before, after) = (&text[..order.start], &text[order.end..]);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let rest = after.split('\n').next().unwrap_or_default();
        let opened = line.rfind(['（', '(', '[', '【', '〔', '［']);
        let bracketed = opened.is_some_and(|open| !line[open..].contains(['）', ')', ']', '】', '“', '。']))
            && rest.split(['。', '“']).next().is_some_and(|rest| rest.contains(['）', ')', ']', '】', '］', '〕']));
        let alone = line.trim().is_empty() && rest.chars().count() <= LONGEST_ORDER && !rest.contains('，');
        bracketed || alone
    })
}

/// Runs of X, × or _ that stand for a name or a number: XX局, ____年, 20XX年.
fn placeholders(text: &str) -> impl Iterator<Item = Range<usize>> {
    let filler = |c: char| matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | '_' | '＿' | '＊' | '〇' | '○');
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| filler(*c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs.into_iter().filter(|run| {
        let (before, after) = (&text[..run.start], &text[run.end..]);
        // 〇 is a nought as well: 二〇〇年.
        let nought = text[run.clone()].contains(['〇', '○']);
        let two = text[run.clone()].chars().count() >= 2 && !(nought && before.ends_with(is_han));
        // A person's masked name: 李××办理的.
        let masked = before.ends_with(is_han)
            && after.starts_with('办')
            && !after.starts_with("办公")
            && !after.starts_with("办事");
        let in_a_word = masked
            || before.ends_with(|c: char| c.is_ascii_alphabetic() || c == '.' || c == '/')
            || after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
        // XXXX-XXXXXXX stands for a telephone.
        let telephone = after.strip_prefix('-').is_some_and(|rest| rest.starts_with(['X', 'x', '×']));
        two && !in_a_word && (telephone || NAMED.iter().any(|name| after.starts_with(name)))
    })
}
