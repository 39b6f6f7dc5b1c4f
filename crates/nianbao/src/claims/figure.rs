//! Numbers as they are written in text: 1,234 · １２ · 1.2万 · 三十二 · 壹仟贰佰 · 50余 · 33.9%.

use super::quantity::{Precision, Quantity};
use crate::number::{Number, narrow};

/// What a number counts, told from its measure word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 件 条 起 宗 例 份 项 部 个 次: applications, cases, documents, decisions.
    Thing,
    /// 名 人 位: people.
    Person,
    /// 元, 万元, 亿元; the value is in 万元.
    Money,
    /// 篇 期 场 家 …: something else.
    Other,
    /// No measure word.
    None,
}

/// A number with its measure word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How much.
    pub quantity: Quantity,
    /// What is counted.
    pub measure: Measure,
    /// Whether a sum of figures can be taken: the measure words of the parts must be the total's.
    pub unit: &'static str,
}

/// What a number turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A count or an amount.
    Figure(Figure),
    /// A share or a rate, in per cent, with the decimals shown.
    Percent(Number),
    /// 2024年, 2024年度.
    Year(i32),
    /// A date, a period, a document's number, a telephone number, an ordinal: no claim.
    Passing,
}

/// The measure words, longer ones first where one begins with another.
const MEASURES: [(&str, Measure); 45] = [
    ("个工作日", Measure::None),
    ("件次", Measure::Thing),
    ("条次", Measure::Thing),
    ("人次", Measure::Person),
    ("场次", Measure::Other),
    ("万元", Measure::Money),
    ("亿元", Measure::Money),
    ("家次", Measure::Other),
    ("部分", Measure::Other),
    ("部门", Measure::Other),
    ("件", Measure::Thing),
    ("条", Measure::Thing),
    ("起", Measure::Thing),
    ("宗", Measure::Thing),
    ("例", Measure::Thing),
    ("份", Measure::Thing),
    ("项", Measure::Thing),
    ("部", Measure::Thing),
    ("次", Measure::Thing),
    ("个", Measure::Thing),
    ("封", Measure::Other),
    ("通", Measure::Other),
    ("名", Measure::Person),
    ("人", Measure::Person),
    ("位", Measure::Person),
    ("户", Measure::Person),
    ("元", Measure::Money),
    ("家", Measure::Other),
    ("篇", Measure::Other),
    ("期", Measure::Other),
    ("场", Measure::Other),
    ("册", Measure::Other),
    ("处", Measure::Other),
    ("批", Measure::Other),
    ("类", Measure::Other),
    ("种", Measure::Other),
    ("块", Measure::Other),
    ("台", Measure::Other),
    ("本", Measure::Other),
    ("幅", Measure::Other),
    ("张", Measure::Other),
    ("轮", Measure::Other),
    ("则", Measure::Other),
    ("所", Measure::Other),
    ("分", Measure::Other),
];

/// What stands after a number that is a date, a period, an ordinal or a document's number.
const PASSING: [&str; 24] = [
    "个工作日",
    "工作日",
    "个自然日",
    "个百分点",
    "个月",
    "月",
    "日",
    "号",
    "时",
    "点",
    "天",
    "周",
    "小时",
    "分钟",
    "秒",
    "季度",
    "年",
    "倍",
    "岁",
    "米",
    "平方",
    "公里",
    "级",
    "字",
];

/// Reads the number that begins at byte `at` of a text; its byte length and what it is. `None` where
/// no number begins. A number is read once: the caller goes on after it.
pub fn read(text: &str, at: usize) -> Option<(Reading, usize)> {
    let rest = text.get(at..)?;
    let before = text.get(..at)?.trim_end_matches([' ', '\u{3000}']).chars().next_back();
    let first = rest.chars().next()?;
    if let Some(share) = rest.strip_prefix("百分之") {
        let (number, length) = digits(share).or_else(|| chinese(share))?;
        return Some((Reading::Percent(number.value), rest.len() - share.len() + length));
    }
    if narrow(first).is_ascii_digit() {
        let (number, length) = digits(rest)?;
        if goes_on_from_ordinal(text, at) {
            return Some((Reading::Passing, length));
        }
        return Some(classify(rest, number, length, before, false));
    }
    let goes_on = before.is_some_and(is_chinese_digit);
    let told_apart = "第每任某这那逐其何之无同唯统".contains(before.unwrap_or(' '));
    if goes_on || !is_chinese_digit(first) || told_apart || goes_on_from_ordinal(text, at) {
        return None;
    }
    let (number, length) = chinese(rest)?;
    let (reading, whole) = classify(rest, number, length, before, true);
    Some((reading, whole)).filter(|(reading, whole)| is_plausible_chinese(rest, length, *whole, before, reading))
}

