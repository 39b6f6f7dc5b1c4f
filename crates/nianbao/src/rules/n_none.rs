//! N-NONE-POS: none received in the text (RULES N-NONE+), some in table 三.

use super::support::claims;
use crate::claims::claim::{Claim, Subject};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-NONE-POS",
    name: "narrative-none-table-some",
    title: Words { zh: "正文说未收到申请，表三却有数", en: "The text received none, table 三 has some" },
    severity: Severity::Error,
    basis: "实践惯例：正文与表三第一项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说“未收到申请”“收到0件”，表三“一、本年新收”却不是 0。
## 为什么
两处说法相反，至少有一处错了。
## 依据
实践惯例：正文与表三第一项应当一致。
## 反例
~~~
section 1 = （二）依申请公开。2024年，我局未收到政府信息公开申请。
~~~
~~~
section 1 = （二）依申请公开。全年收到政府信息公开申请0件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。全年未收到行政许可申请的投诉。新收政府信息公开申请6件。
~~~
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件，未收到申请人补正材料的1件已作处理。
~~~
## 怎么改
收到过申请的，把正文改成实际件数；没有收到的，把表三相应各格改为 0。
";

fn check(context: &Context) -> Vec<Finding> {
    let none = |claim: &Claim| {
        matches!(claim.subject, Subject::Received | Subject::NewlyReceived) && claim.quantity.value.is_zero()
    };
    claims::findings(context, &RULE, none)
}
