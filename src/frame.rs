//! The page in a frame of another page, which it is told of by its address: `?embed=ORIGIN`, once
//! for every origin that may talk to it. They talk by `postMessage`; docs/embedding.md has the
//! messages. Whoever is not named hears nothing and is not heard.

use std::cell::RefCell;
use std::rc::Rc;

use embed::api::{self, Given, Kind};
use js_sys::{Object, Reflect};
use nianbao::language::Language;
use nianbao::outcome::SCHEMA;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MessageEvent, ResizeObserver, Url, UrlSearchParams, Window};

use crate::host::{Host, News};
use crate::place;
use crate::state::Action;

/// The version of the messages, which each of them carries under the key `nianbao`.
const PROTOCOL: u32 = 1;

/// The page around the frame.
struct Around {
    window: Window,
    /// The origins that may talk to this page.
    origins: Vec<String>,
    /// The one that does. Before it has spoken, it is told nothing but that the page is there.
    peer: RefCell<Option<String>>,
    /// The number of what it asked for last.
    asked: RefCell<JsValue>,
    /// The element that the page is mounted in.
    mount: HtmlElement,
}

/// The program around the page, where the page's address says so and it stands in a frame.
pub fn host(mount: &Element) -> Option<Host> {
    let mount = mount.dyn_ref::<HtmlElement>()?.clone();
    let window = web_sys::window()?;
    let parent = window.parent().ok()??;
    let origins = origins(&window.location().search().ok()?);
    if Object::is(&parent, &window) || origins.is_empty() {
        return None;
    }
    place::stand_in_frame();
    let around =
        Rc::new(Around { window: parent, origins, peer: RefCell::default(), asked: RefCell::default(), mount });
    let host = {
        let around = around.clone();
        Host::new(move |news| around.tell(news))
    };
    let listen = {
        let (around, host) = (around.clone(), host.clone());
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| around.hear(&event, &host))
    };
    window.add_event_listener_with_callback("message", listen.as_ref().unchecked_ref()).ok()?;
    // It listens as long as there is a page.
    listen.forget();
    around.watch_size();
    for origin in &around.origins {
        around.post(origin, "ready", &ready());
    }
    Some(host)
}

/// The origins that an address names: complete ones of the web, and no pattern.
fn origins(search: &str) -> Vec<String> {
    let Ok(parameters) = UrlSearchParams::new_with_str(search) else { return Vec::new() };
    let named = parameters.get_all("embed").into_iter().filter_map(|origin| origin.as_string());
    let is_origin = |origin: &String| {
        let url = Url::new(origin);
        origin.starts_with("http") && url.is_ok_and(|url| url.origin() == *origin)
    };
    named.filter(is_origin).collect()
}

/// What a message says beside its kind.
type Said<'a> = [(&'a str, JsValue)];

fn ready() -> [(&'static str, JsValue); 2] {
    [("version", env!("CARGO_PKG_VERSION").into()), ("schema", SCHEMA.into())]
}

fn field(message: &JsValue, name: &str) -> JsValue {
    Reflect::get(message, &name.into()).unwrap_or_default()
}

impl Around {
    fn post(&self, origin: &str, kind: &str, said: &Said) {
        let message = Object::new();
        let head = [("nianbao", PROTOCOL.into()), ("type", kind.into())];
        for (name, value) in head.iter().chain(said) {
            // A new object takes every property.
            let _ = Reflect::set(&message, &(*name).into(), value);
        }
        // A window that is gone needs no message.
        let _ = self.window.post_message(&message, origin);
    }

    fn say(&self, kind: &str, said: &Said) {
        if let Some(peer) = &*self.peer.borrow() {
            self.post(peer, kind, said);
        }
    }

    fn tell(&self, news: News) {
        let id = self.asked.borrow().clone();
        match news {
            News::Changed => self.say("change", &[]),
            News::Checked(outcome) => {
                self.say("result", &[("id", id), ("result", api::to_js(&outcome).unwrap_or_default())]);
            }
            News::Stopped(why) => self.say("error", &[("id", id), ("message", why.into())]),
        }
    }

    fn hear(&self, event: &MessageEvent, host: &Host) {
        let is_parent = event.source().is_some_and(|source| Object::is(&source, &self.window));
        let message = event.data();
        if !is_parent || !self.origins.contains(&event.origin()) || field(&message, "nianbao") != PROTOCOL {
            return;
        }
        self.peer.replace(Some(event.origin()));
        if let Err(error) = self.act(&message, host) {
            let words = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            self.say("error", &[("id", field(&message, "id")), ("message", words.unwrap_or_default().into())]);
        }
    }

    fn act(&self, message: &JsValue, host: &Host) -> Result<(), JsValue> {
        let optional = |name| Some(field(message, name)).filter(|value| !value.is_undefined() && !value.is_null());
        match field(message, "type").as_string().as_deref() {
            Some("hello") => {
                self.say("ready", &ready());
                self.tell_size();
            }
            Some("view") => self.see(message),
            Some("open") => {
                let language: Option<Language> = optional("language").map(api::from_js).transpose()?;
                let settings = api::settings(&field(message, "settings"), language.unwrap_or_default())?;
                let kind: Kind = optional("kind").map_or(Ok(Kind::default()), api::from_js)?;
                let input = api::from_js::<Given>(field(message, "input"))?.input(kind);
                let previous = optional("previous").map(api::from_js::<Given>).transpose()?;
                self.asked.replace(field(message, "id"));
                if let Some(language) = language {
                    host.happen(Action::Speak(language));
                }
                host.happen(Action::Lock(field(message, "readonly").is_truthy()));
                host.set(settings);
                host.open(input);
                if let Some(previous) = previous {
                    host.compare_with(previous.input(kind));
                }
            }
            Some("value") => self.say("value", &[("id", field(message, "id")), ("value", host.value().into())]),
            Some("clear") => host.happen(Action::Clear),
            other => {
                let kind = other.unwrap_or_default();
                return Err(js_sys::TypeError::new(&format!("unknown message type `{kind}`")).into());
            }
        }
        Ok(())
    }

    /// Takes in how much of the frame is out of view, so that what stays in view in a window does so
    /// in a frame that is higher than the window.
    fn see(&self, message: &JsValue) {
        let style = self.mount.style();
        for (name, property) in [("above", "--unseen-above"), ("below", "--unseen-below")] {
            let pixels = field(message, name).as_f64().unwrap_or_default();
            // A style of the page's own element takes every property.
            let _ = style.set_property(property, &format!("{pixels}px"));
        }
    }

    fn tell_size(&self) {
        self.say("size", &[("height", self.mount.scroll_height().into())]);
    }

    /// Tells the height of the page whenever it changes, so that the frame can be as high.
    fn watch_size(self: &Rc<Self>) {
        let around = self.clone();
        let changed = Closure::<dyn Fn()>::new(move || around.tell_size());
        // Where a browser has none, the frame keeps its height.
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&self.mount);
        }
        changed.forget();
    }
}
