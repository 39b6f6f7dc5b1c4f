//! T3-SHIFT: numbers of table 三 that could not be placed with certainty.

use super::support::doubts;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-SHIFT",
    name: "uncertain-row",
    title: Words { zh: "表三有的行数字不全或错位", en: "Numbers of table 三 are missing or shifted" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三每行应有 7 个数。多了、少了、折到下一行，或标签残缺时，哪个数属于哪一列就不能确定。
## 为什么
不能确定的数不参加核对，以免把复制、转换造成的错位说成填报错误；但也可能真是漏填或多填。
## 依据
国办公开办函〔2021〕30号的表三版式。
## 反例
~~~
3.granted.natural = 2 1 1
~~~
## 正例
~~~
~~~
## 怎么改
对照原件看这一行。原件完整的，请换一种方式复制（例如直接拖入文件）；原件就缺数的，补齐。
";

fn check(context: &Context) -> Vec<Finding> {
    doubts::uncertain_rows(context, &RULE, 3)
}
