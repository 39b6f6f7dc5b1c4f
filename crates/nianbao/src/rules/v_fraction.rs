//! V-FRAC: a fraction where cases are counted.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "V-FRAC",
    name: "fraction-of-a-case",
    title: Words { zh: "件数是小数", en: "A fraction where cases are counted" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表格：除收费金额外都以件计",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
除“行政事业性收费”金额外，其他格有没有小数。
## 为什么
申请、文件、决定都按件计，不会有半件；可能是小数点打错，或把金额填进了件数格。
## 依据
国办公开办函〔2021〕30号的表二、表三、表四的表头：各项都按数量、件数计，只有收费金额以万元计。
## 反例
~~~
2.penalties.decisions = 1.5
~~~
## 正例
~~~
2.fees.amount = 1.5
~~~
## 怎么改
核对登记的件数，填整数。
";

fn check(context: &Context) -> Vec<Finding> {
    let wrong = cells::certain(context)
        .filter(|(_, spec, cell)| spec.count && cell.value.is_some_and(|value| value.integer().is_none()))
        .map(|(id, _, _)| id);
    cells::findings(context, &RULE, wrong, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}是小数，这里按件计，应为整数。",
            "{place}: {texts} is a fraction; cases are counted in whole numbers."
        )
    })
}
