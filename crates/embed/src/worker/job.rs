//! What crosses between the page and its worker.

use doors::{Input, Request};
use nianbao::outcome::{Checked, Outcome, Unread};
use serde::{Deserialize, Serialize};

/// Work for the worker: read and check a report. It goes there as a pair: the request's number and
/// the job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    /// The report, and how to check it.
    pub request: Request,
    /// Whether somebody is to edit it: the answer then has its [`Source`].
    pub with_source: bool,
}

/// The text of a report, for editing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The text; see [`doors::text_of`].
    pub text: Option<String>,
    /// What checking the text gives, where the report's own result doesn't speak of places in it.
    pub places: Option<Box<Checked>>,
}

/// What comes of a [`Job`]. An [`Outcome`] is taken apart here because its own form leaves it to
/// the reader to guess which of the two it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// The report was read and checked.
    Checked(Box<Checked>, Source),
    /// It could not be read.
    Unread(Unread),
}

/// What the worker says. It crosses as one string of JSON: a result has thousands of small parts,
/// and as a value each of them would be made an object, copied by the browser and taken apart again.
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
        match doors::check(&self.request) {
            Outcome::Checked(checked) => {
                let source = if self.with_source { self.source(&checked) } else { Source::default() };
                Answer::Checked(checked, source)
            }
            Outcome::Unread(unread) => Answer::Unread(unread),
        }
    }

    fn source(&self, checked: &Checked) -> Source {
        let text = doors::text_of(&self.request.input).ok();
        let elsewhere = text.clone().filter(|_| checked.reader != "text" && checked.form.is_some());
        let places = elsewhere.and_then(|text| {
            match doors::check(&Request { input: Input::Text(text), previous: None, ..self.request.clone() }) {
                Outcome::Checked(places) => Some(places),
                Outcome::Unread(_) => None,
            }
        });
        Source { text, places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(input: Input) -> Job {
        let request = Request { input, previous: None, language: Default::default(), settings: Default::default() };
        Job { request, with_source: true }
    }

    #[test]
    fn an_answer_crosses_whole() {
        let inputs = [Input::Text(crate::EXAMPLE.to_owned()), Input::File { name: "空.pdf".to_owned(), bytes: vec![] }];
        for answer in inputs.map(|input| job(input).run()) {
            let message = serde_json::to_string(&FromWorker::Answer(7, answer.clone())).expect("JSON");
            let Ok(FromWorker::Answer(7, crossed)) = serde_json::from_str(&message) else { panic!("{message}") };
            assert_eq!(crossed, answer);
        }
    }

    #[test]
    fn the_places_are_those_of_the_text() {
        let html = format!("<p>{}</p>", crate::EXAMPLE.replace('\n', "</p><p>").replace('\t', " | "));
        let Answer::Checked(_, Source { text: Some(text), places: Some(places) }) = job(Input::Html(html)).run() else {
            panic!("a report with its text")
        };
        let Answer::Checked(checked, source) = job(Input::Text(text.clone())).run() else { panic!("a report") };
        assert_eq!(places, checked);
        assert_eq!(source, Source { text: Some(text), places: None });
    }
}
