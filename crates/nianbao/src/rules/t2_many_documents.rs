//! T2-NORM-BUREAU: more than fifty documents in force at a county's department.

use super::support::agency::{Organ, is_county_or_below, organ};
use super::support::cells::count;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-NORM-BUREAU",
    name: "many-documents-of-a-bureau",
    title: Words { zh: "部门的规范性文件偏多", en: "Many documents for a county's department" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
县级部门的“行政规范性文件”现行有效件数是否超过 50 件（政府办公室不查）。
## 为什么
县级部门以自己名义制发的规范性文件通常不多；数字大的，可能把全县的或一般公文也算了进去。
## 依据
实践惯例。
## 反例
~~~
2.normative.in_force = 120
~~~
## 正例
~~~
~~~
## 怎么改
只统计本机关制发的行政规范性文件，一般公文不算；确实如此的不用改。
";

const MANY: i64 = 50;

fn check(context: &Context) -> Vec<Finding> {
    // A government's office counts the government's documents; a school that makes so many is told too.
    let department =
        matches!(organ(context.report), Some(Organ::Department | Organ::Other)) && is_county_or_below(context.report);
    let Some((cell, documents)) = count(context, "2.normative.in_force").filter(|_| department) else {
        return Vec::new();
    };
    if documents <= MANY {
        return Vec::new();
    }
    let message = say!(
        context.language,
        "行政规范性文件现行有效 {documents} 件，对县级部门来说偏多，请核对是否只统计了本机关制发的。",
        "{documents} documents in force are many for a county's department; check that only its own are counted."
    );
    vec![RULE.finding(message).cells(context.form, [cell])]
}
