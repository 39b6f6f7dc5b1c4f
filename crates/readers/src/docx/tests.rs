use nianbao::document::{Block, Document, Place, RemarkKind};
use nianbao::unreadable::Reason;

use crate::package::pack;

/// A document with this body, and more parts.
fn read_with(body: &str, parts: &[(&str, &str)]) -> Result<Document, Reason> {
    let document = format!("<w:document xmlns:w='w' xmlns:mc='mc' xmlns:v='v'><w:body>{body}</w:body></w:document>");
    let parts: Vec<(String, String)> = parts
        .iter()
        .map(|(name, xml)| (format!("word/{name}.xml"), format!("<w:root xmlns:w='w'>{xml}</w:root>")))
        .chain([("word/document.xml".to_owned(), document)])
        .collect();
    let members: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    crate::read("报告.docx", &pack(&members))
}

/// A Document in a few lines: paragraphs with `h` and their level, rows of cells with their spans.
fn show(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let level = paragraph.level.map(|level| format!("h{level} ")).unwrap_or_default();
                lines.push(format!("{level}{}", paragraph.text));
            }
            Block::Grid(grid) => {
                for row in grid.rows() {
                    let cell = |cell: &nianbao::document::GridCell| {
                        let span = match (cell.row_span, cell.column_span) {
                            (1, 1) => String::new(),
                            (rows, columns) => format!("+{rows}x{columns}"),
                        };
                        format!("{},{}{span} {}", cell.row, cell.column, cell.text.replace('\n', "⏎"))
                    };
                    lines.push(row.iter().map(cell).collect::<Vec<_>>().join(" | "));
                }
            }
        }
    }
    lines
}

fn sketch(body: &str) -> Vec<String> {
    show(&read_with(body, &[]).expect("readable"))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn runs_breaks_and_signs_are_text() {
    let body = "<w:p><w:r><w:t>共20</w:t></w:r><w:bookmarkStart w:id='0'/><w:hyperlink><w:r><w:t>23</w:t></w:r></w:hyperlink>\
        <w:r><w:noBreakHyphen/><w:t>年</w:t><w:br/><w:t>次行</w:t><w:tab/><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p>\
        <w:p/><w:p><w:r><w:t xml:space='preserve'> </w:t></w:r></w:p>";
    assert_eq!(sketch(body), ["共2023-年", "次行\t√"]);
}

#[test]
fn merged_cells_cover_rows_and_columns() {
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val='restart'/>", "甲"),
        cell("<w:gridSpan w:val='2'/>", "乙"),
        cell("<w:vMerge/>", ""),
        cell("", "1"),
        cell("", "2"),
        cell("", "3"),
        cell("<w:hMerge/>", ""),
    );
    assert_eq!(sketch(&body), ["0,0+2x1 甲 | 0,1+1x2 乙", "1,1 1 | 1,2 2", "2,1+1x2 3"]);
}

#[test]
fn a_cell_keeps_its_paragraphs_and_a_layout_table_gives_its_content() {
    let inner = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("商业"), p("企业"), p("3"));
    assert_eq!(sketch(&inner), ["0,0 商业⏎企业 | 0,1 3"]);
    let outer = format!("<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>", p("前"), p("后"));
    assert_eq!(sketch(&outer), ["前", "0,0 商业⏎企业 | 0,1 3", "后"]);
}

#[test]
fn automatic_numbers_stand_before_the_text() {
    let level = |index: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='0'>{}{}{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    );
    let item = |list: usize, level: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(1, 0, "总体情况"),
        item(1, 1, "主动公开"),
        item(1, 1, "依申请公开"),
        item(1, 2, "收到"),
        item(1, 0, "主动公开政府信息情况"),
        item(1, 1, "规章"),
        item(2, 0, "存在的主要问题"),
        "<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr><w:r><w:t>其他</w:t></w:r></w:p>".to_owned(),
        item(0, 0, "无编号"),
    ];
    let styles = "<w:style w:type='paragraph' w:styleId='h'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>";
    let document = read_with(&body.concat(), &[("numbering", &numbering), ("styles", styles)]).expect("readable");
    assert_eq!(
        show(&document),
        [
            "一、总体情况",
            "（一）主动公开",
            "（二）依申请公开",
            "1.收到",
            "二、主动公开政府信息情况",
            "（一）规章",
            "五、存在的主要问题",
            "h1 六、其他",
            "无编号"
        ]
    );
}

#[test]
fn changes_comments_and_hidden_text_are_kept_apart() {
    let body = "<w:p><w:r><w:t>首段</w:t></w:r></w:p><w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>23</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>24</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>件</w:t></w:r>\
        <w:r><w:commentReference w:id='7'/></w:r></w:p>";
    let comments = "<w:comment w:id='7'><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>";
    let document = read_with(body, &[("comments", comments)]).expect("readable");
    assert_eq!(show(&document), ["首段", "收到24件"]);
    let remarks: Vec<(RemarkKind, &str)> =
        document.remarks.iter().map(|remark| (remark.kind, remark.text.as_str())).collect();
    assert_eq!(
        remarks,
        [
            (RemarkKind::Inserted, "24"),
            (RemarkKind::Deleted, "23"),
            (RemarkKind::Hidden, "暗"),
            (RemarkKind::Comment, "请核对")
        ]
    );
    assert!(document.remarks.iter().all(|remark| remark.at == Some(Place::Paragraph { paragraph: 2 })));
}

#[test]
fn text_boxes_and_footnotes_follow_their_paragraph_once() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("框内"));
    let body = format!(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{text_box}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{text_box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:footnoteReference w:id='2'/></w:r></w:p>{}",
        p("下段")
    );
    let footnotes = "<w:footnote w:id='2'><w:p><w:r><w:t>注：含上年结转</w:t></w:r></w:p></w:footnote>";
    assert_eq!(
        show(&read_with(&body, &[("footnotes", footnotes)]).expect("readable")),
        ["正文", "框内", "注：含上年结转", "下段"]
    );
}

#[test]
fn fields_show_their_text_and_contents_are_left_out() {
    let field = |instruction: &str, text: &str| {
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{text}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        )
    };
    let body = field("TOC \\o", "一、总体情况 1") + &field("= SUM(ABOVE)", "21") + &p("正文");
    assert_eq!(sketch(&body), ["21", "正文"]);
}

#[test]
fn entities_depth_and_missing_parts_have_their_reasons() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>";
    assert_eq!(crate::read("", &pack(&[("word/document.xml", bomb.as_bytes())])), Err(Reason::Damaged));
    assert_eq!(
        crate::read("", &pack(&[("_rels/.rels", b"<a><b Type='x/officeDocument' Target='word/d.xml'/></a>")])),
        Err(Reason::Damaged)
    );
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &"</w:tc></w:tr></w:tbl>".repeat(5_000);
    assert_eq!(read_with(&deep, &[]), Err(Reason::TooLarge));
    assert_eq!(read_with("<w:p/>", &[]), Err(Reason::Empty));
}
