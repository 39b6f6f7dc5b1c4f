//! What the command says to the program that called it.

use std::process::ExitCode;

/// The exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No finding of severity error.
    Clean,
    /// At least one finding of severity error.
    Errors,
    /// At least one input could not be read.
    Unread,
    /// The command was used in a way that makes no sense.
    WrongUsage,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Clean => 0,
            Status::Errors => 1,
            Status::Unread => 2,
            Status::WrongUsage => 64,
        })
    }
}
