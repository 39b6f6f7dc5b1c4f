use nianbao::document::{Block, Columns, Place, RemarkKind};
use proptest::prelude::*;

use super::*;

/// A Document in a few lines: `¶` before paragraphs, `▦` before the rows of grids, `·` between
/// cells, `⏎` for line feeds in cells, `[column rows×columns]` before cells that span.
fn sketch(html: &str) -> String {
    let document = read(html).expect("readable");
    let mut lines = Vec::new();
    let (mut paragraphs, mut tables) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                paragraphs += 1;
                assert_eq!(paragraph.at, Some(Place::Paragraph { paragraph: paragraphs }));
                assert!(!paragraph.wrapped);
                let level = paragraph.level.map(|level| format!("h{level} ")).unwrap_or_default();
                lines.push(format!("¶ {level}{}", paragraph.text));
            }
            Block::Grid(grid) => {
                tables += 1;
                assert_eq!(grid.columns, Columns::Ruled);
                for row in grid.rows() {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|cell| {
                            let (row, column) = (cell.row + 1, cell.column + 1);
                            assert_eq!(cell.at, Some(Place::Grid { table: tables, row, column }));
                            let spans = (cell.row_span, cell.column_span) != (1, 1);
                            let span = spans.then(|| format!("[{column} {}×{}]", cell.row_span, cell.column_span));
                            span.unwrap_or_default() + &cell.text.replace('\n', "⏎")
                        })
                        .collect();
                    lines.push(format!("▦ {}", cells.join("·")));
                }
            }
        }
    }
    lines.join("\n")
}

#[test]
fn pieces_of_a_number_are_joined() {
    let html = "<p><span>共<font face=仿宋>20</font></span><span>23</span><o:p></o:p>件</p>";
    assert_eq!(sketch(html), "¶ 共2023件");
}

#[test]
fn block_elements_and_line_breaks_end_paragraphs() {
    assert_eq!(sketch("甲<div>乙<br>丙</div>丁<p>戊<p>己"), "¶ 甲\n¶ 乙\n¶ 丙\n¶ 丁\n¶ 戊\n¶ 己");
}

#[test]
fn headings_have_levels_and_go_on_after_a_line_break() {
    assert_eq!(
        sketch("<h1>青石镇人民政府<br>年度报告</h1><h2>一、总体情况</h2>正文"),
        "¶ h1 青石镇人民政府年度报告\n¶ h2 一、总体情况\n¶ 正文"
    );
}

#[test]
fn white_space_collapses_and_vanishes_at_line_ends_between_chinese_characters() {
    assert_eq!(sketch("<p>政府信息\r\n  公开  12\n 件，\n共 3</p>"), "¶ 政府信息公开 12 件，共 3");
    assert_eq!(sketch("<p>&emsp;&nbsp;首行</p><p>&nbsp;</p><p>二</p>"), "¶ \u{2003}\u{A0}首行\n¶ 二");
    assert_eq!(sketch("<pre>甲  1\n乙  2</pre>"), "¶ 甲  1\n¶ 乙  2");
}

#[test]
fn scripts_styles_controls_and_hidden_text_are_left_out() {
    let html = "<head><title>题</title><style>p{}</style></head><nav><ul><li>首页</li></ul></nav><script>if (a<b) '<p>'</script>\
        <p>正文正文正文正文正文正文<span style='DISPLAY: none'>藏<span>深</span>藏</span>后<button>打印</button></p>\
        <select><option>2019</select><textarea>写</textarea><noscript><p>请开启</p></noscript><!-- 注 --><div hidden>无</div><p>完";
    assert_eq!(sketch(html), "¶ 正文正文正文正文正文正文后\n¶ 完");
}

#[test]
fn a_page_that_hides_most_of_itself_is_read_whole() {
    assert_eq!(sketch("<p>开始</p><div style='display:none'><p>全文由脚本显示</p></div>"), "¶ 开始\n¶ 全文由脚本显示");
    assert_eq!(sketch("<p>很长很长很长的开始</p><nav><p>没有结束"), "¶ 很长很长很长的开始\n¶ 没有结束");
}

