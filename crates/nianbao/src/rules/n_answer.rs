//! N-ANSWER: the text answers another number than table 三.

use super::support::claims;
use crate::claims::claim::Subject;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-ANSWER",
    name: "narrative-answered-differs",
    title: Words { zh: "正文的答复数与表三不符", en: "The text answers another number than table 三" },
    severity: Severity::Warning,
    basis: "实践惯例：正文与表三（七）总计应当一致",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文“答复、办结N件”与表三“（七）总计”；“办理、处理N件”也可以等于本年新收加上年结转。
## 为什么
答复数是各项办理结果之和，正文与表三不一致，说明统计口径或数字有误。
## 依据
实践惯例：正文与表三（七）总计应当一致。
## 反例
~~~
replace 1 = 年内答复6件 => 年内答复5件
~~~
~~~
section 1 = （二）依申请公开。全年办结政府信息公开申请9件。
~~~
## 正例
~~~
section 1 = （二）依申请公开。全年办理政府信息公开申请7件。
~~~
~~~
replace 1 = 年内答复6件 => 年内共答复6件（含上年结转1件）
~~~
## 怎么改
按办理台账核对答复件数：答复数应当等于六类办理结果之和，包括上年结转、本年办结的。
";

fn check(context: &Context) -> Vec<Finding> {
    claims::findings(context, &RULE, |claim| {
        let answered = matches!(claim.subject, Subject::Answered | Subject::AnsweredOfReceived | Subject::Handled);
        answered && !claims::is_about_receiving(context.report, claim)
    })
}
