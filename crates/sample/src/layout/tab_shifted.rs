//! Rows with TABs whose labels stand in whatever column they came to: seen in texts that a program
//! took out of a word processor's file. Seven numbers follow the label, with empty cells before or
//! after them.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::{PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "tab-shifted",
    origin: "a program that takes tables out of a word processor's file, rows out of line",
    write: |draft, hand| {
        let mut writer = TabShifted { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct TabShifted<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl TabShifted<'_> {
    /// The labels of a row of table 三 with empty cells so that the deepest labels stand in column 3.
    fn labels(&mut self, row: &[PrintedCell]) -> Vec<String> {
        let labels: Vec<&PrintedCell> = row.iter().filter(|cell| !cell.is_number()).collect();
        let first_column = labels.first().map_or(0, |cell| cell.column);
        let mut cells = vec![String::new(); first_column];
        cells.extend(labels.iter().map(|cell| printed(cell, self.hand)));
        let strayed = self.hand.often(0.08) && labels.len() == 1;
        if strayed {
            cells.retain(|cell| !cell.is_empty());
        }
        if cells.len() < 2 && !self.hand.often(0.1) {
            cells.push(String::new());
        }
        cells
    }

    fn row(&mut self, mut cells: Vec<String>, columns: usize) {
        if cells.len() < columns {
            cells.resize(columns, String::new());
        }
        let mut shifted = vec![String::new(); self.hand.shift()];
        shifted.extend(cells);
        self.text.push_str(&shifted.join("\t"));
        self.text.push('\n');
        if let Some(number) = self.hand.page_number() {
            self.text.push_str(&format!("{number}\n"));
        }
    }
}

impl Writer for TabShifted<'_> {
    fn title(&mut self, text: &str) {
        self.text.push_str("\n\n");
        self.paragraph(text);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.paragraph(&text);
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&self.hand.sentence(text));
        self.text.push_str("\n\n");
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let is_application = table.table == 3 && row.iter().any(PrintedCell::is_number);
            let mut cells = Vec::new();
            if is_application {
                cells = self.labels(row);
                cells.extend(row.iter().filter(|cell| cell.is_number()).map(|cell| cell.text.clone()));
            } else {
                for cell in row {
                    cells.resize(cell.column.max(cells.len()), String::new());
                    cells.push(printed(cell, self.hand));
                }
            }
            self.row(cells, table.columns);
        }
        self.text.push('\n');
    }
}
