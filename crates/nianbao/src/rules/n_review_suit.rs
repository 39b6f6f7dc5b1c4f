//! N-REVSUIT: the text gives another sum of reviews and suits than table 四.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::lexicon::Dispute;
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-REVSUIT",
    name: "narrative-disputes-differ",
    title: Words {
        zh: "正文的复议诉讼合计与表四不符",
        en: "The text gives another sum of reviews and suits than table 四",
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表四三组总计之和应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“复议诉讼案件共N件”与表四行政复议、未经复议直接起诉、复议后起诉三个总计之和。
## 为什么
合计数包括三组，少加一组就对不上。
## 依据
实践惯例：正文与表四三组总计之和应当一致。
## 反例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件。因政府信息公开引发的行政复议和行政诉讼案件共3件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件。因政府信息公开引发的行政复议和行政诉讼案件共2件。
~~~
## 怎么改
把表四三个总计相加，与正文比较。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        let told = matches!(claim.quantity.precision, Precision::Nothing | Precision::All);
        matches!(claim.subject, Subject::Dispute(Dispute::All, _)) && !told
    })
}
