//! T3-CARRY-NEW: more carried out than was received, or over three tenths of all.

use super::support::cells::count;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-CARRY-NEW",
    name: "much-carried-out",
    title: Words { zh: "结转下年度的偏多", en: "Much is carried out" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“四、结转下年度继续办理”是否多于“一、本年新收”，或超过新收与上年结转之和的三成（结转不足 10 件的不计）。
## 为什么
申请一般几个星期就会答复，年底未办结的通常只占一小部分。
## 依据
实践惯例：未办结的申请只占一小部分。
## 反例
~~~
3.carried_out.natural = 40
3.carried_out.total = 40
~~~
## 正例
~~~
~~~
## 怎么改
核对年底未办结的件数；确实如此的不用改。
";

/// So few can't tell anything.
const FEWEST: i64 = 10;

fn check(context: &Context) -> Vec<Finding> {
    let number = |row: &str| count(context, &format!("3.{row}.total"));
    let (Some((cell, out)), Some((received, new)), Some((_, old))) =
        (number("carried_out"), number("received"), number("carried_in"))
    else {
        return Vec::new();
    };
    if out < FEWEST || (out <= new && out * 10 <= (new + old) * 3) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "结转下年度 {out} 件，本年新收 {new} 件、上年结转 {old} 件，结转的比例偏高，请核对。",
        "{out} are carried out of {new} received and {old} carried in; that is much, please check."
    );
    vec![RULE.finding(message).cells(context.form, [cell, received])]
}
