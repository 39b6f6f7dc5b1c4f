//! xls and et: Excel 97–2003 workbooks (BIFF8).

use nianbao::document::Document;
use nianbao::unreadable::Reason;

use super::bytes::{part, size_at, u16_at, u32_at};
use crate::limits;
use crate::sheet::{self, Formats, Sheet};

/// A record of a workbook: its kind and its bytes.
type Record<'a> = (u16, &'a [u8]);

/// Reads a workbook: its sheets in their order, without hidden ones.
pub(super) fn read(workbook: &[u8]) -> Result<Document, Reason> {
    let mut strings = Vec::new();
    let mut places = Vec::new();
    let mut formats = Formats::default();
    let mut records = Records(workbook).peekable();
    if !matches!(records.peek(), Some((0x0809, version)) if u16_at(version, 0) == Some(0x0600)) {
        // Excel 5 and 95, which nobody has used for twenty years.
        return Err(Reason::Unsupported);
    }
    while let Some((kind, bytes)) = records.next() {
        match kind {
            0x002F => return Err(Reason::Encrypted),
            // A sheet: where it stands, whether it is seen, whether it is one of cells.
            0x0085 if u16_at(bytes, 4).is_some_and(|flags| flags & 0xFF03 == 0) => places.extend(size_at(bytes, 0)),
            0x00FC => {
                let mut parts = vec![bytes];
                while let Some((_, more)) = records.next_if(|(kind, _)| *kind == 0x003C) {
                    parts.push(more);
                }
                strings = Strings { parts: &parts, at: 8 }.all();
            }
            0x0022 => formats.from_1904 = u16_at(bytes, 0) == Some(1),
            0x041E => {
                let code = Strings { parts: &[bytes], at: 2 }.next();
                formats.defined.extend(u16_at(bytes, 0).map(u32::from).zip(code));
            }
            // A style of cells.
            0x00E0 => formats.of_styles.push(u16_at(bytes, 2).map_or(0, u32::from)),
            0x000A => break,
            _ => {}
        }
    }
    let sheets: Result<Vec<Sheet>, Reason> = places
        .into_iter()
        .take(256)
        .filter_map(|place| workbook.get(place..))
        .map(|bytes| sheet(bytes, &strings, &formats))
        .collect();
    sheet::document("xls", &sheets?)
}

fn sheet(bytes: &[u8], strings: &[String], formats: &Formats) -> Result<Sheet, Reason> {
    let mut sheet = Sheet::default();
    // The cell of a formula whose text follows.
    let mut pending = None;
    for (kind, bytes) in Records(bytes) {
        let Some(cell) = u16_at(bytes, 0).map(u32::from).zip(u16_at(bytes, 2).map(u32::from)) else { continue };
        let mut put = |cell: (u32, u32), text: String| {
            if !text.trim().is_empty() {
                sheet.cells.insert(cell, text.trim().to_owned());
            }
        };
        let shown = |number: f64, at: usize| formats.shown(number, u16_at(bytes, at).map(usize::from));
        match kind {
            0x000A => break,
            0x00FD => {
                let text = size_at(bytes, 6).and_then(|index| strings.get(index));
                put(cell, text.cloned().unwrap_or_default());
            }
            0x0203 => put(cell, number(bytes, 6).map(|number| shown(number, 4)).unwrap_or_default()),
            0x027E => put(cell, u32_at(bytes, 6).map(|bits| shown(packed(bits), 4)).unwrap_or_default()),
            0x00BD => {
                let count = bytes.len().saturating_sub(6) / 6;
                for (index, column) in (0..count).zip(cell.1..) {
                    let at = 4 + index * 6;
                    let text = u32_at(bytes, at + 2).map(|bits| shown(packed(bits), at));
                    put((cell.0, column), text.unwrap_or_default());
                }
            }
            0x0006 => match part(bytes, 6, 8) {
                // Not a number but a mark for one of the other kinds of value.
                Some([kind, .., 0xFF, 0xFF]) => pending = Some(cell).filter(|_| *kind == 0),
                _ => put(cell, number(bytes, 6).map(|number| shown(number, 4)).unwrap_or_default()),
            },
            0x0207 => {
                let text = Strings { parts: &[bytes], at: 0 }.next();
                if let (Some(cell), Some(text)) = (pending.take(), text) {
                    put(cell, text);
                }
            }
            0x0204 => put(cell, Strings { parts: &[bytes], at: 6 }.next().unwrap_or_default()),
            0x00E5 => {
                for area in bytes.get(2..).unwrap_or_default().chunks_exact(8) {
                    let at = |index: usize| u16_at(area, index * 2).map_or(0, u32::from);
                    if at(0) <= at(1) && at(2) <= at(3) {
                        sheet.merged.insert((at(0), at(2)), (at(1), at(3)));
                    }
                }
            }
            _ => {}
        }
        if sheet.cells.len() > limits::PIECES {
            return Err(Reason::TooLarge);
        }
    }
    Ok(sheet)
}

fn number(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(part(bytes, at, 8)?.try_into().ok()?))
}

/// A number in four bytes: a whole one, or the upper half of one, perhaps a hundredth.
fn packed(bits: u32) -> f64 {
    let value = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    };
    if bits & 1 != 0 { value / 100.0 } else { value }
}

/// The records of a stream.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (u16_at(self.0, 0)?, usize::from(u16_at(self.0, 2)?));
        let bytes = part(self.0, 4, length)?;
        self.0 = self.0.get(4 + length..)?;
        Some((kind, bytes))
    }
}

/// Texts that go on over several records.
struct Strings<'p, 'a> {
    parts: &'p [&'a [u8]],
    /// Where in the first part the next text begins.
    at: usize,
}

impl Strings<'_, '_> {
    fn all(mut self) -> Vec<String> {
        let mut strings = Vec::new();
        while let Some(text) = self.next().filter(|_| strings.len() < limits::PIECES) {
            strings.push(text);
        }
        strings
    }

    /// Goes to the next part where this one has ended; whether there is one.
    fn turn(&mut self) -> Option<bool> {
        let mut turned = false;
        while self.at >= self.parts.first()?.len() {
            self.at -= self.parts.first()?.len();
            self.parts = self.parts.get(1..)?;
            turned = true;
        }
        Some(turned)
    }

    fn next(&mut self) -> Option<String> {
        self.turn()?;
        let head = self.parts.first()?;
        let mut left = usize::from(u16_at(head, self.at)?);
        let mut flags = *head.get(self.at + 2)?;
        self.at += 3;
        let (mut runs, mut extra) = (0, 0);
        if flags & 0x08 != 0 {
            runs = usize::from(u16_at(head, self.at)?);
            self.at += 2;
        }
        if flags & 0x04 != 0 {
            extra = size_at(head, self.at)?;
            self.at += 4;
        }
        let mut units = Vec::new();
        while left > 0 {
            // The text goes on in the next record after a byte that says how wide it is there.
            if self.turn()? {
                flags = *self.parts.first()?.get(self.at)?;
                self.at += 1;
            }
            let rest = self.parts.first()?.get(self.at..)?;
            let width = if flags & 1 != 0 { 2 } else { 1 };
            let count = left.min(rest.len() / width);
            if count == 0 {
                return None;
            }
            let bytes = rest.get(..count * width)?;
            if width == 2 {
                units.extend(bytes.chunks_exact(2).map(|pair| u16_at(pair, 0).unwrap_or(0)));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            self.at += count * width;
            left -= count;
        }
        self.at = self.at.checked_add(runs * 4)?.checked_add(extra)?;
        Some(String::from_utf16_lossy(&units))
    }
}
