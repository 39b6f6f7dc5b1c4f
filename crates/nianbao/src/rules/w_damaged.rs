//! W-TRUNC: dates, numbers of documents and brackets that a copy has damaged: 20251月, 〔202130号, （）.

use std::ops::Range;

use super::support::text::digit_runs;
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W-TRUNC",
    name: "characters-lost",
    title: Words { zh: "文字疑似在复制时丢失", en: "Characters were lost in copying" },
    severity: Severity::Warning,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
有没有少了字的日期、文号，如“20251月1日”“2024年1231日”“〔202130号”，被空格拆开的年份“2 0 2 4年”，或空的括号、书名号、引号“（）”“《》”。
## 为什么
多是从 PDF 或网页复制时丢了字。别处的数字也可能同时丢失，请不要只改这一处。
## 依据
实践惯例。
## 反例
~~~
append 1 = 数据统计到202412月31日。
~~~
~~~
replace 1 = （五）监督保障 => （）监督保障
~~~
## 正例
~~~
append 1 = 数据统计到2024年12月31日，依据国办函〔2020〕109号。
~~~
## 怎么改
对照原件；原件完整的，换一种方式复制（例如直接拖入文件）。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, damaged)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "“{words}”{times}疑似在复制时丢了字，请对照原件。",
                "“{words}”{times} seems to have lost characters in copying; compare with the original."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Marks with nothing between: the number of a heading or a name was lost.
const PAIRS: [(&str, &str); 5] = [("（", "）"), ("(", ")"), ("《", "》"), ("〔", "〕"), ("“", "”")];

/// The pairs that hold nothing or blanks.
fn empty(text: &str) -> impl Iterator<Item = Range<usize>> {
    PAIRS.iter().flat_map(move |(open, close)| {
        text.match_indices(open).filter_map(move |(at, open)| {
            let rest = &text[at + open.len()..];
            let inside = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
            rest[inside..].starts_with(close).then(|| at..at + open.len() + inside + close.len())
        })
    })
}

fn damaged(text: &str) -> Vec<Range<usize>> {
    let runs = digit_runs(text);
    let glued = runs.iter().filter_map(|run| {
        let (digits, after) = (&text[run.clone()], &text[run.end..]);
        let unit = after.chars().next()?;
        let dated = matches!(digits.len(), 5..=8) && digits.starts_with("20") && matches!(unit, '月' | '日');
        let bracket = text[..run.start].chars().next_back().filter(|c| matches!(c, '〔' | '﹝'));
        let numbered = bracket.is_some() && digits.len() > 4 && unit == '号';
        let start = if numbered { run.start - bracket.map_or(0, char::len_utf8) } else { run.start };
        (dated || numbered).then_some(start..run.end + unit.len_utf8())
    });
    // 20 24年
    let halved = runs.windows(2).filter_map(|pair| {
        let [first, last] = pair else { return None };
        let year = text[first.clone()] == *"20" && last.len() == 2 && text[last.end..].starts_with('年');
        (year && text.get(first.end..last.start) == Some(" ")).then_some(first.start..last.end)
    });
    let torn = runs.windows(4).filter_map(|digits| {
        let (first, last) = (digits.first()?, digits.last()?);
        let spaced = digits.windows(2).all(|pair| text.get(pair[0].end..pair[1].start) == Some(" "));
        let single = digits.iter().all(|digit| digit.len() == 1);
        let year = text[last.end..].trim_start().starts_with('年') && text[first.clone()] == *"2";
        (spaced && single && year).then_some(first.start..last.end)
    });
    let short = runs.windows(2).filter_map(|pair| {
        let (first, second) = (&text[pair[0].clone()], &text[pair[1].clone()]);
        let (between, after) = (text.get(pair[0].end..pair[1].start)?, &text[pair[1].end..]);
        let year = first.len() == 4 && first.starts_with("20");
        // 2024 12月 has lost its 年, 2024年1231日 its 月.
        let no_year = between == " " && second.len() <= 2 && after.starts_with('月');
        let no_month = between == "年" && second.len() == 4 && is_month_and_day(second) && after.starts_with('日');
        (year && (no_year || no_month)).then(|| pair[0].start..pair[1].end + '月'.len_utf8())
    });
    glued.chain(halved).chain(torn).chain(short).chain(empty(text)).collect()
}

/// Whether four digits are a month and a day: 1231.
fn is_month_and_day(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u8>().ok());
    part(0..2).is_some_and(|month| (1..=12).contains(&month)) && part(2..4).is_some_and(|day| (1..=31).contains(&day))
}
