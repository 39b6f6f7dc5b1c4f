//! One function behind the three doors (the command, the JavaScript API, the page): an [`Input`]
//! goes in, an [`Outcome`] comes out.

mod text;

use nianbao::Options;
use nianbao::document::Document;
use nianbao::language::Language;
use nianbao::outcome::{Outcome, SCHEMA, Unread};
use nianbao::settings::Settings;
use nianbao::unreadable::Reason;
use serde::{Deserialize, Serialize};
pub use text::text_of;

/// What a person or a program puts in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    pub fn read(&self) -> Result<Document, Reason> {
        match self {
            Input::Text(text) => readers::read_text(text),
            Input::Html(html) => readers::read_html(html),
            Input::File { name, bytes } => readers::read(name, bytes),
        }
    }
}

/// What to check, against what, in which language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The report.
    pub input: Input,
    /// Last year's report; one that can't be read is left out.
    #[serde(default)]
    pub previous: Option<Input>,
    /// The language of messages.
    #[serde(default)]
    pub language: Language,
    /// Rules that are off or count for more or less.
    #[serde(default)]
    pub settings: Settings,
}

/// Reads and checks one report.
pub fn check(request: &Request) -> Outcome {
    let previous = request.previous.as_ref().and_then(|input| input.read().ok());
    let (language, settings) = (request.language, request.settings.clone());
    check_with(&request.input, &Options { language, previous: previous.as_ref(), settings })
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
