//! The page in the shadow root of somebody else's element: what the custom element calls.

use embed::Boot;
use embed::api::{self, Given, Kind};
use js_sys::Function;
use nianbao::language::Language;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};
use yew::AppHandle;

use crate::app::{App, AppProps};
use crate::host::{Host, News};
use crate::place;
use crate::state::Action;

/// A page that stands in an element.
#[wasm_bindgen]
pub struct Embedded {
    app: Option<AppHandle<App>>,
    host: Host,
    language: Language,
}

#[wasm_bindgen]
impl Embedded {
    /// Puts the page into `mount`, which stands in `root`. `tell` is called with the kind of news and
    /// what belongs to it: `("check", result)`, `("change", undefined)`, `("error", sentence)`.
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, mount: Element, boot: Boot, tell: Function) -> Embedded {
        place::stand_within(root);
        let host = Host::new(move |news| {
            let (kind, detail) = match &news {
                News::Changed => ("change", JsValue::UNDEFINED),
                News::Checked(outcome) => ("check", api::to_js(outcome).unwrap_or_default()),
                News::Stopped(why) => ("error", JsValue::from_str(why)),
            };
            // What the listeners throw, the browser has reported already.
            let _ = tell.call2(&JsValue::UNDEFINED, &kind.into(), &detail);
        });
        let props = AppProps { boot, host: Some(host.clone()) };
        let app = yew::Renderer::<App>::with_root_and_props(mount, props).render();
        Embedded { app: Some(app), host, language: Language::default() }
    }

    /// Shows a report in place of whatever is there: text, or HTML or a file as `check` takes them.
    ///
    /// # Errors
    /// A `TypeError` where it is none of these, an `Error` where the page broke down over it.
    pub fn open(&self, input: JsValue, kind: JsValue) -> Result<(), JsValue> {
        let host = self.host.clone();
        api::attempt(self.language, move || {
            host.open(input_of(input, kind)?);
            Ok(())
        })
    }

    /// Adds last year's report, to compare with.
    ///
    /// # Errors
    /// A `TypeError` where it is none.
    pub fn compare(&self, previous: JsValue) -> Result<(), JsValue> {
        self.host.compare_with(input_of(previous, JsValue::UNDEFINED)?);
        Ok(())
    }

    /// Sets rules off, or gives them another severity: what a settings file holds, or its text.
    ///
    /// # Errors
    /// A `TypeError` that says what is wrong with it.
    pub fn set(&self, settings: &JsValue) -> Result<(), JsValue> {
        self.host.set(api::settings(settings, self.language)?);
        Ok(())
    }

    /// Speaks Chinese (`zh`) or English (`en`).
    ///
    /// # Errors
    /// A `TypeError` for any other language.
    pub fn speak(&mut self, language: JsValue) -> Result<(), JsValue> {
        self.language = api::from_js(language)?;
        self.host.happen(Action::Speak(self.language));
        Ok(())
    }

    /// Whether the report is only to be looked at.
    pub fn lock(&self, locked: bool) {
        self.host.happen(Action::Lock(locked));
    }

    /// Takes everything away.
    pub fn clear(&self) {
        self.host.happen(Action::Clear);
    }

    /// Has what is typed checked; says whether there is, or will be, a report to have a result of.
    pub fn ask(&self) -> bool {
        self.host.ask()
    }

    /// The text of the open report.
    pub fn value(&self) -> String {
        self.host.value()
    }

    /// The result of the open report; null while it is checked and where none is open.
    ///
    /// # Errors
    /// Whatever JavaScript throws while the value is made.
    pub fn result(&self) -> Result<JsValue, JsValue> {
        self.host.result().map_or(Ok(JsValue::NULL), |outcome| api::to_js(&outcome))
    }

    /// Takes the page away and ends its worker.
    pub fn dispose(&mut self) {
        self.host.leave();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn input_of(input: JsValue, kind: JsValue) -> Result<doors::Input, JsValue> {
    let kind: Option<Kind> = api::from_js(kind)?;
    Ok(api::from_js::<Given>(input)?.input(kind.unwrap_or_default()))
}
