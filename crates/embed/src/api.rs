//! What the npm package calls: [`JsChecker::check`] takes and gives JavaScript's own values.

use doors::{Input, Request};
use js_sys::{Object, Promise, Reflect, TypeError};
use nianbao::language::Language;
use nianbao::settings::Settings;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::worker::{self, Boot, Checker};

/// A report as a program gives it.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a report must be a string or { name, bytes } with a name and a Uint8Array")]
pub enum Given {
    /// Text, or HTML where the options say so.
    Text(String),
    /// A file.
    File {
        /// Its name, whose ending helps to tell its format.
        name: String,
        /// Its bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
}

/// What a string holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Kind {
    /// Plain text.
    #[default]
    #[serde(rename = "text/plain")]
    Text,
    /// HTML.
    #[serde(rename = "text/html")]
    Html,
}

/// How a report is checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The language of messages; Chinese unless told.
    pub language: Option<Language>,
    /// Last year's report.
    pub previous: Option<Given>,
    /// What the report is, where it is a string; text unless told. A previous report given as a
    /// string is the same.
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    /// Which rules are off or count for more or less: the settings file's text, or its object.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub settings: JsValue,
}

impl Options {
    /// The names of all options; a misspelt one is refused, not passed over.
    pub const NAMES: [&str; 4] = ["language", "previous", "type", "settings"];

    fn from_js(value: JsValue) -> Result<Options, JsValue> {
        let Some(object) = value.dyn_ref::<Object>() else {
            return if value.is_undefined() || value.is_null() {
                Ok(Options::default())
            } else {
                Err(TypeError::new("options must be an object").into())
            };
        };
        let mut names = Object::keys(object).into_iter().filter_map(|name| name.as_string());
        match names.find(|name| !Options::NAMES.contains(&name.as_str())) {
            Some(name) => {
                let known = Options::NAMES.join(", ");
                Err(TypeError::new(&format!("unknown option `{name}`, expected one of {known}")).into())
            }
            None => from_js(value),
        }
    }
}

impl Given {
    /// What the checker takes for it.
    pub fn input(self, kind: Kind) -> Input {
        match (self, kind) {
            (Given::Text(text), Kind::Text) => Input::Text(text),
            (Given::Text(html), Kind::Html) => Input::Html(html),
            (Given::File { name, bytes }, _) => Input::File { name, bytes },
        }
    }
}

/// What is asked of the checker with a report and options as JavaScript gives them.
///
/// # Errors
/// A `TypeError` that says what is not as it should be.
pub fn request(input: JsValue, options: JsValue) -> Result<Request, JsValue> {
    let options = Options::from_js(options)?;
    let kind = options.kind.unwrap_or_default();
    let input = from_js::<Given>(input)?.input(kind).into();
    let previous = options.previous.map(|previous| previous.input(kind).into());
    let language = options.language.unwrap_or_default();
    Ok(Request { input, previous, language, settings: settings(&options.settings, language)? })
}

/// The language that options ask for, as far as they can be read.
fn language(options: &JsValue) -> Language {
    let named = Reflect::get(options, &"language".into()).ok();
    named.and_then(|language| from_js(language).ok()).unwrap_or_default()
}

/// Settings as JavaScript gives them: the text of a settings file, or the object it holds.
///
/// # Errors
/// A `TypeError` that says what is not as it should be, in this language.
pub fn settings(given: &JsValue, language: Language) -> Result<Settings, JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(Settings::default());
    }
    let json = given.as_string().or_else(|| js_sys::JSON::stringify(given).ok()?.as_string());
    let read = Settings::read(json.as_deref().unwrap_or_default());
    read.map_err(|refusal| TypeError::new(&refusal.explain(language)).into())
}

/// A value from JavaScript.
///
/// # Errors
/// A `TypeError` that says what is not as it should be.
pub fn from_js<T: for<'de> Deserialize<'de>>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let message = error.to_string();
        TypeError::new(message.strip_prefix("Error: ").unwrap_or(&message)).into()
    })
}

/// A value for JavaScript, the same as `JSON.parse` would make of its JSON.
///
/// # Errors
/// Whatever JavaScript throws while the value is made.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Does work that may break down.
///
/// # Errors
/// Those of the work, or an `Error` that says that it broke down and what to do.
pub fn attempt<T: 'static>(
    language: Language,
    work: impl FnOnce() -> Result<T, JsValue> + 'static,
) -> Result<T, JsValue> {
    worker::attempt(work).unwrap_or_else(|stopped| Err(JsError::new(stopped.explain(language)).into()))
}

/// Whether checking broke down in this instance of the wasm, whose memory may be in disorder since.
#[wasm_bindgen(js_name = isBroken)]
pub fn is_broken() -> bool {
    worker::is_broken()
}

/// Reads and checks one report on this thread.
///
/// # Errors
/// A `TypeError` where the input or the options are not as they should be, and an `Error` where
/// checking itself broke down.
#[wasm_bindgen]
pub fn check(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let language = language(&options);
    attempt(language, move || to_js(&doors::check(&request(input, options)?)))
}

/// Checks reports for JavaScript, in a worker where one can be had.
#[wasm_bindgen(js_name = Checker)]
pub struct JsChecker {
    checker: Checker,
}

#[wasm_bindgen(js_class = Checker)]
impl JsChecker {
    /// Starts a worker with `boot`; where that fails, checking happens on this thread.
    #[wasm_bindgen(constructor)]
    pub fn new(boot: Boot) -> JsChecker {
        JsChecker { checker: Checker::start(boot, |_| {}) }
    }

    /// Reads and checks one report. The promise is rejected with a `TypeError` where the input or the
    /// options are not as they should be, and with an `Error` where checking itself broke down.
    pub fn check(&self, input: JsValue, options: JsValue) -> Promise {
        let checker = self.checker.clone();
        future_to_promise(async move {
            let language = language(&options);
            let request = attempt(language, move || request(input, options))?;
            let outcome = checker.check(request).await;
            let outcome = outcome.map_err(|stopped| JsError::new(stopped.explain(language)))?;
            attempt(language, move || to_js(&outcome))
        })
    }

    /// Ends the worker. Whatever was asked is answered with an error.
    pub fn dispose(&self) {
        self.checker.dispose();
    }
}

/// Runs in a worker: takes work from the page from now on.
#[wasm_bindgen]
pub fn serve() {
    worker::serve();
}
