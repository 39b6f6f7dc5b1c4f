//! How sheets show numbers: dates and times by the format of their cells, others as they are.

use std::collections::HashMap;

use super::shown;

/// Years beyond 9999 are no dates.
const MOST_DAYS: f64 = 2_958_466.0;

/// A format longer than this is none.
const LONGEST: usize = 255;

/// The formats of dates and times that have a number of their own, as a Chinese Excel shows them.
const OWN: &[(u32, &str)] = &[
    (14, "yyyy/m/d"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "yyyy年m月"),
    (28, "m月d日"),
    (29, "m月d日"),
    (30, "m-d-yy"),
    (31, "yyyy年m月d日"),
    (32, "h时mm分"),
    (33, "h时mm分ss秒"),
    (34, "上午/下午h时mm分"),
    (35, "上午/下午h时mm分ss秒"),
    (36, "yyyy年m月"),
    (45, "mm:ss"),
    (46, "[h]:mm:ss"),
    (47, "mm:ss"),
    (50, "yyyy年m月"),
    (51, "m月d日"),
    (52, "yyyy年m月"),
    (53, "m月d日"),
    (54, "m月d日"),
    (55, "上午/下午h时mm分"),
    (56, "上午/下午h时mm分ss秒"),
    (57, "yyyy年m月"),
    (58, "m月d日"),
];

/// The formats of a workbook's cells.
#[derive(Debug, Default)]
pub(crate) struct Formats {
    /// The formats that the workbook defines, by their numbers.
    pub defined: HashMap<u32, String>,
    /// For each style of cells the number of its format.
    pub of_styles: Vec<u32>,
    /// Whether days count from 1904, as on an old Macintosh, and not from 1900.
    pub from_1904: bool,
}

/// A part of a format.
#[derive(Debug, PartialEq)]
enum Part {
    /// A letter and how often it stands: `yyyy`.
    Letters(char, usize),
    /// Hours that are more than a day: `[h]`.
    Elapsed(char),
    /// The half of the day: the words for both.
    Half(&'static str, &'static str),
    /// Text as it stands.
    Text(char),
}

/// A moment.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    /// From Sunday, 0.
    weekday: usize,
    seconds: i64,
    days: i64,
}

impl Formats {
    /// What a cell of this style shows for a number.
    pub fn shown(&self, number: f64, style: Option<usize>) -> String {
        let format = style.and_then(|style| self.of_styles.get(style));
        let own = |format: &u32| OWN.iter().find(|(number, _)| number == format).map(|(_, code)| *code);
        let code = format.and_then(|format| self.defined.get(format).map(String::as_str).or_else(|| own(format)));
        let parts = code.filter(|code| code.len() <= LONGEST).and_then(parts);
        match parts.zip(self.moment(number)) {
            Some((parts, moment)) => written(&parts, &moment),
            None => shown(number),
        }
    }

    fn moment(&self, number: f64) -> Option<Moment> {
        if !(0.0..MOST_DAYS).contains(&number) {
            return None;
        }
        let seconds = (number * 86_400.0).round() as i64;
        let (days, seconds) = (seconds / 86_400, seconds % 86_400);
        // From 1 January 1970. Excel has a 29 February 1900, which never was.
        let since_1970 = if self.from_1904 { days - 24_107 } else { days - 25_569 + i64::from(days < 60) };
        let (year, month, day) = date(since_1970);
        let weekday = usize::try_from((since_1970 + 4).rem_euclid(7)).unwrap_or(0);
        Some(Moment { year, month, day, weekday, seconds, days })
    }
}

/// The year, month and day of a day, counted from 1 January 1970 (Howard Hinnant's `civil_from_days`).
fn date(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let in_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, in_month)
}

/// The parts of a format, if it is one of dates or times.
fn parts(code: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = after;
        match first {
            // What follows is for other numbers.
            ';' => break,
            '"' => {
                let (text, after) = after.split_once('"').unwrap_or((after, ""));
                parts.extend(text.chars().map(Part::Text));
                rest = after;
            }
            '\\' => {
                let mut characters = after.chars();
                parts.extend(characters.next().map(Part::Text));
                rest = characters.as_str();
            }
            // A blank as wide as the character that follows, and filling.
            '_' | '*' => {
                let mut characters = after.chars();
                characters.next();
                rest = characters.as_str();
            }
            // A colour, a language, a condition, or hours and minutes without end.
            '[' => {
                let (inside, after) = after.split_once(']')?;
                let letter = inside.chars().next().map(|c| c.to_ascii_lowercase());
                let elapsed = letter.filter(|c| matches!(c, 'h' | 'm' | 's') && inside.len() <= 2);
                parts.extend(elapsed.map(Part::Elapsed));
                rest = after;
            }
            // A format of numbers.
            '0' | '#' | '?' | '%' | '@' => return None,
            _ => {
                let halves = [("AM/PM", "AM", "PM"), ("上午/下午", "上午", "下午")];
                let half = halves.iter().find_map(|(words, am, pm)| {
                    let here = code.get(code.len() - after.len() - first.len_utf8()..)?;
                    Some((here.strip_prefix(words)?, *am, *pm))
                });
                if let Some((after, am, pm)) = half {
                    parts.push(Part::Half(am, pm));
                    rest = after;
                    continue;
                }
                let letter = first.to_ascii_lowercase();
                if !matches!(letter, 'y' | 'm' | 'd' | 'h' | 's' | 'a') {
                    parts.push(Part::Text(first));
                    continue;
                }
                match parts.last_mut() {
                    Some(Part::Letters(last, count)) if *last == letter => *count += 1,
                    _ => parts.push(Part::Letters(letter, 1)),
                }
            }
        }
    }
    let is_date =
        |part: &Part| matches!(part, Part::Letters(letter, _) if *letter != 'a') || matches!(part, Part::Elapsed(_));
    parts.iter().any(is_date).then_some(parts)
}

