//! A rule's page, as it stands in the program itself.

use nianbao::form::Form;
use yew::prelude::*;

use super::markdown::Markdown;
use super::shape::{Shape, duty};
use crate::page::use_page;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct RuleProps {
    /// The rule's id.
    pub id: String,
}

/// A rule's page.
#[component]
pub fn RulePage(props: &RuleProps) -> Html {
    let page = use_page();
    let close = html! {
        <button class="plain back" onclick={page.on(Action::Rule(None))}>{ format!("‹ {}", page.say("回到报告", "Back to the report")) }</button>
    };
    let Some(rule) = nianbao::rules::by_id(&props.id) else {
        return html! { <article class="rule">{ close }<p>{ &props.id }</p></article> };
    };
    html! {
        <article class="rule">
            { close }
            <h2>{ rule.title.in_language(page.language) }</h2>
            <p class="rule-line">
                <Shape severity={rule.severity} />{ duty(&page, rule.severity) }{ " · " }{ rule.id }{ " · " }{ rule.basis }
            </p>
            <Markdown text={in_words(rule.page)} />
        </article>
    }
}

/// A page in which cells are called by their names instead of their addresses.
fn in_words(page: &str) -> String {
    let form = Form::of_2021();
    let line = |line: &str| {
        let named = line.split_once(" = ").and_then(|(address, value)| {
            let name = &form.spec(form.cell(address.trim())?).name;
            Some(format!("{name}：{value}"))
        });
        named.unwrap_or_else(|| line.to_owned())
    };
    page.lines().map(line).collect::<Vec<_>>().join("\n")
}
