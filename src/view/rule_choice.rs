//! For how much one rule counts: the choice beside it, wherever it is named.

use nianbao::say;
use nianbao::settings::Setting;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::shape::duty;
use crate::page::{Page, use_page};
use crate::state::Action;

/// The choices beside the rule book's own, in the order in which they are shown.
const CHOICES: [Setting; 4] = [Setting::Error, Setting::Warning, Setting::Hint, Setting::Off];

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The rule's id.
    pub id: String,
}

/// For how much a rule counts.
#[component]
pub fn RuleChoice(props: &ChoiceProps) -> Html {
    let page = use_page();
    let field = use_node_ref();
    let now = page.settings.in_use.get(&props.id);
    {
        let field = field.clone();
        // Once a person has chosen, a field follows its value alone.
        use_effect_with(now, move |&now| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(now.map_or("", word));
            }
        });
    }
    let Some(rule) = nianbao::rules::by_id(&props.id) else { return Html::default() };
    let onchange = {
        let happen = page.happen.clone();
        Callback::from(move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            happen.emit(Action::SetRule(rule.id.to_owned(), Setting::of_word(&word)));
        })
    };
    let own = say!(page.language, "按规则书：{}", "As in the rule book: {}", duty(&page, rule.severity));
    let choice = |setting: Setting| html! { <option value={word(setting)}>{ chosen_words(&page, setting) }</option> };
    html! {
        <select ref={field} class={classes!("rule-choice", now.is_some().then_some("changed"))} {onchange}
            aria-label={say!(page.language, "规则“{}”怎么查", "How the rule “{}” counts", rule.title.in_language(page.language))}>
            <option value="">{ own }</option>
            { for CHOICES.map(choice) }
        </select>
    }
}

/// The word of a setting in the file.
fn word(setting: Setting) -> &'static str {
    Setting::WORDS.iter().find(|(known, _)| *known == setting).map_or("", |(_, word)| *word)
}

fn chosen_words(page: &Page, setting: Setting) -> &'static str {
    match setting.severity() {
        Some(severity) => duty(page, severity),
        None => page.say("不查", "Off"),
    }
}
