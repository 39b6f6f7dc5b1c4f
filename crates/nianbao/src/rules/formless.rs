//! FORM-NONE: the text is not an annual report that has a fixed form.

use crate::finding::{Finding, Severity};
use crate::language::{Language, Words};
use crate::report::{Formless, Report};
use crate::rule::Rule;
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FORM-NONE",
    name: "not-a-report",
    title: Words { zh: "没有认出年度报告", en: "Not recognised as an annual report" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的六个部分和三张表",
    page: PAGE,
    check: |_| Vec::new(),
};

const PAGE: &str = "\
## 查什么
放进来的内容是不是一份政府信息公开工作年度报告：有没有六个部分的标题和三张统计表。
## 为什么
不是年度报告，或是 2019 年以前没有固定格式的年度报告，就没有可以核对的表格，硬套只会得出错误的结论。
## 依据
国办公开办函〔2021〕30号（2021 年起的年度报告）和国办公开办函〔2019〕60号（2019、2020 年的年度报告）规定了固定格式；此前没有。
## 反例
~~~
only = 会议定于下周三上午九点召开，请各单位准时参加。
~~~
## 正例
~~~
~~~
## 怎么改
确认选对了文件；如果只复制了一部分，请从标题一直选到第六部分末尾，再粘贴一次。
";

/// The one finding of a text without a form.
pub fn formless(report: &Report, language: Language) -> Finding {
    let message = match report.formless {
        Some(Formless::BeforeForms) => say!(
            language,
            "这是 2019 年以前的年度报告，当时没有固定格式，无法按现在的表格核对。",
            "This is a report of before 2019, when there was no fixed form: it cannot be checked against today's tables."
        ),
        _ => say!(
            language,
            "没有认出政府信息公开工作年度报告：找不到六个部分的标题，也找不到三张统计表。请确认放入的是年度报告全文。",
            "This is not recognised as an annual report on open government information: neither its six headings nor its three tables were found."
        ),
    };
    RULE.finding(message)
}
