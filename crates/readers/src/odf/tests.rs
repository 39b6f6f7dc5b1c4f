use nianbao::document::{Block, RemarkKind};
use nianbao::unreadable::Reason;

use crate::package::pack;
use crate::testing::lines;

fn read(styles: &str, body: &str) -> Result<nianbao::document::Document, Reason> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='tb' xmlns:style='s' xmlns:draw='d'>\
         <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    crate::read(
        "报告.odt",
        &pack(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())]),
    )
}

#[test]
fn text_blanks_boxes_and_notes() {
    let body = "<text:h text:outline-level='1'>一、总体<text:span>情况</text:span></text:h>\
        <text:p>收到\n   <text:s text:c='2'/>23件<text:line-break/>次行<text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>注文</text:p></text:note-body></text:note></text:p>\
        <text:p><draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame></text:p>";
    let document = read("", body).expect("readable");
    assert_eq!(lines(&document), ["一、总体情况", "收到   23件", "次行", "注文", "框内"]);
    assert!(matches!(document.blocks.first(), Some(Block::Paragraph(p)) if p.level == Some(1)));
}

#[test]
fn lists_are_numbered() {
    let styles = "<text:list-style style:name='L'>\
        <text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/>\
        <text:list-level-style-number text:level='2' style:num-format='1' style:num-prefix='（' style:num-suffix='）' text:start-value='3'/></text:list-style>";
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let inner = format!("<text:list>{}{}</text:list>", item("丙"), item("丁"));
    let body = format!(
        "<text:list text:style-name='L'>{}<text:list-item><text:p>乙</text:p>{inner}</text:list-item></text:list><text:p>间</text:p>\
         <text:list text:style-name='L' text:continue-numbering='true'>{}</text:list><text:list text:style-name='L'>{}</text:list>",
        item("甲"),
        item("戊"),
        item("己")
    );
    assert_eq!(
        lines(&read(styles, &body).expect("readable")),
        ["一、甲", "二、乙", "（3）丙", "（4）丁", "间", "三、戊", "一、己"]
    );
}

#[test]
fn cells_span_and_repeat() {
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    let body = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}<table:covered-table-cell/></table:table-row></table:table-header-rows>\
         <table:table-row><table:covered-table-cell/>{}</table:table-row></table:table>",
        cell("table:number-rows-spanned='2'", "甲"),
        cell("table:number-columns-spanned='2'", "乙"),
        cell("table:number-columns-repeated='2'", "0"),
    );
    assert_eq!(lines(&read("", &body).expect("readable")), ["0,0+2x1 甲 | 0,1+1x2 乙", "1,1+1x1 0 | 1,2+1x1 0"]);
}

#[test]
fn changes_and_comments_are_kept_apart() {
    let body = "<text:tracked-changes><text:changed-region text:id='a'><text:insertion/></text:changed-region>\
        <text:changed-region text:id='b'><text:deletion><text:p>23</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>收到<text:change text:change-id='b'/><text:change-start text:change-id='a'/>24<text:change-end text:change-id='a'/>件\
        <office:annotation><text:p>核对</text:p></office:annotation></text:p>";
    let document = read("", body).expect("readable");
    assert_eq!(lines(&document), ["收到24件"]);
    let remarks: Vec<_> = document.remarks.iter().map(|remark| (remark.kind, remark.text.as_str())).collect();
    assert_eq!(remarks, [(RemarkKind::Inserted, "24"), (RemarkKind::Deleted, "23"), (RemarkKind::Comment, "核对")]);
}

#[test]
fn encrypted_and_endless_files_have_their_reasons() {
    let manifest = "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let encrypted = pack(&[("content.xml", b"\x01\x02"), ("META-INF/manifest.xml", manifest.as_bytes())]);
    assert_eq!(crate::read("", &encrypted), Err(Reason::Encrypted));
    let cell = "<table:table-cell table:number-columns-repeated='999999999'><text:p>0</text:p></table:table-cell>";
    let endless = format!("<table:table><table:table-row>{cell}</table:table-row></table:table>");
    assert_eq!(read("", &endless), Err(Reason::TooLarge));
}
