//! The lists of a Word 97–2003 document: PlfLst has their kinds, PlfLfo those that paragraphs name.

use super::bytes::{part, size_at, u16_at, u32_at};
use crate::limits;
use crate::numbering::{Kind, LEVELS, Level, List, Numbering};

/// The formats of numbers by their code, named as in Office Open XML.
const FORMATS: [&str; 44] = [
    "decimal",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "decimal",
    "decimal",
    "decimal",
    "decimal",
    "decimal",
    "ideographDigital",
    "japaneseCounting",
    "decimal",
    "decimal",
    "decimalFullWidth",
    "decimal",
    "japaneseLegal",
    "japaneseDigitalTenThousand",
    "decimalEnclosedCircle",
    "decimalFullWidth2",
    "decimal",
    "decimal",
    "decimalZero",
    "bullet",
    "decimal",
    "decimal",
    "decimalEnclosedFullstop",
    "decimalEnclosedParen",
    "decimalEnclosedCircleChinese",
    "ideographEnclosedCircle",
    "ideographTraditional",
    "ideographZodiac",
    "ideographZodiac",
    "taiwaneseCounting",
    "ideographLegalTraditional",
    "taiwaneseCountingThousand",
    "taiwaneseDigital",
    "chineseCounting",
    "chineseLegalSimplified",
    "chineseCountingThousand",
    "decimal",
    "koreanDigital",
    "koreanCounting",
    "koreanCounting",
];

/// Reads the lists. `kinds` begins with PlfLst, `names` with PlfLfo; what belongs to each follows it.
pub(super) fn read(kinds: &[u8], names: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    // What was read before the damage stays.
    let _ = read_kinds(kinds, &mut numbering);
    let _ = read_lists(names, &mut numbering);
    numbering
}

fn read_kinds(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    const SIZE: usize = 28;
    let count = usize::from(u16_at(bytes, 0)?);
    let mut levels = Reader { bytes, at: 2 + count * SIZE };
    for index in 0..count {
        let head = part(bytes, 2 + index * SIZE, SIZE)?;
        let is_simple = head.get(26)? & 1 != 0;
        let mut kind = Kind::default();
        for level in 0..if is_simple { 1 } else { LEVELS } {
            kind.levels.insert(level, levels.level()?);
        }
        numbering.kinds.insert(u32_at(head, 0)?.to_string(), kind);
    }
    Some(())
}

fn read_lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    const SIZE: usize = 16;
    let count = size_at(bytes, 0)?.min(limits::PIECES);
    let mut changes = Reader { bytes, at: count.checked_mul(SIZE)?.checked_add(4)? };
    for index in 0..count {
        let head = part(bytes, 4 + index * SIZE, SIZE)?;
        let mut list = List { kind: u32_at(head, 0)?.to_string(), ..List::default() };
        // A place in the text, which is no longer used.
        changes.at = changes.at.checked_add(4)?;
        let mut whole = true;
        for _ in 0..*head.get(12)? {
            whole = changes.change(&mut list).is_some();
            if !whole {
                break;
            }
        }
        // Paragraphs count them from 1.
        numbering.lists.insert((index + 1).to_string(), list);
        if !whole {
            return None;
        }
    }
    Some(())
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// How a list differs from its kind in a level.
    fn change(&mut self, list: &mut List) -> Option<()> {
        let (start, flags) = (u32_at(self.bytes, self.at)?, u32_at(self.bytes, self.at + 4)?);
        self.at += 8;
        let level = usize::try_from(flags & 0xF).ok()?;
        if flags & 0x20 != 0 {
            let own = self.level()?;
            list.levels.insert(level, own);
        } else if flags & 0x10 != 0 {
            list.starts.push((level, start));
        }
        Some(())
    }

    /// How the numbers of a level look.
    fn level(&mut self) -> Option<Level> {
        let head = part(self.bytes, self.at, 28)?;
        let code = usize::from(*head.get(4)?);
        let flags = *head.get(5)?;
        let lengths = usize::from(*head.get(24)?) + usize::from(*head.get(25)?);
        let text = self.at + 28 + lengths;
        let count = usize::from(u16_at(self.bytes, text)?);
        let units = part(self.bytes, text + 2, count * 2)?.chunks_exact(2).map(|pair| u16_at(pair, 0).unwrap_or(0));
        let characters = char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}'));
        let mut pattern = String::new();
        for character in characters {
            // The number of a level stands as the level itself.
            match u8::try_from(character).ok().filter(|level| usize::from(*level) < LEVELS) {
                Some(level) => pattern.push_str(&format!("%{}", level + 1)),
                None => pattern.push(character),
            }
        }
        self.at = text + 2 + count * 2;
        Some(Level {
            start: u32_at(head, 0)?,
            format: FORMATS.get(code).copied().unwrap_or(if code == 0xFF { "none" } else { "decimal" }).to_owned(),
            text: pattern,
            legal: flags & 0x04 != 0,
            restart: (flags & 0x08 != 0).then(|| usize::from(head.get(26).copied().unwrap_or(0))),
            style: None,
        })
    }
}