/// 第三、四部分, 第十五条、十六条: the second number is an ordinal too.
fn goes_on_from_ordinal(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev().take(12);
    before.next().is_some_and(|joint| "、和及至".contains(joint))
        && before.find(|c| !narrow(*c).is_ascii_digit() && !is_chinese_digit(*c) && !"、条款项章节".contains(*c))
            == Some('第')
}

/// Chinese numerals stand in many words (一体化, 一件事, 一起推进): only with a measure word, and
/// not in such words, are they numbers.
fn is_plausible_chinese(rest: &str, length: usize, whole: usize, before: Option<char>, reading: &Reading) -> bool {
    let Reading::Figure(figure) = reading else { return matches!(reading, Reading::Percent(_)) };
    let after = rest[whole..].chars().next();
    let denied = ["也没", "都没", "均没", "也无", "都无"].iter().any(|none| rest[whole..].starts_with(none));
    let ends = denied || after.is_none_or(|c| "，。；、：,;:）)（( \n".contains(c));
    if figure.measure == Measure::None {
        return &rest[..length] == "零" && before == Some('为') && ends;
    }
    match &rest[..whole] {
        "一起" | "一次" | "一个" | "一类" | "一批" | "一种" | "一本" | "一处" | "一部" | "一家" | "一场" | "一期"
        | "一位" | "一名" | "一人" => ends,
        // 许可、处罚两类决定: named with what was told, no count.
        "两类" | "三类" | "四类" | "两种" | "三种" if !ends => false,
        // 二次供水, 二次加工.
        "二次" => ends,
        "一件" => after != Some('事'),
        "一条" => after != Some('龙'),
        "十分" | "万分" | "百分" | "千家" | "万家" | "万户" | "千人" | "百家" | "一通" | "一分" | "三分" | "一元"
        | "二元" => false,
        _ => figure.unit != "分",
    }
}

/// A number as written, before its measure word is looked at.
#[derive(Clone, Copy)]
struct Written {
    value: Number,
    /// How many units the last digit shown is worth, where 万 or 亿 follows: the rounding.
    rounded_to: Option<Number>,
    /// Digits shown in one go, for telling telephone numbers.
    digits: usize,
}

fn classify(rest: &str, number: Written, length: usize, before: Option<char>, chinese: bool) -> (Reading, usize) {
    let mut end = length;
    let mut precision = if number.rounded_to.is_some() { Precision::Rounded } else { Precision::Exact };
    let mut tail = skip_blanks(rest, end);
    if matches!(tail.1, '%' | '％') {
        return (Reading::Percent(number.value), tail.0 + tail.1.len_utf8());
    }
    let year = number.value.integer().filter(|y| (1949..2100).contains(y) && number.digits == 4 && !chinese);
    if let Some(year) = year.filter(|_| tail.1 == '年') {
        let after = tail.0 + '年'.len_utf8();
        let whole = if rest[after..].starts_with('度') { after + '度'.len_utf8() } else { after };
        return (Reading::Year(i32::try_from(year).unwrap_or_default()), whole);
    }
    if matches!(tail.1, '余' | '多' | '来') {
        precision = Precision::Over;
        end = tail.0 + tail.1.len_utf8();
        tail = skip_blanks(rest, end);
    }
    // 1.2万余件: the magnitude may stand before or after 余 (3千余, 千余).
    let followed_by = &rest[tail.0.min(rest.len())..];
    let joined =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '×' | '/' | '_' | '-' | '—' | '~' | '～' | '－');
    let passing = (number.digits >= 7 && !chinese && number.rounded_to.is_none() && !starts_with_measure(followed_by))
        || before.is_some_and(|c| joined(c) || matches!(c, '第' | '〔' | '[' | '﹝' | '【'))
        || matches!(tail.1, ')' | '）' | '〕' | ']' | '﹞' | '】')
            && matches!(before, Some('(' | '（' | '〔' | '[' | '﹝' | '【'))
        || joined(tail.1)
        || PASSING.iter().any(|word| followed_by.starts_with(word));
    if passing {
        return (Reading::Passing, end);
    }
    match before {
        Some('近') => precision = Precision::Nearly,
        Some('约' | '超' | '过' | '逾') => precision = Precision::About,
        _ => {}
    }
    let found = MEASURES.iter().find(|(word, _)| followed_by.starts_with(word));
    let (unit, measure) = found.copied().unwrap_or(("", Measure::None));
    if !unit.is_empty() {
        end = tail.0 + unit.len();
    }
    let rest_after = &rest[end..];
    if ["左右", "以上", "上下", "以内"].iter().any(|word| rest_after.starts_with(word)) {
        precision = Precision::About;
    }
    // 8.64亿元 stands for a sum in 万元.
    if unit == "亿元" && precision == Precision::Exact {
        precision = Precision::Rounded;
    }
    let rounded_to = number.rounded_to.or((unit == "亿元").then(|| Number::new(1, number.value.decimals())));
    let tolerance = rounded_to.map_or(Number::from(0), half);
    let (value, tolerance) = match unit {
        "元" => (ten_thousandth(number.value), ten_thousandth(tolerance)),
        "亿元" => (times(number.value, 10_000), times(tolerance, 10_000)),
        _ => (number.value, tolerance),
    };
    let quantity = Quantity { value, precision, tolerance };
    // 个 before a noun of its own (个部门, 个专栏) counts that noun.
    let measure = match unit {
        "个" if !counts_things(rest_after) => Measure::Other,
        _ => measure,
    };
    (Reading::Figure(Figure { quantity, measure, unit }), end)
}

