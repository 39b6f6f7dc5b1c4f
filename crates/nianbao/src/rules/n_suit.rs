//! N-SUIT: the text gives other suits than table 四.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::lexicon::Dispute;
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-SUIT",
    name: "narrative-suits-differ",
    title: Words { zh: "正文的行政诉讼数与表四不符", en: "The text gives other suits than table 四" },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表四行政诉讼两组之和应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文涉及政府信息公开的“行政诉讼N件”等于“未经复议直接起诉”与“复议后起诉”两组之和；各种结果也按两组之和核对。
## 为什么
表四把诉讼分成两组，正文常常只写合计，容易漏掉一组。
## 依据
实践惯例：正文与表四行政诉讼两组之和应当一致。
## 反例
~~~
replace 1 = 复议后起诉的行政诉讼1件 => 复议后起诉的行政诉讼3件
~~~
~~~
base = government
replace 1 = 发生行政诉讼4件 => 发生行政诉讼2件
~~~
## 正例
~~~
base = government
~~~
## 怎么改
把两组的总计相加后与正文比较；同一案件一审、二审只计一件。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        let told = matches!(claim.quantity.precision, Precision::Nothing | Precision::All);
        let groups = [Dispute::Suit, Dispute::Direct, Dispute::AfterReview];
        matches!(claim.subject, Subject::Dispute(dispute, _) if groups.contains(&dispute)) && !told
    })
}
