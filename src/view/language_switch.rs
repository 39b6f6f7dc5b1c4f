//! The switch between the two languages.

use nianbao::language::Language;
use yew::prelude::*;

use crate::page::use_page;
use crate::state::Action;

/// A button with the name of the other language, in that language.
#[component]
pub fn LanguageSwitch() -> Html {
    let page = use_page();
    let (other, words, code) = match page.language {
        Language::Chinese => (Language::English, "English", "en"),
        Language::English => (Language::Chinese, "中文", "zh-CN"),
    };
    html! { <button class="plain language" lang={code} onclick={page.on(Action::Speak(other))}>{ words }</button> }
}
