//! S5-COUNT: a section 五 that announces another number of problems than it lists.

use std::ops::Range;

use super::support::text::{find_all, numeral, section_text};
use crate::finding::{Finding, Severity, Span};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "S5-COUNT",
    name: "problems-miscounted",
    title: Words { zh: "问题的个数与所写不符", en: "Problems are miscounted" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
第五部分写“存在三个问题”“以下两方面不足”时，后面的“一是、二是……”是否正好这么多。
## 为什么
个数对不上，多是增删了问题没有改前面的数。
## 依据
实践惯例。
## 反例
~~~
section 5 = 存在三个方面的问题：一是解读形式不多。二是更新偏慢。针对以上问题，一是增加图解。二是按月核对。三是加强培训。
~~~
## 正例
~~~
~~~
## 怎么改
改正个数，或补上漏写的问题。
";

/// Where the improvements begin.
const TURN: [&str; 7] = ["改进", "下一步", "针对", "对此", "今后", "为此", "（二）"];

fn check(context: &Context) -> Vec<Finding> {
    let text = section_text(context.report, 5);
    let Some((range, said)) = announced(text) else { return Vec::new() };
    let rest = &text[range.end..];
    let end = find_all(rest, &TURN).first().map_or(rest.len(), |turn| turn.start);
    let listed = NUMERALS.iter().take_while(|numeral| rest[..end].contains(&format!("{numeral}是"))).count();
    if listed < 2 || listed == said {
        return Vec::new();
    }
    let span = Span::in_section(context.report, 5, range);
    let message = say!(
        context.language,
        "“{}”之后列了 {listed} 个，请核对。",
        "After “{}” {listed} are listed; please check.",
        span.text
    );
    vec![RULE.finding(message).span(span)]
}

const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 三个问题, 两方面的不足: where it stands and the number.
fn announced(text: &str) -> Option<(Range<usize>, usize)> {
    find_all(text, &["问题", "不足", "短板"]).into_iter().find_map(|noun| {
        let before = text[..noun.start].trim_end_matches("主要").trim_end_matches('的');
        let counted = ["个方面", "方面", "个", "点", "项"].iter().find_map(|measure| before.strip_suffix(measure))?;
        let digit = counted.chars().next_back()?;
        let said = match digit {
            '两' => 2,
            _ => numeral(digit.encode_utf8(&mut [0; 4])).or_else(|| digit.to_digit(10).map(|digit| digit as usize))?,
        };
        let start = counted.len() - digit.len_utf8();
        let whole = !counted[..start].ends_with(|c: char| c == '十' || c == '第' || c.is_ascii_digit());
        (whole && said > 1).then_some((start..noun.end, said))
    })
}