fn counts_things(after: &str) -> bool {
    let after = after.trim_start();
    after.chars().next().is_none_or(|c| "，。；、：,;:）)（(\n".contains(c))
        || ["政府信息", "信息公开", "依申请", "申请", "行政", "规范性", "规章", "案件", "复议", "诉讼"]
            .iter()
            .any(|word| after.starts_with(word))
}

fn starts_with_measure(text: &str) -> bool {
    MEASURES.iter().any(|(word, _)| text.starts_with(word))
}

/// The first byte after blanks, and the character there.
fn skip_blanks(text: &str, from: usize) -> (usize, char) {
    let mut at = from;
    for c in text[from..].chars() {
        if !matches!(c, ' ' | '\u{3000}' | '\u{A0}') {
            return (at, c);
        }
        at += c.len_utf8();
    }
    (at, '\n')
}

fn half(number: Number) -> Number {
    Number::parse(&format!("{number}")).map_or(number, |n| ten_thousandth(times(n, 5_000)))
}

fn ten_thousandth(number: Number) -> Number {
    let decimals = number.decimals();
    let mantissa = mantissa(number);
    Number::new(mantissa, decimals.saturating_add(4))
}

fn times(number: Number, factor: i64) -> Number {
    Number::new(mantissa(number).saturating_mul(factor), number.decimals())
}

fn mantissa(number: Number) -> i64 {
    number.to_string().replace('.', "").parse().unwrap_or(0)
}

/// Digits of either width, with groups of three and a decimal point, and 万, 亿, 千, 百 after them.
fn digits(text: &str) -> Option<(Written, usize)> {
    let mut shown = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = |skip: usize| text[at + c.len_utf8()..].chars().nth(skip).map(narrow);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match narrow(c) {
            d @ '0'..='9' => shown.push(d),
            '.' if digit(next(0)) && !shown.contains('.') => shown.push('.'),
            ',' if c == ',' && digit(next(0)) && digit(next(1)) && digit(next(2)) && !digit(next(3)) => {}
            _ => break,
        }
        end = at + c.len_utf8();
        if shown.len() > 15 {
            break;
        }
    }
    let value = Number::parse(&shown)?;
    let count = shown.bytes().filter(u8::is_ascii_digit).count();
    let (factor, length) = match skip_blanks(text, end) {
        (at, '万') if !text[at..].starts_with("万元") => (10_000, at + 3),
        (at, '亿') if !text[at..].starts_with("亿元") => (100_000_000, at + 3),
        (at, '千') => (1_000, at + 3),
        (at, '百') => (100, at + 3),
        _ => return Some((Written { value, rounded_to: None, digits: count }, end)),
    };
    let last_digit = Number::new(1, value.decimals());
    let rounded_to = times(last_digit, factor);
    Some((Written { value: times(value, factor), rounded_to: Some(rounded_to), digits: count }, length))
}

fn is_chinese_digit(c: char) -> bool {
    chinese_digit(c).is_some() || chinese_unit(c).is_some_and(|unit| unit >= 10)
}

