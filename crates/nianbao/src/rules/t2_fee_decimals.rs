//! T2-FEE-DEC: a fee with words in it or with more decimals than 元 has.

use super::support::cells;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::number::{Oddity, read_cell};
use crate::report::Cell;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T2-FEE-DEC",
    name: "fee-not-a-plain-amount",
    title: Words { zh: "收费金额的写法不妥", en: "The fee is not a plain amount" },
    severity: Severity::Warning,
    basis: "国办公开办函〔2021〕30号的表二表头：单位：万元",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
“行政事业性收费”一格是不是一个以万元为单位的数：不带“万元”等文字，小数不超过六位。
## 为什么
表头已写明单位是万元。带上文字就不能求和；一万元等于一百万分，六位小数已经精确到分。
## 依据
国办公开办函〔2021〕30号的表二表头：单位：万元。
## 反例
~~~
2.fees.amount = 1276.5534万元
~~~
~~~
2.fees.amount = 12.34567891
~~~
## 正例
~~~
2.fees.amount = 1276.5534
~~~
~~~
2.fees.amount = 143.206253
~~~
## 怎么改
只填数字，以万元为单位；正文里以元写的，先除以 10000。
";

/// 0.000001 万元 is one 分: money has no smaller part.
const MOST_DECIMALS: u8 = 6;

fn check(context: &Context) -> Vec<Finding> {
    let wrong = cells::certain(context)
        .filter(|(_, spec, cell)| !spec.count && spec.address.starts_with("2.fees.") && !is_plain(cell))
        .map(|(id, _, _)| id);
    cells::findings(context, &RULE, wrong, |place, texts| {
        say!(
            context.language,
            "{place}：{texts}请只填以万元为单位的数，不带文字，小数不超过六位。",
            "{place}: {texts}: write only the amount in 万元, no words and no more than six decimals."
        )
    })
}

fn is_plain(cell: &Cell) -> bool {
    let reading = read_cell(&cell.text);
    ![Oddity::Words, Oddity::PlusSign, Oddity::NotANumber].into_iter().any(|oddity| reading.has(oddity))
        && cell.value.is_none_or(|value| value.decimals() <= MOST_DECIMALS)
}
