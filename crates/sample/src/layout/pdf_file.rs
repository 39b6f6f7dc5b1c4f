//! A PDF as an office program prints it: text at its places, tables with ruled cells that go on over
//! pages, page numbers at the foot. The font is not embedded; its encoding is a predefined one.

use super::{Layout, Writer, Written, printed, walk, wrap};
use crate::noise::Hand;
use crate::printed::{PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "pdf-file",
    origin: "a PDF printed by an office program",
    write: |draft, hand| {
        let mut writer = PdfFile { pages: vec![String::new()], top: TOP, hand };
        walk(draft, &mut writer);
        Written::File { name: "年度报告.pdf", bytes: assembled(&writer.pages) }
    },
};

/// An A4 page and its margins, in points from the lower left corner.
const PAGE: (f64, f64) = (595.0, 842.0);
const LEFT: f64 = 60.0;
const WIDTH: f64 = 475.0;
const TOP: f64 = 780.0;
const BOTTOM: f64 = 70.0;
const TEXT_SIZE: f64 = 12.0;
const CELL_SIZE: f64 = 9.0;
const CELL_PADDING: f64 = 3.0;

struct PdfFile<'a> {
    /// The drawing commands of each page.
    pages: Vec<String>,
    /// The height at which the next line of the last page begins.
    top: f64,
    hand: &'a mut Hand,
}

/// How wide a text is at a size: ASCII takes half of the width of a Han character.
fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| if c.is_ascii() { size / 2.0 } else { size }).sum()
}

/// Where a row of a table came to stand.
struct Band {
    page: usize,
    top: f64,
    height: f64,
}

impl PdfFile<'_> {
    fn draw(&mut self, page: usize, command: &str) {
        if let Some(commands) = self.pages.get_mut(page) {
            commands.push_str(command);
            commands.push('\n');
        }
    }

    fn text(&mut self, page: usize, x: f64, y: f64, size: f64, text: &str) {
        let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        self.draw(page, &format!("BT /F1 {size} Tf {x:.2} {y:.2} Td <{hex}> Tj ET"));
    }

    /// Makes room for something of this height, on a new page if need be; gives its top.
    fn room(&mut self, height: f64) -> f64 {
        if self.top - height < BOTTOM {
            self.pages.push(String::new());
            self.top = TOP;
        }
        let top = self.top;
        self.top -= height;
        top
    }

    fn lines(&mut self, lines: &[String], indent: f64) {
        for (index, line) in lines.iter().enumerate() {
            let top = self.room(TEXT_SIZE * 1.6);
            let x = LEFT + if index == 0 { indent } else { 0.0 };
            self.text(self.pages.len() - 1, x, top - TEXT_SIZE, TEXT_SIZE, line);
        }
    }

    /// Draws a cell over the bands of its rows: its border on every page that it stands on, its text
    /// where there is most room.
    fn cell(&mut self, cell: &PrintedCell, lines: &[String], x: f64, width: f64, bands: &[Band]) {
        let mut best: Option<(usize, f64, f64)> = None;
        for part in bands.chunk_by(|a, b| a.page == b.page) {
            let height: f64 = part.iter().map(|band| band.height).sum();
            let (page, top) = (part[0].page, part[0].top);
            self.draw(page, &format!("{x:.2} {:.2} {width:.2} {height:.2} re S", top - height));
            if best.is_none_or(|(_, _, most)| height > most) {
                best = Some((page, top, height));
            }
        }
        let Some((page, top, height)) = best else { return };
        let text_height = lines.len() as f64 * (CELL_SIZE + 3.0);
        let mut y = top - (height - text_height) / 2.0 - CELL_SIZE;
        for line in lines {
            let centred = cell.is_number() || cell.column_span > 1 && cell.row_span == 1;
            let gap = if centred { ((width - text_width(line, CELL_SIZE)) / 2.0).max(1.0) } else { CELL_PADDING };
            self.text(page, x + gap, y, CELL_SIZE, line);
            y -= CELL_SIZE + 3.0;
        }
    }
}

/// The left edge of every column, and the right edge of the last.
fn edges(table: &PrintedTable) -> Vec<f64> {
    let widths: Vec<f64> = match (table.table, table.columns) {
        (3, columns) => (0..columns).map(|column| [38.0, 56.0, 136.0].get(column).copied().unwrap_or(35.0)).collect(),
        (_, columns) => vec![WIDTH / columns as f64; columns],
    };
    let mut edges = vec![LEFT];
    for width in widths {
        edges.push(edges.last().copied().unwrap_or(LEFT) + width);
    }
    edges
}

