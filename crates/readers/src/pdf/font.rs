//! Fonts: what the codes of a text mean and how far each moves the pen.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, MACINTOSH, SHIFT_JIS, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::names;
use super::stream;

/// A font has at most as many widths as there are codes of two bytes.
const MOST_WIDTHS: usize = 1 << 16;

/// How a text is cut into codes, and what they mean without a table to Unicode.
#[derive(Debug)]
enum Codes {
    /// One byte each; the character of each.
    Simple(Vec<Option<char>>),
    /// Two bytes each, meaning glyphs.
    Glyphs,
    /// UTF-16, big end first.
    Utf16,
    /// One or two bytes in an encoding.
    Encoded(&'static Encoding),
    /// As a table in the file says.
    Table(Box<CMap>),
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// What a width of one means, in font sizes.
    scale: f64,
    /// Whether lines run down.
    pub vertical: bool,
}

/// A code of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    /// What it means; nothing, if that is unknown.
    pub text: Option<String>,
    /// How far it moves the pen, in font sizes.
    pub width: f64,
    /// Whether it is the single byte 32, to which the spacing of words applies.
    pub is_blank: bool,
}

impl Default for Font {
    /// A font of which nothing is known.
    fn default() -> Font {
        Font {
            codes: Codes::Simple(simple_codes(None, WINDOWS_1252)),
            to_unicode: None,
            widths: HashMap::new(),
            default_width: 500.0,
            scale: 0.001,
            vertical: false,
        }
    }
}

impl Font {
    /// Reads a font's dictionary.
    pub fn read(dict: &Dict<'_>) -> Font {
        let to_unicode = dict.get::<Stream<'_>>("ToUnicode").and_then(|stream| table(&stream));
        let subtype = dict.get::<Name<'_>>("Subtype");
        let mut font = match subtype.as_deref() {
            Some(b"Type0") => composite(dict),
            Some(b"Type3") => Font { scale: type_3_scale(dict), ..simple(dict) },
            _ => simple(dict),
        };
        font.to_unicode = to_unicode;
        font
    }

