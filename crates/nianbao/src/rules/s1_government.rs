//! S1-GOV3: a government's report without 工作考核, 社会评议 or 责任追究.

use super::support::agency::{Organ, organ};
use super::support::text::{has_any, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S1-GOV3",
    name: "government-duties-missing",
    title: Words {
        zh: "政府的报告缺少考核、评议或追责情况", en: "Assessment, review or accountability is missing"
    },
    severity: Severity::Warning,
    basis: "条例第五十条",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
各级人民政府（含乡镇）的年度报告是否写到工作考核、社会评议和责任追究结果情况。
## 为什么
条例对各级人民政府的年度报告有这三项专门要求，部门的报告没有。街道办事处是派出机关，只作建议提示。
## 依据
条例第五十条：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。
## 反例
~~~
base = government
agency = 青石县人民政府
section 1 = （一）主动公开。全年发布政府信息140条。\\n（二）依申请公开。新收申请按期办结。\\n（三）政府信息管理。逐件审查公文的公开属性。\\n（四）平台建设。维护政府网站。\\n（五）监督保障。举办培训2次。
~~~
## 正例
~~~
base = government
~~~
~~~
section 1 = （一）主动公开。全年发布政府信息140条。\\n（二）依申请公开。新收申请6件。\\n（三）政府信息管理。逐件审查公文的公开属性。\\n（四）平台建设。维护政府网站。\\n（五）监督保障。举办培训2次。
~~~
## 怎么改
在监督保障部分补写：考核怎样开展、社会评议怎样进行、有没有追究责任（没有的写明没有）。
";

const DUTIES: [(&str, &[&str]); 3] = [
    ("工作考核", &["考核", "考评", "绩效", "目标管理"]),
    ("社会评议", &["评议", "满意度", "第三方评估", "民意调查", "问卷", "群众评价", "公众评价", "社会评价", "代表评价"]),
    ("责任追究", &["责任追究", "追究责任", "追责", "问责", "追究"]),
];

fn check(context: &Context) -> Vec<Finding> {
    let severity = match organ(context.report) {
        Some(Organ::Government) => Severity::Warning,
        Some(Organ::StreetOffice) => Severity::Hint,
        _ => return Vec::new(),
    };
    let told: String = [1, 5, 6].map(|index| section_text(context.report, index)).join("\n");
    let missing: Vec<&str> = DUTIES.iter().filter(|(_, words)| !has_any(&told, words)).map(|(name, _)| *name).collect();
    if section_text(context.report, 1).is_empty() || missing.is_empty() {
        return Vec::new();
    }
    let names = missing.join("、");
    let message = say!(
        context.language,
        "政府的年度报告还应包括工作考核、社会评议和责任追究结果情况，没有看到：{names}。请补写，没有发生的也写明。",
        "A government's report must also tell of assessment, public review and accountability; missing: {names}."
    );
    vec![RULE.finding(message).severity(severity).span(Span::whole_heading(context.report, 1))]
}
