//! Markdown with one table for each table of the form; heading levels have nothing to do with the
//! numerals.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "markdown-tables",
    origin: "a converter to Markdown that keeps tables whole",
    write: |draft, hand| {
        let mut writer = MarkdownTables { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct MarkdownTables<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for MarkdownTables<'_> {
    fn title(&mut self, text: &str) {
        self.text.push_str(&format!("# {text}\n\n"));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let level = self.hand.one_of(&["##", "##", "###", "####"]);
        self.text.push_str(&format!("{level} {}\n\n", self.hand.heading(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&format!("{}\n\n", self.hand.sentence(text)));
    }

    fn table(&mut self, table: &PrintedTable) {
        for (index, row) in table.rectangle().iter().enumerate() {
            let cells = row.iter().map(|cell| cell.map_or_else(String::new, |cell| printed(cell, self.hand)));
            let line = cells.collect::<Vec<_>>().join(" | ");
            self.text.push_str(&format!("| {line} |\n"));
            if index == 0 {
                self.text.push_str(&format!("|{}\n", "---|".repeat(table.columns)));
            }
        }
        self.text.push('\n');
    }
}
