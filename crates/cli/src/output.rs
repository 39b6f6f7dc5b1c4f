//! Results in the formats of `--format`: rendered report by report, in any thread, and written in order.

use std::fs::File;
use std::io::{self, Stdout, Write};

use anstream::AutoStream;
use nianbao::finding::Severity;
use nianbao::language::Language;
use nianbao::outcome::Outcome;

use crate::arguments::Format;
use crate::sarif;
use crate::terminal::Terminal;
use crate::verdict::{Tally, Verdict};

/// How results are rendered.
#[derive(Clone, Copy, Debug)]
pub struct Rendering {
    /// The format.
    pub format: Format,
    /// The language of what stands around the messages.
    pub language: Language,
    /// Findings below this severity are left out.
    pub least: Severity,
}

impl Rendering {
    /// One result; `source` is the text it was read from, where that is plain text.
    ///
    /// # Errors
    /// When it can't be written as JSON, which is not to be expected.
    pub fn render(&self, mut outcome: Outcome, source: Option<&str>) -> io::Result<Vec<u8>> {
        if self.format == Format::Text {
            return Ok(Terminal::new(self.language).text(&outcome, self.least).into_bytes());
        }
        if let Outcome::Checked(checked) = &mut outcome {
            checked.findings.retain(|finding| finding.severity <= self.least);
        }
        if self.format == Format::Sarif {
            return sarif::render(&outcome, source, self.language);
        }
        let mut line = serde_json::to_vec(&outcome)?;
        if self.format == Format::Jsonl {
            line.push(b'\n');
        }
        Ok(line)
    }
}

/// Where rendered results go.
pub enum Output {
    /// For a person; coloured only where the terminal shows colours.
    Text(Terminal, AutoStream<Stdout>),
    /// One array; whether something stands in it yet.
    Json(bool),
    /// One object a line.
    JsonLines,
    /// One object a line, after those that stand in the file already.
    Resumed(File),
    /// One log, with what could not be read told at its end.
    Sarif(sarif::Log),
}

impl Output {
    /// Standard output, in a format.
    pub fn new(format: Format, language: Language) -> Output {
        match format {
            Format::Text => Output::Text(Terminal::new(language), anstream::stdout()),
            Format::Json => Output::Json(false),
            Format::Jsonl => Output::JsonLines,
            Format::Sarif => Output::Sarif(sarif::Log::new(language)),
        }
    }

    /// Writes one rendered result; whoever waits for it has it then.
    pub fn write(&mut self, verdict: Verdict, rendered: &[u8]) -> io::Result<()> {
        // Standard output holds back what has no line feed.
        let print = |pieces: &[&[u8]]| {
            let mut output = io::stdout().lock();
            output.write_all(&pieces.concat())?;
            output.flush()
        };
        match self {
            Output::Text(_, output) => output.write_all(rendered),
            Output::Json(begun) => {
                let before: &[u8] = if std::mem::replace(begun, true) { b",\n" } else { b"[\n" };
                print(&[before, rendered])
            }
            Output::JsonLines => print(&[rendered]),
            Output::Resumed(file) => file.write_all(rendered),
            Output::Sarif(log) => print(&[&log.next(verdict, rendered)?]),
        }
    }

    /// Writes what stands at the end.
    pub fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        match self {
            Output::Text(terminal, output) => {
                output.write_all(terminal.summary(tally).unwrap_or_default().as_bytes())?;
                output.flush()
            }
            Output::Json(true) => writeln!(io::stdout(), "\n]"),
            Output::Json(false) => writeln!(io::stdout(), "[]"),
            Output::JsonLines => Ok(()),
            Output::Resumed(file) => file.sync_all(),
            Output::Sarif(log) => io::stdout().lock().write_all(&log.end()?),
        }
    }
}
