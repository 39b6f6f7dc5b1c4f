//! A PDF as an office program prints it. The font is not embedded; its encoding is a predefined one.

use super::pages::{Mark, PAGE, pages};
use super::{Layout, Written};

pub(super) static LAYOUT: Layout = Layout {
    name: "pdf-file",
    origin: "a PDF printed by an office program",
    write: |draft, hand| Written::File { name: "年度报告.pdf", bytes: assembled(&pages(draft, hand)) },
};

/// What draws a mark.
fn command(mark: &Mark) -> String {
    match mark {
        Mark::Text { x, y, size, text } => {
            let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            format!("BT /F1 {size} Tf {x:.2} {y:.2} Td <{hex}> Tj ET\n")
        }
        Mark::Border { x, y, width, height } => format!("{x:.2} {y:.2} {width:.2} {height:.2} re S\n"),
    }
}

/// The file: its objects, the table of their places, the trailer.
fn assembled(pages: &[Vec<Mark>]) -> Vec<u8> {
    let page_object = |index: usize| 6 + 2 * index;
    let kids: Vec<String> = (0..pages.len()).map(|index| format!("{} 0 R", page_object(index))).collect();
    let (width, height) = PAGE;
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>"
            .to_owned(),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 \
         /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
            .to_owned(),
    ];
    for (index, marks) in pages.iter().enumerate() {
        let commands = format!("0.5 w\n{}", marks.iter().map(command).collect::<String>());
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << /Font << /F1 3 0 R >> >> \
             /Contents {} 0 R >>",
            page_object(index) + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{commands}endstream", commands.len()));
    }
    let mut file = "%PDF-1.5\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

/// The texts of a file of this layout, one a line.
#[cfg(test)]
pub(super) fn decoded(bytes: &[u8]) -> String {
    let file = String::from_utf8_lossy(bytes);
    let strings = file.split(" Td <").skip(1).filter_map(|rest| rest.split_once('>'));
    let unit = |hex: &str, i: usize| u16::from_str_radix(&hex[4 * i..4 * i + 4], 16).ok();
    let units = |hex: &str| -> Vec<u16> { (0..hex.len() / 4).filter_map(|i| unit(hex, i)).collect() };
    strings.map(|(hex, _)| String::from_utf16_lossy(&units(hex)) + "\n").collect()
}
