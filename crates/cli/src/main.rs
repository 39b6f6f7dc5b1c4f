//! The `nianbao` command.

mod arguments;
mod book;
mod check;
mod chinese;
mod form;
mod inputs;
mod manual;
mod output;
mod pipeline;
mod resume;
mod sarif;
mod status;
mod terminal;
mod verdict;

use std::env;
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::FromArgMatches;
use nianbao::language::Language;
use status::Status;

fn main() -> ExitCode {
    let matches = manual::command(language_of_help(env::args_os())).try_get_matches();
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are what was asked for; anything else is wrong usage.
            let status = if error.use_stderr() { Status::WrongUsage } else { Status::Clean };
            // Nobody is left to tell when even this can't be written.
            let _ = error.print();
            return status.into();
        }
    };
    match run(&arguments) {
        Ok(status) => status.into(),
        // Whoever read the output has read enough: `nianbao rules | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Status::Clean.into(),
        Err(error) => {
            eprintln!("nianbao: {error}");
            Status::Unread.into()
        }
    }
}

/// The language of help, which is asked for before the arguments are understood.
fn language_of_help(arguments: impl Iterator<Item = OsString>) -> Language {
    let arguments: Vec<String> = arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let asked = arguments.iter().any(|argument| argument == "--language=en")
        || arguments.windows(2).any(|pair| pair == ["--language", "en"]);
    if asked { Language::English } else { Language::Chinese }
}

fn run(arguments: &Arguments) -> io::Result<Status> {
    let language = arguments.language.into();
    match &arguments.command {
        Command::Check(check) => check::run(check, language),
        Command::Read { file } => check::read(file, language),
        Command::Rules { id } => book::run(id.as_deref(), language),
        Command::Form { year } => form::run(*year, language),
        Command::Completions { shell } => manual::completions(*shell, language),
        Command::Man { part } => manual::man(part.as_deref(), language),
    }
}
