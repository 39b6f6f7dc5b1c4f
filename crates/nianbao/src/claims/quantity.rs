//! How much a claim says, and whether a cell agrees with it.

use crate::number::Number;

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As printed: 32件.
    Exact,
    /// In units of 万 or 亿 with the decimals shown: 1.2万件 stands for 11,500 to 12,500.
    Rounded,
    /// At least the number, less than one more of its last non-zero digit: 50余件.
    Over,
    /// A little less: 近50件.
    Nearly,
    /// A little more or less: 约50件, 50件左右.
    About,
    /// Zero told by a negation: 未收到.
    Nothing,
    /// The whole of what was counted before: 均, 全部.
    All,
}

/// A number with how exactly it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number; in 万元 for money.
    pub value: Number,
    /// How exactly.
    pub precision: Precision,
    /// Half of the last digit shown, for a rounded number: the lawful difference.
    pub tolerance: Number,
}

/// Numbers are compared in millionths.
const SCALE: u32 = 6;

impl Quantity {
    /// Exactly this number.
    pub fn exact(value: Number) -> Quantity {
        Quantity { value, precision: Precision::Exact, tolerance: Number::from(0) }
    }

    /// Zero told by a negation.
    pub fn nothing() -> Quantity {
        Quantity { precision: Precision::Nothing, ..Quantity::exact(Number::from(0)) }
    }

    /// The whole of an earlier quantity.
    pub fn all_of(whole: Quantity) -> Quantity {
        Quantity { precision: if whole.is_exact() { Precision::All } else { whole.precision }, ..whole }
    }

    /// Whether one number only agrees with it.
    pub fn is_exact(&self) -> bool {
        matches!(self.precision, Precision::Exact | Precision::Nothing | Precision::All)
    }

    /// Whether a number in the table agrees with what the text says.
    pub fn agrees(&self, number: Number) -> bool {
        let (said, number) = (millionths(self.value), millionths(number));
        let unit = millionths_of_last_digit(self.value);
        match self.precision {
            Precision::Exact | Precision::Nothing | Precision::All => said == number,
            Precision::Rounded => (said - number).abs() <= millionths(self.tolerance),
            Precision::Over => number >= said && number < said + unit.max(said / 10),
            Precision::Nearly => number <= said && number >= said - said / 10,
            Precision::About => (said - number).abs() <= said / 10,
        }
    }
}

/// A number in millionths.
pub fn millionths(number: Number) -> i128 {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits: String = fraction.chars().chain(std::iter::repeat('0')).take(SCALE as usize).collect();
    format!("{whole}{digits}").parse().unwrap_or(0)
}

/// The worth of the last non-zero digit of a whole number: 100 for 1300.
fn millionths_of_last_digit(number: Number) -> i128 {
    let mut unit = 10_i128.pow(SCALE);
    let mut rest = number.integer().unwrap_or(1);
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        unit *= 10;
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agrees(value: &str, precision: Precision, tolerance: &str, cell: &str) -> bool {
        let number = |text| Number::parse(text).expect("a number");
        Quantity { value: number(value), precision, tolerance: number(tolerance) }.agrees(number(cell))
    }

    #[test]
    fn approximations_have_bounds() {
        assert!(agrees("32", Precision::Exact, "0", "32"));
        assert!(!agrees("32", Precision::Exact, "0", "33"));
        assert!(agrees("12000", Precision::Rounded, "500", "12499"));
        assert!(!agrees("12000", Precision::Rounded, "500", "12501"));
        assert!(agrees("50", Precision::Over, "0", "59") && !agrees("50", Precision::Over, "0", "60"));
        assert!(!agrees("50", Precision::Over, "0", "49"));
        assert!(agrees("1300", Precision::Over, "0", "1399"));
        assert!(agrees("50", Precision::Nearly, "0", "47") && !agrees("50", Precision::Nearly, "0", "51"));
        assert!(agrees("100", Precision::About, "0", "108") && !agrees("100", Precision::About, "0", "120"));
        assert!(agrees("143.2062", Precision::Exact, "0", "143.2062"));
    }
}
