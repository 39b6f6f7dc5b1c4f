//! A document of WPS or of Word 97–2003 (an OLE2 container): the text in pieces, marks that end
//! paragraphs and cells, and for each paragraph a list of properties, in pages of 512 bytes. The
//! layout is that of Microsoft's [MS-DOC].

use std::io::{Cursor, Write};

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "wps-file",
    origin: "a document of WPS or of an old Word",
    write: |draft, hand| {
        let mut writer = WpsFile { text: Vec::new(), paragraphs: Vec::new(), hand };
        walk(draft, &mut writer);
        Written::File { name: "年度报告.wps", bytes: writer.assembled() }
    },
};

/// Where the text begins in the file, in bytes.
const TEXT: usize = 0x400;
/// A page of properties, in bytes.
const PAGE: usize = 512;
/// How wide a column is, in twentieths of a point.
const COLUMN: u16 = 900;
/// How many characters stand in a piece of the text.
const PIECE: usize = 700;

/// The properties of a paragraph: that it stands in a table, that it ends a row.
const IN_TABLE: [u8; 3] = [0x16, 0x24, 1];
const ENDS_ROW: [u8; 3] = [0x17, 0x24, 1];
/// What begins the definition of a row's cells.
const DEFINES_CELLS: [u8; 2] = [0x08, 0xD6];

struct WpsFile<'a> {
    /// The text in UTF-16, marks included.
    text: Vec<u16>,
    /// Where each paragraph ends in the text, and its properties.
    paragraphs: Vec<(usize, Vec<u8>)>,
    hand: &'a mut Hand,
}

impl WpsFile<'_> {
    fn add(&mut self, text: &str, mark: u16, properties: &[u8]) {
        self.text.extend(text.encode_utf16());
        self.text.push(mark);
        self.paragraphs.push((self.text.len(), properties.to_vec()));
    }

    /// The file: an OLE2 container of two streams. Writing to memory does not fail; if it did, the
    /// file would be empty and every test that reads it would say so.
    fn assembled(&self) -> Vec<u8> {
        let (document, table) = self.streams();
        let write = || -> std::io::Result<Vec<u8>> {
            let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new()))?;
            container.create_stream("WordDocument")?.write_all(&document)?;
            container.create_stream("1Table")?.write_all(&table)?;
            container.flush()?;
            Ok(container.into_inner().into_inner())
        };
        write().unwrap_or_default()
    }

    /// The stream of the text and the stream of its tables.
    fn streams(&self) -> (Vec<u8>, Vec<u8>) {
        let mut document = vec![0; TEXT];
        document.extend(self.text.iter().flat_map(|unit| unit.to_le_bytes()));
        let end = document.len();
        let mut pages: Vec<(usize, usize)> = Vec::new();
        let mut rest = self.paragraphs.as_slice();
        let mut start = 0;
        while !rest.is_empty() {
            let count = fitting(rest);
            let (here, after) = rest.split_at(count.max(1));
            document.resize(document.len().next_multiple_of(PAGE), 0);
            pages.push((start, document.len() / PAGE));
            document.extend(page(start, here));
            start = here.last().map_or(start, |(end, _)| *end);
            rest = after;
        }
        let mut table = Vec::new();
        put(&mut document, 0x00, &0xA5EC_u16.to_le_bytes());
        put(&mut document, 0x02, &0x00C1_u16.to_le_bytes());
        // The tables stand in the stream 1Table.
        put(&mut document, 0x0A, &0x0200_u16.to_le_bytes());
        // How many numbers of each size follow in the header.
        put(&mut document, 0x20, &14_u16.to_le_bytes());
        put(&mut document, 0x3E, &22_u16.to_le_bytes());
        put(&mut document, 0x98, &93_u16.to_le_bytes());
        put(&mut document, 0x4C, &number(self.text.len()));
        // The table of the pages: where each begins and the last ends, then their numbers.
        let starts = pages.iter().map(|(start, _)| TEXT + 2 * start).chain([end]);
        let numbers = pages.iter().map(|(_, number)| *number);
        add(&mut document, &mut table, 13, &starts.chain(numbers).flat_map(number).collect::<Vec<u8>>());
        add(&mut document, &mut table, 33, &self.pieces());
        (document, table)
    }

    /// The table of the pieces.
    fn pieces(&self) -> Vec<u8> {
        let starts: Vec<usize> = (0..self.text.len()).step_by(PIECE).collect();
        let mut pieces: Vec<u8> = starts.iter().copied().chain([self.text.len()]).flat_map(number).collect();
        for start in starts {
            pieces.extend([0, 0]);
            pieces.extend(number(TEXT + 2 * start));
            pieces.extend([0, 0]);
        }
        let mut table = vec![2];
        table.extend(number(pieces.len()));
        table.extend(pieces);
        table
    }
}

