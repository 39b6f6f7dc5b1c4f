//! TT-FORM: a title that is not <agency><year>年政府信息公开工作年度报告.

use super::support::text::compact;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::number::narrow;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "TT-FORM",
    name: "title-not-as-usual",
    title: Words { zh: "标题的写法与通例不符", en: "The title is not in the usual form" },
    severity: Severity::Warning,
    basis: "实践惯例：〈机关全称〉〈年〉年政府信息公开工作年度报告",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
标题是否为“机关全称＋年份＋年政府信息公开工作年度报告”：有没有漏“工作”“年度”，或漏机关名称。年份写在机关名称前的，“2024年度”多一个“度”字的，机关名称后有“关于”的，只作建议提示。
## 为什么
标题统一，网上才检索得到、分得清是哪个机关哪一年的报告。
## 依据
实践惯例：〈机关全称〉〈年〉年政府信息公开工作年度报告。
## 反例
~~~
title = 青石县自然资源局2024年度政府信息公开工作年度报告
~~~
~~~
title = 青石县自然资源局2024年政府信息公开年度报告
~~~
~~~
title = 2024年政府信息公开工作年度报告
~~~
~~~
title = 2024年青石县自然资源局政府信息公开工作年度报告
~~~
## 正例
~~~
title = 青石县自然资源局 2024 年政府信息公开工作年度报告
~~~
~~~
~~~
## 怎么改
照提示改写标题。
";

const SUBJECT: &str = "政府信息公开工作年度报告";

fn check(context: &Context) -> Vec<Finding> {
    let expected = match (&context.report.agency, context.report.year) {
        (Some(agency), Some(year)) => format!("{agency}{year}年{SUBJECT}"),
        _ => format!("〈机关全称〉〈年〉年{SUBJECT}"),
    };
    let Some(title) = &context.report.title else {
        let message = say!(
            context.language,
            "没有找到标题；标题通常是“{expected}”，请补上。",
            "No title was found; usually it is “{expected}”."
        );
        return vec![RULE.finding(message).missing("title")];
    };
    let severity = match form(&compact(&title.text)) {
        Form::Usual => return Vec::new(),
        Form::Near => Severity::Hint,
        Form::Other => Severity::Warning,
    };
    let printed = title.text.trim();
    let message = say!(
        context.language,
        "标题写的是“{printed}”，通常写作“{expected}”。",
        "The title “{printed}” is usually written “{expected}”."
    );
    vec![RULE.finding(message).severity(severity).span(Span::in_title(context.report, 0..title.text.len()))]
}

/// How a title is built.
enum Form {
    /// 青石县水务局2024年政府信息公开工作年度报告
    Usual,
    /// 2024年青石县水务局政府信息公开工作年度报告, 青石县水务局2024年度政府信息公开工作年度报告
    Near,
    Other,
}

fn form(title: &str) -> Form {
    let title = title.trim_start_matches(['#', '*']).trim_end_matches('*');
    let year_digit = |c: char| narrow(c).is_ascii_digit() || "〇○零一二三四五六七八九".contains(c);
    let is_year = |digits: &str| digits.chars().count() == 4 && digits.chars().all(year_digit);
    let is_name = |name: &str| name.chars().count() >= 2 && !name.contains(|c: char| narrow(c).is_ascii_digit());
    let Some(before) = title.strip_suffix(SUBJECT) else { return Form::Other };
    if let Some(dated) = before.strip_suffix('年').or(before.strip_suffix("年度")) {
        let split = dated.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        let (name, year) = dated.split_at(split);
        return match is_name(name) && is_year(year) {
            true if before.ends_with('年') && !name.ends_with("关于") => Form::Usual,
            true => Form::Near,
            false => Form::Other,
        };
    }
    match before.split_once('年') {
        Some((year, name)) if is_year(year) && is_name(name.trim_start_matches('度')) => Form::Near,
        _ => Form::Other,
    }
}
