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

/// The years from 2000 to 2099 written as 2024年, with their byte ranges up to and with 年.
pub fn years(text: &str) -> Vec<(Range<usize>, i32)> {
    numbers(text)
        .filter(|number| number.digits == 4 && (2000..=2099).contains(&number.value))
        .filter_map(|number| {
            let end = unit(text, number.end, '年')?;
            Some((number.start..end, i32::try_from(number.value).ok()?))
        })
        .collect()
}

/// The dates with at least a month, with their byte ranges. A day may lack its 日 (12月31止).
pub fn dates(text: &str) -> Vec<(Range<usize>, Date)> {
    let years = years(text);
    numbers(text)
        .filter(|number| number.digits <= 2 && (1..=12).contains(&number.value))
        .filter_map(|number| {
            let month_end = unit(text, number.end, '月')?;
            let rest = text.get(month_end..)?;
            let first = rest.trim_start().starts_with(|c| narrow(c).is_ascii_digit());
            let day = numbers(rest).next().filter(|day| first && day.digits <= 2 && (1..=31).contains(&day.value));
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

struct Digits {
    start: usize,
    end: usize,
    digits: usize,
    value: u32,
}

/// The runs of at most four digits, full-width ones included, that are not part of a longer run.
fn numbers(text: &str) -> impl Iterator<Item = Digits> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.next()?;
            let Some(digit) = narrow(first).to_digit(10) else { continue };
            let mut run = Digits { start, end: start + first.len_utf8(), digits: 1, value: digit };
            while let Some((at, digit)) =
                rest.peek().and_then(|(at, c)| Some((*at + c.len_utf8(), narrow(*c).to_digit(10)?)))
            {
                rest.next();
                run.end = at;
                run.digits += 1;
                run.value = run.value.saturating_mul(10).saturating_add(digit);
            }
            if run.digits <= 4 {
                return Some(run);
            }
        }
    })
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
        let text = "自2024年1月1日起";
        assert_eq!(&text[dates(text)[0].0.clone()], "2024年1月1日");
        assert_eq!(years("〔2021〕30号，2023年，12024年").into_iter().map(|(_, y)| y).collect::<Vec<_>>(), [2023]);
    }
}
