//! A spreadsheet with the whole report on one sheet, its paragraphs in merged rows.

use super::html_page::escaped;
use super::package::{packed, relations};
use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "xlsx-file",
    origin: "a spreadsheet that holds the whole report",
    write: |draft, hand| {
        let mut writer = XlsxFile { rows: String::new(), merged: Vec::new(), row: 0, hand };
        walk(draft, &mut writer);
        let sheet = format!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData><mergeCells>{}</mergeCells></worksheet>"#,
            writer.rows,
            writer.merged.concat()
        );
        let parts = [
            ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
            ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", WORKBOOK.to_owned()),
            ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        Written::File { name: "年度报告.xlsx", bytes: packed(&parts) }
    },
};

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const WORKBOOK: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="年度报告" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

/// How many columns the widest table takes.
const COLUMNS: usize = 15;

struct XlsxFile<'a> {
    rows: String,
    merged: Vec<String>,
    /// How many rows there are.
    row: usize,
    hand: &'a mut Hand,
}

/// The name of a cell from its row and column, both from 0: A1.
fn name(row: usize, column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    format!("{letter}{}", row + 1)
}

/// A cell: a number where the text is a plain number, otherwise a text.
fn cell(row: usize, column: usize, text: &str) -> String {
    let name = name(row, column);
    let plain = text.parse::<u64>().is_ok_and(|number| number.to_string() == text);
    match text {
        "" => format!(r#"<c r="{name}"/>"#),
        _ if plain => format!(r#"<c r="{name}"><v>{text}</v></c>"#),
        _ => format!(r#"<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escaped(text)),
    }
}

impl XlsxFile<'_> {
    fn add(&mut self, cells: &str) {
        self.row += 1;
        self.rows.push_str(&format!(r#"<row r="{}">{cells}</row>"#, self.row));
    }

    fn merge(&mut self, row: usize, column: usize, row_span: usize, column_span: usize) {
        if row_span > 1 || column_span > 1 {
            let (from, to) = (name(row, column), name(row + row_span - 1, column + column_span - 1));
            self.merged.push(format!(r#"<mergeCell ref="{from}:{to}"/>"#));
        }
    }

    fn wide(&mut self, text: &str) {
        self.merge(self.row, 0, 1, COLUMNS);
        self.add(&cell(self.row, 0, text));
    }
}

impl Writer for XlsxFile<'_> {
    fn title(&mut self, text: &str) {
        self.wide(text);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.wide(&text);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.wide(&text);
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            let mut cells = String::new();
            for printed_cell in row {
                let text = printed(printed_cell, self.hand);
                self.merge(self.row, printed_cell.column, printed_cell.row_span, printed_cell.column_span);
                cells.push_str(&cell(self.row, printed_cell.column, &text));
            }
            self.add(&cells);
        }
    }
}
