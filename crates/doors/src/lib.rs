//! One function behind the three doors (the command, the JavaScript API, the page): an [`Input`]
//! goes in, an [`Outcome`] comes out.

mod text;

use std::rc::Rc;

use nianbao::Options;
use nianbao::align::align;
use nianbao::document::Document;
use nianbao::language::Language;
use nianbao::outcome::{Outcome, SCHEMA, Unread};
use nianbao::report::Report;
use nianbao::settings::Settings;
use nianbao::unreadable::Reason;
use serde::{Deserialize, Serialize};
pub use text::text_of;

/// What a person or a program puts in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    /// Plain text.
    Text(String),
    /// HTML, as the clipboard or a saved page gives it.
    Html(String),
    /// A file's name and bytes.
    File {
        /// Its name.
        name: String,
        /// Its bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

impl Input {
    /// The name under which results speak of it; empty for pasted text.
    pub fn name(&self) -> &str {
        match self {
            Input::File { name, .. } => name,
            Input::Text(_) | Input::Html(_) => "",
        }
    }

    /// Reads it into a Document.
    ///
    /// # Errors
    /// Why it can't be read.
    pub fn read(&self) -> Result<Document, Reason> {
        match self {
            Input::Text(text) => readers::read_text(text),
            Input::Html(html) => readers::read_html(html),
            Input::File { name, bytes } => readers::read(name, bytes),
        }
    }
}

/// What to check, against what, in which language.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The report.
    pub input: Rc<Input>,
    /// Last year's report; one that can't be read is left out.
    pub previous: Option<Rc<Input>>,
    /// The language of messages.
    pub language: Language,
    /// Rules that are off or count for more or less.
    pub settings: Settings,
}

impl Request {
    /// A request for this report, with nothing else said.
    pub fn new(input: impl Into<Rc<Input>>) -> Request {
        Request { input: input.into(), previous: None, language: Language::default(), settings: Settings::default() }
    }
}

/// Reads and checks one report.
pub fn check(request: &Request) -> Outcome {
    let previous = request.previous.as_deref().and_then(last_year_s);
    let (language, settings) = (request.language, request.settings.clone());
    check_with(&request.input, &Options { language, previous: previous.as_ref(), settings })
}

/// Last year's report, to compare with; `None` where it can't be read. Whoever has several checks to
/// make keeps it for [`check_with`].
pub fn last_year_s(input: &Input) -> Option<Report> {
    input.read().ok().map(|document| align(&document))
}

/// Reads and checks one report of many, where last year's is read already.
pub fn check_with(input: &Input, options: &Options) -> Outcome {
    let file = input.name();
    match input.read() {
        Ok(document) => Outcome::Checked(Box::new(nianbao::check(&document, file, options))),
        Err(reason) => Outcome::Unread(Unread {
            schema: SCHEMA,
            file: file.to_owned(),
            unreadable: reason.explain(options.language),
        }),
    }
}
