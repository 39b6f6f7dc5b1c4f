//! N-ALLWIN: all upheld in the text, not so in table 四.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::lexicon::{Dispute, Ending};
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-ALLWIN",
    name: "narrative-all-upheld-table-not",
    title: Words {
        zh: "正文说均维持、未被纠正，表四不是这样", en: "All upheld in the text, not so in table 四"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表四的结果应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文说复议、诉讼“均维持”“零败诉”“未被纠错”，表四却有“结果纠正”，或者说“均维持”而“尚未审结”“其他结果”不是 0。与结果纠正矛盾的是错误。
## 为什么
尚未审结的案件没有结果，不能说都维持了；被纠正过更不能说零败诉。
## 依据
实践惯例：正文与表四的结果应当一致。
## 反例
~~~
base = government
replace 1 = 发生政府信息公开行政复议6件，其中结果维持3件，结果纠正1件，其他结果1件，尚未审结1件 => 发生政府信息公开行政复议6件，均维持
~~~
~~~
base = government
replace 1 = 发生行政诉讼4件，其中结果维持3件，尚未审结1件 => 发生行政诉讼4件，均获法院支持，复议和诉讼保持零败诉
~~~
## 正例
~~~
replace 1 = 因政府信息公开引起行政复议1件，结果维持 => 因政府信息公开引起行政复议1件，均维持
~~~
## 怎么改
按表四写明维持、纠正、尚未审结各几件。
";

fn check(context: &Context) -> Vec<Finding> {
    let found = claims::contradicted(context, |claim| {
        let whole = matches!(claim.quantity.precision, Precision::Nothing | Precision::All);
        matches!(claim.subject, Subject::Dispute(_, Some(_))) && whole
    });
    let graver = |found: &claims::Contradiction| match &found.claim.subject {
        Subject::Dispute(_, Some(Ending::Corrected)) => found.claim.quantity.value.is_zero(),
        Subject::Dispute(dispute, Some(Ending::Upheld)) => corrected(context, *dispute) > 0,
        _ => false,
    };
    // 行政诉讼2件，均获维持, where the table has one: the number is wrong (N-SUIT), not the ending.
    let miscounted = claims::contradicted(context, |claim| matches!(claim.subject, Subject::Dispute(_, None)));
    let follows = |found: &claims::Contradiction| {
        miscounted.iter().any(|other| {
            let same = (other.claim.sentence, other.claim.quantity.value);
            found.claim.quantity.precision == Precision::All
                && same == (found.claim.sentence, found.claim.quantity.value)
        })
    };
    found
        .iter()
        .filter(|found| !follows(found))
        .map(|found| {
            let finding = claims::finding(context, &RULE, found);
            let sure = graver(found) && found.printed && finding.severity == Severity::Warning;
            if sure { finding.severity(Severity::Error) } else { finding }
        })
        .collect()
}

/// How many of these were corrected, by the table.
fn corrected(context: &Context, dispute: Dispute) -> i64 {
    let groups: &[&str] = match dispute {
        Dispute::Review => &["review"],
        Dispute::Suit => &["direct", "after_review"],
        Dispute::Direct => &["direct"],
        Dispute::AfterReview => &["after_review"],
        Dispute::All => &["review", "direct", "after_review"],
    };
    let cell = |group: &&str| context.report.at(&format!("4.{group}.corrected")).filter(|cell| cell.doubt.is_none());
    groups.iter().filter_map(cell).filter_map(|cell| cell.count()).sum()
}
