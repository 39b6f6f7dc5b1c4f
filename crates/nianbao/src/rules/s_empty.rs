//! S-EMPTY: section 一, 五 or 六 without text, or a 五 of a few words.

use super::support::text::section_text;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S-EMPTY",
    name: "section-without-text",
    title: Words { zh: "部分没有内容", en: "A section without text" },
    severity: Severity::Warning,
    basis: "条例第五十条；国办公开办函〔2021〕30号的六个部分",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第一、五、六部分有没有正文；第五部分是不是只写了“无”，或只有短短一句。
## 为什么
总体情况、主要问题及改进情况是年度报告应当包括的内容，不能空着；第五部分写“无”，等于没有报告问题和改进。
## 依据
条例第五十条规定年度报告应当包括政府信息公开工作存在的主要问题及改进情况；国办公开办函〔2021〕30号列出六个部分。
## 反例
~~~
section 5 = 无
~~~
~~~
section 6 = 
~~~
## 正例
~~~
~~~
## 怎么改
补写内容。第六部分确实没有其他事项的，写明没有，并说明收取信息处理费的情况。
";

/// A fifth section of fewer characters can't tell of problems and of improvements.
const SHORTEST: usize = 30;

fn check(context: &Context) -> Vec<Finding> {
    let present =
        [1, 5, 6].into_iter().filter(|&index| context.report.sections.get(index).is_some_and(|s| s.heading.is_some()));
    present.filter_map(|index| check_section(context, index)).collect()
}

fn check_section(context: &Context, index: usize) -> Option<Finding> {
    let text = section_text(context.report, index);
    let words: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let nothing = words.is_empty() || (index == 5 && matches!(words.as_str(), "无" | "没有" | "暂无"));
    let title = context.form.heading(index)?;
    let message = if nothing {
        say!(
            context.language,
            "“{title}”没有内容；如原件有，请检查是否复制完整。",
            "“{title}” has no text; if the original has, check that all of it was copied."
        )
    } else if index == 5 && words.chars().count() < SHORTEST {
        say!(
            context.language,
            "“{title}”只有 {} 个字，请写明主要问题和改进情况。",
            "“{title}” has only {} characters; tell the main problems and the improvements.",
            words.chars().count()
        )
    } else {
        return None;
    };
    let severity = if nothing && index == 5 { Severity::Error } else { Severity::Warning };
    Some(RULE.finding(message).severity(severity).span(Span::whole_heading(context.report, index)))
}
