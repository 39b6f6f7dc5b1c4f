//! Properties of paragraphs and characters in a Word 97–2003 document: sorted ranges of file
//! offsets, kept in pages of 512 bytes, each range with a list of changes ("sprms").

use super::bytes::{part, size_at, u16_at, u32_at};

/// A page of properties.
const PAGE: usize = 512;

/// How many ranges are kept.
const MOST_RANGES: usize = 1_000_000;

/// What matters of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphProperties {
    /// Whether it stands in a table.
    pub in_table: bool,
    /// In how many tables it stands, one within the other; 0 where it is not told.
    pub depth: u32,
    /// Whether it is the mark that ends a row.
    pub ends_row: bool,
    /// Whether it ends a cell, or a row, of a table within a cell.
    pub ends_inner_cell: bool,
    pub ends_inner_row: bool,
    /// The list that numbers it, from 1; 0 for none.
    pub list: u16,
    /// The level in the list, from 0.
    pub list_level: u8,
    /// The level of a heading, from 1.
    pub level: Option<u8>,
    /// Where the row's cells begin and end, in twentieths of a point.
    pub edges: Vec<i32>,
    /// For each cell whether it goes on from the left and from above.
    pub goes_on: Vec<(bool, bool)>,
}

/// What matters of characters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CharacterProperties {
    pub deleted: bool,
    pub inserted: bool,
    pub hidden: bool,
}

/// Ranges of file offsets, each with properties.
#[derive(Debug, Default)]
pub(super) struct Ranges<T> {
    ranges: Vec<(u32, u32, T)>,
}

impl<T: Clone + Default> Ranges<T> {
    /// The properties at a file offset.
    pub fn at(&self, offset: u32) -> T {
        let after = self.ranges.partition_point(|(start, ..)| *start <= offset);
        let range = after.checked_sub(1).and_then(|index| self.ranges.get(index));
        range.filter(|(_, end, _)| offset < *end).map(|(.., properties)| properties.clone()).unwrap_or_default()
    }
}

/// The properties that the styles of paragraphs bring along, by the number of the style.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<ParagraphProperties>);

impl Styles {
    /// Reads the table of styles.
    pub fn read(table: &[u8]) -> Styles {
        // For each style the one it is based on and its own changes.
        let mut own: Vec<(usize, &[u8])> = Vec::new();
        let (mut at, base_length) = (2 + u16_at(table, 0).map_or(0, usize::from), u16_at(table, 4));
        while let Some(length) = u16_at(table, at).map(usize::from).filter(|_| own.len() < 4_096) {
            let style = part(table, at + 2, length).unwrap_or_default();
            own.push(style_of_paragraphs(style, base_length.map_or(10, usize::from)).unwrap_or((NO_STYLE, &[])));
            at += 2 + length;
        }
        Styles((0..own.len()).map(|style| resolved(&own, style, 0)).collect())
    }

    fn get(&self, style: Option<u16>) -> ParagraphProperties {
        style.and_then(|style| self.0.get(usize::from(style))).cloned().unwrap_or_default()
    }
}

/// The number that stands for no style.
const NO_STYLE: usize = 0xFFF;

/// The style that a style of paragraphs is based on, and its changes of properties.
fn style_of_paragraphs(style: &[u8], base_length: usize) -> Option<(usize, &[u8])> {
    let kind = u16_at(style, 2)?;
    if kind & 0xF != 1 {
        return None;
    }
    // Its name, with its length before and a zero behind.
    let name = usize::from(u16_at(style, base_length)?);
    let changes = base_length + 2 + name * 2 + 2;
    let length = usize::from(u16_at(style, changes)?);
    // The first two bytes name the style itself.
    Some((usize::from(kind >> 4), part(style, changes + 4, length.saturating_sub(2))?))
}

fn resolved(own: &[(usize, &[u8])], style: usize, depth: usize) -> ParagraphProperties {
    let Some((base, changes)) = own.get(style).filter(|_| depth < 12) else { return ParagraphProperties::default() };
    let mut properties = resolved(own, *base, depth + 1);
    change_paragraph(changes, &[], &mut properties, 0);
    properties
}

/// Reads the properties of paragraphs. `table` is their table of pages, `data` holds long lists.
pub(super) fn of_paragraphs(
    document: &[u8],
    table: &[u8],
    data: &[u8],
    styles: &Styles,
) -> Ranges<ParagraphProperties> {
    ranges(document, table, 13, |page, entry| {
        let offset = usize::from(*page.get(entry)?) * 2;
        if offset == 0 {
            return None;
        }
        let words = usize::from(*page.get(offset)?);
        let list = if words == 0 {
            part(page, offset + 2, usize::from(*page.get(offset + 1)?) * 2)
        } else {
            part(page, offset + 1, words * 2 - 1)
        };
        // The first two bytes name the style.
        let mut properties = styles.get(u16_at(list?, 0));
        change_paragraph(list?.get(2..)?, data, &mut properties, 0);
        Some(properties)
    })
}

