//! N-TYPESUM: the text's results do not add up to what was answered.

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
    id: "N-TYPESUM",
    name: "narrative-results-do-not-add-up",
    title: Words {
        zh: "正文列出的办理结果加起来不等于答复数",
        en: "The text's results do not add up to what was answered",
    },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三第三项（七）总计为各项之和",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文在答复数之后列出的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理之和，与正文的答复数。加起来超过答复数，或者有数的几类都列了却不够，才提示。
## 为什么
各类结果互不重叠，加起来应当正好是答复数。
## 依据
国办公开办函〔2021〕30号的表三第三项（七）总计为各项之和。
## 反例
~~~
replace 1 = 予以公开3件，部分公开1件 => 予以公开4件，部分公开1件
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，上年结转1件。答复6件，其中予以公开3件，部分公开1件，无法提供2件，不予处理1件。结转下年度1件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。答复政府信息公开申请6件，其中予以公开3件，部分公开1件。
~~~
~~~
section 1 = （二）依申请公开。答复政府信息公开申请6件，其中予以公开及部分公开4件，无法提供1件，不予处理1件。
~~~
## 怎么改
逐类核对件数，漏写的补上，写错的改正。
";

fn check(context: &Context) -> Vec<Finding> {
    let claims = &context.narrative.claims;
    let totals = claims.iter().filter(|claim| {
        matches!(claim.subject, Subject::Answered | Subject::Handled)
            && claim.quantity.is_exact()
            && claims::other_scope(context.report, claim).is_none()
    });
    totals.filter_map(|total| check_list(context, total)).collect()
}

/// The rows of a result; of a kind with its cause, the cause.
fn rows(claim: &Claim) -> &[&'static str] {
    match &claim.subject {
        Subject::Results(rows) => rows,
        Subject::ResultOrCause(leaf, _) => std::slice::from_ref(leaf),
        _ => &[],
    }
}

fn check_list(context: &Context, total: &Claim) -> Option<Finding> {
    let after = |claim: &&Claim| {
        claim.section == total.section
            && (claim.sentence == total.sentence || claim.sentence == total.sentence + 1)
            && claim.words.start >= total.words.start
    };
    let following: Vec<&Claim> = context.narrative.claims.iter().filter(after).collect();
    let next = following
        .iter()
        .skip(1)
        .position(|c| matches!(c.subject, Subject::Answered | Subject::Received | Subject::NewlyReceived));
    let mut listed: Vec<&Claim> = following
        .iter()
        .take(next.map_or(following.len(), |n| n + 1))
        .filter(|c| !rows(c).is_empty())
        .copied()
        .collect();
    // 公开5件、部分公开2件，合计7件: the total comes last.
    let text = context.report.sections.get(total.section).map_or("", |section| section.text.as_str());
    let before = text.get(..total.words.start).unwrap_or_default();
    let comes_last = ["合计", "共计", "总计", "，共"].iter().any(|word| before.ends_with(word));
    if listed.is_empty() && comes_last {
        let before =
            |c: &&Claim| c.section == total.section && c.sentence == total.sentence && c.words.end <= total.words.start;
        listed = context.narrative.claims.iter().filter(before).filter(|c| !rows(c).is_empty()).collect();
    }
    let listed_before = listed.first().is_some_and(|first| first.words.start < total.words.start);
    let kinds: Vec<&str> =
        listed.iter().flat_map(|claim| rows(claim)).filter(|row| !row.contains('.')).copied().collect();
    // A leaf under a kind that is listed too is counted there.
    let counted: Vec<&Claim> = listed
        .into_iter()
        .filter(|claim| {
            rows(claim).iter().all(|row| row.split_once('.').is_none_or(|(kind, _)| !kinds.contains(&kind)))
        })
        .collect();
    let mut seen: Vec<&str> = counted.iter().flat_map(|claim| rows(claim)).copied().collect();
    seen.sort_unstable();
    let twice = seen.windows(2).any(|pair| pair[0] == pair[1]);
    let exact = counted.iter().all(|claim| {
        claim.quantity.precision == Precision::Exact && claims::other_scope(context.report, claim).is_none()
    });
    if counted.len() < 2 || twice || !exact {
        return None;
    }
    let sum = counted.iter().try_fold(0_i64, |sum, claim| sum.checked_add(claim.quantity.value.integer()?))?;
    let due = total.quantity.value.integer()?;
    let pending = context.report.at("3.carried_out.total").and_then(|cell| cell.count()).unwrap_or(0);
    let with_pending = total.subject == Subject::Handled && sum.checked_add(pending) == Some(due);
    let whole = says_whole(context, total)
        || is_whole(context, &counted)
        || is_bracketed(context, total, &counted)
        || listed_before;
    if sum == due || with_pending || (sum < due && !whole) {
        return None;
    }
    let difference = sum.abs_diff(due);
    let addends: Vec<String> = counted.iter().map(|claim| claim.quantity.value.to_string()).collect();
    let addends = addends.join("＋");
    let message = say!(
        context.language,
        "正文答复 {due} 件，列出的各类结果 {addends}＝{sum} 件，相差 {difference} 件。请核对各类件数，漏写的补上。",
        "The text answers {due}; its results {addends} = {sum}: a difference of {difference}. Check each kind."
    );
    let finding = RULE.finding(message).numbers(due, sum);
    let spans = std::iter::once(total).chain(counted);
    let spans = spans.map(|claim| Span::in_section(context.report, claim.section, claim.words.clone()));
    Some(spans.fold(finding, Finding::span))
}

/// Whether the text says that the list is whole: 具体为.
fn says_whole(context: &Context, total: &Claim) -> bool {
    context.narrative.tallies.iter().any(|tally| {
        let results = tally.parts.iter().any(|part| matches!(part.subject, Some(Subject::Results(_))));
        // 办结33件。办结的33件，分别为…: the same number told again.
        let again = tally.total.subject == Some(Subject::Answered)
            && tally.total.quantity == total.quantity
            && tally.total.number.start > total.words.end;
        let here = tally.total.number.end == total.words.end || again;
        results && tally.closed && tally.total.section == total.section && here
    })
}

/// 答复69件（公开30件、部分公开9件、无法提供30件）: a bracket right after the total lists all, unless it says 其中.
fn is_bracketed(context: &Context, total: &Claim, counted: &[&Claim]) -> bool {
    let text = context.report.sections.get(total.section).map_or("", |section| section.text.as_str());
    let after = text.get(total.words.end..).unwrap_or_default();
    let bracket = after.strip_prefix('（').and_then(|after| after.split('）').next()).unwrap_or_default();
    let end = total.words.end + bracket.len();
    let some = ["其中", "含", "包括", "包含", "主要"].iter().any(|word| bracket.starts_with(word));
    counted.len() > 2 && !some && counted.iter().all(|claim| claim.words.start <= end)
}

/// Whether every kind that has a number in the table is listed.
fn is_whole(context: &Context, listed: &[&Claim]) -> bool {
    let cells: Vec<_> = listed.iter().flat_map(|claim| claim.readings.first()).flatten().copied().collect();
    let total = context.form.cell("3.total.total").and_then(|cell| claims::sum(context, &[cell]));
    let sum = claims::sum(context, &cells);
    matches!((sum, total), (Some((sum, _)), Some((total, _))) if sum == total)
}
