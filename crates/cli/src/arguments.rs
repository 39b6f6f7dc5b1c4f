//! The command line. The comments are the help in English; `chinese.rs` holds it in Chinese.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Checks China's annual reports on open government information
#[derive(Debug, Parser)]
#[command(name = "nianbao", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// The language of messages and of this help
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh, value_name = "LANGUAGE")]
    pub language: Language,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check reports
    ///
    /// Exit status: 0 no error found; 1 at least one error; 2 at least one input could not be read;
    /// 64 wrong usage.
    Check(Check),
    /// Print the Document that a reader makes of a file, as JSON
    Read {
        /// The file, or - for standard input
        file: PathBuf,
    },
    /// List the rules, or print one rule's page
    Rules {
        /// A rule's id, such as T3-ROW
        id: Option<String>,
    },
    /// Print the form's cells and equations
    Form {
        /// The year of the report, 2019 or later
        #[arg(long, default_value_t = i32::MAX, hide_default_value = true)]
        year: i32,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page of the command, or of one of its parts
    Man {
        /// The part, such as check
        part: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct Check {
    /// Reports, folders or zip archives of reports, or - for standard input (also when none is named)
    #[arg(value_name = "FILE|DIR|ZIP|-")]
    pub inputs: Vec<PathBuf>,
    /// text for a person, json for one array, jsonl for one object a line as each report is done,
    /// sarif for code hosts and editors [default: text]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Last year's report, to check against
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// Rules to switch off or give another severity: {"rules": {"W-NOSTOP": "off"}}
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The least severity to show; the exit status counts errors alone
    #[arg(long, value_enum, default_value_t = Severity::Hint)]
    pub severity: Severity,
    /// A list of inputs, one a line, checked after those that are named; - reads it from standard input
    #[arg(long, value_name = "LIST")]
    pub files_from: Option<PathBuf>,
    /// The names in the list end with a NUL, as find -print0 writes them
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,
    /// How many reports are checked at once [default: one a core]. Order and bytes of the results
    /// don't depend on it
    #[arg(long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Append the results to a file of JSON lines and skip the inputs that stand in it already: the
    /// same command, given again after a break, finishes the work
    #[arg(long, value_name = "FILE.jsonl")]
    pub resume: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
    Sarif,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Severity {
    Error,
    Warning,
    Hint,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

impl From<Severity> for nianbao::finding::Severity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Hint => Self::Hint,
        }
    }
}

impl From<Language> for nianbao::language::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Chinese,
            Language::En => Self::English,
        }
    }
}
