use nianbao::document::{Block, Columns, Place};
use proptest::prelude::*;

use super::*;

/// A Document in a few lines: `¶` before paragraphs with their line and column, `▦` before the
/// rows of grids, `·` between cells, `⏎` for line feeds in cells.
fn sketch(text: &str) -> String {
    show(&read(text).expect("readable"))
}

fn show(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let level = paragraph.level.map(|level| format!("h{level} ")).unwrap_or_default();
                let Some(Place::Text { line, column }) = paragraph.at else { panic!("no place") };
                assert!(paragraph.wrapped);
                lines.push(format!("¶{line}:{column} {level}{}", paragraph.text));
            }
            Block::Grid(grid) => {
                assert_eq!(grid.columns, Columns::Ragged);
                for row in grid.rows() {
                    let cells: Vec<String> = row.iter().map(|cell| cell.text.replace('\n', "⏎")).collect();
                    lines.push(format!("▦ {}", cells.join("·")));
                }
            }
        }
    }
    lines.join("\n")
}

/// The places of all cells as `line:column`, row by row.
fn places(text: &str) -> Vec<String> {
    let mut places = Vec::new();
    for block in read(text).expect("readable").blocks {
        let Block::Grid(grid) = block else { continue };
        for row in grid.rows() {
            let row: Vec<String> = row
                .iter()
                .map(|cell| match cell.at {
                    Some(Place::Text { line, column }) => format!("{line}:{column}"),
                    other => panic!("{other:?}"),
                })
                .collect();
            places.push(row.join(" "));
        }
    }
    places
}

#[test]
fn lines_are_paragraphs_and_blank_lines_keep_them_apart() {
    assert_eq!(sketch("\n\n　　第一行\n第二行\n\n \n第三行\n\n"), "¶3:3 　　第一行\n¶4:1 第二行\n¶5:1 \n¶7:1 第三行");
}

#[test]
fn line_ends_of_every_system_count_once() {
    assert_eq!(sketch("a\r\nb\rc\nd\x0Be"), "¶1:1 a\n¶2:1 b\n¶3:1 c\n¶4:1 d\n¶4:3 e");
}

#[test]
fn columns_count_utf_16_code_units() {
    assert_eq!(sketch(" \u{20000}\x0B好"), "¶1:2  \u{20000}\n¶1:5 好");
}

#[test]
fn tabs_make_rows_and_blank_cells_keep_their_place() {
    let text = "规章\t0\t\t6\n行政许可\t 8\t\t\n";
    assert_eq!(sketch(text), "▦ 规章·0··6\n▦ 行政许可·8··");
    assert_eq!(places(text), ["1:1 1:4 1:6 1:7", "2:1 2:7 2:9 2:10"]);
}

#[test]
fn a_row_that_begins_with_tabs_keeps_its_blank_cells() {
    assert_eq!(
        sketch("三、办理结果\t（一）公开\t1\n\t（二）部分公开\t2"),
        "▦ 三、办理结果·（一）公开·1\n▦ ·（二）部分公开·2"
    );
}

#[test]
fn a_cell_in_quotes_goes_over_lines() {
    assert_eq!(sketch("自然人\t\"商业\n企业\"\t\"写作\"\"甲\"\"\"\n1\t2\t3"), "▦ 自然人·商业⏎企业·写作\"甲\"\n▦ 1·2·3");
    assert_eq!(sketch("甲\t\"乙\n1\t2"), "▦ 甲·\"乙\n▦ 1·2", "an open quote is text");
    assert_eq!(sketch("甲\t\"三安全\"等\t1"), "▦ 甲·\"三安全\"等·1", "so is one that closes early");
}

#[test]
fn numbered_items_and_indented_prose_are_paragraphs() {
    assert_eq!(sketch("一、\t总体情况\n（一）\t主动公开"), "¶1:1 一、\t总体情况\n¶2:1 （一）\t主动公开");
    let prose = "\t全年通过政府网站公开各类信息一百二十条，回应群众关切。\n\t二、下一部分";
    assert_eq!(sketch(prose), format!("¶1:2 {}", prose.replace('\n', "\n¶2:2 ")));
}

