//! `nianbao completions` and `nianbao man`: both are made from the arguments themselves.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;
use nianbao::language::Language;
use nianbao::say;

use crate::arguments::Arguments;
use crate::chinese;
use crate::status::Status;

/// The command with its help in a language.
pub fn command(language: Language) -> Command {
    // Built first: it is now that --help and --version come in.
    let mut command = Arguments::command();
    command.build();
    match language {
        Language::Chinese => chinese::help(command),
        Language::English => command,
    }
}

/// Prints the completions for a shell.
pub fn completions(shell: Shell, language: Language) -> io::Result<Status> {
    // Into memory first: the generator panics where it can't write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(language), "nianbao", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Status::Clean)
}

/// Prints the manual page of the command, or of one of its parts.
pub fn man(part: Option<&str>, language: Language) -> io::Result<Status> {
    let command = command(language);
    let page = match part {
        None => Some(command),
        Some(part) => command.find_subcommand(part).map(|found| found.clone().display_name(format!("nianbao-{part}"))),
    };
    let Some(page) = page else {
        let part = part.unwrap_or_default();
        eprintln!("nianbao: {}", say!(language, "没有子命令 {part}。", "There is no command {part}."));
        return Ok(Status::WrongUsage);
    };
    Man::new(page).render(&mut io::stdout().lock())?;
    Ok(Status::Clean)
}
