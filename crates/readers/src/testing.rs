//! A short way to look at a Document in tests.

use nianbao::document::{Block, Document, GridCell};

/// A line for every paragraph and every row of a grid: its cells with their place and spans.
pub fn lines(document: &Document) -> Vec<String> {
    let cell = |c: &GridCell| format!("{},{}+{}x{} {}", c.row, c.column, c.row_span, c.column_span, c.text);
    let row = |row: &[GridCell]| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.text.clone()],
        Block::Grid(grid) => grid.rows().map(row).collect(),
    };
    document.blocks.iter().flat_map(of).collect()
}