#[test]
fn what_a_draft_must_not_keep_is_remarked() {
    let html = "<p>收到<del>12</del><ins>13</ins>件<span style='mso-hide:all'>待核</span>，予以公开十件。\
        <a class=msocomanchor href=#c>[甲1]</a></p><div style='mso-element:comment-list'><p>数字不对</p></div>";
    let document = read(html).expect("readable");
    assert_eq!(sketch(html), "¶ 收到13件，予以公开十件。");
    let remarks: Vec<(RemarkKind, &str)> = document.remarks.iter().map(|r| (r.kind, r.text.as_str())).collect();
    assert_eq!(
        remarks,
        [
            (RemarkKind::Deleted, "12"),
            (RemarkKind::Inserted, "13"),
            (RemarkKind::Hidden, "待核"),
            (RemarkKind::Comment, "数字不对"),
        ]
    );
}

#[test]
fn spans_give_rows_and_columns() {
    let html = "<table><tr><td rowspan=2 colspan=2>说明<td colspan=3>申请人<tr><td>甲<td>乙<td>丙\
        <tr><td rowspan=2>三<td>（一）<td>1<td>2<td>3<tr><td>（二）<td>4<td>&nbsp;<td>　</table>";
    assert_eq!(sketch(html), "▦ [1 2×2]说明·[3 1×3]申请人\n▦ 甲·乙·丙\n▦ [1 2×1]三·（一）·1·2·3\n▦ （二）·4··");
}

#[test]
fn paragraphs_in_a_cell_are_lines_of_it() {
    assert_eq!(
        sketch("<table><tr><td><p>商业</p><p>&nbsp;</p><p>企业</p><td>结果<br>维持</table>"),
        "▦ 商业⏎企业·结果⏎维持"
    );
}

#[test]
fn no_cell_goes_on_below_its_row_group_and_spans_of_zero_fill_it() {
    let html = "<table><thead><tr><th rowspan=9>头<th>甲<tbody><tr><td rowspan=0>组<td>1<tr><td>2<tbody><tr><td>3<td>4</table>";
    assert_eq!(sketch(html), "▦ 头·甲\n▦ [1 2×1]组·1\n▦ 2\n▦ 3·4");
}

#[test]
fn columns_in_which_no_cell_begins_are_dropped() {
    assert_eq!(
        sketch("<table><tr><td colspan=1000>宽<tr><td colspan=2>甲<td colspan=2>乙</table>"),
        "▦ [1 1×2]宽\n▦ 甲·乙"
    );
}

#[test]
fn a_table_that_lays_out_the_page_is_its_content() {
    let inner = "<table><tr><td>规章<td>0<tr><td>许可<td>8</table>";
    assert_eq!(
        sketch(&format!("<table><tr><td>题<td><p>二、情况</p>{inner}<p>三、情况</p></table>")),
        "¶ 题\n¶ 二、情况\n▦ 规章·0\n▦ 许可·8\n¶ 三、情况"
    );
    let long = format!("<p>{}</p>", "字".repeat(80)).repeat(3);
    assert_eq!(sketch(&format!("<table><tr><td>栏目<td>{long}</table>")).matches('¶').count(), 4);
    assert_eq!(sketch("<table><tr><td>注：含上年结转。</table>"), "¶ 注：含上年结转。");
}

#[test]
fn a_small_table_in_a_cell_is_text_of_the_cell() {
    let html = "<table><tr><td>规章<td><table><tr><td>0<td>件</table><td>6<tr><td>许可<td>8<td>9</table>";
    assert_eq!(sketch(html), "▦ 规章·0⏎件·6\n▦ 许可·8·9");
}

#[test]
fn text_between_cells_stands_before_the_table() {
    assert_eq!(sketch("<table><caption>表二</caption>外<tr><td>甲<td>1</table>"), "¶ 表二\n¶ 外\n▦ 甲·1");
}

#[test]
fn hidden_cells_and_rows_take_no_place() {
    let html = "<table><tr><td>甲<td style='display:none'>藏<td>1<tr style='display:none'><td>行<td>2<td>3<tr><td>乙<td>4</table><p>后文</p>";
    assert_eq!(sketch(html), "▦ 甲·1\n▦ 乙·4\n¶ 后文");
}

#[test]
fn word_on_the_clipboard() {
    let html = "Version:0.9\r\nStartHTML:0000000105\r\n<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head>\
        <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body><!--StartFragment-->\
        <p class=MsoNormal><![if !supportLists]><span lang=EN-US>一、<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>\
        <![endif]><span>总体情况<span lang=EN-US><o:p></o:p></span></span></p>\
        <table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td width=60 colspan=2><p class=MsoNormal>规\r\n章<o:p></o:p></p></td>\
        <td><p class=MsoNormal><span lang=EN-US>2</span><span lang=EN-US>3</span></p></td></tr></table><!--EndFragment--></body></html>";
    assert_eq!(sketch(html), "¶ 一、\u{A0} 总体情况\n▦ 规章·23");
}

