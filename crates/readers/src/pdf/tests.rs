use nianbao::document::{Block, Paragraph, Place};

use super::*;
use crate::testing::lines;

/// A PDF of pages with this content. `G` is a font in GBK, `U` one with a table to Unicode.
fn pdf(page: &str, contents: &[&[u8]]) -> Vec<u8> {
    let kids: String = (0..contents.len()).map(|index| format!("{} 0 R ", 10 + 2 * index)).collect();
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
         2 0 obj<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 500 800]/Resources<</Font<</G 3 0 R/U 4 0 R>>>>>>endobj\n\
         3 0 obj<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType0/DW 1000>>]>>endobj\n\
         4 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 1000>>]/ToUnicode 5 0 R>>endobj\n\
         5 0 obj<</Length 200>>stream\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
         2 beginbfchar <0001> <2F00> <0002> <89C4> endbfchar\nendstream endobj\n",
        contents.len()
    )
    .into_bytes();
    for (index, content) in contents.iter().enumerate() {
        let number = 10 + 2 * index;
        pdf.extend(
            format!("{number} 0 obj<</Type/Page/Parent 2 0 R/Contents {} 0 R{page}>>endobj\n", number + 1).bytes(),
        );
        pdf.extend(format!("{} 0 obj<</Length {}>>stream\n", number + 1, content.len()).bytes());
        pdf.extend(*content);
        pdf.extend(b"\nendstream endobj\n");
    }
    pdf.extend(b"trailer<</Root 1 0 R>>\n%%EOF");
    pdf
}

fn sketch(page: &str, contents: &[&[u8]]) -> Vec<String> {
    lines(&read(&pdf(page, contents)).expect("readable"))
}

/// 规章, 许可 in GBK.
const RULES: &str = "<B9E6D5C2>";
const PERMITS: &str = "<D0EDBFC9>";

#[test]
fn fonts_without_and_with_a_table_to_unicode() {
    let content = format!("BT /G 10 Tf 50 700 Td {RULES} Tj 0 -20 Td <31A3AC32> Tj /U 10 Tf 0 -20 Td <00010002> Tj ET");
    assert_eq!(sketch("", &[content.as_bytes()]), ["规章", "1，2", "一规"]);
}

#[test]
fn a_font_that_tells_no_characters_is_no_scan() {
    let page = "/Resources<</Font<</N 6 0 R/G 3 0 R>>>>";
    let font = "6 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 1000>>]>>endobj\n";
    let with_font = |content: &[u8]| {
        let mut pdf = pdf(page, &[content]);
        let end = pdf.len() - "trailer<</Root 1 0 R>>\n%%EOF".len();
        pdf.splice(end..end, font.bytes());
        pdf
    };
    assert_eq!(read(&with_font(b"BT /N 10 Tf 50 700 Td <000100020003> Tj ET")), Err(Reason::UnmappedPdf));
    let part = format!("BT /N 10 Tf 50 700 Td <0001> Tj /G 10 Tf 50 0 Td {} Tj ET", RULES);
    assert_eq!(read(&with_font(part.as_bytes())), Err(Reason::UnmappedPdf));
    // What the page says beside the codes is read.
    let told = b"BT /N 10 Tf 50 700 Td /Span <</ActualText <FEFF89C47AE0>>> BDC <00010002> Tj EMC /Span BMC /Span <</ActualText (12)>> BDC <0003> Tj EMC EMC ET";
    assert_eq!(lines(&read(&with_font(told)).expect("readable")), ["规章12"]);
}

#[test]
fn characters_printed_twice_to_look_bold_are_read_once() {
    let content = format!("BT /G 10 Tf 50 700 Td {RULES} Tj 0.3 0 Td {RULES} Tj -0.3 -20 Td (1) Tj 5 0 Td (1) Tj ET");
    assert_eq!(sketch("", &[content.as_bytes()]), ["规章", "11"]);
}

#[test]
fn columns_without_lines_keep_their_gaps() {
    let content =
        format!("BT /G 10 Tf 50 700 Td {RULES} Tj 100 0 Td (3) Tj 50 0 Td (12) Tj -130 -20 Td {PERMITS} Tj ET");
    assert_eq!(sketch("", &[content.as_bytes()]), ["规章                3         12", "    许可"]);
}

#[test]
fn pages_and_texts_on_their_side_are_turned_upright() {
    // The page is laid on its side and says so; then it does not say so.
    let content = format!("BT /G 10 Tf 0 1 -1 0 100 100 Tm {RULES} Tj 0 -20 Td {PERMITS} Tj ET");
    assert_eq!(sketch("/Rotate 90", &[content.as_bytes()]), ["规章", "许可"]);
    let document = read(&pdf("", &[content.as_bytes()])).expect("readable");
    assert_eq!(lines(&document), ["规章", "许可"]);
    let Some(Block::Paragraph(Paragraph { at: Some(Place::Page { page, bounds }), .. })) = document.blocks.first()
    else {
        panic!("{document:?}")
    };
    assert_eq!((*page, bounds.map(f32::round)), (1, [100.0, 92.0, 120.0, 102.0]));
}

/// A grid of two columns: lines at these heights, from one to the next a row.
fn grid(heights: &[u32]) -> String {
    let (top, bottom) = (heights.iter().max().copied().unwrap_or(0), heights.iter().min().copied().unwrap_or(0));
    let across: String = heights.iter().map(|y| format!("50 {y} m 250 {y} l S ")).collect();
    format!("{across} 50 {bottom} 0.5 {} re f 150 {bottom} m 150 {top} l S 250 {top} m 250 {bottom} l S ", top - bottom)
}

#[test]
fn a_grid_that_goes_on_over_the_page_is_one_grid() {
    let first =
        format!("{} BT /G 10 Tf 60 110 Td {RULES} Tj 100 0 Td (3) Tj 90 -80 Td (- 1 -) Tj ET", grid(&[100, 130]));
    let second = format!(
        "{} BT /G 10 Tf 60 710 Td {PERMITS} Tj 0 -30 Td {RULES} Tj 100 0 Td (5) Tj 90 -650 Td (- 2 -) Tj ET",
        grid(&[670, 700, 730])
    );
    assert_eq!(
        sketch("", &[first.as_bytes(), second.as_bytes()]),
        ["0,0+1x1 规章 | 0,1+1x1 3", "1,0+1x1 许可 | 1,1+1x1 ", "2,0+1x1 规章 | 2,1+1x1 5"]
    );
}

#[test]
fn merged_cells_have_no_line_between_them() {
    let content = format!(
        "50 700 m 250 700 l S 50 670 m 250 670 l S 50 640 m 250 640 l S 50 640 m 50 700 l S 250 640 m 250 700 l S 150 640 m 150 670 l S \
         BT /G 10 Tf 60 680 Td {RULES} Tj 0 -30 Td {PERMITS} Tj 100 0 Td (5) Tj ET"
    );
    assert_eq!(sketch("", &[content.as_bytes()]), ["0,0+1x2 规章", "1,0+1x1 许可 | 1,1+1x1 5"]);
}

#[test]
fn no_pages_are_damage() {
    assert_eq!(read(b"%PDF-1.7\n"), Err(Reason::Damaged));
}
