//! An OFD (GB/T 33190), the national format of fixed pages: a package with an XML file for each page,
//! places in millimetres from the top left corner.

use super::html_page::escaped;
use super::package::packed;
use super::pages::{Mark, PAGE, pages};
use super::{Layout, Written};

pub(super) static LAYOUT: Layout = Layout {
    name: "ofd-file",
    origin: "an OFD that an office's system made",
    write: |draft, hand| {
        let contents: Vec<String> = pages(draft, hand).iter().map(|marks| content(marks)).collect();
        let name = |index: usize| format!("Doc_0/Pages/Page_{index}/Content.xml");
        let places = (0..contents.len())
            .map(|index| format!(r#"<ofd:Page ID="{}" BaseLoc="Pages/Page_{index}/Content.xml"/>"#, index + 1));
        let document = format!(
            r#"{DECLARATION}<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>{}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {:.2} {:.2}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{}</ofd:Pages></ofd:Document>"#,
            contents.len(),
            PAGE.0 * MILLIMETRE,
            PAGE.1 * MILLIMETRE,
            places.collect::<String>()
        );
        let names: Vec<String> = (0..contents.len()).map(name).collect();
        let mut parts = vec![("OFD.xml", ENTRY.to_owned()), ("Doc_0/Document.xml", document)];
        parts.extend(names.iter().map(String::as_str).zip(contents));
        Written::File { name: "年度报告.ofd", bytes: packed(&parts) }
    },
};

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const SPACE: &str = r#"xmlns:ofd="http://www.ofdspec.org/2016""#;
const ENTRY: &str = r#"<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;

/// A point in millimetres.
const MILLIMETRE: f64 = 25.4 / 72.0;

/// The XML file of a page.
fn content(marks: &[Mark]) -> String {
    let objects: String = marks.iter().enumerate().map(|(index, mark)| object(index + 1, mark)).collect();
    format!(
        "{DECLARATION}<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID=\"0\">{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    )
}

fn object(id: usize, mark: &Mark) -> String {
    let top = |y: f64| (PAGE.1 - y) * MILLIMETRE;
    match mark {
        Mark::Text { x, y, size, text } => {
            let size = size * MILLIMETRE;
            let step = |c: char| if c.is_ascii() { size / 2.0 } else { size };
            let steps: Vec<String> = text.chars().map(|c| format!("{:.3}", step(c))).collect();
            // From a character to the next; there is none after the last.
            let steps = steps[..steps.len().saturating_sub(1)].join(" ");
            let width: f64 = text.chars().map(step).sum();
            format!(
                r#"<ofd:TextObject ID="{id}" Boundary="{:.3} {:.3} {width:.3} {:.3}" Font="1" Size="{size:.3}"><ofd:TextCode X="0" Y="{size:.3}" DeltaX="{steps}">{}</ofd:TextCode></ofd:TextObject>"#,
                x * MILLIMETRE,
                top(*y) - size,
                size * 1.2,
                escaped(text)
            )
        }
        Mark::Border { x, y, width, height } => {
            let (width, height) = (width * MILLIMETRE, height * MILLIMETRE);
            format!(
                r#"<ofd:PathObject ID="{id}" Boundary="{:.3} {:.3} {width:.3} {height:.3}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L {width:.3} 0 L {width:.3} {height:.3} L 0 {height:.3} C</ofd:AbbreviatedData></ofd:PathObject>"#,
                x * MILLIMETRE,
                top(*y) - height,
            )
        }
    }
}
