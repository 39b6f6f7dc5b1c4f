//! The layouts in which reports reach the checker, one module each.

mod bar_lines;
mod bar_rows;
mod blank_lines;
mod docx_file;
mod encoded;
mod html_page;
mod html_sheet;
mod html_site;
mod html_word;
mod markdown_rows;
mod markdown_tables;
mod ofd_file;
mod one_line;
mod package;
mod pages;
mod pdf_columns;
mod pdf_file;
mod pdf_lines;
mod tab_lines;
mod tab_rows;
mod tab_shifted;
mod wps_file;
mod xlsx_file;

use crate::draft::Draft;
use crate::noise::{Hand, Noise};
use crate::printed::{PrintedCell, PrintedTable};

/// A printed report, as it comes to the checker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A plain text.
    Text(String),
    /// An HTML page or fragment.
    Html(String),
    /// A file.
    File {
        /// Its name.
        name: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// One way of printing a draft.
pub struct Layout {
    /// Its name, for tables of results.
    pub name: &'static str,
    /// What prints reports like this.
    pub origin: &'static str,
    /// Prints.
    pub write: fn(&Draft, &mut Hand) -> Written,
}

/// Every layout.
pub static LAYOUTS: &[&Layout] = &[
    &tab_rows::LAYOUT,
    &tab_shifted::LAYOUT,
    &tab_lines::LAYOUT,
    &blank_lines::LAYOUT,
    &bar_lines::LAYOUT,
    &bar_rows::LAYOUT,
    &pdf_lines::LAYOUT,
    &pdf_columns::LAYOUT,
    &pdf_file::LAYOUT,
    &one_line::LAYOUT,
    &markdown_tables::LAYOUT,
    &markdown_rows::LAYOUT,
    &html_page::LAYOUT,
    &html_word::LAYOUT,
    &html_site::LAYOUT,
    &html_sheet::LAYOUT,
    &encoded::GB18030,
    &encoded::UTF_16,
    &docx_file::LAYOUT,
    &wps_file::LAYOUT,
    &xlsx_file::LAYOUT,
    &ofd_file::LAYOUT,
];

impl Draft {
    /// The report in its plainest layout, by a hand that never errs: its tables' cells between TABs, merged
    /// cells as empty ones.
    pub fn to_text(&self) -> String {
        tab_rows::write(self, &mut Hand::new(0, Noise::NONE))
    }
}

/// What a layout does with the parts of a report.
trait Writer {
    fn title(&mut self, text: &str);
    /// The heading of a section, whose number is given from 1.
    fn heading(&mut self, number: usize, text: &str);
    fn paragraph(&mut self, text: &str);
    fn table(&mut self, table: &PrintedTable);
}

/// Leads a writer through a draft.
fn walk(draft: &Draft, writer: &mut impl Writer) {
    if let Some(only) = &draft.only {
        only.lines().for_each(|line| writer.paragraph(line));
        return;
    }
    writer.title(&draft.title);
    draft.intro.lines().for_each(|line| writer.paragraph(line));
    for (number, section) in draft.printed_sections() {
        writer.heading(number, &section.heading);
        // Footnotes stand under the table.
        let is_note = |line: &&str| line.starts_with("注：");
        section.text.lines().filter(|line| !is_note(line)).for_each(|line| writer.paragraph(line));
        if (2..=4).contains(&number) && draft.prints_table(number as u8) {
            writer.table(&draft.table(number as u8));
        }
        section.text.lines().filter(is_note).for_each(|line| writer.paragraph(line));
    }
}

/// Plain text, a paragraph a line. Layouts of this kind differ in how they print a table.
struct Lines<'a> {
    text: String,
    hand: &'a mut Hand,
    /// What stands before a heading.
    gap: &'static str,
    table: fn(&mut Lines, &PrintedTable),
}

/// Prints a draft as plain lines.
fn lines(draft: &Draft, hand: &mut Hand, gap: &'static str, table: fn(&mut Lines, &PrintedTable)) -> String {
    let mut lines = Lines { text: String::new(), hand, gap, table };
    walk(draft, &mut lines);
    lines.text
}

impl Lines<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A page number, where the hand lets one stray into a table.
    fn page_number(&mut self) {
        if let Some(number) = self.hand.page_number() {
            self.line(&number);
        }
    }
}

impl Writer for Lines<'_> {
    fn title(&mut self, text: &str) {
        self.paragraph(text);
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.text.push_str(self.gap);
        let text = self.hand.heading(text);
        self.paragraph(&text);
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        self.line(&text);
    }

    fn table(&mut self, table: &PrintedTable) {
        (self.table)(self, table);
    }
}

/// Cuts a text into lines of about `width` characters as a typesetter does: never inside a number
/// or a Latin word, and no line begins with a closing mark.
fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_by(text, width, |_| 1)
}

/// As [`wrap`], where characters are as wide as `width_of` says.
fn wrap_by(text: &str, width: usize, width_of: impl Fn(char) -> usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    let mut before = ' ';
    for c in text.chars() {
        let tied = "，。、；：）》〕”！？".contains(c) || (before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric());
        if length >= width.max(1) && !tied {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
        length += width_of(c);
        before = c;
    }
    lines
}

/// The printed text of a cell: a label as the hand prints it, a number as it is.
fn printed(cell: &PrintedCell, hand: &mut Hand) -> String {
    if cell.is_number() { cell.text.clone() } else { hand.label(&cell.text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_prints_the_same_bytes() {
        let (_, noise) = Noise::kinds().pop().expect("a list of kinds");
        for layout in LAYOUTS {
            let draft = Draft::random(7);
            let first = (layout.write)(&draft, &mut Hand::new(3, noise));
            assert_eq!(first, (layout.write)(&draft, &mut Hand::new(3, noise)), "{}", layout.name);
        }
    }

    /// No layout loses or invents a number: taken without tags and labels, the digits of the cells
    /// are all there.
    #[test]
    fn every_layout_prints_every_cell() {
        let mut draft = Draft::clean();
        for (index, text) in draft.cells.iter_mut().enumerate() {
            *text = format!("{}", 700_000 + index);
        }
        for layout in LAYOUTS {
            let text = match (layout.write)(&draft, &mut Hand::new(1, Noise::NONE)) {
                Written::Text(text) => text,
                Written::Html(html) => without_tags(&html),
                Written::File { bytes, .. } if bytes.starts_with(b"%PDF") => pdf_file::decoded(&bytes),
                Written::File { bytes, .. } if bytes.starts_with(b"PK") => without_tags(&package::decoded(&bytes)),
                Written::File { bytes, .. } if bytes.starts_with(b"\xD0\xCF") => wps_file::decoded(&bytes),
                Written::File { bytes, .. } => encoded::decoded(&bytes),
            };
            for cell in draft.form.cell_ids().filter(|&cell| draft.prints(cell)) {
                let count = text.matches(draft.cell(cell)).count();
                assert_eq!(count, 1, "{}: {}", layout.name, draft.form.spec(cell).address);
            }
        }
    }

    fn without_tags(html: &str) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(c),
                _ => {}
            }
        }
        text
    }
}
