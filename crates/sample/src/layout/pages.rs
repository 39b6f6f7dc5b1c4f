//! Pages as an office program prints them: text at its places, tables with ruled cells that go on over
//! pages, page numbers at the foot.

use super::{Writer, printed, walk, wrap, wrap_by};
use crate::draft::Draft;
use crate::noise::Hand;
use crate::printed::{PrintedCell, PrintedTable};

/// An A4 page and its margins, in points from the lower left corner.
pub(super) const PAGE: (f64, f64) = (595.0, 842.0);
const LEFT: f64 = 60.0;
const WIDTH: f64 = 475.0;
const TOP: f64 = 780.0;
const BOTTOM: f64 = 70.0;
const TEXT_SIZE: f64 = 12.0;
const CELL_SIZE: f64 = 9.0;
const CELL_PADDING: f64 = 3.0;

/// What stands on a page; places are in points from the lower left corner.
pub(super) enum Mark {
    /// A text, its places those of its baseline's beginning.
    Text { x: f64, y: f64, size: f64, text: String },
    /// The border of a cell, from its lower left corner.
    Border { x: f64, y: f64, width: f64, height: f64 },
}

/// A report on its way to pages.
struct Paged<'a> {
    /// What stands on each page.
    pages: Vec<Vec<Mark>>,
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

impl Paged<'_> {
    fn draw(&mut self, page: usize, mark: Mark) {
        self.pages[page].push(mark);
    }

    fn text(&mut self, page: usize, x: f64, y: f64, size: f64, text: &str) {
        self.draw(page, Mark::Text { x, y, size, text: text.to_owned() });
    }

    /// Makes room for something of this height, on a new page if need be; gives its top.
    fn room(&mut self, height: f64) -> f64 {
        if self.top - height < BOTTOM {
            self.pages.push(Vec::new());
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
            self.draw(page, Mark::Border { x, y: top - height, width, height });
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

impl Writer for Paged<'_> {
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
        let halves = |c: char| if c.is_ascii() { 1 } else { 2 };
        let mut lines = wrap_by(&format!("　　{text}"), 2 * 38, halves);
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

/// The pages of a report.
pub(super) fn pages(draft: &Draft, hand: &mut Hand) -> Vec<Vec<Mark>> {
    let mut writer = Paged { pages: vec![Vec::new()], top: TOP, hand };
    walk(draft, &mut writer);
    for (number, page) in (1..).zip(&mut writer.pages) {
        page.push(Mark::Text { x: 285.0, y: 40.0, size: 9.0, text: format!("- {number} -") });
    }
    writer.pages
}
