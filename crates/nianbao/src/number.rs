//! Exact decimal numbers, and what a reviewer sees in the text of a number cell.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal number: `mantissa / 10^scale`, with no trailing zero in the fraction.
///
/// Counts (件) have scale 0; only 行政事业性收费 (万元) may have a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    mantissa: i64,
    scale: u8,
}

impl Number {
    /// The number `mantissa / 10^scale`, reduced.
    pub fn new(mut mantissa: i64, mut scale: u8) -> Self {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// The number as an integer, or `None` when it has a fraction.
    pub fn integer(self) -> Option<i64> {
        (self.scale == 0).then_some(self.mantissa)
    }

    /// How many digits stand after the decimal point.
    pub fn decimals(self) -> u8 {
        self.scale
    }

    /// Whether the number is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether the number is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Reads `-?digits(.digits)?` in ASCII; `None` for anything else or for more than 15 digits
    /// (so that every number is exact in JSON too).
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let has_point = digits.contains('.');
        if whole.is_empty() || (has_point && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let significant = whole.trim_start_matches('0').len() + fraction.len();
        if significant > 15 {
            return None;
        }
        let mantissa: i64 = format!("{whole}{fraction}").parse().ok()?;
        let scale = u8::try_from(fraction.len()).ok()?;
        Some(Self::new(if negative { -mantissa } else { mantissa }, scale))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::new(value, 0)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let unit = 10_u64.pow(u32::from(self.scale));
        let magnitude = self.mantissa.unsigned_abs();
        let width = usize::from(self.scale);
        write!(f, "{sign}{}.{:0width$}", magnitude / unit, magnitude % unit)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.integer() {
            Some(integer) => serializer.serialize_i64(integer),
            // At most 15 digits, so the shortest decimal of the nearest double is the number itself.
            None => serializer.serialize_f64(self.to_string().parse().unwrap_or(f64::NAN)),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Number::parse(&value.to_string())
            .ok_or_else(|| serde::de::Error::custom("not a decimal number of at most 15 digits"))
    }
}

/// Something in a number cell that is not plain digits. The V rules report them one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Oddity {
    /// Nothing at all (white space counts as nothing).
    Blank,
    /// `/`, `-`, `—`, 无, N/A, 不适用: a sign for "nothing".
    Dash,
    /// Full-width digits, point, comma or sign.
    FullWidth,
    /// Digits grouped by commas or blanks: 1,234.
    Thousands,
    /// Words beside the number: 3件, 增10, 22（其中修订16件）.
    Words,
    /// A letter where a digit is due: O for 0, l or I for 1.
    Letter,
    /// A needless zero in front: 007.
    LeadingZero,
    /// A sign in front of the number: +3.
    PlusSign,
    /// No number at all in the text.
    NotANumber,
}

/// The text of a number cell, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellReading {
    /// The number, where one can be told without guessing.
    pub value: Option<Number>,
    /// What is odd about the text, in the order of [`Oddity`]'s kinds as [`read_cell`] looks for them.
    pub oddities: Vec<Oddity>,
}

impl CellReading {
    /// Whether the oddity was seen.
    pub fn has(&self, oddity: Oddity) -> bool {
        self.oddities.contains(&oddity)
    }
}

/// Whether the (trimmed) text is one of the signs that clerks write for "nothing".
pub fn is_dash(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && (text.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '/' | '／' | '\\' | '―' | '─' | '_'))
            || matches!(text.to_ascii_lowercase().as_str(), "无" | "n/a" | "na" | "不适用" | "空" | "nil"))
}

/// Folds full-width ASCII (！…～) and the ideographic space to their narrow forms.
pub fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        _ => c,
    }
}

/// Reads the text of a number cell: the number, and all that is odd about how it is written.
///
/// A note does not change the number (`22（其中修订16件）` is 22); two numbers outside brackets
/// (`3 4`, `+(0) -(0)`) give no value, because which one is meant would be a guess.
pub fn read_cell(text: &str) -> CellReading {
    let narrowed: String = text.chars().map(narrow).collect();
    let trimmed = narrowed.trim();
    if trimmed.is_empty() {
        return CellReading { value: None, oddities: vec![Oddity::Blank] };
    }
    if is_dash(trimmed) {
        return CellReading { value: None, oddities: vec![Oddity::Dash] };
    }
    let (body, has_note) = without_notes(trimmed);
    let scan = Scan::of(body.trim());
    let only = match scan.numbers.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    };
    let value = only.and_then(Number::parse);
    let is_wide = |c: char| c != narrow(c) && matches!(narrow(c), '0'..='9' | '.' | ',' | '-' | '+');
    let seen = [
        (text.contains(is_wide), Oddity::FullWidth),
        (scan.plus, Oddity::PlusSign),
        (scan.letters, Oddity::Letter),
        (scan.thousands, Oddity::Thousands),
        (scan.words || has_note, Oddity::Words),
        (only.is_some_and(has_leading_zero), Oddity::LeadingZero),
        (value.is_none(), Oddity::NotANumber),
    ];
    CellReading { value, oddities: seen.into_iter().filter(|(seen, _)| *seen).map(|(_, oddity)| oddity).collect() }
}