    /// Cuts a text into codes.
    pub fn show(&self, bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let length = self.length(rest).clamp(1, rest.len());
            let (code, after) = rest.split_at(length);
            rest = after;
            shown.push(self.show_code(code));
        }
        shown
    }

    /// How many bytes the first code has.
    fn length(&self, bytes: &[u8]) -> usize {
        let first = bytes.first().copied().unwrap_or(0);
        match &self.codes {
            Codes::Simple(_) => 1,
            Codes::Glyphs => 2,
            Codes::Utf16 => {
                if matches!(first, 0xD8..=0xDB) {
                    4
                } else {
                    2
                }
            }
            Codes::Encoded(encoding) => {
                let single = first < 0x81 || first == 0xFF || *encoding == SHIFT_JIS && matches!(first, 0xA0..=0xDF);
                let four = *encoding == GB18030 && bytes.get(1).is_some_and(u8::is_ascii_digit);
                if single {
                    1
                } else if four {
                    4
                } else {
                    2
                }
            }
            Codes::Table(table) => (1..=4_u8)
                .find(|length| {
                    let code = bytes.get(..usize::from(*length)).map(number);
                    code.is_some_and(|code| table.lookup_cid_code(code, *length).is_some())
                })
                .map_or(2, usize::from),
        }
    }

    fn show_code(&self, bytes: &[u8]) -> Shown {
        let code = number(bytes);
        let text = match self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code)) {
            Some(BfString::Char(character)) => Some(character.to_string()),
            Some(BfString::String(text)) => Some(text),
            None => self.meaning(bytes, code),
        };
        let known = |text: &String| !text.chars().all(|c| matches!(c, '\0' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}'));
        let cid = self.cid(bytes, code);
        let width = self.widths.get(&cid).copied().unwrap_or(self.default_width);
        Shown { text: text.filter(known), width: width * self.scale, is_blank: bytes == [32] }
    }

    /// What a code means without a table to Unicode.
    fn meaning(&self, bytes: &[u8], code: u32) -> Option<String> {
        match &self.codes {
            Codes::Simple(characters) => characters.get(usize::try_from(code).ok()?)?.map(String::from),
            Codes::Glyphs | Codes::Table(_) => None,
            Codes::Utf16 => {
                let units = bytes.chunks(2).map(|pair| u16::try_from(number(pair)).unwrap_or(0));
                char::decode_utf16(units).next()?.ok().map(String::from)
            }
            Codes::Encoded(encoding) => {
                encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
            }
        }
    }

    /// The number under which widths are kept.
    fn cid(&self, bytes: &[u8], code: u32) -> u32 {
        match &self.codes {
            Codes::Simple(_) | Codes::Glyphs => code,
            // Latin letters stand at the beginning of Adobe's collections; all else is a square wide.
            Codes::Utf16 | Codes::Encoded(_) => {
                if (0x20..0x7F).contains(&code) {
                    code - 0x1F
                } else {
                    u32::MAX
                }
            }
            Codes::Table(table) => {
                let length = u8::try_from(bytes.len()).unwrap_or(0);
                table.lookup_cid_code(code, length).unwrap_or(code)
            }
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn table(stream: &Stream<'_>) -> Option<CMap> {
    let data = stream::unpack(stream).ok()?;
    CMap::parse(&data, hayro_cmap::load_embedded)
}

fn simple(dict: &Dict<'_>) -> Font {
    let encoding = dict.get::<Object<'_>>("Encoding");
    let base = match &encoding {
        Some(Object::Name(name)) => Some(name.clone()),
        Some(Object::Dict(dict)) => dict.get::<Name<'_>>("BaseEncoding"),
        _ => None,
    };
    let base = if base.as_deref() == Some(b"MacRomanEncoding") { MACINTOSH } else { WINDOWS_1252 };
    let differences = match &encoding {
        Some(Object::Dict(dict)) => dict.get::<Array<'_>>("Differences"),
        _ => None,
    };
    let first = dict.get::<u32>("FirstChar").unwrap_or(0);
    let widths = dict.get::<Array<'_>>("Widths");
    let widths = widths.iter().flat_map(|widths| widths.iter::<Number>()).take(256);
    let widths = (first..=u32::MAX).zip(widths).map(|(code, width)| (code, width.as_f64())).collect();
    let missing = dict.get::<Dict<'_>>("FontDescriptor").and_then(|font| font.get::<Number>("MissingWidth"));
    Font {
        codes: Codes::Simple(simple_codes(differences.as_ref(), base)),
        widths,
        default_width: missing.map_or(500.0, |width| width.as_f64()),
        ..Font::default()
    }
}

fn simple_codes(differences: Option<&Array<'_>>, base: &'static Encoding) -> Vec<Option<char>> {
    let decoded = |byte: u8| base.decode_without_bom_handling(&[byte]).0.chars().next().filter(|c| !c.is_control());
    let mut codes: Vec<Option<char>> = (0..=u8::MAX).map(decoded).collect();
    let mut code = 0_usize;
    for item in differences.iter().flat_map(|array| array.iter::<Object<'_>>()).take(1024) {
        match item {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(slot) = codes.get_mut(code) {
                    *slot = names::character(name.as_str());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    codes
}

/// The width of a glyph of a Type 3 font is in its own space.
fn type_3_scale(dict: &Dict<'_>) -> f64 {
    let matrix = dict.get::<Array<'_>>("FontMatrix");
    matrix.and_then(|matrix| matrix.iter::<Number>().next()).map_or(0.001, |a| a.as_f64().abs())
}

fn composite(dict: &Dict<'_>) -> Font {
    let descendant = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let descendant = descendant.or_else(|| dict.get::<Dict<'_>>("DescendantFonts")).unwrap_or_default();
    let (codes, vertical) = match dict.get::<Object<'_>>("Encoding") {
        Some(Object::Name(name)) => (predefined(name.as_str()), name.as_str().ends_with("-V")),
        Some(Object::Stream(stream)) => {
            let vertical = stream.dict().get::<i32>("WMode") == Some(1);
            (table(&stream).map_or(Codes::Glyphs, |table| Codes::Table(Box::new(table))), vertical)
        }
        _ => (Codes::Glyphs, false),
    };
    let mut widths = HashMap::new();
    if let Some(array) = descendant.get::<Array<'_>>("W") {
        composite_widths(&array, &mut widths);
    }
    if let Codes::Encoded(_) = codes {
        // In these tables Latin letters are half a square wide, under numbers of their own.
        for (code, cid) in (1..=95).zip(814..) {
            let width = widths.get(&cid).copied().unwrap_or(500.0);
            widths.insert(code, width);
        }
    }
    let default_width = descendant.get::<Number>("DW").map_or(1000.0, |width| width.as_f64());
    Font { codes, widths, default_width, vertical, ..Font::default() }
}

/// Reads `[first [w w w] first last w …]`.
fn composite_widths(array: &Array<'_>, widths: &mut HashMap<u32, f64>) {
    let cid = |number: &Number| u32::try_from(number.as_i64()).unwrap_or(u32::MAX);
    let mut pending: Vec<Number> = Vec::new();
    for item in array.iter::<Object<'_>>().take(MOST_WIDTHS) {
        match item {
            Object::Number(number) => pending.push(number),
            Object::Array(list) => {
                let first = pending.pop().map_or(0, |number| cid(&number));
                pending.clear();
                for (cid, width) in (first..=u32::MAX).zip(list.iter::<Number>().take(MOST_WIDTHS)) {
                    widths.insert(cid, width.as_f64());
                }
            }
            _ => pending.clear(),
        }
        if let [first, last, width] = pending.as_slice() {
            let (first, last, width) = (cid(first), cid(last), width.as_f64());
            widths.extend((first..=last).take(MOST_WIDTHS).map(|cid| (cid, width)));
            pending.clear();
        }
        if widths.len() > MOST_WIDTHS {
            return;
        }
    }
}

/// The codes of Adobe's predefined tables. Their names tell the encoding, so that the tables
/// themselves (1.2 MB) are not needed for the text.
fn predefined(name: &str) -> Codes {
    let is = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if is(&["Identity"]) {
        Codes::Glyphs
    } else if is(&["UCS2", "UTF16"]) {
        Codes::Utf16
    } else if is(&["GBK2K"]) {
        Codes::Encoded(GB18030)
    } else if is(&["GBK", "GBpc", "GB-EUC", "GBT"]) {
        Codes::Encoded(GBK)
    } else if is(&["B5", "ETen", "HKscs", "CNS"]) {
        Codes::Encoded(BIG5)
    } else if is(&["RKSJ"]) {
        Codes::Encoded(SHIFT_JIS)
    } else if is(&["KSC"]) {
        Codes::Encoded(EUC_KR)
    } else {
        Codes::Glyphs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(font: &Font, bytes: &[u8]) -> Vec<String> {
        font.show(bytes).into_iter().map(|shown| shown.text.unwrap_or("?".to_owned())).collect()
    }

    #[test]
    fn predefined_tables_tell_their_encoding() {
        let font = |name: &str| Font { codes: predefined(name), ..Font::default() };
        assert_eq!(texts(&font("GBK-EUC-H"), b"1\xB9\xE6\xD5\xC2"), ["1", "规", "章"]);
        assert_eq!(texts(&font("UniGB-UCS2-H"), b"\x00\x31\x89\xC4"), ["1", "规"]);
        assert_eq!(texts(&font("UniGB-UTF16-H"), b"\xD8\x40\xDC\x00"), ["\u{20000}"]);
        assert_eq!(texts(&font("ETenms-B5-H"), b"\xA4\x40"), ["一"]);
        assert_eq!(texts(&font("Identity-H"), b"\x00\x31"), ["?"]);
    }

    #[test]
    fn the_end_of_a_text_may_cut_a_code() {
        let font = Font { codes: Codes::Glyphs, ..Font::default() };
        assert_eq!(texts(&font, b"\x00"), ["?"]);
        assert_eq!(texts(&Font::default(), b"A\x931"), ["A", "“", "1"]);
    }
}