#[test]
fn cells_below_each_other_after_tabs_are_rows() {
    let text = "二、情况\n\n\t规章\n\t0\n\t\n\n\t商业\n企业\n\t法律服务\n机构\n\t3\n\n\n五、问题";
    assert_eq!(sketch(text), "¶1:1 二、情况\n▦ 规章·0·\n▦ 商业⏎企业·法律服务⏎机构·3\n¶14:1 五、问题");
    assert_eq!(places(text), ["3:2 4:2 5:2", "7:2 9:2 11:2"]);
}

#[test]
fn cells_below_each_other_without_row_ends_stay_lines() {
    let cells: String = (0..30).map(|n| format!("\t{n}\n")).collect();
    let sketch = sketch(&cells);
    assert!(sketch.starts_with("¶1:2 \t0\n¶2:2 \t1\n") && !sketch.contains('▦'), "{sketch}");
}

#[test]
fn a_numbered_heading_after_a_tab_is_no_cell() {
    assert_eq!(sketch("\t二、情况\n\n\t规章\n\t5"), "¶1:2 \t二、情况\n▦ 规章·5");
}

#[test]
fn markdown_tables_lose_rules_and_enclosing_bars() {
    let text = "## 二、情况 ##\n| 信息内容 | 本年<br>制发 |\n|---|:--:|\n| **规章** | 0 |\n| 强制 |  |\n";
    assert_eq!(sketch(text), "¶1:4 h2 二、情况\n▦ 信息内容·本年⏎制发\n▦ 规章·0\n▦ 强制·");
    assert_eq!(places(text), ["2:3 2:10", "4:3 4:12", "5:3 5:7"]);
}

#[test]
fn a_single_dash_is_a_cell_and_not_a_rule() {
    assert_eq!(sketch("| 甲 | 乙 |\n|---|---|\n| - | - |"), "▦ 甲·乙\n▦ -·-");
}

#[test]
fn a_rule_tells_that_bars_enclose_although_other_rows_follow() {
    assert_eq!(sketch("| 名称 | 报告 ||\n|---|---|---|\n索引号 | 7/2025 |"), "▦ 名称·报告·\n▦ 索引号·7/2025");
}

#[test]
fn bars_that_end_cells_leave_a_leading_blank_cell() {
    let text = "办理结果 | 公开 | 1 | |\n| 部分公开 | | 2 |\n规章 | 0 |\n";
    assert_eq!(sketch(text), "▦ 办理结果·公开·1·\n▦ ·部分公开··2\n▦ 规章·0");
}

#[test]
fn bars_between_cells_leave_a_trailing_blank_cell() {
    assert_eq!(sketch("规章 | 0 | 6\n许可 | 8 |\n处罚 | 3 | 5"), "▦ 规章·0·6\n▦ 许可·8·\n▦ 处罚·3·5");
}

#[test]
fn a_bar_alone_ends_a_row_of_cells_below_each_other() {
    assert_eq!(sketch("规章 |\n1 |\n2 |\n|\n许可 |\n43 |\n+(0) -(0) |\n|"), "▦ 规章·1·2\n▦ 许可·43·+(0) -(0)");
}

#[test]
fn a_bar_in_a_cell_between_tabs_is_text() {
    assert_eq!(sketch("甲|乙\t0\t6"), "▦ 甲|乙·0·6");
}

#[test]
fn bars_alone_between_lines_are_dropped() {
    assert_eq!(sketch("规章\n|\n0\n|\n|\n6\n|\n"), "¶1:1 规章\n¶3:1 0\n¶4:1 \n¶6:1 6".replace("¶4:1", "¶5:1"));
}

