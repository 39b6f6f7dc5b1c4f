//! N-NOREV-POS: no review or suit in the text (RULES N-NOREV+), some in table 四.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-NOREV-POS",
    name: "narrative-no-dispute-table-some",
    title: Words {
        zh: "正文说没有复议、诉讼，表四却有数",
        en: "The text knows of no review or suit, table 四 has some",
    },
    severity: Severity::Error,
    basis: "实践惯例：正文与表四应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说“未发生行政复议、行政诉讼”，表四相应的总计却不是 0。
## 为什么
两处说法相反，至少有一处错了。
## 依据
实践惯例：正文与表四应当一致。
## 反例
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件，未发生因政府信息公开引起的行政复议、行政诉讼。
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件。没有发生行政复议。
~~~
## 正例
~~~
base = government
section 1 = （二）依申请公开。全县新收政府信息公开申请73件，没有因答复不当引起的行政复议。
~~~
## 怎么改
发生过的，在正文写明件数和结果；没有发生的，把表四相应各格改为 0。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        matches!(claim.subject, Subject::Dispute(_, None)) && claim.quantity.precision == Precision::Nothing
    })
}
