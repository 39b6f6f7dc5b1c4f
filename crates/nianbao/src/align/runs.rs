//! The lines of a table as labels and runs of values: what stands between two runs is label text.

use super::fold::fold;
use super::lines::{Line, Piece};
use crate::document::Place;
use crate::number::{Oddity, is_dash, narrow, read_cell, without_notes};

/// How much label text is kept before and after a run, in characters.
const CONTEXT: usize = 90;
/// More runs than this in one table are not looked at.
const MOST_RUNS: usize = 1_500;
/// How long a note beside a number may be, in characters.
const LONGEST_NOTE: usize = 80;
/// How notes beside a number begin.
const NOTES: [&str; 4] = ["（其中", "(其中", "（含", "(含"];
/// More values than this in one run are not looked at.
const MOST_VALUES: usize = 400;

/// A value or a blank as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// As printed, trimmed; empty for a blank cell.
    pub(super) text: String,
    pub(super) at: Option<Place>,
    /// The grid column, or the middle of the text on its line in half characters.
    pub(super) column: usize,
    /// Whether a wide gap stands before it on its line, as in a table laid out with blanks.
    pub(super) apart: bool,
}

impl Value {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Consecutive values with no label between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// Values and, in grids, blanks, in order; never empty.
    pub(super) values: Vec<Value>,
    /// The grid and the row in it (as a line), for a row of a grid.
    pub(super) grid: Option<(usize, bool)>,
    /// How many cells stand after the row's last label, in a grid.
    pub(super) cells: usize,
    /// Folded label text before it, back to the run before; its end is what matters.
    pub(super) before: Vec<char>,
    /// Folded label text after it, up to the next run; its beginning is what matters.
    pub(super) after: Vec<char>,
    /// Whether label text stands before the values on their line.
    pub(super) labelled: bool,
    /// Folded label text behind the values on their line, where none stands before them on it.
    pub(super) beside: Vec<char>,
    /// The lines of its values.
    pub(super) first_line: usize,
    pub(super) last_line: usize,
}

impl Run {
    /// How many values are not blank.
    pub(super) fn filled(&self) -> usize {
        self.values.iter().filter(|value| !value.is_blank()).count()
    }

    /// Whether any of them is a number, not only dashes.
    pub(super) fn has_digits(&self) -> bool {
        self.values.iter().any(|value| value.text.chars().any(|c| narrow(c).is_ascii_digit()))
    }
}

/// A piece of label text.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    pub(super) text: String,
    pub(super) folded: Vec<char>,
    pub(super) at: Option<Place>,
    pub(super) line: usize,
    /// Whether it is a whole cell or a whole line, not a word of one.
    pub(super) whole: bool,
    /// How many runs stand before it.
    pub(super) runs_before: usize,
}

/// The labels and runs of a region.
#[derive(Clone, Debug, Default)]
pub(super) struct Stream {
    pub(super) runs: Vec<Run>,
    pub(super) fragments: Vec<Fragment>,
}

/// Reads lines as labels and runs. `first` is the number of the first line.
pub(super) fn read(lines: &[Line], first: usize, labels: &[Vec<char>]) -> Stream {
    let mut builder = Builder { labels, ..Builder::default() };
    for (offset, line) in lines.iter().enumerate() {
        if builder.stream.runs.len() >= MOST_RUNS {
            break;
        }
        builder.line = first + offset;
        match line.grid {
            Some(row) => builder.grid_row(line, row.grid, row.ruled),
            None => {
                if let Some(piece) = line.pieces.first() {
                    builder.paragraph(*piece);
                }
            }
        }
    }
    builder.finish()
}

#[derive(Default)]
struct Builder<'a> {
    stream: Stream,
    labels: &'a [Vec<char>],
    open: Option<Run>,
    pending: Vec<char>,
    line: usize,
}