#[test]
fn drawn_tables_lose_their_borders() {
    assert_eq!(sketch("+----+----+\n| 甲 | 1  |\n+----+----+\n| 乙 | 2  |\n+----+----+"), "▦ 甲·1\n▦ 乙·2");
    assert_eq!(sketch("┌──┬──┐\n│甲│1 │\n├──┼──┤\n│乙│2 │\n└──┴──┘"), "▦ 甲·1\n▦ 乙·2");
}

#[test]
fn text_from_a_pdf_stays_lines_with_their_blanks() {
    let text = "规章               0          0       0\n（三）不    1.属于国家秘密   1  0\n";
    assert_eq!(sketch(text), "¶1:1 规章               0          0       0\n¶2:1 （三）不    1.属于国家秘密   1  0");
}

#[test]
fn stars_that_mask_a_name_stay() {
    assert_eq!(sketch("**一、总体情况**\n张**和李**起诉"), "¶1:3 一、总体情况\n¶2:1 张**和李**起诉");
}

#[test]
fn commas_make_rows_in_a_csv_file() {
    let document = read_comma_separated("信息内容,本年制发件数\n规章,0\n\"甲,乙\",\n\n五、问题,\n").expect("readable");
    assert_eq!(show(&document), "▦ 信息内容·本年制发件数\n▦ 规章·0\n▦ 甲,乙·\n¶5:1 五、问题,");
}

#[test]
fn nothing_is_empty_and_too_much_is_too_large() {
    for blank in ["", "\n\n", " \u{3000}\t\u{FEFF}\r\n"] {
        assert_eq!(read(blank), Err(Reason::Empty));
    }
    assert_eq!(read(&"1\n".repeat(limits::PIECES + 1)), Err(Reason::TooLarge));
    assert_eq!(read(&"1\t".repeat(limits::PIECES + 1)), Err(Reason::TooLarge));
    assert_eq!(read(&"字".repeat(limits::TEXT_BYTES / 3 + 1)), Err(Reason::TooLarge));
}

/// Text made of the signs that the reader looks at.
fn telling_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\t",
        "\n",
        "\r\n",
        "|",
        "||",
        "---",
        "\"",
        "。",
        "一、",
        "规章",
        "0",
        "23",
        " ",
        "　",
        "#",
        "**",
        "<br>",
        "&nbsp;",
        "+",
        "┌──┐",
        "│",
        "\u{20000}",
        "\x0B",
        ",",
        "（一）",
        "企业",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let _ = read(&text);
        let _ = read_comma_separated(&text);
    }

    /// No character that shows is lost but bars, rules and marks of Markdown; and every place lies in the text.
    #[test]
    fn no_digit_is_lost_and_places_are_in_the_text(text in telling_text()) {
        let Ok(document) = read(&text) else { return Ok(()) };
        let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let mut digits = 0;
        let mut check = |text_there: &str, at: Option<Place>| {
            digits += count(text_there);
            let Some(Place::Text { line, column }) = at else { panic!("no place") };
            let source = text.replace("\r\n", "\n").replace('\r', "\n");
            let source = source.split('\n').nth(line as usize - 1).expect("a line of the text");
            let units: Vec<u16> = source.encode_utf16().collect();
            let rest = String::from_utf16(units.get(column as usize - 1..).expect("a column of the line")).expect("whole characters");
            // A cell in quotes begins with its quote, and its number may stand on a later line.
            let first = text_there.trim_start_matches(line::is_blank).chars().next().filter(char::is_ascii_digit);
            if let Some(first) = first.filter(|_| !rest.starts_with('"')) {
                let marks = ['*', '<', '>', 'b', 'r', ' ', '&', 'n', 's', 'p', ';', '\t', '\u{3000}'];
                prop_assert!(rest.trim_start_matches(marks).starts_with(first), "{rest:?} {first:?}");
            }
            Ok(())
        };
        for block in &document.blocks {
            match block {
                Block::Paragraph(paragraph) => check(&paragraph.text, paragraph.at)?,
                Block::Grid(grid) => {
                    for cell in &grid.cells {
                        check(&cell.text, cell.at)?;
                    }
                }
            }
        }
        prop_assert_eq!(digits, count(&text));
    }
}
