//! T3-LABEL: a label of table 三 that is not the form's, or a row that is not there.

use super::support::labels;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-LABEL",
    name: "label-of-table-3-differs",
    title: Words { zh: "表三的行名、列名与格式不符", en: "A label of table 三 differs from the form" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三印的行名、列名与规定的文字是否一致（空格、标点、全半角不计），有没有缺行。
## 为什么
格式是统一的，行名、列名不能增删改字；漏字多是录入或转换造成的。
## 依据
国办公开办函〔2021〕30号的表三版式。
## 反例
~~~
label 3.refused.2 = 2.其他法律行政止公开
~~~
~~~
drop row 3.refused.2
~~~
~~~
column 3.received.total = 合计
~~~
## 正例
~~~
~~~
## 怎么改
照规定的文字改正。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut findings = labels::deviating(context, &RULE, 3);
    findings.extend(labels::missing_rows(context, &RULE, 3));
    findings
}
