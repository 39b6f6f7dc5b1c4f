//! N-FEE-SUM: processing fees do not add up.

use crate::claims::claim::{Item, Subject, Tally};
use crate::claims::quantity::millionths;
use crate::finding::Span;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "N-FEE-SUM",
    name: "processing-fees-do-not-add-up",
    title: Words { zh: "各单位信息处理费之和与总额不符", en: "Processing fees do not add up" },
    severity: Severity::Warning,
    basis: "实践惯例：各单位金额之和应当等于总额",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“共收取信息处理费N元，其中甲单位A元、乙单位B元”：各单位之和与总额。
## 为什么
金额要经得起复核，分项与总额不一致会引起质疑。
## 依据
实践惯例：各单位金额之和应当等于总额。
## 反例
~~~
base = government
section 6 = 2024年，全县共收取信息处理费1000元，其中县自然资源局600元，县住房城乡建设局500元。
~~~
## 正例
~~~
base = government
section 6 = 2024年，全县共收取信息处理费1000元，其中县自然资源局600元，县住房城乡建设局400元。
~~~
## 怎么改
与财政票据核对各单位金额。
";

fn check(context: &Context) -> Vec<Finding> {
    let fees = context.narrative.tallies.iter().filter(|tally| tally.total.subject == Some(Subject::ProcessingFee));
    fees.filter_map(|tally| check_tally(context, tally)).collect()
}

fn check_tally(context: &Context, tally: &Tally) -> Option<Finding> {
    let parts: Vec<&Item> = tally.parts.iter().filter(|part| ["元", "万元"].contains(&part.unit)).collect();
    let exact = tally.total.quantity.is_exact() && parts.iter().all(|part| part.quantity.is_exact());
    if parts.len() < 2 || !exact || tally.nested {
        return None;
    }
    let total = millionths(tally.total.quantity.value);
    let sum: i128 = parts.iter().map(|part| millionths(part.quantity.value)).sum();
    if sum == total {
        return None;
    }
    // Amounts are kept in 万元; a hundred millionths of that are one yuan.
    let yuan = |amount: i128| amount / 100;
    let (total, sum, difference) = (yuan(total), yuan(sum), yuan((sum - total).abs()));
    let message = say!(
        context.language,
        "信息处理费总额 {total} 元，各单位之和 {sum} 元，相差 {difference} 元。请与票据核对。",
        "The processing fees are {total} yuan, their parts {sum} yuan: a difference of {difference}. Check them."
    );
    let finding = RULE.finding(message);
    let items = std::iter::once(&tally.total).chain(parts);
    let spans = items.map(|item| Span::in_section(context.report, item.section, item.words.clone()));
    Some(spans.fold(finding, Finding::span))
}
