use nianbao::document::{Block, Document, Place};
use nianbao::unreadable::Reason;

use super::shown;
use crate::package::pack;
use crate::testing::lines;

fn xlsx(sheet: &str) -> Result<Document, Reason> {
    let workbook = "<workbook xmlns:r='r'><sheets><sheet name='暗' state='hidden' r:id='r2'/><sheet name='表' r:id='r1'/></sheets></workbook>";
    let relations = "<R><r Id='r1' Target='worksheets/sheet1.xml'/><r Id='r2' Target='worksheets/none.xml'/></R>";
    let strings = "<sst><si><t>规章</t></si><si><r><t>行政</t></r><rPh><t>xx</t></rPh><r><t>许可</t></r></si></sst>";
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let parts = [
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    crate::read("表.xlsx", &pack(&parts.map(|(name, text)| (name, text.as_bytes()))))
}

fn ods(rows: &str) -> Result<Document, Reason> {
    let content = format!(
        "<o:c xmlns:o='o' xmlns:t='t' xmlns:x='x'><o:body><o:spreadsheet><t:table>{rows}</t:table></o:spreadsheet></o:body></o:c>"
    );
    crate::read("表.ods", &pack(&[("content.xml", content.as_bytes())]))
}

#[test]
fn values_of_every_kind_and_merged_cells() {
    let sheet = "<sheetData><row r='1'><c r='B1' t='inlineStr'><is><t>二、主动公开政府信息情况</t></is></c></row>\
        <row r='3'><c r='B3' t='s'><v>0</v></c><c r='C3'><v>7730.2799999999997</v></c><c r='D3' t='str'><f>SUM(A1)</f><v>12</v></c></row>\
        <row r='4'><c r='C4'><v>3</v></c><c r='D4'/></row>\
        <row r='5'><c r='B5' t='s'><v>1</v></c><c r='C5' t='s'><v>99</v></c><c r='D5'><v>0</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='B3:B4'/><mergeCell ref='C5:D5'/></mergeCells>";
    let document = xlsx(sheet).expect("readable");
    assert_eq!(
        lines(&document),
        [
            "二、主动公开政府信息情况",
            "0,0+2x1 规章 | 0,1+1x1 7730.28 | 0,2+1x1 12",
            "1,1+1x1 3 | 1,2+1x1 ",
            "2,0+1x1 行政许可 | 2,1+1x2 "
        ]
    );
    let Some(Block::Grid(grid)) = document.blocks.get(1) else { panic!("no grid") };
    assert_eq!(grid.cells.get(1).and_then(|cell| cell.at), Some(Place::Grid { table: 1, row: 3, column: 3 }));
}

#[test]
fn dates_are_shown_as_dates() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"'/></numFmts>\
        <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='176'/></cellXfs></styleSheet>";
    let sheet = "<sheetData><row r='1'><c r='A1'><v>45312</v></c><c r='B1' s='1'><v>45312</v></c><c r='C1' s='2'><v>45312</v></c></row></sheetData>";
    let parts = [
        ("xl/workbook.xml", "<w xmlns:r='r'><sheets><sheet r:id='a'/></sheets></w>"),
        ("xl/_rels/workbook.xml.rels", "<r><r Id='a' Target='a.xml'/></r>"),
        ("xl/styles.xml", styles),
        ("xl/a.xml", sheet),
    ];
    let document = crate::read("", &pack(&parts.map(|(name, text)| (name, text.as_bytes())))).expect("readable");
    assert_eq!(lines(&document), ["0,0+1x1 45312 | 0,1+1x1 2024/1/21 | 0,2+1x1 2024年1月"]);
}

#[test]
fn far_and_endless_cells_take_no_room() {
    let far = "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>5</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c><c r='A1048576'><v>2</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='A1:XFD1048575'/></mergeCells>";
    assert!(matches!(xlsx(far), Ok(_) | Err(Reason::TooLarge)));
    let rows = "<t:table-row><t:table-cell><x:p>规章</x:p></t:table-cell><t:table-cell t:number-columns-repeated='2'><x:p>0</x:p></t:table-cell>\
        <t:table-cell t:number-columns-repeated='1000000000'/></t:table-row><t:table-row t:number-rows-repeated='4000000000'><t:table-cell/></t:table-row>";
    assert_eq!(ods(rows).map(|document| lines(&document)), Ok(vec!["0,0+1x1 规章 | 0,1+1x1 0 | 0,2+1x1 0".to_owned()]));
}

#[test]
fn a_blank_workbook_is_empty() {
    assert_eq!(xlsx("<sheetData/>"), Err(Reason::Empty));
    assert_eq!(ods("<t:table-row/>"), Err(Reason::Empty));
}

#[test]
fn numbers_are_shown_with_fifteen_digits() {
    assert_eq!(
        [0.0, 3.0, -2.0, 0.1 + 0.2, 143.2062, 1e20, 0.00001].map(shown),
        ["0", "3", "-2", "0.3", "143.2062", "100000000000000000000", "0.00001"]
    );
}
