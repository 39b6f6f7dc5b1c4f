//! T3-SUM: a column of table 三 whose rows of results do not add up to （七）总计.

use super::support::equations::{failing, remedy, stated};
use crate::finding::{Finding, Severity};
use crate::form::{CellId, EquationKind};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T3-SUM",
    name: "results-differ-from-total",
    title: Words { zh: "（七）总计与各项之和不符", en: "（七）总计 differs from its results" },
    severity: Severity::Error,
    basis: "国办公开办函〔2021〕30号的表三版式",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
表三每一列：从“（一）予以公开”到“（六）其他处理 3.其他”的 21 行相加，应等于同一列的“（七）总计”。共 7 列。
## 为什么
（七）总计是本年度全部办理结果的合计，也是后面“一加二等于三加四”的依据。它错了，整张表就对不上。
## 依据
国办公开办函〔2021〕30号的表三版式：“（七）总计”列在（一）至（六）各项之后。
## 反例
~~~
3.total.natural = 99
~~~
~~~
3.refused.7.natural = 50
~~~
## 正例
~~~
~~~
## 怎么改
逐行核对各项结果的登记数。若各项都对，改“（七）总计”；若总计对，找出漏填、多填或填错列的那一行。
";

const ADVICE: Words = Words {
    zh: "请逐行核对这一列，改正填错的一格。",
    en: "Go through this column row by row, and correct the wrong cell.",
};

fn check(context: &Context) -> Vec<Finding> {
    failing(context, EquationKind::Sum)
        .into_iter()
        .map(|(equation, evaluation)| {
            let total = equation.right[0];
            let column = context.form.row_of(total).columns[context.form.spec(total).column];
            let message = say!(
                context.language,
                "“{column}”列：（一）至（六）各项之和为 {}，（七）总计{}{}",
                "Column {column}: the results from （一） to （六） add up to {}, （七）总计 {}{}",
                evaluation.left,
                stated(context, total),
                remedy(context, equation, &evaluation, ADVICE)
            );
            // Blanks and zeros among twenty-one addends would only hide the others.
            let counted = |cell: &CellId| context.report.cell(*cell).count().is_some_and(|count| count != 0);
            RULE.finding(message)
                .cells(
                    context.form,
                    equation.right.iter().chain(equation.left.iter().filter(|cell| counted(cell))).copied(),
                )
                .numbers(evaluation.left, evaluation.right)
        })
        .collect()
}
