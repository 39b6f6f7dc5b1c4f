//! `nianbao check` and `nianbao read`.

use std::io::{self, Write};
use std::path::Path;

use doors::{Input, Request};
use nianbao::finding::Severity;
use nianbao::language::Language;
use nianbao::outcome::{Outcome, SCHEMA, Unread};
use nianbao::say;
use nianbao::settings::Settings;

use crate::arguments::{Check, Format};
use crate::inputs::{self, Found};
use crate::status::Status;
use crate::terminal::Terminal;

/// What came of all reports so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// How many reports there were.
    pub reports: usize,
    /// How many have an error.
    pub with_errors: usize,
    /// How many could not be read.
    pub unread: usize,
}

impl Tally {
    fn count(&mut self, outcome: &Outcome) {
        self.reports += 1;
        match outcome {
            Outcome::Checked(checked) => self.with_errors += usize::from(checked.count(Severity::Error) > 0),
            Outcome::Unread(_) => self.unread += 1,
        }
    }

    fn status(&self) -> Status {
        match (self.unread, self.with_errors) {
            (0, 0) => Status::Clean,
            (0, _) => Status::Errors,
            _ => Status::Unread,
        }
    }
}

/// Checks reports and prints what came of each as soon as it is done.
pub fn run(check: &Check, language: Language) -> io::Result<Status> {
    let settings = match check.settings.as_deref().map_or(Ok(Settings::default()), |file| settings(file, language)) {
        Ok(settings) => settings,
        Err(sentence) => {
            eprintln!("nianbao: {sentence}");
            return Ok(Status::WrongUsage);
        }
    };
    let mut tally = Tally::default();
    let previous = match check.previous.as_deref().map(inputs::read) {
        None => None,
        Some(found) => match input(found, language) {
            Ok(input) => Some(input),
            Err(unread) => {
                eprintln!("nianbao: {}: {}{}", unread.file, unread.unreadable.message, unread.unreadable.advice);
                tally.unread += 1;
                None
            }
        },
    };
    let mut output = Output::new(check.format, language);
    for path in &check.inputs {
        inputs::each_report(path, &mut |found| {
            let outcome = match input(found, language) {
                Ok(input) => {
                    doors::check(&Request { input, previous: previous.clone(), language, settings: settings.clone() })
                }
                Err(unread) => Outcome::Unread(unread),
            };
            tally.count(&outcome);
            output.write(outcome, check.severity.into())
        })?;
    }
    output.finish(&tally)?;
    if tally.reports == 0 {
        eprintln!("nianbao: {}", say!(language, "没有找到可以核对的文件。", "There is no file to check."));
    }
    Ok(tally.status())
}

/// Reads a settings file, or says what is wrong with it.
fn settings(file: &Path, language: Language) -> Result<Settings, String> {
    let found = inputs::read(file);
    let bytes = found.bytes.map_err(|failure| failure.explain(language).message);
    let settings = bytes.and_then(|bytes| {
        Settings::read(&String::from_utf8_lossy(&bytes)).map_err(|refusal| refusal.explain(language))
    });
    settings.map_err(|sentence| format!("{}: {sentence}", found.name))
}

/// Prints the Document that a reader makes of a file.
pub fn read(file: &Path, language: Language) -> io::Result<Status> {
    let read = input(inputs::read(file), language).and_then(|input| {
        let unread = |reason: nianbao::unreadable::Reason| Unread {
            schema: SCHEMA,
            file: input.name().to_owned(),
            unreadable: reason.explain(language),
        };
        input.read().map_err(unread)
    });
    let mut output = io::stdout().lock();
    let status = match read {
        Ok(document) => {
            serde_json::to_writer_pretty(&mut output, &document)?;
            Status::Clean
        }
        Err(unread) => {
            serde_json::to_writer_pretty(&mut output, &unread)?;
            Status::Unread
        }
    };
    writeln!(output)?;
    Ok(status)
}

fn input(found: Found, language: Language) -> Result<Input, Unread> {
    match found.bytes {
        Ok(bytes) => Ok(Input::File { name: found.name, bytes }),
        Err(failure) => Err(Unread { schema: SCHEMA, file: found.name, unreadable: failure.explain(language) }),
    }
}

/// The results, in one of the formats.
enum Output {
    Text(Terminal),
    /// One array; whether something stands in it yet.
    Json(bool),
    JsonLines,
}

impl Output {
    fn new(format: Format, language: Language) -> Output {
        match format {
            Format::Text => Output::Text(Terminal::new(language)),
            Format::Json => Output::Json(false),
            Format::Jsonl => Output::JsonLines,
        }
    }

    /// Writes one result; findings below `least` are left out.
    fn write(&mut self, mut outcome: Outcome, least: Severity) -> io::Result<()> {
        if let Output::Text(terminal) = self {
            return terminal.write(&outcome, least);
        }
        if let Outcome::Checked(checked) = &mut outcome {
            checked.findings.retain(|finding| finding.severity <= least);
        }
        let mut line = Vec::new();
        if let Output::Json(begun) = self {
            line.extend(if std::mem::replace(begun, true) { b",\n" } else { b"[\n" });
        }
        serde_json::to_writer(&mut line, &outcome)?;
        if matches!(self, Output::JsonLines) {
            line.push(b'\n');
        }
        // Standard output holds back what has no line feed; whoever waits for a result has it now.
        let mut output = io::stdout().lock();
        output.write_all(&line)?;
        output.flush()
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        match self {
            Output::Text(terminal) => terminal.finish(tally),
            Output::Json(true) => writeln!(io::stdout(), "\n]"),
            Output::Json(false) => writeln!(io::stdout(), "[]"),
            Output::JsonLines => Ok(()),
        }
    }
}
