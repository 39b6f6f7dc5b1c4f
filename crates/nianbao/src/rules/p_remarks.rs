//! P-COMMENT: comments, tracked changes or hidden text in the file.

use super::support::text::shortened;
use crate::document::RemarkKind;
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P-COMMENT",
    name: "remarks-left-in",
    title: Words { zh: "有批注或修订痕迹", en: "Comments or tracked changes were left in" },
    severity: Severity::Error,
    basis: "实践惯例：公开前接受修订、删除批注",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
文件里有没有批注、修订痕迹（插入、删除）和隐藏文字。
## 为什么
带着批注和修订公开，谁都能看到审改的过程和没有定稿的内容。
## 依据
实践惯例：公开前接受修订、删除批注。
## 反例
~~~
remark comment = 这个数请再核对
~~~
~~~
remark deleted = 内部讨论的内容
~~~
## 正例
~~~
~~~
## 怎么改
在文字处理软件里接受或拒绝全部修订，删除全部批注，另存后再公开。
";

fn check(context: &Context) -> Vec<Finding> {
    let kinds = [
        (RemarkKind::Comment, Words { zh: "批注", en: "comments" }),
        (RemarkKind::Inserted, Words { zh: "修订：插入的文字", en: "tracked insertions" }),
        (RemarkKind::Deleted, Words { zh: "修订：删除的文字", en: "tracked deletions" }),
        (RemarkKind::Hidden, Words { zh: "隐藏文字", en: "pieces of hidden text" }),
    ];
    let mut findings = Vec::new();
    for (kind, name) in kinds {
        let remarks: Vec<_> = context.document.remarks.iter().filter(|remark| remark.kind == kind).collect();
        let Some(first) = remarks.first() else { continue };
        let (name, count) = (name.in_language(context.language), remarks.len());
        let sample = shortened(first.text.trim(), 20);
        let message = say!(
            context.language,
            "文件里有 {count} 处{name}，如“{sample}”；公开前请处理干净。",
            "The file holds {count} {name}, such as “{sample}”; clear them before publishing."
        );
        let severity = if kind == RemarkKind::Hidden { Severity::Warning } else { Severity::Error };
        let finding = RULE.finding(message).severity(severity);
        let spans = remarks.iter().map(|remark| Span { text: remark.text.clone(), at: remark.at, ..Span::default() });
        findings.push(spans.fold(finding, Finding::span));
    }
    findings
}
