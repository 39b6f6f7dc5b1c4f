//! Years and dates in the text, as 2024年, 2024年1月31日, 12月31日.

use std::ops::Range;

use crate::number::narrow;

/// A date as written; what is left out is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day, 1 to 31.
    pub day: Option<u32>,
}

/// The years from 2000 to 2099 written as 2024年 or 二〇二四年, with their byte ranges up to and with 年.
pub fn years(text: &str) -> Vec<(Range<usize>, i32)> {
    numbers(text)
        .filter(is_year)
        .filter_map(|number| {
            let end = unit(text, number.end, '年')?;
            Some((number.start..end, i32::try_from(number.value).ok()?))
        })
        .collect()
}

fn is_year(number: &Digits) -> bool {
    number.digits == 4 && (2000..=2099).contains(&number.value)
}

/// The dates with at least a month, with their byte ranges. A day may lack its 日 (12月31止). Dates in
/// figures (2024.12.31, 2024-12-31, 2024/12/31) have all three.
pub fn dates(text: &str) -> Vec<(Range<usize>, Date)> {
    let mut dates = spelt(text);
    dates.extend(in_figures(text));
    dates.sort_by_key(|(range, _)| range.start);
    dates
}

fn spelt(text: &str) -> Vec<(Range<usize>, Date)> {
    let years = years(text);
    numbers(text)
        .filter(|number| number.digits <= 2 && (1..=12).contains(&number.value))
        .filter_map(|number| {
            let month_end = unit(text, number.end, '月')?;
            let rest = text.get(month_end..)?;
            let day = numbers(rest)
                .next()
                .filter(|day| rest[..day.start].trim().is_empty() && day.digits <= 2 && (1..=31).contains(&day.value));
            let day_end = day.as_ref().map(|day| unit(rest, day.end, '日').unwrap_or(day.end) + month_end);
            let before = years.partition_point(|(range, _)| range.end <= number.start);
            let year = before.checked_sub(1).and_then(|last| years.get(last)).filter(|(range, _)| {
                text.get(range.end..number.start).is_some_and(|between| between.trim().is_empty())
            });
            let start = year.map_or(number.start, |(range, _)| range.start);
            let date = Date { year: year.map(|(_, year)| *year), month: number.value, day: day.map(|day| day.value) };
            Some((start..day_end.unwrap_or(month_end), date))
        })
        .collect()
}

fn in_figures(text: &str) -> Vec<(Range<usize>, Date)> {
    let numbers: Vec<Digits> = numbers(text).collect();
    let dates = numbers.windows(3).filter_map(|parts| {
        let [year, month, day] = parts else { return None };
        let mark = text.get(year.end..month.start)?;
        let joined = matches!(mark, "." | "-" | "/" | "．") && text.get(month.end..day.start)? == mark;
        // No part of an address: /2024/12/31/; but 2024.1.1-2024.12.31 are two dates.
        let goes_on = |c: char| matches!(c, '/' | '_' | '=') || mark.starts_with(c);
        let alone = !text[..year.start].ends_with(goes_on) && !text[day.end..].starts_with(goes_on);
        let fits = is_year(year) && month.digits <= 2 && day.digits <= 2;
        let real = (1..=12).contains(&month.value) && (1..=31).contains(&day.value);
        let date = Date { year: i32::try_from(year.value).ok(), month: month.value, day: Some(day.value) };
        (joined && alone && fits && real).then_some((year.start..day.end, date))
    });
    dates.collect()
}

/// A run of digits or of Chinese numerals.
struct Digits {
    start: usize,
    end: usize,
    digits: usize,
    value: u32,
}

/// The runs of at most four digits (full-width ones, Chinese ones included) that are not part of a
/// longer run. 二十三 and the like count as two digits, as 23 does.
fn numbers(text: &str) -> impl Iterator<Item = Digits> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.next()?;
            let Some(kind) = kind(first) else { continue };
            let mut end = start + first.len_utf8();
            while let Some((at, c)) = rest.next_if(|(_, c)| self::kind(*c) == Some(kind)) {
                end = at + c.len_utf8();
            }
            if let Some((digits, value)) = value(&text[start..end], kind) {
                return Some(Digits { start, end, digits, value });
            }
        }
    })
}

/// What a numeral is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Figures,
    Chinese,
}

const CHINESE: &str = "零一二三四五六七八九";

fn kind(c: char) -> Option<Script> {
    if narrow(c).is_ascii_digit() {
        return Some(Script::Figures);
    }
    (CHINESE.contains(c) || "〇○十".contains(c)).then_some(Script::Chinese)
}

/// How many digits a numeral has, and its value; `None` for more than four.
fn value(numeral: &str, script: Script) -> Option<(usize, u32)> {
    let ten = numeral.contains('十');
    if let (Script::Chinese, true) = (script, ten) {
        return Some((2, u32::try_from(super::text::numeral(numeral)?).ok()?));
    }
    let digit = |c: char| match script {
        Script::Figures => narrow(c).to_digit(10),
        Script::Chinese => {
            Some(CHINESE.chars().position(|digit| digit == c).and_then(|at| u32::try_from(at).ok()).unwrap_or(0))
        }
    };
    let digits = numeral.chars().count();
    let value = || numeral.chars().try_fold(0_u32, |value, c| Some(value * 10 + digit(c)?));
    if digits <= 4 { Some((digits, value()?)) } else { None }
}

/// Where a unit ends that follows at a byte offset, blanks between.
fn unit(text: &str, from: usize, unit: char) -> Option<usize> {
    let rest = text.get(from..)?;
    let own = rest.trim_start_matches([' ', '\u{3000}', '\u{A0}']);
    own.starts_with(unit).then_some(text.len() - own.len() + unit.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_clerks_write_them() {
        let read = |text: &str| dates(text).into_iter().map(|(_, d)| (d.year, d.month, d.day)).collect::<Vec<_>>();
        assert_eq!(read("自2024年1月1日起至12月31日止"), [(Some(2024), 1, Some(1)), (None, 12, Some(31))]);
        assert_eq!(read("2024 年 1 月 1 日"), [(Some(2024), 1, Some(1))]);
        assert_eq!(read("１２月31止"), [(None, 12, Some(31))]);
        assert_eq!(read("截至2024年6月底"), [(Some(2024), 6, None)]);
        assert_eq!(read("20251月"), []);
        assert_eq!(read("二〇二五年一月二十三日"), [(Some(2025), 1, Some(23))]);
        assert_eq!(read("2025-01-23 10:20，2025.2.3"), [(Some(2025), 1, Some(23)), (Some(2025), 2, Some(3))]);
        assert_eq!(read("2024.1.1-2024.12.31").len(), 2);
        assert_eq!(read("www.example.com/2025/01/23/1.html，2.0.1，2025.13.1"), []);
        let text = "自2024年1月1日起";
        assert_eq!(&text[dates(text)[0].0.clone()], "2024年1月1日");
        assert_eq!(years("〔2021〕30号，2023年，12024年").into_iter().map(|(_, y)| y).collect::<Vec<_>>(), [2023]);
    }
}
