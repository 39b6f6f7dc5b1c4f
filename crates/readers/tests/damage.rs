//! One small report in every format, whole and damaged: whole it says the same everywhere, damaged
//! it gives a reason or what is left, never a panic, and soon.
//!
//! LibreOffice made the files from one page of HTML.

use std::path::Path;
use std::time::{Duration, Instant};

use nianbao::document::{Block, Document};
use nianbao::unreadable::Reason;
use proptest::prelude::*;

/// One small report.
const SMALL: [&str; 8] =
    ["small.doc", "small.docx", "small.odt", "small.rtf", "small.pdf", "small.xlsx", "small.ods", "small.xls"];

/// And one text with lists, notes, text boxes and nested tables.
const FILES: [&str; 12] = {
    let [a, b, c, d, e, f, g, h] = SMALL;
    [a, b, c, d, e, f, g, h, "rich.docx", "rich.doc", "rich.odt", "rich.rtf"]
};

/// No input may take longer, in a program that is not optimised.
const SOON: Duration = Duration::from_secs(2);

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).expect("a file of the project")
}

/// What the grid says: row, column, spans and text of each cell.
fn cells(name: &str) -> Vec<(u32, u32, u32, u32, String)> {
    let document = nianbao_readers::read(name, &bytes(name)).expect("readable");
    let grid = document.blocks.into_iter().find_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    });
    let cell = |cell: nianbao::document::GridCell| (cell.row, cell.column, cell.row_span, cell.column_span, cell.text);
    grid.expect("a grid").cells.into_iter().map(cell).collect()
}

#[test]
fn every_format_gives_the_same_grid() {
    let expected = [
        (0, 0, 2, 1, "信息内容"),
        (0, 1, 1, 2, "本年处理决定数量"),
        (1, 1, 1, 1, "3"),
        (1, 2, 1, 1, "0"),
        (2, 0, 1, 1, "行政许可"),
        (2, 1, 1, 1, "7"),
        (2, 2, 1, 1, ""),
    ];
    for name in SMALL {
        let expected = expected.map(|(row, column, high, wide, text)| (row, column, high, wide, text.to_owned()));
        assert_eq!(cells(name), expected, "{name}");
    }
}

#[test]
fn a_wrong_name_makes_no_difference() {
    for name in FILES {
        let bytes = bytes(name);
        assert_eq!(nianbao_readers::read("报告.txt", &bytes), nianbao_readers::read(name, &bytes), "{name}");
    }
}

#[test]
fn a_file_that_was_cut_off_is_no_half_report() {
    for name in FILES {
        let bytes = bytes(name);
        let whole = read_soon(name, &bytes);
        for end in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            let read = read_soon(name, bytes.get(..end).unwrap_or_default());
            assert!(read.is_err() || read == whole, "{name} up to {end}: {read:?}");
        }
    }
}

fn read_soon(name: &str, bytes: &[u8]) -> Result<Document, Reason> {
    let start = Instant::now();
    let read = nianbao_readers::read(name, bytes);
    assert!(start.elapsed() < SOON, "{name} took {:?}", start.elapsed());
    read
}

/// A PDF with one page whose content is `content`.
fn pdf(content: &[u8], filter: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>\
        /XObject<</I<</Subtype/Image>>>>>>>>endobj\n"
        .to_vec();
    pdf.extend(format!("4 0 obj<</Length {}{filter}>>stream\n", content.len()).bytes());
    pdf.extend(content);
    pdf.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    pdf
}

#[test]
fn a_pdf_without_a_table_of_objects_is_read() {
    let document =
        nianbao_readers::read("a.pdf", &pdf(b"BT /F 12 Tf 72 700 Td (Hello) Tj 0 -20 Td [(W) -10 (orld)] TJ ET", ""));
    let document = document.expect("readable");
    let texts = document.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.text.as_str(),
        Block::Grid(_) => "",
    });
    assert_eq!(texts.collect::<Vec<_>>(), ["Hello", "World"]);
}

#[test]
fn a_scan_and_a_blank_page_have_their_reasons() {
    assert_eq!(
        nianbao_readers::read("a.pdf", &pdf(b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", "")),
        Err(Reason::ScannedPdf)
    );
    assert_eq!(nianbao_readers::read("a.pdf", &pdf(b"q Q", "")), Err(Reason::Empty));
}

#[test]
fn a_bomb_is_too_large_and_soon() {
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..64 {
        packer.write_all(&[b' '; 1 << 20]).expect("packs");
    }
    let packed = packer.finish().expect("packs");
    assert_eq!(nianbao_readers::read("a.pdf", &pdf(&packed, "/Filter/FlateDecode")), Err(Reason::TooLarge));
    let objects = pdf(&packed, "/Type/ObjStm/N 1/First 5/Filter/FlateDecode");
    assert_eq!(nianbao_readers::read("a.pdf", &objects), Err(Reason::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_are_no_panic(file in 0..FILES.len(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let name = FILES[file];
        let mut bytes = bytes(name);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_soon(name, &bytes);
    }

    #[test]
    fn changed_content_of_a_page_is_no_panic(words in proptest::collection::vec(prop::sample::select(vec![
        "q", "Q", "BT", "ET", "/F 12 Tf", "1 0 0 1 5 5 cm", "0 0 100 1 re f", "0 0 50 50 re S", "10 10 m 90 10 l S", "(a) Tj", "[(b) 1e30 (c)] TJ",
        "1e38 0 0 1e38 0 0 cm", "/I Do", "0 Tz", "-1 Ts", "50 0 m 50 90 l S", "h", "W n", "72 700 Td", "0 1 -1 0 300 300 Tm", "(\\", "<<", "]",
    ]), 0..80)) {
        let _ = read_soon("a.pdf", &pdf(words.join(" ").as_bytes(), ""));
    }
}
