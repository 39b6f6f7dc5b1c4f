//! The text of a PDF with its columns kept by blanks: numbers stand under each other, a wrapped
//! label stands above and below its numbers, the label of a group somewhere beside its rows.

use super::{Layout, Writer, Written, walk, wrap};
use crate::noise::Hand;
use crate::printed::{Printed, PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "pdf-columns",
    origin: "pdftotext -layout",
    write: |draft, hand| {
        let mut writer = PdfColumns { text: String::new(), hand };
        walk(draft, &mut writer);
        Written::Text(writer.text)
    },
};

/// Where the labels and numbers of table 三 stand, in characters.
const LABEL_COLUMNS: [usize; 3] = [0, 18, 28];
const LABEL_WIDTHS: [usize; 3] = [24, 22, 15];
const FIRST_NUMBER: usize = 46;
const NUMBER_WIDTH: usize = 8;

struct PdfColumns<'a> {
    text: String,
    hand: &'a mut Hand,
}

/// Puts pieces at their columns, or one blank after the piece before.
fn at_columns(pieces: &[(usize, &str)]) -> String {
    let mut line = String::new();
    let mut length = 0;
    for &(column, piece) in pieces.iter().filter(|(_, piece)| !piece.is_empty()) {
        let gap = if length == 0 { column } else { column.saturating_sub(length).max(1) };
        line.push_str(&" ".repeat(gap));
        line.push_str(piece);
        length += gap + piece.chars().count();
    }
    line
}

impl PdfColumns<'_> {
    fn line(&mut self, pieces: &[(usize, &str)]) {
        self.text.push_str(at_columns(pieces).trim_end());
        self.text.push('\n');
    }

    fn page_end(&mut self) {
        if let Some(number) = self.hand.page_number() {
            self.text.push_str(&format!("\n{}{number}\n\u{c}", " ".repeat(40)));
        }
    }

    /// A row of table 三: label and numbers on a line, or a wrapped label around its numbers.
    fn row(&mut self, level: usize, label: &str, numbers: &[(usize, &str)]) {
        let label = self.hand.label(label);
        let lines = wrap(&label, LABEL_WIDTHS[level]);
        let column = LABEL_COLUMNS[level];
        match lines.as_slice() {
            [only] => {
                let mut pieces = vec![(column, only.as_str())];
                pieces.extend(numbers);
                self.line(&pieces);
            }
            [first, rest @ ..] if self.hand.often(0.5) => {
                self.line(&[(column, first)]);
                self.line(numbers);
                rest.iter().for_each(|line| self.line(&[(column, line)]));
            }
            lines => {
                lines.iter().for_each(|line| self.line(&[(column, line)]));
                self.line(numbers);
            }
        }
        self.page_end();
    }

    fn applications(&mut self, table: &PrintedTable) {
        let place = |cell: &PrintedCell| FIRST_NUMBER + NUMBER_WIDTH * cell.column.saturating_sub(3);
        for row in table.rows.iter().take(3) {
            let labels: Vec<(usize, Vec<String>)> = row
                .iter()
                .map(|cell| match cell.column {
                    0 => (0, wrap(&cell.text, 23)),
                    _ => (place(cell), wrap(&cell.text, if cell.column_span > 1 { 7 } else { 2 })),
                })
                .collect();
            for index in 0..labels.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0) {
                let pieces: Vec<(usize, &str)> = labels
                    .iter()
                    .map(|(column, lines)| (*column, lines.get(index).map_or("", String::as_str)))
                    .collect();
                self.line(&pieces);
            }
        }
        let mut groups: Vec<(usize, &PrintedCell)> = Vec::new();
        for (index, row) in table.rows.iter().enumerate().skip(3) {
            // A group's label stands at the middle of its rows.
            let labels = row.iter().filter(|cell| cell.kind == Printed::RowLabel(None));
            groups.extend(labels.map(|cell| (cell.row + cell.row_span / 2, cell)));
            for (_, group) in groups.iter().filter(|(at, _)| *at == index) {
                let spaced: String = group.text.chars().flat_map(|c| [c, ' ']).collect();
                let text = if group.column == 0 { spaced.trim_end() } else { group.text.as_str() };
                self.line(&[(LABEL_COLUMNS[group.column], text)]);
            }
            let numbers: Vec<(usize, &str)> =
                row.iter().filter(|cell| cell.is_number()).map(|cell| (place(cell), cell.text.as_str())).collect();
            if let Some(own) = row.iter().find(|cell| matches!(cell.kind, Printed::RowLabel(Some(_)))) {
                self.row(own.column, &own.text, &numbers);
            }
        }
    }

    fn disclosure(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let pieces: Vec<(usize, String)> =
                row.iter().map(|cell| (18 * cell.column, super::printed(cell, self.hand))).collect();
            let indent = if row.iter().any(PrintedCell::is_number) { 0 } else { 8 };
            let pieces: Vec<(usize, &str)> = pieces.iter().map(|(at, text)| (at + indent, text.as_str())).collect();
            self.line(&pieces);
            self.text.push('\n');
            self.page_end();
        }
    }

    fn disputes(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let width = |cell: &PrintedCell| if cell.column_span > 1 || cell.is_number() { 20 } else { 2 };
            let cells: Vec<(usize, Vec<String>)> =
                row.iter().map(|cell| (NUMBER_WIDTH * cell.column, wrap(&cell.text, width(cell)))).collect();
            for index in 0..cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0) {
                let pieces: Vec<(usize, &str)> = cells
                    .iter()
                    .map(|(column, lines)| (*column, lines.get(index).map_or("", String::as_str)))
                    .collect();
                self.line(&pieces);
            }
            self.text.push('\n');
        }
    }
}

impl Writer for PdfColumns<'_> {
    fn title(&mut self, text: &str) {
        for line in wrap(text, 22) {
            self.line(&[(10, &line)]);
        }
        self.text.push('\n');
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.text.push('\n');
        self.line(&[(5, &text)]);
        self.text.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        for (index, line) in wrap(&text, 38).iter().enumerate() {
            self.line(&[(if index == 0 { 4 } else { 0 }, line)]);
        }
    }

    fn table(&mut self, table: &PrintedTable) {
        match table.table {
            2 => self.disclosure(table),
            3 => self.applications(table),
            _ => self.disputes(table),
        }
    }
}
