//! W-STRAIGHT: half-width commas, colons or straight quotes between Chinese characters.

use std::ops::Range;

use super::support::text::{MOST_FINDINGS, is_han, texts};
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-STRAIGHT",
    name: "narrow-marks-in-chinese",
    title: Words { zh: "中文里用了半角标点", en: "Narrow marks in Chinese text" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
汉字之间的逗号、分号、冒号、问号、感叹号和引号，有没有用半角。
## 为什么
半角标点排出来偏小、疏密不匀；多是输入法没有切换，或从别处复制。
## 依据
实践惯例。
## 反例
~~~
append 1 = 全年举办培训2次,参训58人次。
append 1 = 公开信息,接受监督。
~~~
## 正例
~~~
append 1 = 会议9:00开始，网址是www.example.com:80，比例为1:2。
~~~
## 怎么改
改成全角标点。可以用替换功能一次改完。
";

fn check(context: &Context) -> Vec<Finding> {
    let mut count = 0;
    let mut spans = Vec::new();
    for passage in texts(context.report) {
        for range in narrow_marks(passage.text) {
            count += 1;
            if spans.len() < MOST_FINDINGS {
                spans.push(passage.span(context.report, range));
            }
        }
    }
    if count == 0 {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "正文有 {count} 处用了半角标点，建议改成全角。",
        "{count} marks in the text are half-width; use full-width ones."
    );
    vec![spans.into_iter().fold(RULE.finding(message), Finding::span)]
}

fn narrow_marks(text: &str) -> Vec<Range<usize>> {
    let marks = text.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | ':' | '?' | '!' | '"'));
    marks
        .filter(|(at, c)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + c.len_utf8()..].trim_start_matches(' ').chars().next();
            before.is_some_and(is_han) && after.is_some_and(is_han)
        })
        .map(|(at, c)| at..at + c.len_utf8())
        .collect()
}
