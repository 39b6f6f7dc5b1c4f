//! What a spreadsheet puts on the clipboard: the whole report as one table, its paragraphs in merged
//! rows, its three tables below each other.

use super::html_page::{escaped, spans};
use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "html-sheet",
    origin: "the clipboard of a spreadsheet that holds the whole report",
    write: |draft, hand| {
        let mut writer = HtmlSheet { html: HEAD.to_owned(), hand };
        walk(draft, &mut writer);
        writer.html.push_str("<!--EndFragment-->\n</table>\n</body>\n</html>\n");
        Written::Html(writer.html)
    },
};

const HEAD: &str = r#"<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet></head>
<body>
<table border=0 cellpadding=0 cellspacing=0 width=1080 style='border-collapse:collapse'>
<!--StartFragment-->
<col width=72 span=15>
"#;

/// How many columns the widest table takes.
const COLUMNS: usize = 15;

struct HtmlSheet<'a> {
    html: String,
    hand: &'a mut Hand,
}

impl HtmlSheet<'_> {
    fn merged(&mut self, text: &str) {
        let text = escaped(&self.hand.sentence(text));
        self.html.push_str(&format!("<tr height=24><td colspan={COLUMNS} class=xl65>{text}</td></tr>\n"));
    }
}

impl Writer for HtmlSheet<'_> {
    fn title(&mut self, text: &str) {
        self.html.push_str(&format!("<tr height=24><td colspan={COLUMNS} class=xl64>{}</td></tr>\n", escaped(text)));
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        self.merged(&text);
    }

    fn paragraph(&mut self, text: &str) {
        self.merged(text);
    }

    fn table(&mut self, table: &PrintedTable) {
        for row in &table.rows {
            self.html.push_str("<tr height=24>");
            for cell in row {
                let text = escaped(&printed(cell, self.hand));
                let number = if cell.is_number() && !text.is_empty() { " align=right x:num" } else { "" };
                let spans = spans(cell.row_span, cell.column_span);
                self.html.push_str(&format!("<td{spans}{number} class=xl66>{text}</td>"));
            }
            self.html.push_str(&"<td></td>".repeat(COLUMNS - table.columns));
            self.html.push_str("</tr>\n");
        }
    }
}
