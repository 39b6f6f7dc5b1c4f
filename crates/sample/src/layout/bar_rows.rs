//! Rows of cells that each end with a bar, of whatever length: merged cells are left out or empty.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "bar-rows",
    origin: "a crawler that ends every cell with a bar",
    write: |draft, hand| {
        let mut writer = BarRows { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct BarRows<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for BarRows<'_> {
    fn title(&mut self, text: &str) {
        self.paragraph(text);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.paragraph(&text);
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&self.hand.sentence(text));
        self.text.push('\n');
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let first = row.first().map_or(0, |cell| cell.column.min(2));
            // A label column that goes on from the row above is an empty cell.
            let continued = if row.iter().any(|cell| cell.is_number()) { first } else { 0 };
            let empty = continued + self.hand.shift();
            let mut line = "| ".repeat(empty);
            for cell in row {
                line.push_str(&printed(cell, self.hand));
                line.push_str(" | ");
            }
            if self.hand.often(0.2) {
                line.push('|');
            }
            self.text.push_str(line.trim_end());
            self.text.push('\n');
            if let Some(number) = self.hand.page_number() {
                self.text.push_str(&format!("{number}\n"));
            }
        }
    }
}
