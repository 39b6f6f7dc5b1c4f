//! Rows with TABs between their cells, merged cells as empty ones: a table copied from a word
//! processor into a plain text.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "tab-rows",
    origin: "a table copied from a word processor into plain text",
    write: |draft, hand| Written::Text(write(draft, hand)),
};

/// Prints a draft's text in this layout.
pub(crate) fn write(draft: &crate::Draft, hand: &mut Hand) -> String {
    let mut writer = TabRows { text: String::new(), hand };
    walk(draft, &mut writer);
    writer.text
}

struct TabRows<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for TabRows<'_> {
    fn title(&mut self, text: &str) {
        self.paragraph(text);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.text.push('\n');
        let text = self.hand.heading(text);
        self.paragraph(&text);
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&self.hand.sentence(text));
        self.text.push('\n');
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in table.rectangle() {
            let mut cells = vec![String::new(); self.hand.shift()];
            cells.extend(row.iter().map(|cell| cell.map_or_else(String::new, |cell| printed(cell, self.hand))));
            self.text.push_str(&cells.join("\t"));
            self.text.push('\n');
            if let Some(number) = self.hand.page_number() {
                self.text.push_str(&format!("{number}\n"));
            }
        }
        self.text.push('\n');
    }
}
