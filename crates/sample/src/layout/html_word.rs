//! What Word and WPS put on the clipboard: every run in nested spans that cut numbers and words,
//! empty o:p elements, conditional comments and styles around it.

use super::html_page::{escaped, spans};
use super::{Layout, Writer, Written, printed, walk};
use crate::noise::Hand;
use crate::printed::PrintedTable;

pub(super) static LAYOUT: Layout = Layout {
    name: "html-word",
    origin: "the clipboard of a word processor",
    write: |draft, hand| {
        let mut writer = HtmlWord { html: HEAD.to_owned(), hand };
        walk(draft, &mut writer);
        writer.html.push_str("<!--EndFragment-->\n</body>\n</html>\n");
        Written::Html(writer.html)
    },
};

const HEAD: &str = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; font-size:10.5pt;} td {padding:0cm 5.4pt 0cm 5.4pt;} --></style>
</head>
<body lang=ZH-CN><!--StartFragment-->
"#;

struct HtmlWord<'a> {
    html: String,
    hand: &'a mut Hand,
}

impl HtmlWord<'_> {
    /// A text in runs: digits in spans of another language, some runs cut in two.
    fn runs(&mut self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let mut html = String::new();
        for run in characters.chunk_by(|a, b| a.is_ascii() == b.is_ascii()) {
            let cut = if run.len() > 1 && self.hand.often(0.4) { run.len() / 2 } else { run.len() };
            for piece in [&run[..cut], &run[cut..]].into_iter().filter(|piece| !piece.is_empty()) {
                let words = escaped(&piece.iter().collect::<String>());
                let (open, close) = if piece[0].is_ascii() {
                    ("<span lang=EN-US style='font-family:\"Times New Roman\"'>", "</span>")
                } else {
                    ("<span style='mso-spacerun:yes'><font face=\"仿宋_GB2312\">", "</font></span>")
                };
                html.push_str(&format!("{open}{words}{close}"));
            }
        }
        html
    }

    fn paragraph_of(&mut self, text: &str) -> String {
        let runs = self.runs(text);
        format!("<p class=MsoNormal style='text-indent:32.0pt'>{runs}<span lang=EN-US><o:p></o:p></span></p>\n")
    }
}

impl Writer for HtmlWord<'_> {
    fn title(&mut self, text: &str) {
        let paragraph = self.paragraph_of(text);
        self.html.push_str(&paragraph);
        self.html.push_str("<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n");
    }

    fn heading(&mut self, _number: usize, text: &str) {
        let text = self.hand.heading(text);
        let runs = self.runs(&text);
        self.html.push_str(&format!("<p class=MsoNormal><a name=\"_GoBack\"></a><b>{runs}</b></p>\n"));
    }

    fn paragraph(&mut self, text: &str) {
        let text = self.hand.sentence(text);
        let paragraph = self.paragraph_of(&text);
        self.html.push_str(&paragraph);
    }

    fn table(&mut self, table: &PrintedTable) {
        self.html.push_str("<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>\n");
        for row in &table.rows {
            self.html.push_str(" <tr style='mso-yfti-irow:0;height:20.0pt'>\n");
            for cell in row {
                let text = printed(cell, self.hand);
                let inner = if text.is_empty() {
                    "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n".to_owned()
                } else {
                    self.paragraph_of(&text)
                };
                let spans = spans(cell.row_span, cell.column_span).replace('"', "");
                self.html.push_str(&format!("  <td width=60{spans} valign=top>\n{inner}  </td>\n"));
            }
            self.html.push_str(" </tr>\n");
        }
        self.html.push_str("</table>\n");
    }
}
