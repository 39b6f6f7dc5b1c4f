//! Z-DATE: 2024.12.31, 2024年01月: dates in short or with needless zeros.

use std::ops::Range;

use super::support::text::{digit_runs, is_han, paragraphs};
use super::support::wording::collect;
use crate::finding::{Finding, Severity};
use crate::language::Words;
use crate::rule::{Context, Rule};
use crate::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "Z-DATE",
    name: "date-in-short",
    title: Words { zh: "日期的写法不规范", en: "A date in short" },
    severity: Severity::Hint,
    basis: "实践惯例",
    page: PAGE,
    check,
};

const PAGE: &str = "\
## 查什么
正文里的日期有没有写成“2024.12.31”“2024-12-31”“2024/12/31”，月、日有没有写成“01月”“05日”，年份有没有写成“24年底”。
## 为什么
公文里的日期用“年、月、日”写全，月、日前不加 0。
## 依据
实践惯例。
## 反例
~~~
append 1 = 该专栏于2024.06.30开通。
~~~
~~~
append 1 = 该专栏于2024年06月开通。
~~~
## 正例
~~~
append 1 = 软件版本为2.0.1，网址是www.example.com/2024/06/30/1.html。
~~~
## 怎么改
改成“2024年6月30日”的样式。
";

fn check(context: &Context) -> Vec<Finding> {
    collect(context, short)
        .into_iter()
        .map(|hit| {
            let (words, times) = (&hit.words, hit.times(context.language));
            let message = say!(
                context.language,
                "日期“{words}”{times}请写成“2024年6月30日”的样式。",
                "Write the date “{words}”{times} as 2024年6月30日."
            );
            hit.finding(&RULE, message)
        })
        .collect()
}

/// Dates in sentences and under a signature: another date alone in its line is the page's own.
fn short(text: &str) -> Vec<Range<usize>> {
    let mut above = "";
    let sentences = paragraphs(text).filter(|(_, paragraph)| {
        let signed = !above.trim().is_empty() && above.trim().chars().all(is_han);
        let signature = signed && paragraph.contains('.');
        above = paragraph;
        paragraph.contains(['，', '。']) || signature
    });
    let found = sentences.flat_map(|(range, paragraph)| {
        let moved = move |found: Range<usize>| range.start + found.start..range.start + found.end;
        short_in(paragraph).into_iter().map(moved)
    });
    found.collect()
}

fn short_in(text: &str) -> Vec<Range<usize>> {
    let runs = digit_runs(text);
    let dotted = runs.windows(3).filter_map(|parts| {
        let [year, month, day] = parts else { return None };
        let mark = text.get(year.end..month.start)?;
        let same = matches!(mark, "." | "-" | "/") && text.get(month.end..day.start)? == mark;
        let in_path = text[..year.start].ends_with(['/', '.', '-', '_', '='])
            || text[day.end..].starts_with(['/', '.', '-', '_']);
        (same && is_year(&text[year.clone()]) && month.len() <= 2 && day.len() <= 2 && !in_path)
            .then_some(year.start..day.end)
    });
    let zeros = runs.iter().filter_map(|run| {
        let unit = text[run.end..].chars().next().filter(|unit| matches!(unit, '月' | '日'))?;
        (run.len() == 2 && text[run.clone()].starts_with('0')).then_some(run.start..run.end + unit.len_utf8())
    });
    // 24年底, 24年3月: not 24年来.
    let short_years = runs.iter().filter_map(|run| {
        let rest = text[run.end..].strip_prefix('年')?;
        let month = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let dated = month.len() < rest.len() && month.starts_with('月') || rest.starts_with(['底', '末', '度']);
        let whole = !text[..run.start].ends_with(['.', ' ', '-']);
        (run.len() == 2 && dated && whole).then_some(run.start..run.end + '年'.len_utf8())
    });
    dotted.chain(zeros).chain(short_years).collect()
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with("20")
}
