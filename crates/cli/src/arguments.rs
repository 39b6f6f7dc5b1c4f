//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// 年报核：核对政府信息公开工作年度报告 · Checks China's annual reports on open government information
#[derive(Debug, Parser)]
#[command(name = "nianbao", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// The language of messages
    #[arg(long, global = true, value_enum, default_value_t = Language::Zh, value_name = "LANGUAGE")]
    pub language: Language,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 核对年报 · Check reports
    ///
    /// Exit status: 0 no error found; 1 at least one error; 2 at least one input could not be read;
    /// 64 wrong usage.
    Check(Check),
    /// 查看读取结果 · Print the Document that a reader makes of a file, as JSON
    Read {
        /// The file, or - for standard input
        file: PathBuf,
    },
    /// 查看规则 · List the rules, or print one rule's page
    Rules {
        /// A rule's id, such as T3-ROW
        id: Option<String>,
    },
    /// 查看表格 · Print the form's cells and equations
    Form {
        /// The year of the report, 2019 or later
        #[arg(long, default_value_t = i32::MAX, hide_default_value = true)]
        year: i32,
    },
}

#[derive(Debug, Args)]
pub struct Check {
    /// Reports, folders or zip archives of reports, or - for standard input (also when none is named)
    #[arg(default_value = "-", hide_default_value = true, value_name = "FILE|DIR|ZIP|-")]
    pub inputs: Vec<PathBuf>,
    /// text for a person, json for one array, jsonl for one object a line as each report is done
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Last year's report, to check against
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// Rules to switch off or give another severity: {"rules": {"W-NOSTOP": "off"}}
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The least severity to show; the exit status counts errors alone
    #[arg(long, value_enum, default_value_t = Severity::Hint)]
    pub severity: Severity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
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