/// How many of the paragraphs fit on one page: each takes its end, a pointer of 13 bytes, and its
/// properties.
fn fitting(paragraphs: &[(usize, Vec<u8>)]) -> usize {
    let mut room = PAGE - 1 - 4;
    paragraphs
        .iter()
        .take_while(|(_, properties)| {
            let size = 4 + 13 + listed(properties).len();
            let fits = size <= room;
            room = room.saturating_sub(size);
            fits
        })
        .count()
}

/// A list of properties with its length, as it stands on a page: an even number of bytes.
fn listed(properties: &[u8]) -> Vec<u8> {
    // Two bytes for the style.
    let mut list = vec![0, 0, 0];
    list.extend(properties);
    if list.len() % 2 == 1 {
        // An odd list of a length in words, less the byte of the length itself.
        list.push(0);
    }
    list[0] = (list.len() / 2) as u8;
    list
}

/// A page with the properties of paragraphs.
fn page(start: usize, paragraphs: &[(usize, Vec<u8>)]) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[PAGE - 1] = paragraphs.len() as u8;
    put(&mut page, 0, &number(TEXT + 2 * start));
    let mut place = PAGE - 1;
    for (index, (end, properties)) in paragraphs.iter().enumerate() {
        put(&mut page, 4 * (index + 1), &number(TEXT + 2 * end));
        let list = listed(properties);
        place = (place - list.len()) & !1;
        put(&mut page, place, &list);
        page[4 * (paragraphs.len() + 1) + 13 * index] = (place / 2) as u8;
    }
    page
}

fn put(bytes: &mut [u8], at: usize, what: &[u8]) {
    bytes[at..at + what.len()].copy_from_slice(what);
}

/// Four bytes, little end first.
fn number(number: usize) -> [u8; 4] {
    (number as u32).to_le_bytes()
}

/// Adds a table to the stream of tables, and its place to the header as the pair of this number.
fn add(document: &mut [u8], tables: &mut Vec<u8>, pair: usize, table: &[u8]) {
    put(document, 0x9A + 8 * pair, &number(tables.len()));
    put(document, 0x9A + 8 * pair + 4, &number(table.len()));
    tables.extend(table);
}

impl Writer for WpsFile<'_> {
    fn title(&mut self, text: &str) {
        self.add(text, 0x0D, &[]);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.add(&text, 0x0D, &[]);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.add(&text, 0x0D, &[]);
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in 0..table.rows.len() {
            let cells = table.covering(row);
            let mut edges = vec![0_u16];
            let mut merged = Vec::new();
            for cell in &cells {
                let begins = cell.row == row;
                let text = if begins { printed(cell, self.hand) } else { String::new() };
                self.add(&text, 0x07, &IN_TABLE);
                edges.push((cell.column + cell.column_span) as u16 * COLUMN);
                merged.push(match (cell.row_span > 1, begins) {
                    (false, _) => 0,
                    (true, true) => 0x60,
                    (true, false) => 0x20,
                });
            }
            let mut definition = vec![cells.len() as u8];
            definition.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
            for flags in merged {
                // What else a cell has is its borders.
                definition.extend([flags, 0]);
                definition.extend([0; 18]);
            }
            let mut properties = [IN_TABLE, ENDS_ROW].concat();
            properties.extend(DEFINES_CELLS);
            properties.extend(((definition.len() + 1) as u16).to_le_bytes());
            properties.extend(definition);
            self.add("", 0x07, &properties);
        }
        self.add("", 0x0D, &[]);
    }
}

/// The text of a file of this layout, and after it what its pages of properties give as letters.
#[cfg(test)]
pub(super) fn decoded(bytes: &[u8]) -> String {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).expect("a container");
    let mut document = Vec::new();
    let mut stream = container.open_stream("WordDocument").expect("its document");
    std::io::Read::read_to_end(&mut stream, &mut document).expect("in memory");
    let units: Vec<u16> = document[TEXT..].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}
