//! The text of a PDF in drawing order: lines of a fixed width, group labels cut into pieces of three
//! or four characters, the numbers of a wrapped label on a line of their own, the seventh of them
//! often on the next.

use super::{Layout, Writer, Written, walk, wrap};
use crate::noise::Hand;
use crate::printed::{Printed, PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "pdf-lines",
    origin: "the text of a PDF in drawing order",
    write: |draft, hand| {
        let mut writer = PdfLines { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

struct PdfLines<'a> {
    text: String,
    hand: &'a mut Hand,
}

impl PdfLines<'_> {
    fn block(&mut self, lines: &[String]) {
        for line in lines {
            self.text.push_str(line);
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    /// A label and its numbers: on one line when the label takes one.
    fn row(&mut self, label: &str, width: usize, numbers: &[String]) {
        let label = wrap(&self.hand.label(label), width);
        let joined = numbers.join(" ");
        match label.as_slice() {
            [only] => self.block(&[format!("{only} {joined}")]),
            _ => {
                self.block(&label);
                match numbers {
                    [first @ .., last] if numbers.len() == 7 && self.hand.often(0.6) => {
                        self.block(&[first.join(" "), last.clone()]);
                    }
                    _ => self.block(&[joined]),
                }
            }
        }
        if let Some(number) = self.hand.page_number() {
            self.block(&[number]);
        }
    }

    fn applications(&mut self, table: &PrintedTable) {
        for cell in table.rows.iter().take(3).flatten() {
            let width = if cell.column_span > 1 { 23 } else { 2 };
            let label = wrap(&self.hand.label(&cell.text), width);
            self.block(&label);
        }
        for row in table.rows.iter().skip(3) {
            let numbers = numbers_of(row);
            for cell in row {
                match cell.kind {
                    Printed::RowLabel(None) => {
                        let label = wrap(&cell.text, if cell.column == 0 { 3 } else { 4 });
                        self.block(&label);
                    }
                    Printed::RowLabel(Some(_)) => {
                        let width = [24, 20, 16][3_usize.saturating_sub(cell.column_span).min(2)];
                        self.row(&cell.text, width, &numbers);
                    }
                    _ => {}
                }
            }
        }
    }

    fn disputes(&mut self, table: &PrintedTable) {
        let (numbers, heads) = table.rows.split_last().map_or((&[][..], &[][..]), |(n, h)| (n.as_slice(), h));
        for row in heads {
            let (wide, narrow): (Vec<_>, Vec<_>) = row.iter().partition(|cell| cell.column_span > 1);
            narrow.iter().for_each(|cell| self.block(&wrap(&cell.text, 2)));
            let groups: Vec<&str> = wide.iter().map(|cell| cell.text.as_str()).collect();
            if !groups.is_empty() {
                self.block(&[groups.join(" ")]);
            }
        }
        self.block(&[numbers_of(numbers).join(" ")]);
    }
}

fn numbers_of(row: &[PrintedCell]) -> Vec<String> {
    row.iter().filter(|cell| cell.is_number() && !cell.text.is_empty()).map(|cell| cell.text.clone()).collect()
}

impl Writer for PdfLines<'_> {
    fn title(&mut self, text: &str) {
        self.block(&wrap(text, 22));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.text.push_str("\n\n");
        let text = self.hand.heading(text);
        self.block(&[text]);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.block(&wrap(&text, 40));
    }

    fn table(&mut self, table: &PrintedTable) {
        match table.table {
            2 => {
                for row in &table.rows {
                    let labels = row.iter().filter(|cell| !cell.is_number());
                    let labels: Vec<String> = labels.map(|cell| self.hand.label(&cell.text)).collect();
                    let numbers = numbers_of(row);
                    if numbers.is_empty() {
                        self.block(&[labels.join(" ")]);
                    } else {
                        self.row(&labels.join(" "), 40, &numbers);
                    }
                }
            }
            3 => self.applications(table),
            _ => self.disputes(table),
        }
    }
}
