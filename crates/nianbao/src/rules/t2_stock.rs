//! T2-STOCK0: a stock of documents that would have been negative last year.

use super::support::explained::any_sentence;
use super::support::text::has_any;
use crate::finding::{Finding, Severity};
use crate::form::{CellId, RowSpec};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-STOCK0",
    name: "more-made-than-in-force",
    title: Words { zh: "现行有效件数少于应有的数", en: "Fewer documents in force than were made" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表二表头：本年制发件数、本年废止件数、现行有效件数",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表二规章、行政规范性文件两行：现行有效件数加本年废止件数，不应少于本年制发件数。
## 为什么
上年末的现行有效件数等于“现行有效＋废止－制发”。算出来是负数，说明三个数里至少有一个不对。
## 依据
国办公开办函〔2021〕30号的表二表头：本年制发件数、本年废止件数、现行有效件数。
## 反例
~~~
2.normative.made = 3
2.normative.repealed = 0
2.normative.in_force = 1
~~~
## 正例
~~~
2.normative.made = 3
2.normative.repealed = 0
2.normative.in_force = 12
~~~
## 怎么改
核对三个数的口径：制发、废止按本年计，现行有效按年末计。把修订也计入制发、或有文件当年到期失效的，在正文里说明（说明了的只作提醒）。
";

fn check(context: &Context) -> Vec<Finding> {
    context.form.rows.iter().filter(|row| row.table == 2).filter_map(|row| check_row(context, row)).collect()
}

fn check_row(context: &Context, row: &RowSpec) -> Option<Finding> {
    let cell = |column: &str| context.form.cell(&format!("{}.{column}", row.address));
    let cells = [cell("in_force")?, cell("made")?, cell("repealed")?];
    let certain = |&id: &CellId| Some(context.report.cell(id)).filter(|cell| cell.doubt.is_none());
    let [in_force, made, repealed] = cells.each_ref().map(|id| certain(id).and_then(|cell| cell.count()));
    let (in_force, made, repealed) = (in_force?, made?, repealed?);
    let before = in_force.saturating_add(repealed).saturating_sub(made);
    if before >= 0 {
        return None;
    }
    let name = row.full_name();
    let message = say!(
        context.language,
        "{name}：本年制发 {made} 件、废止 {repealed} 件、现行有效 {in_force} 件，推算上年末有效 {before} 件，不可能是负数。请核对这三个数；把修订计入制发、或有文件到期失效的，请在正文里说明。",
        "{name}: {made} made, {repealed} repealed, {in_force} in force, so {before} would have been in force a year ago. Compare the three numbers with the records; say in the text where revised documents are counted as made, or some have lapsed."
    );
    // A note in the cells (其中修订…, 自然失效…) or in the text may explain it.
    let noted = cells.iter().any(|&id| context.report.cell(id).text.contains(['修', '效']));
    let explained = noted || is_told_of(context, row);
    let severity = if explained { Severity::Warning } else { Severity::Error };
    Some(RULE.finding(message).cells(context.form, cells).severity(severity))
}

/// Whether a sentence tells that documents of this row were revised, have lapsed or are counted otherwise.
pub fn is_told_of(context: &Context, row: &RowSpec) -> bool {
    let kind = row.labels.last().copied().unwrap_or_default().trim_start_matches("行政");
    any_sentence(context, |sentence| {
        let why = ["修订", "修改", "失效", "到期", "届满", "有效期", "口径"];
        sentence.contains(kind) && has_any(sentence, &why)
    })
}
