//! T4-LABEL: a label of table 四 that is not the form's.

use super::support::labels;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T4-LABEL",
    name: "label-of-table-4-differs",
    title: Words { zh: "表四的行名、列名与格式不符", en: "A label of table 四 differs from the form" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表四版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表四印的行名、列名与规定的文字是否一致（空格、标点、全半角不计）。
## 为什么
格式是统一的，行名、列名不能增删改字；漏字多是录入或转换造成的。
## 依据
国办公开办函〔2021〕30号的表四版式。
## 反例
~~~
column 4.review.upheld = 结果支持
~~~
~~~
labels 结果维持 = 维持
~~~
~~~
labels 总计 = 合计
~~~
## 正例
~~~
~~~
## 怎么改
照规定的文字改正。
";

fn check(context: &Context) -> Vec<Finding> {
    labels::deviating(context, &RULE, 4)
}
