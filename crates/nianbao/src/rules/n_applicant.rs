//! N-APPL: the text counts applicants otherwise than table 三.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-APPL",
    name: "narrative-applicants-differ",
    title: Words {
        zh: "正文的申请人分类与表三不符", en: "The text counts applicants otherwise than table 三"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三申请人情况各列应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“自然人N件、法人或其他组织N件”“均为自然人”与表三各列。按本年新收、按新收加上年结转、按答复数计算，任一种对得上都算一致。
## 为什么
申请人分类是从同一本台账统计的，两处应当相同。
## 依据
实践惯例：正文与表三申请人情况各列应当一致。
## 反例
~~~
replace 1 = 其中自然人5件，商业企业1件 => 其中自然人4件，商业企业2件
~~~
~~~
section 1 = （二）依申请公开。全年新收政府信息公开申请6件，均为自然人申请。
~~~
## 正例
~~~
replace 1 = 其中自然人5件，商业企业1件 => 其中自然人5件，法人或其他组织1件
~~~
## 怎么改
按申请表上的申请人核对；律师以委托人名义申请的，按委托人计。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| matches!(claim.subject, Subject::Applicant(_)))
}