impl Builder<'_> {
    fn paragraph(&mut self, piece: Piece) {
        let tokens = split_tokens(piece);
        let whole = tokens.len() == 1;
        for (i, &(token, apart)) in tokens.iter().enumerate() {
            // 无 in front of other words is one of them: （四） 无 法提供.
            let word = token.text == "无" && tokens.get(i + 1).is_some_and(|(next, _)| !is_value(next.text));
            if is_value(token.text) && !word {
                self.value(token, apart, None);
            } else if self.is_note(token.text) {
                self.note(token.text);
            } else if let Some(split) = self.glued(token.text) {
                self.label(Piece { text: &token.text[..split], ..token }, false);
                self.value(token.from(split), false, None);
            } else {
                self.label(token, whole);
            }
        }
    }

    fn grid_row(&mut self, line: &Line, grid: usize, ruled: bool) {
        self.close();
        let first_value = line.pieces.iter().position(|piece| is_grid_value(piece.text)).unwrap_or(usize::MAX);
        // A few words among the values stand where a number should: 见附件.
        let is_value = |(i, piece): (usize, &Piece)| {
            let words = i > first_value && piece.text.chars().count() <= 20 && !self.labels.contains(&fold(piece.text));
            is_grid_value(piece.text) || (words && !piece.text.is_empty())
        };
        let values: Vec<bool> = line.pieces.iter().enumerate().map(is_value).collect();
        let last_label = (0..values.len()).rfind(|&i| !line.pieces[i].text.is_empty() && !values[i]);
        let last_value = values.iter().rposition(|value| *value);
        // Labels that stand after the values: the cells before them are the run.
        let labels_last = matches!((last_label, last_value), (Some(label), Some(value)) if label > value);
        for (i, piece) in line.pieces.iter().enumerate() {
            if piece.text.is_empty() {
                let after_labels = last_label.is_none_or(|label| i > label) || (labels_last && self.open.is_some());
                if after_labels {
                    self.value(*piece, true, Some((grid, ruled)));
                }
            } else if values[i] {
                self.value(*piece, true, Some((grid, ruled)));
            } else {
                self.label(*piece, true);
            }
        }
        if let Some(open) = &mut self.open {
            open.cells = line.pieces.len() - last_label.map_or(0, |label| label + 1);
        }
        self.close();
    }

    fn value(&mut self, piece: Piece, apart: bool, grid: Option<(usize, bool)>) {
        let line = self.line;
        let labelled = self.stream.fragments.last().is_some_and(|fragment| fragment.line == line);
        let run = self.open.get_or_insert_with(|| Run { grid, labelled, first_line: line, ..Run::default() });
        run.last_line = line;
        if run.values.len() < MOST_VALUES {
            let middle = if grid.is_some() { piece.column } else { 2 * piece.column + piece.text.chars().count() };
            run.values.push(Value { text: piece.text.trim().to_owned(), at: piece.at, column: middle, apart });
        }
        if run.before.is_empty() {
            run.before = std::mem::take(&mut self.pending);
        }
    }

    fn label(&mut self, piece: Piece, whole: bool) {
        let folded = fold(piece.text);
        if folded.is_empty() {
            return;
        }
        self.close();
        self.pending.extend(&folded);
        let line = self.line;
        let first_on_line = self.stream.fragments.last().is_none_or(|fragment| fragment.line < line);
        if let Some(run) = self.stream.runs.last_mut().filter(|run| run.first_line == line && first_on_line) {
            run.beside.clone_from(&folded);
        }
        self.stream.fragments.push(Fragment {
            text: piece.text.trim().to_owned(),
            folded,
            at: piece.at,
            line: self.line,
            whole,
            runs_before: self.stream.runs.len(),
        });
    }

    /// A note in brackets on the line after its value: （其中修订16件）.
    fn is_note(&self, text: &str) -> bool {
        self.open.is_some() && NOTES.iter().any(|start| text.starts_with(start))
    }

    fn note(&mut self, text: &str) {
        if let Some(value) = self.open.as_mut().and_then(|run| run.values.last_mut()) {
            value.text.push_str(text);
        }
    }

    /// Where a number begins that is glued to a label of the form: （一）予以公开0.
    fn glued(&self, text: &str) -> Option<usize> {
        let label = text.trim_end_matches(|c: char| narrow(c).is_ascii_digit());
        (label.len() < text.len() && self.labels.contains(&fold(label))).then_some(label.len())
    }

    fn close(&mut self) {
        if let Some(run) = self.open.take() {
            // Blank cells do not part a label from its values.
            if run.filled() == 0 {
                self.pending = run.before.clone();
            }
            self.stream.runs.push(run);
        }
    }

    fn finish(mut self) -> Stream {
        self.close();
        let mut after = std::mem::take(&mut self.pending);
        for run in self.stream.runs.iter_mut().rev() {
            run.after = std::mem::replace(&mut after, run.before.clone());
            run.after.truncate(CONTEXT);
            let surplus = run.before.len().saturating_sub(CONTEXT);
            run.before.drain(..surplus);
        }
        self.stream
    }
}

