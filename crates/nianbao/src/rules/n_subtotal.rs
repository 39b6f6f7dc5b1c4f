//! N-SUBTOT: parts do not add up to their total.

use crate::claims::claim::{Item, Subject, Tally};
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-SUBTOT",
    name: "parts-do-not-add-up",
    title: Words { zh: "分项之和与总数不符", en: "Parts do not add up to their total" },
    severity: Severity::Error,
    basis: "实践惯例：分项之和不能超过总数",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“共N条，其中A条、B条……”这类列举，分项之和超过总数的是错误；写明“具体为”“分别为”而分项之和不等于总数的要改正；“其中”列举的分项差一点不到总数的，提示再看一眼。
## 为什么
读者会把分项加起来。分项超过总数一定有错；“其中”可以不列全，所以少于总数只作提示。
## 依据
实践惯例：分项之和不能超过总数。
## 反例
~~~
replace 1 = 共发布政府信息140条 => 共发布政府信息130条
~~~
~~~
section 1 = （一）主动公开。公开预决算信息90条，具体为：部门预算48条，部门决算40条。
~~~
## 正例
~~~
section 1 = （一）主动公开。全年发布信息860条，其中网站500条、微信公众号120条。
~~~
~~~
section 1 = （一）主动公开。公开信息860条，其中预算信息20条，政策解读12条。举办新闻发布会3场。
~~~
## 怎么改
重新统计总数和各分项；同一条信息在几个渠道发布的，说明口径。
";

fn check(context: &Context) -> Vec<Finding> {
    context.narrative.tallies.iter().filter_map(|tally| check_tally(context, tally)).collect()
}

/// 举行发布会54场、通气会14场。其中，发布会…: the parts may be those of a number told before the last.
fn is_told_before(context: &Context, total: &Item, sum: i64) -> bool {
    let section = context.report.sections.get(total.section);
    let before = section.and_then(|section| section.text.get(..total.number.start)).unwrap_or_default();
    let near: Vec<char> = before.chars().rev().take(FARTHEST).collect();
    let near: String = near.into_iter().rev().collect();
    near.split(|c: char| !c.is_ascii_digit()).any(|number| number.parse() == Ok(sum))
}

/// A total is told no farther than this from its parts, in characters.
const FARTHEST: usize = 40;

fn check_tally(context: &Context, tally: &Tally) -> Option<Finding> {
    // 收到12件，其中土地类7件、房屋类6件: parts that no cell holds, of a number that one does.
    let of_applications = tally.total.subject.as_ref().is_some_and(Subject::is_of_applications);
    let plain = of_applications || matches!(tally.total.subject, None | Some(Subject::Published(_)));
    let parts = tally.parts.iter().filter(|part| part.unit == tally.total.unit);
    // …；上年结转1件 ends such a list.
    let parts: Vec<&Item> = parts.take_while(|part| !of_applications || part.subject.is_none()).collect();
    // 网站86条、微信54条、解读20条 counts the same things twice, by outlet and by kind.
    let by_outlet = |part: &&&Item| matches!(part.subject, Some(Subject::Published(Some(_))));
    let outlets = parts.iter().filter(by_outlet).count();
    // 予以公开23件 is no part of something that is not counted in applications.
    let of_cells = |part: &&Item| !matches!(part.subject, None | Some(Subject::Published(_)));
    let mixed = outlets > 0 && outlets < parts.len() || parts.iter().any(of_cells);
    let exact = tally.total.quantity.is_exact() && parts.iter().all(|part| part.quantity.is_exact());
    if !plain || tally.nested || mixed || !exact || parts.len() < 2 {
        return None;
    }
    let total = tally.total.quantity.value.integer()?;
    let sum = parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.quantity.value.integer()?))?;
    let missing = total.checked_sub(sum)?;
    if is_told_before(context, &tally.total, sum) {
        return None;
    }
    let whole = tally.closed && parts.len() == tally.parts.len();
    let nearly = missing > 0 && parts.len() > 2 && total >= 100 && missing.saturating_mul(20) <= total;
    let severity = match missing {
        0 => return None,
        _ if of_applications && missing > 0 => return None,
        ..0 if of_applications => Severity::Warning,
        ..0 => Severity::Error,
        _ if whole => Severity::Warning,
        _ if nearly => Severity::Hint,
        _ => return None,
    };
    let addends: Vec<String> = parts.iter().map(|part| part.quantity.value.to_string()).collect();
    let (addends, unit, difference) = (addends.join("＋"), tally.total.unit, missing.unsigned_abs());
    let advice = match severity {
        Severity::Hint => {
            say!(context.language, "如分项没有列全，可以不改；列全了的，请核对。", "If the list is whole, check it.")
        }
        _ => say!(context.language, "请重新统计总数和各分项。", "Count the total and its parts again."),
    };
    let message = say!(
        context.language,
        "正文总数 {total} {unit}，分项 {addends}＝{sum} {unit}，相差 {difference}。{advice}",
        "The text's total is {total}, its parts {addends} = {sum}: a difference of {difference}. {advice}"
    );
    let finding = RULE.finding(message).numbers(sum, total).severity(severity);
    let items = std::iter::once(&tally.total).chain(parts);
    let spans = items.map(|item| Span::in_section(context.report, item.section, item.words.clone()));
    Some(spans.fold(finding, Finding::span))
}
