//! A Document as plain text, for a person to edit and check again.

use nianbao::document::{Block, Document, Grid};
use nianbao::unreadable::Reason;

use crate::Input;

/// The text of an input: plain text as it is; of anything else its paragraphs, a line each, and
/// its tables, a row a line with tabs between the columns.
///
/// # Errors
/// When the input can't be read.
pub fn text_of(input: &Input) -> Result<String, Reason> {
    match input {
        Input::Text(text) => Ok(text.clone()),
        Input::Html(_) | Input::File { .. } => input.read().map(|document| plain(&document)),
    }
}

fn plain(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                text.push_str(&paragraph.text);
                text.push('\n');
            }
            Block::Grid(grid) => rows(grid, &mut text),
        }
    }
    text
}

/// Writes a grid's rows. The place of a cell covered from above by a merged one is left empty, so
/// that every column keeps its number of tabs.
fn rows(grid: &Grid, text: &mut String) {
    for row in grid.rows() {
        let mut column = 0;
        for cell in row {
            for _ in column..cell.column {
                text.push('\t');
            }
            text.push_str(&cell.text.replace(['\n', '\t'], " "));
            column = cell.column;
        }
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use nianbao::document::{GridCell, Paragraph};

    use super::*;

    fn cell(row: u32, column: u32, text: &str) -> GridCell {
        GridCell { row, column, row_span: 1, column_span: 1, text: text.to_owned(), at: None }
    }

    #[test]
    fn columns_keep_their_tabs_under_merged_cells() {
        let cells = vec![cell(0, 0, "本年\n新收"), cell(0, 1, "总计"), cell(1, 1, "3"), cell(2, 3, "9")];
        let document = Document {
            blocks: vec![
                Block::Paragraph(Paragraph { text: "标题".to_owned(), ..Paragraph::default() }),
                Block::Grid(Grid { cells, ..Grid::default() }),
            ],
            ..Document::default()
        };
        assert_eq!(plain(&document), "标题\n本年 新收\t总计\n\t3\n\t\t\t9\n");
    }
}