/// Reads the properties of characters.
pub(super) fn of_characters(document: &[u8], table: &[u8]) -> Ranges<CharacterProperties> {
    ranges(document, table, 1, |page, entry| {
        let offset = usize::from(*page.get(entry)?) * 2;
        let list = part(page, offset + 1, usize::from(*page.get(offset)?))?;
        let mut properties = CharacterProperties::default();
        for (code, operand) in Sprms(list) {
            let on = operand.first().is_some_and(|value| *value != 0);
            match code {
                0x0800 => properties.deleted = on,
                0x0801 => properties.inserted = on,
                0x083C => properties.hidden = on,
                _ => {}
            }
        }
        Some(properties).filter(|_| offset != 0)
    })
}

/// Reads all pages; `read` reads the properties of one entry of `size` bytes.
fn ranges<T: Default>(
    document: &[u8],
    table: &[u8],
    size: usize,
    read: impl Fn(&[u8], usize) -> Option<T>,
) -> Ranges<T> {
    let count = table.len().saturating_sub(4) / 8;
    let mut ranges = Vec::new();
    for index in 0..count {
        let number = size_at(table, (count + 1) * 4 + index * 4).unwrap_or(0) & 0x3F_FFFF;
        let Some(page) = part(document, number * PAGE, PAGE) else { continue };
        let runs = usize::from(page.last().copied().unwrap_or(0));
        for run in 0..runs {
            let bounds = (u32_at(page, run * 4), u32_at(page, run * 4 + 4));
            if let ((Some(start), Some(end)), true) = (bounds, ranges.len() < MOST_RANGES) {
                let properties = read(page, (runs + 1) * 4 + run * size).unwrap_or_default();
                ranges.push((start, end, properties));
            }
        }
    }
    ranges.sort_by_key(|(start, ..)| *start);
    Ranges { ranges }
}

fn change_paragraph(list: &[u8], data: &[u8], properties: &mut ParagraphProperties, depth: usize) {
    for (code, operand) in Sprms(list) {
        let on = operand.first().is_some_and(|value| *value != 0);
        match code {
            0x2416 => properties.in_table = on,
            0x2417 => properties.ends_row = on,
            0x244B => properties.ends_inner_cell = on,
            0x244C => properties.ends_inner_row = on,
            0x6649 => properties.depth = u32_at(operand, 0).unwrap_or(0),
            0x460B => properties.list = u16_at(operand, 0).unwrap_or(0),
            0x260A => properties.list_level = operand.first().copied().unwrap_or(0),
            0x2640 => properties.level = operand.first().filter(|level| **level < 9).map(|level| level + 1),
            0xD608 => define_cells(operand, properties),
            // The list is too long for its page and stands elsewhere.
            0x6645 | 0x6646 if depth == 0 => {
                let at = size_at(operand, 0).unwrap_or(usize::MAX);
                let length = u16_at(data, at).map_or(0, usize::from);
                if let Some(list) = at.checked_add(2).and_then(|at| part(data, at, length)) {
                    change_paragraph(list, data, properties, 1);
                }
            }
            _ => {}
        }
    }
}

/// Reads the definition of a row: the number of cells, their edges, and what each is.
fn define_cells(operand: &[u8], properties: &mut ParagraphProperties) {
    let count = usize::from(operand.first().copied().unwrap_or(0));
    let edge = |index: usize| u16_at(operand, 1 + index * 2).map(|edge| i32::from(edge as i16));
    properties.edges = (0..=count).map_while(edge).collect();
    let cell = |index: usize| {
        let flags = u16_at(operand, 1 + (count + 1) * 2 + index * 20).unwrap_or(0);
        (flags & 0x3 == 0x2, flags & 0x60 == 0x20)
    };
    properties.goes_on = (0..count).map(cell).collect();
}

/// The changes of a list: the code and the operand of each.
struct Sprms<'a>(&'a [u8]);

impl<'a> Iterator for Sprms<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = u16_at(self.0, 0)?;
        let rest = self.0.get(2..)?;
        // The upper three bits tell how long the operand is.
        let (skip, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == 0xD608 => (2, usize::from(u16_at(rest, 0)?).saturating_sub(1)),
            _ => (1, usize::from(*rest.first()?)),
        };
        let operand = part(rest, skip, length)?;
        self.0 = rest.get(skip + length..)?;
        Some((code, operand))
    }
}
