//! A document of Word: paragraphs in runs, some headings numbered automatically, tables with merged
//! cells.

use super::html_page::escaped;
use super::package::{packed, relations};
use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::{PrintedCell, PrintedTable};

pub(super) static LAYOUT: Layout = Layout {
    name: "docx-file",
    origin: "a document of Word or WPS",
    write: |draft, hand| {
        let numbered = hand.often(0.3);
        let mut writer = DocxFile { body: String::new(), numbered, headings: 0, hand };
        walk(draft, &mut writer);
        let document = format!("{HEAD}<w:body>{}<w:sectPr/></w:body></w:document>", writer.body);
        let parts = [
            ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
            ("_rels/.rels", relations("officeDocument", "word/document.xml")),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", relations("numbering", "numbering.xml")),
            ("word/numbering.xml", NUMBERING.to_owned()),
        ];
        Written::File { name: "年度报告.docx", bytes: packed(&parts) }
    },
};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#;
const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;
const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

struct DocxFile<'a> {
    body: String,
    /// Whether the headings' numerals are automatic numbers.
    numbered: bool,
    headings: usize,
    hand: &'a mut Hand,
}

impl DocxFile<'_> {
    /// A text in runs, cut wherever a proofing mark stood once.
    fn runs(&mut self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let cut = if characters.len() > 1 && self.hand.often(0.4) { characters.len() / 2 } else { characters.len() };
        let pieces = [&characters[..cut], &characters[cut..]].into_iter().filter(|piece| !piece.is_empty());
        let run = |piece: &[char]| {
            let text = escaped(&piece.iter().collect::<String>());
            format!(r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
        };
        pieces.map(run).collect::<Vec<_>>().join(r#"<w:proofErr w:type="spellStart"/>"#)
    }

    fn add(&mut self, text: &str, properties: &str) {
        let runs = self.runs(text);
        self.body.push_str(&format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"));
    }

    /// A cell, or the part of a merged cell in a row below its first.
    fn cell(&mut self, cell: &PrintedCell, begins: bool) {
        let merged = match (cell.row_span > 1, begins) {
            (false, _) => "",
            (true, true) => r#"<w:vMerge w:val="restart"/>"#,
            (true, false) => "<w:vMerge/>",
        };
        let span = cell.column_span;
        let text = if begins { printed(cell, self.hand) } else { String::new() };
        let runs = self.runs(&text);
        self.body.push_str(&format!(
            r#"<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr><w:p>{runs}</w:p></w:tc>"#
        ));
    }
}

impl Writer for DocxFile<'_> {
    fn title(&mut self, text: &str) {
        self.add(text, r#"<w:jc w:val="center"/>"#);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.headings += 1;
        let text = self.hand.heading(text);
        let numeral = nianbao::form::NUMERALS.get(self.headings - 1).map(|numeral| format!("{numeral}、"));
        match numeral.and_then(|numeral| text.strip_prefix(&numeral)).filter(|_| self.numbered) {
            Some(rest) => self.add(rest, r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#),
            None => self.add(&text, ""),
        }
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.add(&text, r#"<w:ind w:firstLineChars="200"/>"#);
    }

    fn table(&mut self, table: &PrintedTable) {
        self.body.push_str("<w:tbl><w:tblPr/><w:tblGrid>");
        self.body.push_str(&r#"<w:gridCol w:w="900"/>"#.repeat(table.columns));
        self.body.push_str("</w:tblGrid>");
        for row in 0..table.rows.len() {
            self.body.push_str("<w:tr>");
            for cell in table.covering(row) {
                self.cell(cell, cell.row == row);
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
    }
}
