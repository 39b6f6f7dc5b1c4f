//! N-LIC: the text gives other decisions than table 二.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-LIC",
    name: "narrative-decisions-differ",
    title: Words {
        zh: "正文的许可、处罚、强制数与表二不符", en: "The text gives other decisions than table 二"
    },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表二第（五）（六）项应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“办理行政许可N件、作出行政处罚决定N件、实施行政强制N件”与表二“本年处理决定数量”。公示信息的条数、事项清单的项数不参加比较。
## 为什么
许可、处罚、强制的件数社会关注度高，两处应当一致。
## 依据
实践惯例：正文与表二第（五）（六）项应当一致。
## 反例
~~~
replace 1 = 办理行政许可128件 => 办理行政许可182件
~~~
~~~
replace 1 = 作出行政处罚决定6件 => 作出行政处罚决定16件
~~~
## 正例
~~~
section 1 = （一）主动公开。公示行政许可信息310条，办理行政许可128件。梳理行政许可事项24项。
~~~
## 怎么改
与业务系统核对本年处理决定数量，含已公开和依法不公开的。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| matches!(claim.subject, Subject::Decisions(_) | Subject::Fees))
}
