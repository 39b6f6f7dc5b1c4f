//! One cell a line with a blank line after it, merged cells once, nothing to tell rows apart. A
//! blank cell leaves only one more blank line.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "blank-lines",
    origin: "a web page taken as text, one cell a paragraph",
    write: |draft, hand| {
        let mut writer = BlankLines { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct BlankLines<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl BlankLines<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }
}

impl Writer for BlankLines<'_> {
    fn title(&mut self, text: &str) {
        for furniture in [
            "首页",
            "政务公开",
            "当前位置：首页 > 政府信息公开 > 年度报告",
            "索引号：000000001/2025-00001",
            "字体大小：大 中 小",
        ] {
            self.line(furniture);
        }
        self.line(text);
        self.line("来源：县政府办公室　时间：2025-01-24");
        self.line("浏览次数：1386");
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.line(&text);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.line(&text);
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            for cell in row {
                let space = if cell.is_number() && self.hand.often(0.3) { " " } else { "" };
                let text = printed(cell, self.hand);
                self.line(&format!("{space}{text}"));
            }
            if let Some(number) = self.hand.page_number() {
                self.line(&number);
            }
        }
    }
}
