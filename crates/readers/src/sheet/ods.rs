//! ods: spreadsheets in OpenDocument.

use nianbao::document::Document;
use nianbao::unreadable::Reason;
use roxmltree::Node;

use super::{Sheet, document};
use crate::{limits, xml};

/// How often a row that is not blank may be repeated.
const MOST_REPEATED: u32 = 1_000;

/// Reads the body of a spreadsheet.
pub(crate) fn read(body: Node<'_, '_>) -> Result<Document, Reason> {
    let mut sheets = Vec::new();
    for table in body.children().filter(|node| xml::name(*node) == "table") {
        let mut sheet = Sheet::default();
        rows(table, 0, &mut 0, &mut sheet)?;
        sheets.push(sheet);
    }
    document("ods", &sheets)
}

fn rows(parent: Node<'_, '_>, depth: usize, row: &mut u32, sheet: &mut Sheet) -> Result<(), Reason> {
    if depth > limits::DEPTH {
        return Err(Reason::TooLarge);
    }
    for node in parent.children() {
        match xml::name(node) {
            "table-row" => {
                let count = xml::count(node, "number-rows-repeated");
                let before = sheet.cells.len();
                cells(node, *row, sheet)?;
                // What is repeated without end is blank.
                if sheet.cells.len() > before {
                    for copy in 1..count.min(MOST_REPEATED) {
                        cells(node, row.saturating_add(copy), sheet)?;
                    }
                }
                *row = row.saturating_add(count);
            }
            "table-header-rows" | "table-rows" | "table-row-group" => rows(node, depth + 1, row, sheet)?,
            _ => {}
        }
    }
    Ok(())
}

fn cells(parent: Node<'_, '_>, row: u32, sheet: &mut Sheet) -> Result<(), Reason> {
    let mut column = 0_u32;
    for node in parent.children() {
        let count = xml::count(node, "number-columns-repeated");
        if xml::name(node) == "table-cell" {
            let text = text(node);
            let (high, wide) = (xml::count(node, "number-rows-spanned"), xml::count(node, "number-columns-spanned"));
            if high > 1 || wide > 1 {
                let last = (row.saturating_add(high - 1), column.saturating_add(wide - 1));
                sheet.merged.insert((row, column), last);
            }
            if !text.is_empty() {
                if usize::try_from(count).is_ok_and(|count| count > limits::COLUMNS) {
                    return Err(Reason::TooLarge);
                }
                for copy in 0..count {
                    sheet.cells.insert((row, column.saturating_add(copy)), text.clone());
                }
            }
            if sheet.cells.len() > limits::PIECES {
                return Err(Reason::TooLarge);
            }
        }
        if matches!(xml::name(node), "table-cell" | "covered-table-cell") {
            column = column.saturating_add(count);
        }
    }
    Ok(())
}

/// What a cell shows; remarks on it are left out.
fn text(cell: Node<'_, '_>) -> String {
    let paragraphs = cell.children().filter(|node| xml::name(*node) == "p");
    let line = |paragraph: Node<'_, '_>| -> String {
        let texts = paragraph.descendants().filter(|node| node.is_text() || xml::name(*node) == "s");
        texts.map(|node| node.text().unwrap_or(" ")).collect()
    };
    let lines: Vec<String> = paragraphs.map(line).collect();
    lines.join("\n").trim().to_owned()
}