#[test]
fn excel_on_the_clipboard() {
    let html = "<html><body><table border=0 style='border-collapse:collapse'><!--StartFragment--><col width=72 span=3>\
        <tr height=19><td colspan=3 class=xl65>第二十条第（一）项</td></tr>\
        <tr><td class=xl66>规章</td><td align=right x:num>0</td><td></td></tr><!--EndFragment--></table></body></html>";
    assert_eq!(sketch(html), "▦ [1 1×3]第二十条第（一）项\n▦ 规章·0·");
}

#[test]
fn the_declared_encoding_is_found() {
    let name = |html: &str| declared_encoding(html.as_bytes()).map(Encoding::name);
    assert_eq!(name("<meta charset=gb2312>"), Some("GBK"));
    assert_eq!(name("<META http-equiv=Content-Type content=\"text/html; charset=big5\">"), Some("Big5"));
    assert_eq!(name("<?xml version='1.0' encoding='GB18030'?><html>"), Some("gb18030"));
    assert_eq!(name("<meta charset='utf-16'>"), None);
    assert_eq!(name("<meta charset=''>"), None);
    assert_eq!(name("<p>"), None);
}

#[test]
fn nothing_is_empty() {
    for html in ["", "<html></html>", "<table><tr><td>&nbsp;</table>", "<script>1</script>"] {
        assert_eq!(read(html), Err(Reason::Empty), "{html}");
    }
}

#[test]
fn hostile_pages_end_soon() {
    assert_eq!(read(&"<table><tr><td>1".repeat(100_000)).map(|_| ()), Ok(()));
    assert_eq!(read(&format!("<table><tr>{}</table>", "<td>1".repeat(2_000))), Err(Reason::TooLarge));
    assert_eq!(read(&"<p>1".repeat(limits::PIECES + 1)), Err(Reason::TooLarge));
    let spans =
        format!("<table>{}<tr>{}</table>", "<tr><td colspan=1000 rowspan=65534>1".repeat(20_000), "<td>2".repeat(900));
    assert!(read(&spans).is_ok() || read(&spans) == Err(Reason::TooLarge));
    let attributes: String = (0..200_000).map(|n| format!(" a{n}=1")).collect();
    assert_eq!(sketch(&format!("<p{attributes}>甲</p>")), "¶ 甲");
    assert_eq!(read(&format!("<p>{}", "<div><b><p>".repeat(200_000))), Err(Reason::Empty));
}

/// HTML made of the tags that the reader looks at, in any order.
fn telling_html() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "<td rowspan=3>",
        "<th colspan=2>",
        "<td rowspan=0 colspan=9>",
        "</td>",
        "<tbody>",
        "</thead>",
        "<p>",
        "</p>",
        "<p hidden>",
        "<div style='display:none'>",
        "</div>",
        "<tr hidden>",
        "<h2>",
        "</h3>",
        "<br>",
        "<pre>",
        "</pre>",
        "<del>",
        "</del>",
        "<ins>",
        "</ins>",
        "<nav>",
        "</nav>",
        "<caption>",
        "<li hidden>",
        "</ul>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "1",
        "23",
        "规章",
        " ",
        "\n",
        "&nbsp;",
        "<!--",
        "-->",
        "<o:p/>",
        "<td hidden>",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_string_is_read(html in any::<String>()) {
        let _ = read(&html);
    }

    /// Cells of a grid never cover the same place, lie in reading order and inside the grid.
    #[test]
    fn cells_do_not_overlap(html in telling_html()) {
        let Ok(document) = read(&html) else { return Ok(()) };
        for block in document.blocks {
            let Block::Grid(grid) = block else { continue };
            let mut covered = std::collections::HashSet::new();
            let mut last = None;
            for cell in &grid.cells {
                prop_assert!(Some((cell.row, cell.column)) > last);
                last = Some((cell.row, cell.column));
                prop_assert!(cell.row_span >= 1 && cell.column_span >= 1);
                for row in cell.row..cell.row + cell.row_span {
                    for column in cell.column..cell.column + cell.column_span {
                        prop_assert!(covered.insert((row, column)), "row {row}, column {column}");
                    }
                }
            }
        }
    }
}
