//! C-PART: all granted, yet table 三 has other results.

use super::support::claims;
use crate::claims::claim::{Claim, Subject};
use crate::claims::quantity::Precision;
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C-PART",
    name: "all-granted-but-other-results",
    title: Words {
        zh: "说全部予以公开，表三却有别的结果", en: "All granted, yet table 三 has other results"
    },
    severity: Severity::Warning,
    basis: "实践惯例：全部予以公开即没有其他结果",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说收到或答复的申请“全部予以公开”“均予以公开”，表三却有部分公开、不予公开、无法提供等结果。
## 为什么
有一件没有公开，就不是全部予以公开。
## 依据
实践惯例：全部予以公开即没有其他结果。
## 反例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，全部予以公开。
~~~
## 正例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，答复6件，其中3件予以公开。
~~~
## 怎么改
按表三写明各类结果的件数。
";

fn check(context: &Context) -> Vec<Finding> {
    let claims = &context.narrative.claims;
    let all = claims.iter().filter(|claim| {
        matches!(&claim.subject, Subject::Results(rows) if rows.len() == 1)
            && claim.quantity.precision == Precision::All
    });
    all.filter_map(|claim| check_one(context, claim)).collect()
}

fn check_one(context: &Context, claim: &Claim) -> Option<Finding> {
    let own = claim.readings.first()?;
    let total = context.form.cell("3.total.total")?;
    let (own_sum, _) = claims::sum(context, own)?;
    let (total, _) = claims::sum(context, &[total])?;
    let others = total.integer()?.checked_sub(own_sum.integer()?).filter(|others| *others > 0)?;
    // 均属于… may be said of a kind only.
    if claim.quantity.agrees(own_sum) || claims::other_scope(context.report, claim).is_some() {
        return None;
    }
    let words = Span::in_section(context.report, claim.section, claim.words.clone());
    let name = claims::reading_name(context, own);
    let message = say!(
        context.language,
        "正文写“{}”，{name}为 {own_sum} 件，另有 {others} 件是别的结果。请按表三写明各类结果的件数。",
        "The text says “{}”; {name} is {own_sum}, and {others} have other results. State each kind.",
        words.text
    );
    Some(
        RULE.finding(message)
            .cells(context.form, own.iter().copied())
            .span(words)
            .numbers(own_sum, claim.quantity.value),
    )
}
