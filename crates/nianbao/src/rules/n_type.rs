//! N-TYPE: the text gives other results than table 三.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::claims::quantity::Precision;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-TYPE",
    name: "narrative-results-differ",
    title: Words { zh: "正文的办理结果与表三不符", en: "The text gives other results than table 三" },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三第三项各行应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“予以公开、部分公开、不予公开、无法提供、不予处理、其他处理N件”与表三相应各行的总计；“予以公开及部分公开N件”按两行之和核对。
## 为什么
办理结果是表三的核心，正文写错一个数，读者就会误解公开的程度。
## 依据
实践惯例：正文与表三第三项各行应当一致。
## 反例
~~~
replace 1 = 予以公开3件 => 予以公开4件
~~~
~~~
section 1 = （二）依申请公开。答复政府信息公开申请6件，其中予以公开及部分公开5件，无法提供1件，不予处理1件。
~~~
## 正例
~~~
replace 1 = 予以公开3件，部分公开1件 => 予以公开及部分公开4件
~~~
~~~
section 1 = （二）依申请公开。答复政府信息公开申请6件，其中3件予以公开，1件因本机关不掌握无法提供，1件属于重复申请。
~~~
## 怎么改
逐件核对答复书的类型，再改正正文或表三。不予公开、无法提供、不予处理、其他处理按各小项之和。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        let result = matches!(claim.subject, Subject::Results(_) | Subject::ResultOrCause(..));
        // 均予以公开 against other results is C-PART's matter.
        result && claim.quantity.precision != Precision::All
    })
}
