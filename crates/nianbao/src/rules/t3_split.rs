//! T3-SPLIT: a number of table 三 that was probably torn into two neighbouring cells.

use super::support::equations::failing;
use crate::equation::Evaluation;
use crate::finding::{Finding, Severity};
use crate::form::{CellId, EquationKind};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-SPLIT",
    name: "number-torn-in-two",
    title: Words { zh: "一个数可能被拆成两格", en: "A number may be torn into two cells" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三某行的六列之和与总计不符，而把相邻两格的数字连成一个数后正好相符，例如总计 20，前两格是“2”和“0”。
## 为什么
从 PDF 复制或转换表格时，一个数常被拆进两格；看上去像填错，其实是错位。
## 依据
实践惯例。
## 反例
~~~
3.granted.natural = 2
3.granted.business = 5
3.granted.total = 25
~~~
## 正例
~~~
~~~
## 怎么改
对照原件。原件是一个数的，合并成一格，后面的数顺次归位。
";

fn check(context: &Context) -> Vec<Finding> {
    failing(context, EquationKind::Row)
        .into_iter()
        .filter_map(|(equation, evaluation)| {
            let (left, right, joined) = torn(context, &equation.left, &evaluation)?;
            let row = context.form.row_of(left).name();
            let numbers = (context.report.cell(left).count()?, context.report.cell(right).count()?);
            let message = say!(
                context.language,
                "{row}：“{}”和“{}”两格可能是一个数 {joined}，连起来后六列之和与总计 {} 相符。请对照原件。",
                "{row}: the cells “{}” and “{}” may be one number, {joined}, which makes the row add up to its total {}. Compare with the original.",
                numbers.0,
                numbers.1,
                evaluation.right
            );
            Some(RULE.finding(message).cells(context.form, [left, right]))
        })
        .collect()
}

/// The first two neighbours whose digits written together make the row add up.
fn torn(context: &Context, applicants: &[CellId], evaluation: &Evaluation) -> Option<(CellId, CellId, i64)> {
    applicants.windows(2).find_map(|pair| {
        let &[left, right] = pair else { return None };
        let (tens, units) = (context.report.cell(left).count()?, context.report.cell(right).count()?);
        if tens < 1 || units < 0 {
            return None;
        }
        let joined = format!("{tens}{units}").parse::<i64>().ok()?;
        (joined - tens - units == evaluation.difference()).then_some((left, right, joined))
    })
}