/// The numbers in a cell's text, as digits, and what else stands in it.
#[derive(Default)]
struct Scan {
    numbers: Vec<String>,
    plus: bool,
    letters: bool,
    thousands: bool,
    words: bool,
}

impl Scan {
    /// Scans a text in narrow forms, notes left out.
    fn of(body: &str) -> Scan {
        let mut scan = Scan::default();
        let mut number = String::new();
        let characters: Vec<char> = body.chars().collect();
        for (i, &c) in characters.iter().enumerate() {
            let digit_before = number.ends_with(|d: char| d.is_ascii_digit());
            let digit_after = characters.get(i + 1).is_some_and(char::is_ascii_digit);
            match c {
                '0'..='9' => number.push(c),
                '.' if digit_before && digit_after && !number.contains('.') => number.push(c),
                '-' | '−' if number.is_empty() && digit_after => number.push('-'),
                '+' if number.is_empty() && digit_after => scan.plus = true,
                ',' | ' ' if digit_before && groups_of_three(&characters[i + 1..]) => scan.thousands = true,
                'O' | 'o' | 'l' | 'I' if letter_for_digit(&characters) => {
                    scan.letters = true;
                    number.push(if matches!(c, 'O' | 'o') { '0' } else { '1' });
                }
                _ => {
                    scan.numbers.push(std::mem::take(&mut number));
                    scan.words |= !c.is_whitespace();
                }
            }
        }
        scan.numbers.push(number);
        scan.numbers.retain(|number| !number.is_empty());
        scan
    }
}

/// 007, but not 0 nor 0.5.
fn has_leading_zero(number: &str) -> bool {
    let digits = number.trim_start_matches('-');
    digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.")
}

/// Takes bracketed notes, in brackets of any width, out of a cell's text; says whether there were any.
pub(crate) fn without_notes(text: &str) -> (String, bool) {
    let mut depth = 0_u32;
    let mut noted = false;
    let mut body = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '〔' | '【' => {
                depth += 1;
                noted = true;
            }
            ')' | '）' | ']' | '〕' | '】' if depth > 0 => depth -= 1,
            _ if depth == 0 => body.push(c),
            _ => {}
        }
    }
    (body, noted)
}

/// Whether digits go on in groups of exactly three up to the end of the number.
fn groups_of_three(rest: &[char]) -> bool {
    let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    digits == 3 && !matches!(rest.get(3), Some(c) if matches!(c, ',' | ' ') && !groups_of_three(&rest[4..]))
}

/// Whether the cell consists of digits and look-alike letters only, with at most two letters.
fn letter_for_digit(characters: &[char]) -> bool {
    let letters = characters.iter().filter(|c| matches!(c, 'O' | 'o' | 'l' | 'I')).count();
    (1..=2).contains(&letters) && characters.iter().all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        read_cell(text).value.map(|n| n.to_string())
    }

    #[test]
    fn numbers_print_as_they_were_read() {
        for text in ["0", "12", "-3", "143.2062", "0.5", "-0.05"] {
            assert_eq!(Number::parse(text).map(|n| n.to_string()).as_deref(), Some(text));
        }
        for text in ["", "-", ".5", "5.", "1e3", "1234567890123456"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        assert_eq!(Number::parse("0.00"), Some(Number::from(0)));
    }

    #[test]
    fn cells_as_clerks_write_them() {
        assert_eq!(value("247").as_deref(), Some("247"));
        assert_eq!(value(" ２４７ ").as_deref(), Some("247"));
        assert_eq!(value("1,234").as_deref(), Some("1234"));
        assert_eq!(value("3件").as_deref(), Some("3"));
        assert_eq!(value("22（其中修订16件）").as_deref(), Some("22"));
        assert_eq!(value("1276.5534万元").as_deref(), Some("1276.5534"));
        assert_eq!(value("增10").as_deref(), Some("10"));
        assert_eq!(value("1O").as_deref(), Some("10"));
        assert_eq!(value("007").as_deref(), Some("7"));
        assert_eq!(value("3 4"), None);
        assert_eq!(value("+(0) -(0)"), None);
        assert_eq!(value("/"), None);
        assert!(read_cell("　").has(Oddity::Blank));
        assert!(read_cell("—").has(Oddity::Dash));
        assert!(read_cell("２").has(Oddity::FullWidth));
        assert!(read_cell("O").has(Oddity::Letter));
    }
}
