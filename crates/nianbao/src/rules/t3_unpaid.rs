//! T3-LEGALZERO: applications dropped for unpaid fees though section 六 tells of no notice.

use super::support::cells::count;
use super::support::text::{has_any, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-LEGALZERO",
    name: "unpaid-fee-without-notice",
    title: Words {
        zh: "有逾期未缴费的申请，第六部分没有说明", en: "Unpaid fees without a word in section 六"
    },
    severity: Severity::Hint,
    basis: "国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号的表三“（六）其他处理”第2项",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三“2.申请人逾期未按收费通知要求缴纳费用”不是 0 时，第六部分是否说到信息处理费或收费通知。
## 为什么
有人逾期未缴费，说明发出过收费通知，第六部分应当报告收取信息处理费的情况。
## 依据
国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号的表三“（六）其他处理”第2项。
## 反例
~~~
3.other.2.natural = 2
3.other.2.total = 2
section 6 = 没有其他需要报告的事项。
~~~
## 正例
~~~
~~~
## 怎么改
在第六部分写明发出收费通知的件数和收取的金额（没有收到的写 0 元）。
";

fn check(context: &Context) -> Vec<Finding> {
    let text = section_text(context.report, 6);
    let Some((cell, unpaid)) = count(context, "3.other.2.total").filter(|(_, unpaid)| *unpaid > 0) else {
        return Vec::new();
    };
    if text.is_empty() || has_any(text, &["处理费", "收费通知"]) {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "表三有 {unpaid} 件因逾期未缴费不再处理，第六部分没有说到信息处理费，请补充。",
        "{unpaid} applications were dropped for unpaid fees, but section 六 says nothing of the processing fee."
    );
    vec![RULE.finding(message).cells(context.form, [cell]).span(Span::whole_heading(context.report, 6))]
}
