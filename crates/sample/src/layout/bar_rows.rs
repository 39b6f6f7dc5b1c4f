//! Rows of cells that each end with a bar, of whatever length: merged cells are left out or empty.

use super::{Layout, Lines, Written, lines, printed};
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "bar-rows",
    origin: "a crawler that ends every cell with a bar",
    write: |draft, hand| Written::Text(lines(draft, hand, "", write_table)),
};

fn write_table(lines: &mut Lines, table: &PrintedTable) {
    for row in &table.rows {
        let first = row.first().map_or(0, |cell| cell.column.min(2));
        // A label column that goes on from the row above is an empty cell.
        let continued = if row.iter().any(|cell| cell.is_number()) { first } else { 0 };
        let empty = continued + lines.hand.shift();
        let mut line = "| ".repeat(empty);
        for cell in row {
            line.push_str(&printed(cell, lines.hand));
            line.push_str(" | ");
        }
        if lines.hand.often(0.2) {
            line.push('|');
        }
        lines.line(line.trim_end());
        lines.page_number();
    }
}
