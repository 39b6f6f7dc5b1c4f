//! What every component may use: the language, and a way to say that something happened.

use nianbao::language::Language;
use yew::prelude::*;

use crate::state::{Action, RuleSettings};

/// Given to all components as a context.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The language of the page.
    pub language: Language,
    /// Which rules count, and for how much.
    pub settings: RuleSettings,
    /// Takes what happened.
    pub happen: Callback<Action>,
    /// Whether the report is only to be looked at.
    pub locked: bool,
}

impl Page {
    /// A fixed text in the page's language.
    pub fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// A callback that reports an action, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let happen = self.happen.clone();
        Callback::from(move |_| happen.emit(action.clone()))
    }
}

/// The page's context. Components are only ever shown inside it; alone they speak Chinese to nobody.
#[hook]
pub fn use_page() -> Page {
    use_context::<Page>().unwrap_or_else(|| Page {
        language: Language::Chinese,
        settings: RuleSettings::default(),
        happen: Callback::noop(),
        locked: false,
    })
}