fn written(parts: &[Part], moment: &Moment) -> String {
    let halved = parts.iter().any(|part| matches!(part, Part::Half(..)));
    let hours = moment.seconds / 3_600;
    let mut text = String::new();
    // The last letter: minutes follow hours.
    let mut before = ' ';
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Text(character) => text.push(*character),
            Part::Half(am, pm) => text.push_str(if hours < 12 { am } else { pm }),
            Part::Elapsed(letter) => {
                let seconds = moment.days * 86_400 + moment.seconds;
                let unit = match letter {
                    'h' => 3_600,
                    'm' => 60,
                    _ => 1,
                };
                text.push_str(&(seconds / unit).to_string());
                before = *letter;
            }
            Part::Letters(letter, count) => {
                let next = parts.iter().skip(index + 1).find_map(|part| match part {
                    Part::Letters(letter, _) => Some(*letter),
                    _ => None,
                });
                let number = match letter {
                    'y' if *count > 2 => moment.year,
                    'y' => moment.year % 100,
                    'm' if before == 'h' || next == Some('s') => moment.seconds / 60 % 60,
                    'm' => moment.month,
                    'd' if *count < 3 => moment.day,
                    'h' if halved => (hours + 11) % 12 + 1,
                    'h' => hours,
                    's' => moment.seconds % 60,
                    _ => {
                        const DAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
                        text.push_str(if *count == 3 && *letter == 'a' { "" } else { "星期" });
                        text.push_str(DAYS.get(moment.weekday).copied().unwrap_or_default());
                        continue;
                    }
                };
                let width = if *letter == 'y' { (*count).min(4) } else { (*count).min(2) };
                text.push_str(&format!("{number:0width$}"));
                before = *letter;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_format(code: &str, number: f64) -> String {
        let formats = Formats { defined: [(200, code.to_owned())].into(), of_styles: vec![200], from_1904: false };
        formats.shown(number, Some(0))
    }

    #[test]
    fn dates_and_times_look_as_in_a_sheet() {
        for (code, number, text) in [
            ("yyyy/m/d", 45_312.0, "2024/1/21"),
            ("yyyy\\-mm\\-dd;@", 45_312.0, "2024-01-21"),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", 45_657.0, "2024年12月31日"),
            ("yy.m.d", 45_351.0, "24.2.29"),
            ("h:mm", 0.75, "18:00"),
            ("yyyy/m/d h:mm:ss", 45_312.000_011_574, "2024/1/21 0:00:01"),
            ("上午/下午h时mm分", 0.5, "下午12时00分"),
            ("h:mm AM/PM", 0.25, "6:00 AM"),
            ("[h]:mm", 1.5, "36:00"),
            ("aaaa", 45_312.0, "45312"),
            ("yyyy/m/d aaaa", 45_312.0, "2024/1/21 星期日"),
            ("m/d", 1.0, "1/1"),
            ("m/d", 61.0, "3/1"),
        ] {
            assert_eq!(in_format(code, number), text, "{code}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for code in
            ["General", "0.00", "#,##0", "0.00\"亩\"", "@", "0%", "[红色]0", "\"第\"0\"号 day\"", "[h", "\"", "\\"]
        {
            assert_eq!(in_format(code, 45_312.0), "45312", "{code}");
        }
        assert_eq!(in_format("yyyy", -1.0), "-1");
        assert_eq!(in_format("yyyy", 3e6), "3000000");
        assert_eq!(Formats::default().shown(7730.28, Some(3)), "7730.28");
        let own = Formats { of_styles: vec![0, 14], from_1904: true, ..Formats::default() };
        assert_eq!((own.shown(43_850.0, Some(1)), own.shown(43_850.0, Some(0))), ("2024/1/21".into(), "43850".into()));
    }
}
