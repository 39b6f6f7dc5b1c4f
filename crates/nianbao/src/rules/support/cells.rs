//! Cells that share a fault, told together where there are many.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::form::{CellId, CellSpec, NUMERALS};
use crate::number::{Oddity, read_cell};
use crate::report::Cell;
use crate::rule::{Context, Rule};
use crate::say;

/// How many rows of a table are told one by one; more than these are one finding for the table.
const ROWS_TOLD_APART: usize = 3;

/// How many texts of cells a message quotes.
const QUOTED: usize = 3;

/// Cells of one row or of one table with the same fault.
pub struct Group {
    /// Where they are: “表三 · （一）予以公开（商业企业、其他）”, “表三（12 行）”.
    pub place: String,
    /// The cells, in the form's order; never empty.
    pub cells: Vec<CellId>,
}

/// The cells of tables that were found, whose place in the report is certain.
pub fn certain<'a>(context: &'a Context) -> impl Iterator<Item = (CellId, &'a CellSpec, &'a Cell)> {
    context
        .report
        .cell_ids()
        .map(|id| (id, context.form.spec(id), context.report.cell(id)))
        .filter(|(_, spec, cell)| has_table(context, spec.table) && cell.doubt.is_none())
}

/// The cell at an address and its count, where both are certain.
pub fn count(context: &Context, address: &str) -> Option<(CellId, i64)> {
    let id = context.form.cell(address)?;
    let cell = context.report.cell(id);
    Some((id, cell.count().filter(|_| cell.doubt.is_none())?))
}

/// Whether anything of table 2, 3 or 4 was found.
pub fn has_table(context: &Context, table: u8) -> bool {
    usize::from(table).checked_sub(2).and_then(|index| context.report.tables.get(index)).is_some_and(|&found| found)
}

/// The certain cells with this oddity in their text.
pub fn odd(context: &Context, oddity: Oddity) -> Vec<CellId> {
    let has = |text: &str| !is_plain(text) && read_cell(text).has(oddity);
    certain(context).filter(|(_, _, cell)| has(&cell.text)).map(|(id, _, _)| id).collect()
}

/// Nearly every cell: digits and nothing odd about them.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'))
}

/// Cells put together by rows or, where more than a few rows of a table are concerned, by tables.
pub fn grouped(context: &Context, cells: impl IntoIterator<Item = CellId>) -> Vec<Group> {
    let mut tables: BTreeMap<u8, BTreeMap<usize, Vec<CellId>>> = BTreeMap::new();
    for cell in cells {
        let spec = context.form.spec(cell);
        tables.entry(spec.table).or_default().entry(spec.row).or_default().push(cell);
    }
    let mut groups = Vec::new();
    for (table, rows) in tables {
        let all = context.form.rows.iter().filter(|row| row.table == table && !row.outdated).count();
        if rows.len() == all && all > 1 {
            let cells = rows.into_values().flatten().collect();
            groups.push(Group { place: table_name(context, table), cells });
        } else if rows.len() > ROWS_TOLD_APART {
            let place = table_name(context, table);
            let count = rows.len();
            groups.push(Group {
                place: say!(context.language, "{place}（{count} 行）", "{place} ({count} rows)"),
                cells: rows.into_values().flatten().collect(),
            });
        } else {
            groups.extend(rows.into_values().map(|cells| Group { place: row_place(context, &cells), cells }));
        }
    }
    groups
}

/// 表二, 表三, 表四.
pub fn table_name(context: &Context, table: u8) -> String {
    let numeral = usize::from(table).checked_sub(1).and_then(|index| NUMERALS.get(index)).unwrap_or(&"");
    say!(context.language, "表{numeral}", "Table {numeral}")
}

/// The row with the columns concerned; without columns where it is the row's only cell or all of them.
fn row_place(context: &Context, cells: &[CellId]) -> String {
    let Some(row) = cells.first().map(|&cell| context.form.row_of(cell)) else { return String::new() };
    if cells.len() == row.columns.len() {
        return row.full_name();
    }
    let columns: Vec<&str> =
        cells.iter().filter_map(|&cell| row.columns.get(context.form.spec(cell).column).copied()).collect();
    format!("{}（{}）", row.full_name(), columns.join("、"))
}

/// What stands in the cells, in quotation marks, the first few of them.
pub fn quoted(context: &Context, cells: &[CellId]) -> String {
    let texts: Vec<String> =
        cells.iter().take(QUOTED).map(|&cell| format!("“{}”", context.report.cell(cell).text)).collect();
    let more = if cells.len() > QUOTED {
        say!(context.language, "等 {} 格", " and others, {} cells", cells.len())
    } else {
        String::new()
    };
    format!("{}{more}", texts.join("、"))
}

/// One finding a group, with a message made from its place and its quoted texts.
pub fn findings(
    context: &Context,
    rule: &Rule,
    cells: impl IntoIterator<Item = CellId>,
    message: impl Fn(&str, &str) -> String,
) -> Vec<Finding> {
    grouped(context, cells)
        .into_iter()
        .map(|group| {
            rule.finding(message(&group.place, &quoted(context, &group.cells)))
                .cells(context.form, group.cells.iter().copied())
        })
        .collect()
}
