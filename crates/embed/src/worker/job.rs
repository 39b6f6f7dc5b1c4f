//! What crosses between the page and its worker, and the desk at which the work is done.

use std::rc::Rc;

use doors::{Input, Request};
use nianbao::Options;
use nianbao::language::Language;
use nianbao::outcome::{Checked, Outcome, Unread};
use nianbao::report::Report;
use nianbao::settings::Settings;
use serde::{Deserialize, Serialize};

/// Work for the worker: read and check a report. It goes there as a pair: the request's number and
/// the job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Job {
    /// The report.
    input: Rc<Input>,
    /// What to compare it with.
    previous: Previous,
    /// The language of messages.
    language: Language,
    /// Rules that are off or count for more or less.
    settings: Settings,
    /// Whether somebody is to edit it: the answer then has its [`Source`].
    with_source: bool,
}

/// Last year's report, as a job speaks of it: it may be large and stays the same from one key to the
/// next, so it crosses, and is read, only when it is another.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Previous {
    /// The one of the job before.
    Same,
    /// This one, or none.
    Now(Option<Rc<Input>>),
}

/// What a desk was last told of last year's report: none at first.
#[derive(Clone, Debug, Default)]
pub struct Told(Option<Rc<Input>>);

impl Told {
    /// The next job for that desk.
    pub fn job(&mut self, request: &Request, with_source: bool) -> Job {
        let Request { input, previous, language, settings } = request.clone();
        let previous = if previous == self.0 {
            Previous::Same
        } else {
            self.0 = previous.clone();
            Previous::Now(previous)
        };
        Job { input, previous, language, settings, with_source }
    }
}

/// Where work is done: it keeps last year's report as it was read, one at the most.
#[derive(Debug, Default)]
pub struct Desk {
    previous: Option<Report>,
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

impl Desk {
    /// Does the work, wherever it is called.
    pub fn run(&mut self, job: Job) -> Answer {
        if let Previous::Now(previous) = &job.previous {
            self.previous = previous.as_deref().and_then(doors::last_year_s);
        }
        match job.check(&job.input, self.previous.as_ref()) {
            Outcome::Checked(checked) => {
                let source = if job.with_source { job.source(&checked) } else { Source::default() };
                Answer::Checked(checked, source)
            }
            Outcome::Unread(unread) => Answer::Unread(unread),
        }
    }
}

impl Job {
    fn check(&self, input: &Input, previous: Option<&Report>) -> Outcome {
        doors::check_with(input, &Options { language: self.language, previous, settings: self.settings.clone() })
    }

    fn source(&self, checked: &Checked) -> Source {
        let text = doors::text_of(&self.input).ok();
        let elsewhere = text.clone().filter(|_| checked.reader != "text" && checked.form.is_some());
        let places = elsewhere.and_then(|text| match self.check(&Input::Text(text), None) {
            Outcome::Checked(places) => Some(places),
            Outcome::Unread(_) => None,
        });
        Source { text, places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a new desk answers, asked for the text as well.
    fn answer(input: Input) -> Answer {
        Desk::default().run(Told::default().job(&Request::new(input), true))
    }

    #[test]
    fn an_answer_crosses_whole() {
        let inputs = [Input::Text(crate::EXAMPLE.to_owned()), Input::File { name: "空.pdf".to_owned(), bytes: vec![] }];
        for answer in inputs.map(answer) {
            let message = serde_json::to_string(&FromWorker::Answer(7, answer.clone())).expect("JSON");
            let Ok(FromWorker::Answer(7, crossed)) = serde_json::from_str(&message) else { panic!("{message}") };
            assert_eq!(crossed, answer);
        }
    }

    #[test]
    fn the_places_are_those_of_the_text() {
        let html = format!("<p>{}</p>", crate::EXAMPLE.replace('\n', "</p><p>").replace('\t', " | "));
        let Answer::Checked(_, Source { text: Some(text), places: Some(places) }) = answer(Input::Html(html)) else {
            panic!("a report with its text")
        };
        let Answer::Checked(checked, source) = answer(Input::Text(text.clone())) else { panic!("a report") };
        assert_eq!(places, checked);
        assert_eq!(source, Source { text: Some(text), places: None });
    }

    #[test]
    fn whatever_came_before_a_report_is_compared_with_the_one_it_came_with() {
        let of = |year: &str| Rc::new(Input::Text(crate::EXAMPLE.replace("2025", year)));
        let unreadable = Rc::new(Input::File { name: "空.pdf".to_owned(), bytes: vec![] });
        let one = of("2024");
        let order = [None, Some(one.clone()), Some(one), Some(of("2024")), Some(of("2023")), Some(unreadable), None];
        let (mut told, mut desk) = (Told::default(), Desk::default());
        let mut crossed = 0;
        let mut findings = Vec::new();
        for previous in order {
            let request = Request { previous, ..Request::new(Input::Text(crate::EXAMPLE.to_owned())) };
            let job = told.job(&request, false);
            crossed += usize::from(matches!(job.previous, Previous::Now(_)));
            let Answer::Checked(checked, _) = desk.run(job) else { panic!("a report") };
            findings.push(checked.findings.len());
            assert_eq!(Outcome::Checked(checked), doors::check(&request), "{:?}", request.previous);
        }
        assert_eq!(crossed, 4, "what stays the same crosses once");
        assert!(findings[1] > findings[0], "last year's report makes a difference: {findings:?}");
    }
}
