//! One document in every format of word processors, with what makes them hard: lists of several
//! levels, lists that styles bring along, text boxes, notes, a table within a cell.
//!
//! `rich.docx` was made by hand, the others from it by LibreOffice.

use std::path::Path;

use nianbao::document::Block;

/// The lines of a document: paragraphs, and rows of cells.
fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    let document = nianbao_readers::read(name, &std::fs::read(path).expect("a file of the project"));
    let mut lines = Vec::new();
    for block in document.expect("readable").blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text),
            Block::Grid(grid) => lines.extend(grid.rows().map(|row| {
                let cell =
                    |cell: &nianbao::document::GridCell| format!("{} {}", cell.column, cell.text.replace('\n', "⏎"));
                row.iter().map(cell).collect::<Vec<_>>().join(" | ")
            })),
        }
    }
    lines
}

#[test]
fn numbers_boxes_notes_and_tables_are_where_word_shows_them() {
    let expected = [
        "一、总体情况",
        "（一）主动公开",
        "1.第一项",
        "1.1 细目",
        "2.再一项",
        "脚注的字",
        "①圈",
        "（二）依申请公开",
        "1.从头数",
        "框里的字",
        "没有编号",
        "第3条　条文",
        "第4条　又一条",
        "A) 按样式编号",
        "B) 也按样式",
        "尾注的字",
        "二、存在的问题",
        "（一）改进",
        "另一个框",
        "0 规章 | 1 3",
        "0 许可 | 1 4",
        "0 处罚 | 1 5",
        "0 强制 | 1 6",
        "0 内表 | 1 内一⏎1⏎内二⏎2⏎表后",
        "末段",
    ];
    for name in ["rich.docx", "rich.doc", "rich.odt", "rich.rtf"] {
        assert_eq!(lines(name), expected, "{name}");
    }
}
