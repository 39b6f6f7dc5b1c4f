//! One cell a line with a lone bar on a line between two cells; header words wrapped without a mark.

use super::{Layout, Writer, Written, printed, walk, wrap};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "bar-lines",
    origin: "a crawler that keeps a bar for every cell's edge",
    write: |draft, hand| {
        let mut writer = BarLines { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct BarLines<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl Writer for BarLines<'_> {
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
        for (index, row) in table.rows.iter().enumerate() {
            for cell in row {
                let text = printed(cell, self.hand);
                let is_narrow = table.table == 3 && index == 2 && text.chars().count() == 4;
                let lines = if is_narrow { wrap(&text, 2) } else { vec![text] };
                if !lines[0].is_empty() {
                    self.text.push_str(&format!("{}\n", lines.join("\n")));
                }
                self.text.push_str("|\n");
            }
            if let Some(number) = self.hand.page_number() {
                self.text.push_str(&format!("{number}\n"));
            }
        }
    }
}
