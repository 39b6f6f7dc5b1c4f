//! S5-COUNT: a section 五 that announces another number of problems than it lists.

use std::ops::Range;

use super::support::text::{find_all, has_any, numeral, section_text};
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
第五部分写“存在三个问题”“以下两方面不足”时，后面的“一是、二是……”“1.”“（一）”是否正好这么多。
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
    let Some(listed) = STYLES.iter().find_map(|style| listed(rest, *style)) else { return Vec::new() };
    if listed == said {
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

/// So many characters may stand between 三个问题 and 一是.
const FARTHEST: usize = 8;

/// What stands before and after an item's numeral, and whether it is a Chinese one.
type Style = (&'static str, &'static str, bool);

const STYLES: [Style; 5] =
    [("", "是", true), ("", ".", false), ("", "、", false), ("（", "）", true), ("（", "）", false)];

/// How many items are listed in a style right after the problems were announced; `None` for none.
fn listed(rest: &str, style: Style) -> Option<usize> {
    let item = |number: usize| {
        let numeral =
            if style.2 { NUMERALS.get(number - 1).copied().unwrap_or_default().to_owned() } else { number.to_string() };
        format!("{}{numeral}{}", style.0, style.1)
    };
    let first = rest.find(&item(1))?;
    // 三个问题已经整改，今年一是…; （一）解读偏少，一是…: the items are those of something else.
    let other_levels = style != STYLES[3] && rest[..first].contains("（一）");
    if rest[..first].chars().count() > FARTHEST || other_levels {
        return None;
    }
    // In a list of （一）（二） the turn is told by words alone.
    let turns = if style == STYLES[3] { &TURN[..TURN.len() - 1] } else { &TURN };
    let end = find_all(rest, turns).first().map_or(rest.len(), |turn| turn.start);
    let rest = rest.get(first..end)?;
    // （三）改进措施: the turn's own number.
    let is_listed = |number: usize| rest.contains(&item(number)) && !rest.trim_end().ends_with(&item(number));
    let count = (1..=NUMERALS.len()).take_while(|number| is_listed(*number)).count();
    // 一是…，另一个是…
    let other_words = count == 1 && has_any(rest, &["另", "其二", "第二", "其次"]);
    (count > 0 && !other_words).then_some(count)
}

/// Problems that a sentence with these counts are others'.
const OTHERS: [&str; 8] = ["解决", "反映", "指出", "提出", "上年", "去年", "整改", "梳理"];

/// 三个问题, 两方面的不足, 问题主要有三个: where it stands and the number.
fn announced(text: &str) -> Option<(Range<usize>, usize)> {
    find_all(text, &["问题", "不足", "短板"]).into_iter().find_map(|noun| {
        let (range, said) = counted_before(text, &noun).or_else(|| counted_after(text, &noun))?;
        let sentence = text[..range.start].rsplit(['。', '；', '\n']).next().unwrap_or_default();
        (said > 1 && !has_any(sentence, &OTHERS)).then_some((range, said))
    })
}

const MEASURES: [&str; 5] = ["个方面", "方面", "个", "点", "项"];

fn counted_before(text: &str, noun: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let before = text[..noun.start].trim_end_matches("主要").trim_end_matches('的');
    let counted = MEASURES.iter().find_map(|measure| before.strip_suffix(measure))?;
    let digit = counted.chars().next_back()?;
    let start = counted.len() - digit.len_utf8();
    let whole = !counted[..start].ends_with(|c: char| c == '十' || c == '第' || c.is_ascii_digit());
    whole.then_some((start..noun.end, small(digit)?))
}

fn counted_after(text: &str, noun: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let after = text[noun.end..].trim_start_matches("主要").strip_prefix('有')?.trim_start_matches("以下");
    let digit = after.chars().next()?;
    let rest = &after[digit.len_utf8()..];
    let measure = MEASURES.iter().find(|measure| rest.starts_with(**measure))?;
    Some((noun.start..text.len() - rest.len() + measure.len(), small(digit)?))
}

fn small(digit: char) -> Option<usize> {
    match digit {
        '两' => Some(2),
        _ => numeral(digit.encode_utf8(&mut [0; 4])).or_else(|| digit.to_digit(10).map(|digit| digit as usize)),
    }
}
