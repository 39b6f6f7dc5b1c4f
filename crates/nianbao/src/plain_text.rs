//! A Document as plain text that a person can edit and that reads as the same report again.

use crate::document::{Block, Document, Grid, GridCell, Paragraph};

impl Document {
    /// The Document as plain text: a paragraph a line, a table's row a line with tabs between its
    /// columns. Every column of a table is there, so that a place which a merged cell covers is an
    /// empty field; a blank line stands between blocks that do not go on in each other.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            if before.is_some_and(|before| are_apart(before, block)) {
                text.push('\n');
            }
            match block {
                Block::Paragraph(paragraph) => {
                    text.push_str(&paragraph.text);
                    text.push('\n');
                }
                Block::Grid(grid) => write_rows(grid, &mut text),
            }
            before = Some(block);
        }
        text
    }
}

/// Whether a blank line must stand between two blocks: lines that may have been wrapped stand right
/// below each other, as they did.
fn are_apart(before: &Block, after: &Block) -> bool {
    let wrapped = |block: &Block| matches!(block, Block::Paragraph(Paragraph { wrapped: true, .. }));
    !(wrapped(before) || wrapped(after))
}

fn write_rows(grid: &Grid, text: &mut String) {
    let width = grid.cells.iter().map(|cell| cell.column.saturating_add(cell.column_span)).max().unwrap_or(0);
    for row in grid.rows() {
        let mut column = 0;
        for cell in row {
            (column..cell.column).for_each(|_| text.push('\t'));
            write_cell(cell, text);
            column = cell.column;
        }
        // The fields that a cell covers to its right, or one from above.
        (column + 1..width).for_each(|_| text.push('\t'));
        text.push('\n');
    }
}

/// Writes a cell's text on one line, in quotes where it would otherwise not read as one cell.
fn write_cell(cell: &GridCell, text: &mut String) {
    let quoted = cell.text.starts_with('"');
    if quoted {
        text.push('"');
    }
    let mut before = None;
    for c in cell.text.chars() {
        match c {
            '\n' | '\r' | '\t' => {}
            _ => {
                // A line that was cut between Chinese characters goes on without a blank.
                if matches!(before, Some('\n' | '\r' | '\t')) && c.is_ascii() && !text.ends_with(['\t', '\n', ' ']) {
                    text.push(' ');
                }
                if c == '"' && quoted {
                    text.push('"');
                }
                text.push(c);
            }
        }
        before = Some(c);
    }
    if quoted {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u32, column: u32, column_span: u32, text: &str) -> GridCell {
        GridCell { row, column, row_span: 1, column_span, text: text.to_owned(), at: None }
    }

    fn paragraph(text: &str, wrapped: bool) -> Block {
        Block::Paragraph(Paragraph { text: text.to_owned(), wrapped, ..Paragraph::default() })
    }

    fn text_of(blocks: Vec<Block>) -> String {
        Document { blocks, ..Document::default() }.to_text()
    }

    #[test]
    fn every_column_is_there() {
        let cells = vec![cell(0, 0, 2, "本年\n新收"), cell(0, 2, 2, "总计"), cell(1, 1, 1, "3"), cell(2, 3, 1, "9")];
        assert_eq!(
            text_of(vec![Block::Grid(Grid { cells, ..Grid::default() })]),
            "本年新收\t\t总计\t\n\t3\t\t\n\t\t\t9\n"
        );
    }

    #[test]
    fn paragraphs_are_apart_and_wrapped_lines_are_not() {
        assert_eq!(text_of(vec![paragraph("甲", false), paragraph("乙", false)]), "甲\n\n乙\n");
        assert_eq!(text_of(vec![paragraph("甲", true), paragraph("乙", true)]), "甲\n乙\n");
    }

    #[test]
    fn a_cell_is_one_field_whatever_stands_in_it() {
        let cells = vec![cell(0, 0, 1, "\"甲\"乙"), cell(0, 1, 1, "1\n2\t3")];
        assert_eq!(text_of(vec![Block::Grid(Grid { cells, ..Grid::default() })]), "\"\"\"甲\"\"乙\"\t1 2 3\n");
    }
}
