//! Plain text: lines as paragraphs; cells between tabs or bars, or one a line, as ragged grids.
//!
//! Rows of cells are facts where the text marks them; which column a cell belongs to is left to the
//! aligner. Text from a PDF stays lines with their inner blanks.

mod bars;
mod builder;
mod cells_below;
mod delimited;
mod line;
mod markdown;
mod nature;

use nianbao::document::Document;
use nianbao::unreadable::Reason;

use crate::limits;
use builder::Builder;
use line::Line;

/// Reads plain text in any of the layouts that reports are pasted in.
pub fn read(text: &str) -> Result<Document, Reason> {
    read_lines(text, |lines, builder| {
        let Some(line) = lines.first() else { return Ok(1) };
        if bars::is_barred(line) {
            bars::read(lines, builder)
        } else if line.text.contains('\t') {
            read_tabs(lines, builder)
        } else {
            read_line(*line, builder)
        }
    })
}

/// Reads cells between commas, as spreadsheets save them.
pub fn read_comma_separated(text: &str) -> Result<Document, Reason> {
    read_lines(text, |lines, builder| {
        let separated = lines.iter().take_while(|line| !line.is_blank()).count();
        if separated == 0 {
            return read_line(lines.first().copied().unwrap_or_default(), builder);
        }
        delimited::read(lines, separated, ',', builder)
    })
}

/// Goes through the lines; `step` reads some of them, at least the first, and says how many.
fn read_lines<F>(text: &str, step: F) -> Result<Document, Reason>
where
    F: Fn(&[Line], &mut Builder) -> Result<usize, Reason>,
{
    if text.len() > limits::TEXT_BYTES {
        return Err(Reason::TooLarge);
    }
    let lines = line::lines(text)?;
    if lines.iter().all(|line| line.is_blank()) {
        return Err(Reason::Empty);
    }
    let mut builder = Builder::default();
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let read = step(rest, &mut builder)?;
        rest = rest.get(read.max(1)..).unwrap_or_default();
    }
    Ok(builder.finish("text"))
}

/// Reads one line as a paragraph.
fn read_line(line: Line, builder: &mut Builder) -> Result<usize, Reason> {
    if line.is_blank() {
        builder.blank(line);
    } else {
        let (line, level) = markdown::plain(line);
        builder.paragraph(line, level)?;
    }
    Ok(1)
}

/// Reads lines with tabs: rows of cells, cells below each other, or indented prose.
fn read_tabs(lines: &[Line], builder: &mut Builder) -> Result<usize, Reason> {
    if let Some(read) = cells_below::read(lines, builder)? {
        return Ok(read);
    }
    let tabbed = lines.iter().take_while(|line| line.text.contains('\t') && !bars::is_barred(line)).count();
    delimited::read(lines, tabbed, '\t', builder)
}

#[cfg(test)]
mod tests;