fn chinese_digit(c: char) -> Option<i64> {
    let place = "零〇一二两三四五六七八九".chars().position(|d| d == c);
    let value = [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9];
    let formal = "壹贰叁肆伍陆柒捌玖".chars().position(|d| d == c).and_then(|at| i64::try_from(at + 1).ok());
    place.and_then(|at| value.get(at).copied()).or(formal)
}

fn chinese_unit(c: char) -> Option<i64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// Chinese numerals: 三十二, 两, 一百零五, 壹仟贰佰, 一万二千.
fn chinese(text: &str) -> Option<(Written, usize)> {
    let (mut whole, mut section, mut digit): (i64, i64, Option<i64>) = (0, 0, None);
    let mut end = 0;
    let mut count = 0;
    for (at, c) in text.char_indices().take(16) {
        if c == '万' && text[at..].starts_with("万元") {
            break;
        }
        match (chinese_digit(c), chinese_unit(c)) {
            (Some(value), _) => {
                // Two digits on end (二三, 二〇) are no counting.
                if digit.is_some_and(|before| before != 0) {
                    return None;
                }
                digit = Some(value);
            }
            (None, Some(unit @ 10..=1_000)) => {
                section = section.checked_add(digit.take().unwrap_or(1).checked_mul(unit)?)?;
            }
            (None, Some(unit)) => {
                section = section.checked_add(digit.take().unwrap_or(0))?.max(1);
                whole = whole.checked_add(section.checked_mul(unit)?)?;
                section = 0;
            }
            (None, None) => break,
        }
        count += 1;
        end = at + c.len_utf8();
    }
    if count == 0 || whole > 1_000_000_000_000 {
        return None;
    }
    let value = whole.checked_add(section)?.checked_add(digit.unwrap_or(0))?;
    Some((Written { value: Number::from(value), rounded_to: None, digits: count }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Option<(String, Precision, Measure)> {
        match read(text, 0)? {
            (Reading::Figure(f), length) => {
                assert!(text.is_char_boundary(length));
                Some((f.quantity.value.to_string(), f.quantity.precision, f.measure))
            }
            _ => None,
        }
    }

    #[test]
    fn numbers_of_every_kind() {
        for (text, value, precision, measure) in [
            ("32件", "32", Precision::Exact, Measure::Thing),
            ("１２ 件", "12", Precision::Exact, Measure::Thing),
            ("1,234条", "1234", Precision::Exact, Measure::Thing),
            ("1.2万件", "12000", Precision::Rounded, Measure::Thing),
            ("三十二件", "32", Precision::Exact, Measure::Thing),
            ("两件", "2", Precision::Exact, Measure::Thing),
            ("一百零五件", "105", Precision::Exact, Measure::Thing),
            ("壹仟贰佰元", "0.12", Precision::Exact, Measure::Money),
            ("400元", "0.04", Precision::Exact, Measure::Money),
            ("143.2062万元", "143.2062", Precision::Exact, Measure::Money),
            ("8.64亿元", "86400", Precision::Rounded, Measure::Money),
            ("5000余次", "5000", Precision::Over, Measure::Thing),
            ("30件左右", "30", Precision::About, Measure::Thing),
            ("1.3万余篇", "13000", Precision::Over, Measure::Other),
            ("3名", "3", Precision::Exact, Measure::Person),
            ("6个部门", "6", Precision::Exact, Measure::Other),
            ("零件", "0", Precision::Exact, Measure::Thing),
            ("12，", "12", Precision::Exact, Measure::None),
        ] {
            assert_eq!(figure(text), Some((value.to_owned(), precision, measure)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_counts() {
        for text in ["3个工作日", "12月31日", "24小时", "0000-6120018", "5G", "711号", "1+N", "3年"] {
            assert!(matches!(read(text, 0), Some((Reading::Passing, _))), "{text}: {:?}", read(text, 0));
        }
        for text in ["一体化", "一件事", "一起推进", "十分重视", "一是", "二三"] {
            assert_eq!(read(text, 0), None, "{text}");
        }
        assert_eq!(read("2024年度", 0), Some((Reading::Year(2024), "2024年度".len())));
        assert!(matches!(read("33.9%", 0), Some((Reading::Percent(_), 5))));
        assert!(matches!(read("百分之三十", 0), Some((Reading::Percent(_), 15))));
        assert!(matches!(read("〔2021〕30号", 3), Some((Reading::Passing, _))));
        assert_eq!(read("第三件", 3), None);
        assert_eq!(read("第三、四部分", "第三、".len()), None);
        assert!(matches!(read("第20条、21条", "第20条、".len()), Some((Reading::Passing, _))));
    }
}
