//! T2-OLDLABEL: table 二 of the 2019 form in a report for 2021 or later.

use std::collections::HashSet;

use super::support::cells;
use super::support::text::compact;
use crate::document::{Block, Document, Place};
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
    basis: "国办公开办函〔2021〕30号的表二版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
2021 年及以后的年报，表二是否还是 2019 年的旧表，即有没有“本年新制作数量”“对外公开总数量”“上一年项目数量”“采购总金额”等旧列名。
## 为什么
2021 年起表二的统计口径变了：规章、规范性文件填制发、废止和现行有效，许可、处罚、强制填处理决定数量。旧表的数不能代替。
## 依据
国办公开办函〔2021〕30号的表二版式。
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
    let printed = printed(context.document);
    let whole = context.form.id == Form::of_2019().id && cells::has_table(context, 2);
    if printed.is_empty() && !whole {
        return Vec::new();
    }
    let words: Vec<String> = printed.iter().map(|span| format!("“{}”", span.text)).collect();
    let words = if words.is_empty() { String::new() } else { format!("（{}）", words.join("、")) };
    let message = say!(
        context.language,
        "表二是 2019 年的旧格式{words}；2021 年起应使用新表：本年制发件数、本年废止件数、现行有效件数等。",
        "Table 二 follows the 2019 form{words}; from 2021 on the new table is due."
    );
    let finding = RULE.finding(message);
    vec![printed.into_iter().fold(finding, Finding::span)]
}

/// The column labels of the 2019 form's table 二 that the document prints, each once.
fn printed(document: &Document) -> Vec<Span> {
    let mut places = document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![(paragraph.text.as_str(), paragraph.at)],
        Block::Grid(grid) => grid.cells.iter().map(|cell| (cell.text.as_str(), cell.at)).collect(),
    });
    let short: Vec<(String, Option<Place>)> = places
        .by_ref()
        .filter(|(text, _)| text.len() <= LONGEST && !text.is_ascii())
        .map(|(text, at)| (compact(text), at))
        .collect();
    outdated_columns()
        .filter_map(|label| {
            let (_, at) = short.iter().find(|(text, _)| text.contains(label) && !text.contains('。'))?;
            Some(Span { table: Some(2), text: label.to_owned(), at: *at, ..Span::default() })
        })
        .collect()
}

/// No line of labels takes more bytes.
const LONGEST: usize = 400;

/// The labels of columns that the 2021 form no longer has.
fn outdated_columns() -> impl Iterator<Item = &'static str> {
    let columns = |form: &'static Form| form.rows.iter().filter(|row| row.table == 2).flat_map(|row| &row.columns);
    let outdated =
        columns(Form::of_2019()).copied().filter(|old| !columns(Form::of_2021()).any(|new| new.contains(old)));
    // 规章 and 规范性文件 have the same columns.
    let mut seen = HashSet::new();
    outdated.filter(|label| seen.insert(*label)).collect::<Vec<_>>().into_iter()
}
