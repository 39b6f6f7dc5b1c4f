//! Bytes to text: UTF-8, UTF-16, GB18030 and Big5 told apart.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes are looked at to tell encodings apart.
const SAMPLE: usize = 16 << 10;

/// The most frequent characters of administrative Chinese, in simplified and traditional script.
/// Bytes read in the wrong encoding give characters too, but not these.
static FREQUENT: LazyLock<HashSet<char>> = LazyLock::new(|| FREQUENT_CHARACTERS.chars().collect());

const FREQUENT_CHARACTERS: &str = "的一是不了在有人和中大为上个国我以要他时来用们到作地于出就分对成会主发年动同工也能下过\
    行政府信息公开报告情况数量申请理处年度本第项其他总计法规章件结果维持纠正审结复议诉讼存问题改进收到主动\
    機構關開報資訊處請總計數項結維糾審復議訴訟問題進動對會發為這個國時來們過種經實現區縣務員業產學應當\
    0123456789，。、：；（）“”《》\n\t<>";

/// Decodes bytes. A byte order mark goes first, then strict UTF-8, then `declared` where it fits
/// without an error, then the encoding in which the text looks most like Chinese.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if let Some(encoding) = declared
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return text;
    }
    most_likely(bytes).decode_without_bom_handling(bytes).0
}

/// UTF-16 shows itself by the zero bytes of its line feeds, digits and blanks, which no other text
/// has. Text without any such character is left to [`most_likely`].
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    if zeros == 0 || zeros * 400 < sample.len() {
        return None;
    }
    let score = |encoding: &'static Encoding| likelihood(&encoding.decode_without_bom_handling(sample).0);
    let (little, big) = (score(UTF_16LE), score(UTF_16BE));
    if little.max(big) <= 0 { None } else { Some(if little >= big { UTF_16LE } else { UTF_16BE }) }
}

/// The encoding in which the text, from its first character that is not ASCII, holds the most
/// frequent characters and the least rubbish.
fn most_likely(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0) & !1;
    let rest = bytes.get(start..).unwrap_or(bytes);
    let sample = rest.get(..SAMPLE).unwrap_or(rest);
    let mut best = (i64::MIN, GB18030);
    for encoding in [UTF_8, GB18030, BIG5, UTF_16LE, UTF_16BE] {
        let score = likelihood(&encoding.decode_without_bom_handling(sample).0);
        if score > best.0 {
            best = (score, encoding);
        }
    }
    best.1
}

fn likelihood(text: &str) -> i64 {
    let score = |c: char| match c {
        '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\0'..='\x08' => -20,
        c if FREQUENT.contains(&c) => 4,
        _ => 0,
    };
    text.chars().map(score).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIMPLIFIED: &str = "二、主动公开政府信息情况\n本年收到申请23件，予以公开12件。";
    const TRADITIONAL: &str = "二、主動公開政府資訊情況\n本年收到申請23件，予以公開12件。";

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(decode(SIMPLIFIED.as_bytes(), None), SIMPLIFIED);
        assert_eq!(decode(&GB18030.encode(SIMPLIFIED).0, None), SIMPLIFIED);
        assert_eq!(decode(&GB18030.encode(TRADITIONAL).0, None), TRADITIONAL);
        assert_eq!(decode(&BIG5.encode(TRADITIONAL).0, None), TRADITIONAL);
        assert_eq!(decode(&utf_16(SIMPLIFIED, u16::to_le_bytes), None), SIMPLIFIED);
        assert_eq!(decode(&utf_16(SIMPLIFIED, u16::to_be_bytes), None), SIMPLIFIED);
    }

    #[test]
    fn utf_16_without_a_single_ascii_character_is_told() {
        let text = "政府信息公开工作年度报告，主动公开情况。";
        assert_eq!(decode(&utf_16(text, u16::to_le_bytes), None), text);
        assert_eq!(decode(&utf_16(text, u16::to_be_bytes), None), text);
    }

    #[test]
    fn marks_are_taken_off() {
        assert_eq!(decode("\u{FEFF}年报".as_bytes(), None), "年报");
        assert_eq!(decode(&utf_16("\u{FEFF}年报", u16::to_le_bytes), None), "年报");
        assert_eq!(decode(&utf_16("\u{FEFF}年报", u16::to_be_bytes), None), "年报");
    }

    #[test]
    fn one_damaged_byte_does_not_turn_utf_8_into_another_encoding() {
        let mut bytes = SIMPLIFIED.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        let text = decode(&bytes, None);
        assert!(text.starts_with("二、主动公开政府信息情况"), "{text}");
    }

    #[test]
    fn a_declared_encoding_is_used_where_it_fits() {
        let bytes = BIG5.encode("總計").0;
        assert_eq!(decode(&bytes, Some(BIG5)), "總計");
        assert_eq!(decode(SIMPLIFIED.as_bytes(), Some(GB18030)), SIMPLIFIED);
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            decode(&bytes, None);
        }
    }
}
