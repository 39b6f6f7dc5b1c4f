//! Numbers as automatic numbering shows them, in the formats that Word, WPS and LibreOffice name.

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// A number in a format of Office Open XML (`w:numFmt`).
pub(crate) fn in_format(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "koreanCounting" => counted(number, DIGITS, ["", "十", "百", "千"]),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            counted(number, FORMAL, ["", "拾", "佰", "仟"])
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" | "koreanDigital" => {
            number.to_string().chars().filter_map(|c| DIGITS.get(c.to_digit(10)? as usize).copied()).collect()
        }
        "ideographTraditional" => one_of(number, STEMS),
        "ideographZodiac" => one_of(number, BRANCHES),
        "decimalFullWidth" | "decimalFullWidth2" => shifted(number, 0xFF10),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, 0x2460),
        "decimalEnclosedParen" => enclosed(number, 0x2474),
        "decimalEnclosedFullstop" => enclosed(number, 0x2488),
        "ideographEnclosedCircle" if (1..=10).contains(&number) => character(0x3280 + number - 1),
        _ => number.to_string(),
    }
}

/// The sign before the items of a list without numbers.
pub(crate) fn bullet(text: &str) -> String {
    // Symbol fonts keep their signs in the private area.
    text.chars().map(|c| if ('\u{E000}'..='\u{F8FF}').contains(&c) { '•' } else { c }).collect()
}

fn character(code: u32) -> String {
    char::from_u32(code).map(String::from).unwrap_or_default()
}

fn enclosed(number: u32, first: u32) -> String {
    if (1..=20).contains(&number) { character(first + number - 1) } else { number.to_string() }
}

fn shifted(number: u32, zero: u32) -> String {
    number.to_string().chars().filter_map(|c| char::from_u32(zero + c.to_digit(10)?)).collect()
}

fn one_of(number: u32, characters: &str) -> String {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    index.and_then(|index| characters.chars().nth(index)).map_or(number.to_string(), String::from)
}

/// 一, 十, 十二, 二十, 一百零一.
fn counted(number: u32, digits: [&str; 10], units: [&str; 4]) -> String {
    let digit = |n: u32| digits.get(n as usize).copied().unwrap_or_default();
    if number == 0 || number > 9_999 {
        return if number == 0 { digit(0).to_owned() } else { number.to_string() };
    }
    let zero = if digit(0) == "〇" { "零" } else { digit(0) };
    let mut shown = String::new();
    let mut gap = false;
    for (place, unit) in units.into_iter().enumerate().rev() {
        let here = number / 10_u32.pow(place as u32) % 10;
        if here == 0 {
            gap = !shown.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            shown.push_str(zero);
        }
        // 十二, not 一十二.
        if !(unit == "十" && here == 1 && shown.is_empty()) {
            shown.push_str(digit(here));
        }
        shown.push_str(unit);
    }
    shown
}

/// a … z, aa, bb, … as Word goes on.
fn letters(number: u32, first: u8) -> String {
    let Some(index) = number.checked_sub(1) else { return number.to_string() };
    let letter = char::from(first + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26 + 1).min(30) as usize).collect()
}

fn roman(number: u32) -> String {
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3_999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut shown = String::new();
    for (value, sign) in VALUES {
        while rest >= value {
            shown.push_str(sign);
            rest -= value;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_word_shows_them() {
        let shown = |format: &str, numbers: &[u32]| -> Vec<String> {
            numbers.iter().map(|number| in_format(*number, format)).collect()
        };
        assert_eq!(
            shown("chineseCountingThousand", &[1, 10, 12, 20, 101, 110, 1005]),
            ["一", "十", "十二", "二十", "一百零一", "一百一十", "一千零五"]
        );
        assert_eq!(shown("chineseLegalSimplified", &[1, 10]), ["壹", "壹拾"]);
        assert_eq!(shown("ideographDigital", &[10, 23]), ["一〇", "二三"]);
        assert_eq!(shown("decimalEnclosedCircleChinese", &[1, 20, 21]), ["①", "⑳", "21"]);
        assert_eq!(shown("decimalFullWidth", &[12]), ["１２"]);
        assert_eq!(shown("upperLetter", &[1, 26, 28]), ["A", "Z", "BB"]);
        assert_eq!(shown("lowerRoman", &[4, 1994]), ["iv", "mcmxciv"]);
        assert_eq!(shown("ideographTraditional", &[1, 11]), ["甲", "11"]);
        assert_eq!(shown("decimal", &[0, 7]), ["0", "7"]);
    }
}
