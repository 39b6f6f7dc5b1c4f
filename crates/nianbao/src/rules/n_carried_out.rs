//! N-CARRYOUT: the text carries out another number than table 三.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-CARRYOUT",
    name: "narrative-carried-out-differs",
    title: Words {
        zh: "正文的结转下年数与表三不符", en: "The text carries out another number than table 三"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三第四项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“结转下年度N件”“另有N件正在办理”“余N件顺延”与表三“四、结转下年度继续办理”。
## 为什么
没有办完的件数，要与表三、与下一年的报告对得上。
## 依据
实践惯例：正文与表三第四项应当一致。
## 反例
~~~
replace 1 = 结转下年度继续办理1件 => 结转下年度继续办理2件
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，答复6件，另有3件转入下年度办理。
~~~
## 正例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件，上年结转1件，答复6件，余1件转2025年度办理。
~~~
## 怎么改
核对年底尚未答复的件数，改正正文或表三。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| claim.subject == Subject::CarriedOut)
}
