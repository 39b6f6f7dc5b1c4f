//! N-NEW: the text receives another number than table 三.

use super::support::claims;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-NEW",
    name: "narrative-received-differs",
    title: Words { zh: "正文的收到数与表三不符", en: "The text receives another number than table 三" },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三第一、二项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“收到、受理、新收申请N件”与表三“一、本年新收”“二、上年结转”。等于本年新收，或等于本年新收加上年结转，都算一致。
## 为什么
正文和表格是同一件事的两种说法，对不上，读者不知道该信哪一个。
## 依据
实践惯例：正文与表三第一、二项应当一致。
## 反例
~~~
replace 1 = 新收政府信息公开申请6件 => 新收政府信息公开申请8件
~~~
~~~
section 1 = （二）依申请公开。2024年共收到政府信息公开申请十六件，均为网上提交。
~~~
## 正例
~~~
replace 1 = 全年新收政府信息公开申请6件 => 全年受理政府信息公开申请7件（含上年结转1件）
~~~
~~~
section 1 = （二）依申请公开。全年收到政府信息公开申请6件。受理12345热线诉求35件。
~~~
## 怎么改
按登记台账核对全年收到的件数。正文如果连上年结转的一起计算，写明“含上年结转N件”。
";

fn check(context: &Context) -> Vec<Finding> {
    // Nothing told or nothing in the table is another rule's matter, and graver.
    let found = claims::contradicted(context, |claim| {
        claims::is_about_receiving(context.report, claim) && !claim.quantity.value.is_zero()
    });
    let some = found.iter().filter(|found| found.readings.iter().any(|(_, sum)| !sum.is_zero()));
    some.map(|found| claims::finding(context, &RULE, found)).collect()
}
