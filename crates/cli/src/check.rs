//! `nianbao check` and `nianbao read`.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use doors::Input;
use nianbao::Options;
use nianbao::align::align;
use nianbao::document::Document;
use nianbao::language::Language;
use nianbao::outcome::{Outcome, SCHEMA, Unread};
use nianbao::report::Report;
use nianbao::say;
use nianbao::settings::Settings;

use crate::arguments::{Check, Format};
use crate::inputs::{self, Found};
use crate::output::{Output, Rendering};
use crate::pipeline::{self, Tasks};
use crate::resume::Resumed;
use crate::status::Status;
use crate::verdict::{Tally, Verdict};

/// Checks reports, several at once, and prints what came of each, in their order, as soon as it is done.
pub fn run(check: &Check, language: Language) -> io::Result<Status> {
    if let Some(message) = contradiction(check, language) {
        eprintln!("nianbao: {message}");
        return Ok(Status::WrongUsage);
    }
    let settings = match check.settings.as_deref().map_or(Ok(Settings::default()), |file| settings(file, language)) {
        Ok(settings) => settings,
        Err(sentence) => {
            eprintln!("nianbao: {sentence}");
            return Ok(Status::WrongUsage);
        }
    };
    let lines = if check.resume.is_some() { Format::Jsonl } else { Format::Text };
    let format = check.format.unwrap_or(lines);
    let (mut output, mut tally, is_done): (_, _, IsDone) = match &check.resume {
        None => (Output::new(format, language), Tally::default(), Box::new(|_| false)),
        Some(path) => {
            let (file, tally, is_done) = Resumed::open(path, language)?.into_parts();
            (Output::Resumed(file), tally, Box::new(is_done))
        }
    };
    let previous = match check.previous.as_deref().map(|file| document(file, language)) {
        None => None,
        Some(Ok(document)) => Some(align(&document)),
        Some(Err(unread)) => {
            eprintln!("nianbao: {}: {}{}", unread.file, unread.unreadable.message, unread.unreadable.advice);
            tally.unread += 1;
            None
        }
    };
    let rendering = Rendering { format, language, least: check.severity.into() };
    let jobs = check.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let (paths, list) = (check.inputs.clone(), check.files_from.clone().map(|list| (list, check.null)));
    pipeline::in_order(
        jobs,
        move |tasks| find(&paths, list, is_done, tasks),
        move |found| one(found, previous.as_ref(), &settings, &rendering),
        |result| {
            let (verdict, rendered) = result?;
            tally.count(verdict);
            output.write(verdict, &rendered)
        },
    )?;
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

/// Whether a report of this name is checked already.
type IsDone = Box<dyn FnMut(&str) -> bool + Send>;

/// What makes no sense in the arguments, if anything.
fn contradiction(check: &Check, language: Language) -> Option<String> {
    let is_stdin = |path: &PathBuf| path == Path::new("-");
    if check.resume.is_some() && check.format.is_some_and(|format| format != Format::Jsonl) {
        return Some(say!(
            language,
            "--resume 只能续写 jsonl 格式。",
            "--resume continues a file of JSON lines: no other format will do."
        ));
    }
    if check.files_from.as_ref().is_some_and(is_stdin) && check.inputs.iter().any(is_stdin) {
        return Some(say!(
            language,
            "标准输入不能既是清单又是年报。",
            "Standard input can't be both the list and a report."
        ));
    }
    None
}

/// Finds all reports and hands them in.
fn find(
    paths: &[PathBuf],
    list: Option<(PathBuf, bool)>,
    mut is_done: IsDone,
    tasks: &Tasks<Found, Rendered>,
) -> io::Result<()> {
    let mut each = |path: &Path| inputs::each_report(path, &mut is_done, &mut |found| tasks.add(found));
    if paths.is_empty() && list.is_none() {
        return each(Path::new("-"));
    }
    paths.iter().try_for_each(|path| each(path))?;
    match list {
        None => Ok(()),
        Some((list, ends_with_nul)) => {
            inputs::each_name(inputs::open_list(&list)?, ends_with_nul, &mut |path| each(&path))
        }
    }
}

/// What came of one report, rendered.
type Rendered = io::Result<(Verdict, Vec<u8>)>;

fn one(found: Found, previous: Option<&Report>, settings: &Settings, rendering: &Rendering) -> Rendered {
    let mut source = None;
    let outcome = match input(found, rendering.language) {
        Ok(input) => {
            let options = Options { language: rendering.language, previous, settings: settings.clone() };
            let outcome = doors::check_with(&input, &options);
            if let (Format::Sarif, Input::File { name, bytes }) = (rendering.format, &input) {
                source = readers::plain_text(name, bytes);
            }
            outcome
        }
        Err(unread) => Outcome::Unread(unread),
    };
    Ok((Verdict::of(&outcome), rendering.render(outcome, source.as_deref())?))
}

/// Prints the Document that a reader makes of a file.
pub fn read(file: &Path, language: Language) -> io::Result<Status> {
    let mut output = io::stdout().lock();
    let status = match document(file, language) {
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

/// What a file says.
fn document(file: &Path, language: Language) -> Result<Document, Unread> {
    let input = input(inputs::read(file), language)?;
    input.read().map_err(|reason| Unread {
        schema: SCHEMA,
        file: input.name().to_owned(),
        unreadable: reason.explain(language),
    })
}

fn input(found: Found, language: Language) -> Result<Input, Unread> {
    match found.bytes {
        Ok(bytes) => Ok(Input::File { name: found.name, bytes }),
        Err(failure) => Err(Unread { schema: SCHEMA, file: found.name, unreadable: failure.explain(language) }),
    }
}
