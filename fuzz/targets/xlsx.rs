#![no_main]

const WORKBOOK: &str = "<w xmlns:r='r'><sheets><sheet r:id='a'/></sheets></w>";
const RELATIONS: &str = "<r><r Id='a' Target='a.xml'/></r>";
const STRINGS: &str = "<sst><si><t>规章</t></si></sst>";
const STYLES: &str = "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></s>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let others = [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
    ];
    nianbao_fuzz::read_part("xl/a.xml", bytes, &others);
});