/// A paragraph's words, cut at white space and bars, and whether a wide gap stands before each. A
/// note in brackets, （其中修订 16 件）, is not cut, nor is an enumerator from its point: `1 .`.
fn split_tokens(piece: Piece) -> Vec<(Piece, bool)> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut gap = piece.column;
    let mut note_end = 0;
    // The piece from the latest token on: a token's place is told from the one before it, so that a
    // line of a million tokens takes no longer than a million lines.
    let (mut rest, mut rest_start) = (piece, 0);
    for (i, c) in piece.text.char_indices().chain([(piece.text.len(), ' ')]) {
        if NOTES.iter().any(|start| piece.text[i..].starts_with(start)) {
            let mut note = piece.text[i..].char_indices().take(LONGEST_NOTE);
            note_end = note.find(|(_, c)| matches!(c, '）' | ')')).map_or(0, |(end, _)| i + end);
        }
        let point = |text: &str| text.trim_start().starts_with(['.', '．', '、']);
        let blank = i >= note_end && (c.is_whitespace() || c == '|') && !(start.is_some() && point(&piece.text[i..]));
        match (blank, start) {
            (true, Some(from)) => {
                rest = rest.from(from - rest_start);
                rest_start = from;
                tokens.push((Piece { text: &rest.text[..i - from], ..rest }, gap > 1));
                start = None;
                gap = 1;
            }
            (true, None) => gap += 1,
            (false, None) => start = Some(i),
            (false, Some(_)) => {}
        }
    }
    tokens
}

/// Whether a word of a line is a value: a number, a dash, a number with a unit or a note.
pub(super) fn is_value(text: &str) -> bool {
    if text.is_empty() || text.chars().count() > 40 {
        return false;
    }
    if is_dash(text) {
        return true;
    }
    let narrowed: String = text.chars().map(narrow).collect();
    // 1. and 2、 are the beginnings of labels.
    if narrowed.ends_with(['.', '、']) {
        return false;
    }
    if is_digits_and_signs(&narrowed) {
        return true;
    }
    let reading = read_cell(text);
    if !reading.has(Oddity::Words) {
        return reading.value.is_some();
    }
    // Beside the number only units and signs: 3件, 增10, 22（其中修订16件）.
    let rest: String = without_notes(&narrowed).0.chars().filter(|c| !c.is_ascii_digit()).collect();
    let unit = |c: char| c.is_whitespace() || "件条个人家户笔元千万亿次起宗份项部增减约余例+-.,".contains(c);
    (reading.value.is_some() || has_myriads(&narrowed))
        && rest.chars().all(unit)
        && rest.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// Whether digits stand on either side of 万 or 亿, as in 86万3500.
fn has_myriads(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    text.split_once(['万', '亿']).is_some_and(|(before, after)| before.ends_with(digit) && after.starts_with(digit))
}

/// Whether the text of a grid cell is a value. In a cell of its own, a number may be torn by a blank.
fn is_grid_value(text: &str) -> bool {
    is_value(text) || is_digits_and_signs(&text.chars().map(narrow).collect::<String>())
}

/// Digits, and beside them only signs, brackets and blanks: +(0) -(0), 2 0.
fn is_digits_and_signs(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-(),.".contains(c))
        && !text.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_from_labels() {
        for text in [
            "0",
            "143.2062",
            "-",
            "/",
            "无",
            "３",
            "3件",
            "22（其中修订16件）",
            "增10",
            "1276.5534万元",
            "86万3500",
            "+(0)",
            "1,234",
        ] {
            assert!(is_value(text), "{text}");
        }
        for text in [
            "1.",
            "2、",
            "1.属于国家秘密",
            "数据1",
            "第二十条第（一）项",
            "其他",
            "2019年",
            "（一）予以公开",
            "",
            "2.其他",
            "3件和4件",
        ] {
            assert!(!is_value(text), "{text}");
        }
        assert!(is_grid_value("2 0"));
    }

    #[test]
    fn a_note_stays_with_its_number() {
        let piece = Piece { text: "规章 22（其中修订 16 件） 3 0", at: None, column: 0 };
        let words: Vec<&str> = split_tokens(piece).iter().map(|(token, _)| token.text).collect();
        assert_eq!(words, ["规章", "22（其中修订 16 件）", "3", "0"]);
    }
}
