//! T2-OLDLABEL: table 二 of the 2019 form in a report for 2021 or later.

use super::support::{cells, labels};
use crate::finding::{Finding, Severity, Span};
use crate::form::Form;
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-OLDLABEL",
    name: "outdated-table-2",
    title: Words { zh: "表二用了旧格式", en: "Table 二 is the outdated form" },
    severity: Severity::Error,
    basis: "30号 表二版式；60号 表二版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
2021 年及以后的年报，表二是否还是 2019 年的旧表，即有没有“本年新制作数量”“对外公开总数量”“上一年项目数量”“采购总金额”等旧列名。
## 为什么
2021 年起表二的统计口径变了：规章、规范性文件填制发、废止和现行有效，许可、处罚、强制填处理决定数量。旧表的数不能代替。
## 依据
30号 表二版式；60号 表二版式。
## 反例
~~~
column 2.normative.made = 本年新制作数量
column 2.normative.in_force = 对外公开总数量
~~~
## 正例
~~~
~~~
## 怎么改
换用新表，按新的口径重新统计。
";

fn check(context: &Context) -> Vec<Finding> {
    if context.report.year.is_none_or(|year| year < Form::of_2021().years.0) {
        return Vec::new();
    }
    let printed: Vec<_> = context.report.labels.iter().filter(|label| labels::is_outdated_column(label)).collect();
    let whole = context.form.id == Form::of_2019().id && cells::has_table(context, 2);
    if printed.is_empty() && !whole {
        return Vec::new();
    }
    let words: Vec<String> = printed.iter().take(3).map(|label| format!("“{}”", label.printed)).collect();
    let message = say!(
        context.language,
        "表二{}是 2019 年的旧格式；2021 年起应使用新表（本年制发件数、本年废止件数、现行有效件数等）。",
        "Table 二 {} follows the 2019 form; from 2021 on the new table is due.",
        words.join("、")
    );
    let finding = Finding::new(&RULE, message);
    let finding = printed.iter().fold(finding, |finding, label| finding.span(Span::label(label)));
    // Cells give the finding its place where the whole table is old and no single label is.
    let rows = context.form.rows.iter().filter(|row| row.table == 2 && printed.is_empty());
    vec![finding.cells(context.form, rows.flat_map(|row| row.cells()))]
}
