//! T3-TOTROW-ONLY: rows of table 三 in which only 总计 is filled in.

use crate::finding::{Finding, Severity};
use crate::form::{CellId, RowSpec};
use crate::language::Words;
use crate::number::{Oddity, read_cell};
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-TOTROW-ONLY",
    name: "only-total-filled-in",
    title: Words { zh: "只填了总计，六列申请人空白", en: "Only the total is filled in" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三有没有只填“总计”、前面六列（自然人、商业企业……其他）全部空白的行。
## 为什么
表三要求按申请人类别分列。只有总计，看不出是谁申请的，也无法核对总计。
## 依据
国办公开办函〔2021〕30号的表三版式：六列申请人与“总计”并列。
## 反例
~~~
3.granted.natural =
3.granted.business =
3.granted.research =
3.granted.social =
3.granted.legal =
3.granted.other =
~~~
## 正例
~~~
~~~
## 怎么改
按申请人类别补填六列；总计为 0 的行，六列都填 0。
";

fn check(context: &Context) -> Vec<Finding> {
    let rows: Vec<&RowSpec> = rows(context).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let count = rows.len();
    let named: Vec<String> = rows.iter().take(3).map(|row| row.name()).collect();
    let all_zero = rows.iter().all(|row| total(context, row) == Some(0));
    let advice = match all_zero {
        true => say!(context.language, "这些总计都是 0，六列请填 0", "these totals are 0: write 0 in all six"),
        false => say!(context.language, "请按申请人类别分列填报", "fill in the six applicants"),
    };
    let message = say!(
        context.language,
        "表三有 {count} 行只填了总计，六列申请人空白（{}{}）；{advice}。",
        "Table 三 has {count} rows with only their total, the six applicants are blank ({}{}); {advice}.",
        named.join("、"),
        if count > named.len() { " …" } else { "" }
    );
    vec![RULE.finding(message).cells(context.form, blanks(context))]
}

/// The blank cells of such rows.
pub fn blanks(context: &Context) -> impl Iterator<Item = CellId> {
    rows(context).flat_map(|row| row.cells().take(APPLICANTS))
}

/// The columns before 总计.
const APPLICANTS: usize = 6;

fn rows(context: &Context) -> impl Iterator<Item = &'static RowSpec> {
    context.form.rows.iter().filter(|row| {
        row.table == 3
            && row.cells().all(|cell| context.report.cell(cell).doubt.is_none())
            && row.cells().take(APPLICANTS).all(|cell| is_blank(&context.report.cell(cell).text))
            && total(context, row).is_some()
    })
}

fn total(context: &Context, row: &RowSpec) -> Option<i64> {
    context.report.cell(row.cell(APPLICANTS)?).count()
}

fn is_blank(text: &str) -> bool {
    read_cell(text).has(Oddity::Blank)
}
