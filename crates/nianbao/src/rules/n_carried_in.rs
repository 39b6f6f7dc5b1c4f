//! N-CARRYIN: the text carries in another number than table 三.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-CARRYIN",
    name: "narrative-carried-in-differs",
    title: Words {
        zh: "正文的上年结转数与表三不符", en: "The text carries in another number than table 三"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三第二项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“上年结转N件”与表三“二、上年结转”。用上一年的年份说的（如 2024 年的报告写“2023年结转3件”）也算。
## 为什么
结转数把两年的报告连在一起，错了就接不上。
## 依据
实践惯例：正文与表三第二项应当一致。
## 反例
~~~
replace 1 = 上年结转1件 => 上年结转2件
~~~
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件，2023年度结转3件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件，2023年结转1件。
~~~
## 怎么改
与上一年度报告表三“四、结转下年度继续办理”核对。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| claim.subject == Subject::CarriedIn)
}
