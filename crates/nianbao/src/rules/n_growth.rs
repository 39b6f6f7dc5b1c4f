//! N-YOY: growth does not fit the numbers of the two years.

use crate::claims::claim::{Difference, Growth, Subject};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-YOY",
    name: "growth-does-not-fit",
    title: Words { zh: "同比与两年的数算不上", en: "Growth does not fit the numbers of the two years" },
    severity: Severity::Hint,
    basis: "实践惯例：同比由两年的数算出",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文同时给出今年的数、上年的数（或增减的件数）和增减百分比的，重算一遍；只写增减件数的（较上年4件多2件），也由两年的数核对；一并给出上一年度报告的，收到、答复件数的同比也与上年表三核对。
## 为什么
同比常按四舍五入前的数或别的口径计算，所以只作提示。
## 依据
实践惯例：同比由两年的数算出。
## 反例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，比2023年（4件）增长20%。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，较上年增加2件，增长33%。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，较2023年（4件）多3件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，比2023年（4件）增长50%。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，较2023年（4件）多2件。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，同比增长20%。
~~~
## 怎么改
用（今年－上年）÷上年重算。
";

fn check(context: &Context) -> Vec<Finding> {
    let growths = context.narrative.growths.iter().filter_map(|growth| check_growth(context, growth));
    let differences = context.narrative.differences.iter().filter_map(|told| check_difference(context, told));
    growths.chain(differences).collect()
}

/// 今年6件，较上年（4件）多3件.
fn check_difference(context: &Context, told: &Difference) -> Option<Finding> {
    let (now, before) = (told.now.quantity.value.integer()?, told.before.integer()?);
    let due = now.checked_sub(before)?;
    if due == told.by {
        return None;
    }
    let change = |by: i64| if by < 0 { ("少", "fewer") } else { ("多", "more") };
    let ((zh_said, en_said), (zh_due, en_due)) = (change(told.by), change(due));
    let (said, due) = (told.by.saturating_abs(), due.saturating_abs());
    let message = say!(
        context.language,
        "正文写{zh_said} {said}，按今年 {now}、上年 {before} 计算是{zh_due} {due}。请核对两年的数和这个差。",
        "The text says {said} {en_said}; from {before} to {now} it is {due} {en_due}. Check the numbers and the difference."
    );
    Some(RULE.finding(message).span(Span::in_section(context.report, told.section, told.words.clone())))
}

fn check_growth(context: &Context, growth: &Growth) -> Option<Finding> {
    let now = growth.now.quantity.value.integer().filter(|_| growth.now.quantity.is_exact())?;
    let address = match growth.now.subject {
        Some(Subject::Received | Subject::NewlyReceived) => Some("3.received.total"),
        Some(Subject::Answered) => Some("3.total.total"),
        _ => None,
    };
    let last_year = address.and_then(|address| context.previous?.value(address));
    let before = growth.before.or(last_year)?.integer().filter(|before| *before > 0)?;
    let due = (now.checked_sub(before)?) as f64 * 100.0 / before as f64;
    let said: f64 = growth.percent.to_string().parse().ok()?;
    let shown = 10_f64.powi(-i32::from(growth.percent.decimals()));
    if (due.abs() - said.abs()).abs() <= shown.max(0.1) + 1e-9 && (due * said >= 0.0) {
        return None;
    }
    let change = |percent: f64| match percent {
        ..0.0 => ("下降", "down"),
        _ => ("增长", "up"),
    };
    let ((zh_said, en_said), (zh_due, en_due)) = (change(said), change(due));
    let (said, due) = (said.abs(), due.abs());
    let message = say!(
        context.language,
        "正文写{zh_said} {said}%，按今年 {now}、上年 {before} 计算是{zh_due} {due:.1}%。请核对两年的数和这个比例。",
        "The text says {en_said} {said}%; from {before} to {now} it is {en_due} {due:.1}%. Check the numbers and the share."
    );
    Some(RULE.finding(message).span(Span::in_section(context.report, growth.section, growth.words.clone())))
}
