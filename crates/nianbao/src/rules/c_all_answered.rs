//! C-ALLDONE: all answered, yet some carried over.

use super::support::claims;
use crate::claims::claim::{AllAnswered, Subject};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::Number;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C-ALLDONE",
    name: "all-answered-but-carried-over",
    title: Words { zh: "说全部办结，却有结转下年的", en: "All answered, yet some carried over" },
    severity: Severity::Error,
    basis: "实践惯例：全部办结即没有结转",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说收到的申请“全部办结”“均已答复”，表三“四、结转下年度继续办理”或正文的结转数却不是 0。只说“均按期答复”“办结率100%”的，说的多是到期的，只作提示；附近已经说明结转的，不提示。
## 为什么
有结转就没有全部办结，两种说法不能同时成立。
## 依据
实践惯例：全部办结即没有结转。
## 反例
~~~
replace 1 = 年内答复6件 => 全部办结。年内答复6件
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，上年结转1件，均已答复完毕。
~~~
## 正例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，上年结转1件，除1件结转下年度外，其余均已答复。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件。收到群众留言8条，均已答复。
~~~
## 怎么改
还有结转的，改为“除N件结转下年度外，其余均已答复”。
";

fn check(context: &Context) -> Vec<Finding> {
    context.narrative.all_answered.iter().filter_map(|told| check_one(context, told)).collect()
}

fn check_one(context: &Context, told: &AllAnswered) -> Option<Finding> {
    let carried = context.narrative.claims.iter().find(|claim| {
        let near = claim.section == told.section && claim.sentence.abs_diff(told.sentence) <= 2;
        claim.subject == Subject::CarriedOut && near && !claim.quantity.value.is_zero() && claim.scope.is_none()
    });
    let same_sentence = carried.is_some_and(|claim| claim.sentence == told.sentence);
    let cell = context.form.cell("3.carried_out.total")?;
    let (left, _) = claims::sum(context, &[cell]).unwrap_or((Number::from(0), false));
    let told_left = carried.map(|claim| claim.quantity.value);
    let number = if left.is_zero() { told_left? } else { left };
    // Of those that were due all may be answered in time, whatever was carried over.
    if told.in_time && carried.is_some() {
        return None;
    }
    let severity = match told.in_time {
        true => Severity::Hint,
        false if same_sentence || left.is_zero() => Severity::Warning,
        false => Severity::Error,
    };
    let words = Span::in_section(context.report, told.section, told.words.clone());
    let message = say!(
        context.language,
        "正文写“{}”，却有 {number} 件结转下年度继续办理。如有结转，请改为“除 {number} 件结转下年度外，其余均已答复”。",
        "The text says “{}”, yet {number} are carried over. If so, say that all but these were answered.",
        words.text
    );
    let mut finding = RULE.finding(message).severity(severity).span(words).numbers(0, number);
    if let Some(claim) = carried {
        finding = finding.span(Span::in_section(context.report, claim.section, claim.words.clone()));
    }
    Some(if left.is_zero() { finding } else { finding.cells(context.form, [cell]) })
}
