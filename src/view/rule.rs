//! A rule's page, as it stands in the program itself.

use nianbao::example::in_words;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::focus::{focus, reveal};
use super::markdown::Markdown;
use super::rule_choice::RuleChoice;
use super::shape::{Shape, duty};
use crate::page::use_page;
use crate::state::{Action, Panel};

#[derive(Properties, PartialEq)]
pub struct RuleProps {
    /// The rule's id.
    pub id: String,
    /// What leads back from it.
    pub back: Action,
}

/// A rule's page.
#[component]
pub fn RulePage(props: &RuleProps) -> Html {
    let page = use_page();
    use_effect_with(props.id.clone(), |_| {
        focus("rule");
        reveal("rule", ScrollLogicalPosition::Start);
    });
    let close = html! {
        <button class="plain back" onclick={page.on(props.back.clone())}>{ format!("‹ {}", page.say("返回", "Back")) }</button>
    };
    let Some(rule) = nianbao::rules::by_id(&props.id) else {
        return html! { <article class="rule">{ close }<p>{ &props.id }</p></article> };
    };
    html! {
        <article class="rule">
            { close }
            <button class="plain back" onclick={page.on(Action::Panel(Some(Panel::Rules(None))))}>{ page.say("全部规则", "All rules") }</button>
            <h2 id="rule" tabindex="-1">{ rule.title.in_language(page.language) }</h2>
            <p class="rule-line">
                <Shape severity={rule.severity} />{ duty(&page, rule.severity) }{ " · " }{ rule.id }{ " · " }{ rule.basis }
                <RuleChoice id={rule.id} />
            </p>
            <Markdown text={in_words(rule.page)} />
        </article>
    }
}
