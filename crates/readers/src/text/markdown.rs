//! The few signs of Markdown that matter here: headings, bold lines, line breaks in cells.

use super::line::Line;

/// A line without its heading signs or the stars around it, and the heading's level.
pub(super) fn plain(line: Line<'_>) -> (Line<'_>, Option<u8>) {
    let start = line.trimmed();
    let signs = start.text.bytes().take_while(|&byte| byte == b'#').count();
    let prefix = start.text.get(..signs).unwrap_or_default();
    match (u8::try_from(signs), start.after(prefix)) {
        (Ok(level @ 1..=6), Some(title)) if title.text.starts_with([' ', '\t', '\u{3000}']) => {
            let title = title.trimmed();
            let text = title.text.trim_end_matches('#').trim_end();
            (bold(Line { text, ..title }), Some(level))
        }
        _ => (bold(line), None),
    }
}

/// What stands between `**` and `**`, when they enclose the whole line or its beginning up to a
/// colon or full stop is left alone: names masked with stars must stay as they are.
fn bold(line: Line<'_>) -> Line<'_> {
    let start = line.trimmed();
    let inner = start.after("**").and_then(|rest| Some(Line { text: rest.text.strip_suffix("**")?, ..rest }));
    match inner {
        Some(inner) if !inner.text.contains("**") && !inner.is_blank() => inner,
        _ => line,
    }
}

/// A cell's text as a page would show it.
pub(super) fn cell_text(text: &str) -> String {
    let text = text.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).unwrap_or(text);
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let text = ["<br>", "<br/>", "<br />"].iter().fold(text.to_owned(), |text, tag| text.replace(tag, "\n"));
    text.replace("&nbsp;", " ").trim().to_owned()
}
