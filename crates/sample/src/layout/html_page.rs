//! HTML with the official merged cells, as an office program or an editor of a site writes it.

use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "html-page",
    origin: "a plain web page",
    write: |draft, hand| {
        let body = body(draft, hand);
        Written::Html(format!(
            "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n{body}</body></html>\n"
        ))
    },
};

/// The report as a piece of HTML.
pub(super) fn body(draft: &crate::Draft, hand: &mut Hand) -> String {
    let mut writer = HtmlPage { html: String::new(), hand };
    walk(draft, &mut writer);
    writer.html
}

/// A text with the characters escaped that HTML gives a meaning to.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\u{a0}', "&nbsp;")
}

/// The attributes for a merged cell.
pub(super) fn spans(row_span: usize, column_span: usize) -> String {
    let rows = if row_span > 1 { format!(" rowspan=\"{row_span}\"") } else { String::new() };
    let columns = if column_span > 1 { format!(" colspan=\"{column_span}\"") } else { String::new() };
    rows + &columns
}

struct HtmlPage<'a> {
    html: String,
    hand: &'a mut Hand,
}

impl Writer for HtmlPage<'_> {
    fn title(&mut self, text: &str) {
        self.html.push_str(&format!("<h1>{}</h1>\n", escaped(text)));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        self.html.push_str(&format!("<h2>{}</h2>\n", escaped(&self.hand.heading(text))));
    }

    fn paragraph(&mut self, text: &str) {
        self.html.push_str(&format!("<p>{}</p>\n", escaped(&self.hand.sentence(text))));
    }

    fn table(&mut self, table: &PrintedTable) {
        self.html.push_str("<table border=\"1\">\n");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for cell in row {
                let text = escaped(&printed(cell, self.hand));
                self.html.push_str(&format!("<td{}>{text}</td>", spans(cell.row_span, cell.column_span)));
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</table>\n");
    }
}
