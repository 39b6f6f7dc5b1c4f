//! The `nianbao` command.

mod arguments;
mod book;
mod check;
mod form;
mod inputs;
mod status;
mod terminal;

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;
use status::Status;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
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

fn run(arguments: &Arguments) -> io::Result<Status> {
    let language = arguments.language.into();
    match &arguments.command {
        Command::Check(check) => check::run(check, language),
        Command::Read { file } => check::read(file, language),
        Command::Rules { id } => book::run(id.as_deref(), language),
        Command::Form { year } => form::run(*year, language),
    }
}
