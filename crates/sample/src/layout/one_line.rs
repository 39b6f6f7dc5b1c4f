//! A whole section on one line, the cells of its table on another with a blank between them.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "one-line",
    origin: "a database that keeps a section as one line",
    write: |draft, hand| {
        let mut writer = OneLine { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct OneLine<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for OneLine<'_> {
    fn title(&mut self, text: &str) {
        self.text.push_str(&format!("{}\n", self.hand.sentence(text)));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.text.push_str(&format!("\n{} ", self.hand.heading(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&format!("{} ", self.hand.sentence(text)));
    }

    fn table(&mut self, table: &PrintedTable) {
        let cells: Vec<String> = table.rows.iter().flatten().map(|cell| printed(cell, self.hand)).collect();
        self.text.push_str(&format!("\n{}\n", cells.join(" ")));
    }
}
