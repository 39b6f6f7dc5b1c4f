//! Rows with TABs between their cells, merged cells as empty ones: a table copied from a word
//! processor into a plain text.

use super::{Layout, Lines, Written, lines, printed};
use crate::draft::Draft;
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "tab-rows",
    origin: "a table copied from a word processor into plain text",
    write: |draft, hand| Written::Text(write(draft, hand)),
};

/// Prints a draft's text in this layout.
pub(crate) fn write(draft: &Draft, hand: &mut Hand) -> String {
    lines(draft, hand, "\n", write_table)
}

fn write_table(lines: &mut Lines, table: &PrintedTable) {
    for row in table.rectangle() {
        let mut cells = vec![String::new(); lines.hand.shift()];
        cells.extend(row.iter().map(|cell| cell.map_or_else(String::new, |cell| printed(cell, lines.hand))));
        lines.line(&cells.join("\t"));
        lines.page_number();
    }
    lines.line("");
}