impl Writer for PdfFile<'_> {
    fn title(&mut self, text: &str) {
        for line in wrap(text, 24) {
            let top = self.room(30.0);
            let x = LEFT + (WIDTH - text_width(&line, 18.0)) / 2.0;
            self.text(self.pages.len() - 1, x, top - 18.0, 18.0, &line);
        }
        self.top -= 12.0;
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.top -= 8.0;
        self.lines(&[text], 0.0);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        // The first line is indented by two characters.
        let mut lines = wrap(&format!("　　{text}"), 38);
        lines[0] = lines[0].trim_start_matches('　').to_owned();
        self.lines(&lines, 2.0 * TEXT_SIZE);
    }

    fn table(&mut self, table: &PrintedTable) {
        let edges = edges(table);
        let texts: Vec<Vec<(&PrintedCell, Vec<String>)>> = table
            .rows
            .iter()
            .map(|row| {
                let mut cell_lines = |cell: &PrintedCell| {
                    let width = edges[cell.column + cell.column_span] - edges[cell.column] - 2.0 * CELL_PADDING;
                    let text = printed(cell, self.hand);
                    // One character less than fits, for a closing mark that must not begin a line.
                    let fits = (width / CELL_SIZE) as usize;
                    let fits = if text.is_ascii() { text.len() } else { fits - usize::from(fits > 3) };
                    wrap(&text, fits)
                };
                row.iter().map(|cell| (cell, cell_lines(cell))).collect()
            })
            .collect();
        let mut heights: Vec<f64> = texts
            .iter()
            .map(|row| {
                let own = row.iter().filter(|(cell, _)| cell.row_span == 1).map(|(_, lines)| lines.len());
                own.max().unwrap_or(1) as f64 * (CELL_SIZE + 3.0) + 6.0
            })
            .collect();
        for (cell, lines) in texts.iter().flatten() {
            let rows = cell.row..cell.row + cell.row_span;
            let lacking = lines.len() as f64 * (CELL_SIZE + 3.0) + 6.0 - heights[rows.clone()].iter().sum::<f64>();
            heights[rows.end - 1] += lacking.max(0.0);
        }
        let mut bands = Vec::new();
        for height in heights {
            let top = self.room(height);
            bands.push(Band { page: self.pages.len() - 1, top, height });
        }
        for (cell, lines) in texts.iter().flatten() {
            let (x, right) = (edges[cell.column], edges[cell.column + cell.column_span]);
            self.cell(cell, lines, x, right - x, &bands[cell.row..cell.row + cell.row_span]);
        }
        self.top -= 12.0;
    }
}

/// The file: its objects, the table of their places, the trailer.
fn assembled(pages: &[String]) -> Vec<u8> {
    let page_object = |index: usize| 6 + 2 * index;
    let kids: Vec<String> = (0..pages.len()).map(|index| format!("{} 0 R", page_object(index))).collect();
    let (width, height) = PAGE;
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"
            .to_owned(),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 \
         /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
            .to_owned(),
    ];
    for (index, commands) in pages.iter().enumerate() {
        let number = format!("- {} -", index + 1);
        let hex: String = number.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        let commands = format!("0.5 w\n{commands}BT /F1 9 Tf 285 40 Td <{hex}> Tj ET\n");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << /Font << /F1 3 0 R >> >> \
             /Contents {} 0 R >>",
            page_object(index) + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{commands}endstream", commands.len()));
    }
    let mut file = "%PDF-1.5\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

/// The texts of a file of this layout, one a line.
#[cfg(test)]
pub(super) fn decoded(bytes: &[u8]) -> String {
    let file = String::from_utf8_lossy(bytes);
    let strings = file.split(" Td <").skip(1).filter_map(|rest| rest.split_once('>'));
    let unit = |hex: &str, i: usize| u16::from_str_radix(&hex[4 * i..4 * i + 4], 16).ok();
    let units = |hex: &str| -> Vec<u16> { (0..hex.len() / 4).filter_map(|i| unit(hex, i)).collect() };
    strings.map(|(hex, _)| String::from_utf16_lossy(&units(hex)) + "\n").collect()
}
