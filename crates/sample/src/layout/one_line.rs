//! A whole section on one line, its table's cells with a blank between them.

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
        self.text.push_str(&format!("\n{} ", self.hand.sentence(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&format!("{} ", self.hand.sentence(text)));
    }

    fn table(&mut self, table: &PrintedTable) {
        for cell in table.rows.iter().flatten() {
            self.text.push_str(&format!("{} ", printed(cell, self.hand)));
        }
    }
}
