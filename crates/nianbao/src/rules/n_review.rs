//! N-REV: the text gives other reviews than table 四.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::lexicon::Dispute;
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-REV",
    name: "narrative-reviews-differ",
    title: Words { zh: "正文的行政复议数与表四不符", en: "The text gives other reviews than table 四" },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表四行政复议应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文涉及政府信息公开的“行政复议N件”及维持、纠正、其他、尚未审结各数与表四。
## 为什么
复议结果反映答复的质量，两处应当一致。
## 依据
实践惯例：正文与表四行政复议应当一致。
## 反例
~~~
replace 1 = 引起行政复议1件 => 引起行政复议2件
~~~
~~~
base = government
replace 1 = 结果维持3件，结果纠正1件，其他结果1件 => 结果维持4件，结果纠正1件，其他结果1件
~~~
## 正例
~~~
base = government
~~~
~~~
section 1 = （二）依申请公开。新收政府信息公开申请6件。\\n（五）监督保障。全年办理行政复议案件86件。
~~~
## 怎么改
与复议机关的决定书核对。表四只填涉及政府信息公开的；本机关办理的其他复议案件不要与之混写。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        let told = matches!(claim.quantity.precision, Precision::Nothing | Precision::All);
        matches!(claim.subject, Subject::Dispute(Dispute::Review, _)) && !told
    })
}
