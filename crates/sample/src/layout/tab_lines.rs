//! One cell a line with a TAB before it and a blank line between rows; a merged cell is an empty
//! line in the rows that it goes on in. Header words are wrapped without a mark.

use super::{Layout, Writer, Written, printed, walk, wrap};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "tab-lines",
    origin: "a converter that puts every cell of a table on a line of its own",
    write: |draft, hand| {
        let mut writer = TabLines { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct TabLines<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for TabLines<'_> {
    fn title(&mut self, text: &str) {
        self.text.push('\n');
        self.paragraph(text);
        self.text.push('\n');
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
        self.text.push('\n');
        for row in 0..table.rows.len() {
            for cell in table.covering(row) {
                let text = if cell.row == row { printed(cell, self.hand) } else { String::new() };
                let is_narrow = cell.column_span == 1 && text.chars().count() == 4;
                let lines = if table.table > 2 && row < 3 && is_narrow { wrap(&text, 2) } else { vec![text] };
                self.text.push_str(&format!("\t{}\n", lines.join("\n")));
            }
            self.text.push('\n');
            if let Some(number) = self.hand.page_number() {
                self.text.push_str(&format!("{number}\n\n"));
            }
        }
    }
}
