//! Markdown in which a language model has made a small table of each row or group of rows, with
//! headers of its own invention, and group labels as headings.

use super::{Layout, Writer, Written, walk};
use crate::noise::Hand;
use crate::printed::{Printed, PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "markdown-rows",
    origin: "a language model that turned a report into Markdown",
    write: |draft, hand| {
        let mut writer = MarkdownRows { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct MarkdownRows<'a> {
    text: String,
    hand: &'a mut Hand,
}

const INVENTED: [&str; 8] = ["类别", "数据1", "数据2", "数据3", "数据4", "数据5", "数据6", "总计"];

impl MarkdownRows<'_> {
    fn line(&mut self, cells: &[String]) {
        self.text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }

    fn head(&mut self, cells: &[String]) {
        self.text.push('\n');
        self.line(cells);
        self.text.push_str(&format!("|{}\n", "---|".repeat(cells.len())));
    }

    fn group(&mut self, label: &str) {
        self.text.push_str(&format!("\n### {}\n", self.hand.label(label)));
    }

    fn labelled(&mut self, row: &[PrintedCell]) -> Vec<String> {
        row.iter().map(|cell| super::printed(cell, self.hand)).collect()
    }

    fn disclosure(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let cells = self.labelled(row);
            match row.as_slice() {
                [item] => self.group(&item.text),
                [_, second, ..] if second.is_number() => self.line(&cells),
                _ => self.head(&cells),
            }
        }
    }

    fn applications(&mut self, table: &PrintedTable) {
        let mut begun = false;
        for label in table.rows.iter().take(2).flatten().filter(|cell| cell.column > 0).take(2) {
            self.group(&label.text);
            self.head(&["（数据项目）".to_owned(), "数量".to_owned()]);
            self.line(&["-".to_owned(), "-".to_owned()]);
        }
        for row in table.rows.iter().skip(3) {
            for cell in row.iter().filter(|cell| cell.kind == Printed::RowLabel(None)) {
                self.group(&cell.text);
                begun = false;
            }
            let own: Vec<PrintedCell> =
                row.iter().filter(|cell| cell.kind != Printed::RowLabel(None)).cloned().collect();
            let is_item = own.first().is_some_and(|cell| cell.text.starts_with(|c: char| c.is_ascii_digit()));
            if !is_item {
                self.group(&own[0].text);
                begun = false;
            }
            if !begun {
                self.head(&INVENTED.map(str::to_owned));
            }
            begun = is_item;
            let mut cells = self.labelled(&own);
            // The model puts the numeral into the heading and may leave it out of the row.
            if !is_item && self.hand.often(0.5) {
                cells[0] = cells[0].trim_start_matches(|c: char| "（）()一二三四五六七、 ".contains(c)).to_owned();
            }
            self.line(&cells);
        }
    }

    fn disputes(&mut self, table: &PrintedTable) {
        let numbers: Vec<&PrintedCell> = table.rows.last().into_iter().flatten().collect();
        for (index, group) in numbers.chunks(5).enumerate() {
            self.group(["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"][index.min(2)]);
            let heads: Vec<String> = group.iter().map(|cell| column_label(table, cell)).collect();
            self.head(&heads);
            let cells: Vec<String> = group.iter().map(|cell| cell.text.clone()).collect();
            self.line(&cells);
        }
    }
}

/// The lowest label over a number cell.
fn column_label(table: &PrintedTable, number: &PrintedCell) -> String {
    let mut over = table.rows.iter().flatten().filter(|cell| cell.column == number.column && cell.row < number.row);
    over.next_back().map_or_else(String::new, |cell| cell.text.clone())
}

impl Writer for MarkdownRows<'_> {
    fn title(&mut self, text: &str) {
        self.text.push_str(&format!("# {text}\n\n"));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.text.push_str(&format!("\n## {}\n\n", self.hand.heading(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(&format!("{}\n\n", self.hand.sentence(text)));
    }

    fn table(&mut self, table: &PrintedTable) {
        match table.table {
            2 => self.disclosure(table),
            3 => self.applications(table),
            _ => self.disputes(table),
        }
    }
}
