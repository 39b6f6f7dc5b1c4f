//! xlsx: spreadsheets of Excel and WPS (Office Open XML).

use std::collections::HashMap;

use nianbao::unreadable::Reason;
use roxmltree::{Document, Node};

use super::{Formats, Sheet, document};
use crate::package::Package;
use crate::xml;

/// The usual place of the workbook in its package.
pub(crate) const WORKBOOK: &str = "xl/workbook.xml";

/// Sheets have at most as many rows and columns.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

/// Reads a workbook: its sheets in their order, without hidden ones.
pub(crate) fn read(mut package: Package<'_>) -> Result<nianbao::document::Document, Reason> {
    let relations = package.read("xl/_rels/workbook.xml.rels")?.unwrap_or_else(|| b"<none/>".to_vec());
    let relations = targets(&xml::decode(&relations))?;
    let strings = package.read("xl/sharedStrings.xml")?.unwrap_or_else(|| b"<none/>".to_vec());
    let strings = shared(&xml::decode(&strings))?;
    let styles = package.read("xl/styles.xml")?.unwrap_or_else(|| b"<none/>".to_vec());
    let workbook = package.read(WORKBOOK)?.ok_or(Reason::Damaged)?;
    let workbook = xml::decode(&workbook);
    let workbook = xml::parse(&workbook)?;
    let formats = formats(&xml::decode(&styles), &workbook)?;
    let mut sheets = Vec::new();
    for id in sheet_ids(&workbook) {
        let Some(target) = relations.get(&id) else { continue };
        let name = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if let Some(bytes) = package.read(&name)? {
            sheets.push(sheet(&xml::decode(&bytes), &strings, &formats)?);
        }
    }
    document("xlsx", &sheets)
}

fn targets(text: &str) -> Result<HashMap<String, String>, Reason> {
    let relations = xml::parse(text)?;
    let pair =
        |node: Node<'_, '_>| Some((xml::attribute(node, "Id")?.to_owned(), xml::attribute(node, "Target")?.to_owned()));
    Ok(relations.root_element().children().filter_map(pair).collect())
}

/// The formats of cells, from the styles and the workbook.
fn formats(text: &str, workbook: &Document<'_>) -> Result<Formats, Reason> {
    let styles = xml::parse(text)?;
    let number = |node: Node<'_, '_>| xml::attribute(node, "numFmtId").and_then(|number| number.parse().ok());
    let defined = styles.descendants().filter(|node| xml::name(*node) == "numFmt");
    let defined = defined.filter_map(|node| Some((number(node)?, xml::attribute(node, "formatCode")?.to_owned())));
    let cells = styles.descendants().find(|node| xml::name(*node) == "cellXfs");
    let of_styles = cells.iter().flat_map(|cells| cells.children()).filter(|node| xml::name(*node) == "xf");
    let properties = workbook.descendants().find(|node| xml::name(*node) == "workbookPr");
    Ok(Formats {
        defined: defined.collect(),
        of_styles: of_styles.map(|node| number(node).unwrap_or(0)).collect(),
        from_1904: properties
            .and_then(|node| xml::attribute(node, "date1904"))
            .is_some_and(|on| matches!(on, "1" | "true")),
    })
}

fn sheet_ids(workbook: &Document<'_>) -> Vec<String> {
    let sheets = workbook.descendants().filter(|node| xml::name(*node) == "sheet");
    let seen = sheets.filter(|sheet| matches!(xml::attribute(*sheet, "state"), None | Some("visible")));
    // The id stands in the namespace of relations, beside the sheet's own number.
    let id = |sheet: Node<'_, '_>| {
        let attribute =
            sheet.attributes().find(|attribute| attribute.name() == "id" && attribute.namespace().is_some());
        attribute.map(|attribute| attribute.value().to_owned())
    };
    seen.filter_map(id).collect()
}

/// The texts that cells share.
fn shared(text: &str) -> Result<Vec<String>, Reason> {
    let strings = xml::parse(text)?;
    Ok(strings.root_element().children().filter(|node| xml::name(*node) == "si").map(rich_text).collect())
}

/// The text of its runs, without the reading aids that stand above it.
fn rich_text(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for child in node.children() {
        let texts = match xml::name(child) {
            "t" => Some(child),
            "r" => xml::child(child, "t"),
            _ => None,
        };
        text.push_str(texts.and_then(|t| t.text()).unwrap_or_default());
    }
    // Excel writes a carriage return as a code of its own.
    text.replace("_x000D_", "").replace("\r\n", "\n")
}

fn sheet(text: &str, strings: &[String], formats: &Formats) -> Result<Sheet, Reason> {
    let parsed = xml::parse(text)?;
    let mut sheet = Sheet::default();
    let (mut next_row, mut next_column) = (0, 0);
    for node in parsed.descendants() {
        match xml::name(node) {
            "row" => {
                let row = xml::attribute(node, "r")
                    .and_then(|row| row.parse::<u32>().ok())
                    .and_then(|row| row.checked_sub(1));
                let row = row.unwrap_or(next_row);
                (next_row, next_column) = (row.saturating_add(1), 0);
            }
            "c" => {
                let (row, column) =
                    xml::attribute(node, "r").and_then(address).unwrap_or((next_row.saturating_sub(1), next_column));
                next_column = column.saturating_add(1);
                let text = value(node, strings, formats);
                if row < MOST_ROWS && column < MOST_COLUMNS && !text.trim().is_empty() {
                    sheet.cells.insert((row, column), text.trim().to_owned());
                }
            }
            "mergeCell" => sheet.merged.extend(xml::attribute(node, "ref").and_then(area)),
            _ => {}
        }
    }
    Ok(sheet)
}

fn value(cell: Node<'_, '_>, strings: &[String], formats: &Formats) -> String {
    let text = xml::child(cell, "v").and_then(|value| value.text()).unwrap_or_default();
    match xml::attribute(cell, "t") {
        Some("s") => {
            text.trim().parse::<usize>().ok().and_then(|index| strings.get(index)).cloned().unwrap_or_default()
        }
        Some("inlineStr") => xml::child(cell, "is").map(rich_text).unwrap_or_default(),
        Some("str" | "e" | "d") => text.to_owned(),
        Some("b") => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        _ => {
            let style = xml::attribute(cell, "s").and_then(|style| style.parse().ok());
            text.trim().parse().map_or_else(|_| text.to_owned(), |number| formats.shown(number, style))
        }
    }
}

/// The row and column of an address like `B12`, from 0.
fn address(text: &str) -> Option<(u32, u32)> {
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let (letters, row) = text.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The first and the last row and column of an area like `A1:C3`.
fn area(text: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (address(first)?, address(last)?);
    (first.0 <= last.0 && first.1 <= last.1 && last.0 < MOST_ROWS && last.1 < MOST_COLUMNS).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_letters_and_a_number() {
        assert_eq!(
            ["A1", "B12", "AA3", "xfd1048576"].map(address),
            [Some((0, 0)), Some((11, 1)), Some((2, 26)), Some((1_048_575, 16_383))]
        );
        assert_eq!(["", "1", "A", "A0", "ZZZZZZZZZZ1", "A1B"].map(address), [None; 6]);
        assert_eq!(area("B2:A1"), None);
    }
}
