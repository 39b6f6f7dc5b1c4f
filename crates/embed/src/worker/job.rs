//! What crosses between the page and its worker.

use doors::{Input, Request};
use nianbao::outcome::{Checked, Outcome, Unread};
use nianbao::unreadable::Reason;
use serde::{Deserialize, Serialize};

/// Work for the worker. It goes there as a pair: the request's number and the job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Read and check a report.
    Check(Request),
    /// Give the text of an input.
    Text(Input),
}

/// What comes of a [`Job`]. An [`Outcome`] is taken apart here because its own form leaves it to
/// the reader to guess which of the two it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The report was read and checked.
    Checked(Box<Checked>),
    /// It could not be read.
    Unread(Unread),
    /// The text of an input.
    Text(Result<String, Reason>),
}

/// What the worker says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum FromWorker {
    /// It can take work.
    Ready,
    /// The answer to the request of this number.
    Answer(u32, Answer),
}

impl Job {
    /// Does the work, wherever it is called.
    pub fn run(&self) -> Answer {
        match self {
            Job::Check(request) => match doors::check(request) {
                Outcome::Checked(checked) => Answer::Checked(checked),
                Outcome::Unread(unread) => Answer::Unread(unread),
            },
            Job::Text(input) => Answer::Text(doors::text_of(input)),
        }
    }
}
