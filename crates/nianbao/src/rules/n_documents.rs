//! N-NORM: the text gives other documents than table 二.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-NORM",
    name: "narrative-documents-differ",
    title: Words {
        zh: "正文的规范性文件数与表二不符", en: "The text gives other documents than table 二"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表二第（一）项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“制发、废止、现行有效”规章、行政规范性文件的件数与表二。公开、发布了多少件文件不参加比较。
## 为什么
表二的文件数常由另一个科室提供，与正文容易脱节。
## 依据
实践惯例：正文与表二第（一）项应当一致。
## 反例
~~~
replace 1 = 制发行政规范性文件1件，废止1件，现行有效4件 => 制发行政规范性文件2件，废止1件，现行有效4件
~~~
~~~
section 1 = （一）主动公开。我局未制发行政规范性文件。
~~~
## 正例
~~~
section 1 = （一）主动公开。现行有效的行政规范性文件4件。公开规范性文件9件次。
~~~
## 怎么改
与司法行政部门的规范性文件目录核对。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| matches!(claim.subject, Subject::Documents(..)))
}
