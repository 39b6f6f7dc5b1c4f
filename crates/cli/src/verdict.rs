//! What came of a report, and of all of them.

use nianbao::finding::Severity;
use nianbao::outcome::Outcome;

use crate::status::Status;

/// What came of one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It has no finding of severity error.
    Clean,
    /// It has at least one.
    Errors,
    /// It could not be read.
    Unread,
}

impl Verdict {
    /// Of a result.
    pub fn of(outcome: &Outcome) -> Verdict {
        match outcome {
            Outcome::Checked(checked) if checked.count(Severity::Error) > 0 => Verdict::Errors,
            Outcome::Checked(_) => Verdict::Clean,
            Outcome::Unread(_) => Verdict::Unread,
        }
    }
}

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
    /// Counts one report.
    pub fn count(&mut self, verdict: Verdict) {
        self.reports += 1;
        match verdict {
            Verdict::Clean => {}
            Verdict::Errors => self.with_errors += 1,
            Verdict::Unread => self.unread += 1,
        }
    }

    /// What the command exits with.
    pub fn status(&self) -> Status {
        match (self.unread, self.with_errors) {
            (0, 0) => Status::Clean,
            (0, _) => Status::Errors,
            _ => Status::Unread,
        }
    }
}
