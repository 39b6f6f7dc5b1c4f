//! T3-FORMAT: （六）其他处理 filled in as one row, as before 2021.

use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-FORMAT",
    name: "other-results-in-one-row",
    title: Words { zh: "“（六）其他处理”没有分三项", en: "（六） is one row instead of three" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
2021 年及以后的年报，表三“（六）其他处理”是否分成三行：逾期不补正、逾期未缴费、其他。
## 为什么
只有一行的是 2019、2020 年的旧格式；新格式分三项填报。
## 依据
国办公开办函〔2021〕30号的表三版式：“（六）其他处理”下印有 1、2、3 三行。
## 反例
~~~
3.other.natural = 0
~~~
## 正例
~~~
~~~
## 怎么改
按新格式分三行填报；合计不变。
";

fn check(context: &Context) -> Vec<Finding> {
    if !context.report.outdated_rows {
        return Vec::new();
    }
    let outdated = context.form.cell_ids().filter(|&cell| context.form.is_outdated(cell));
    let message = say!(
        context.language,
        "表三“（六）其他处理”只填了一行，这是 2021 年以前的格式；现在应分三项：1.逾期不补正、2.逾期未缴费、3.其他。",
        "（六）其他处理 is one row, as before 2021; it now has three: 1. not completed in time, 2. fee not paid in time, 3. other."
    );
    vec![RULE.finding(message).cells(context.form, outdated)]
}
