//! One finding in the list.

use std::rc::Rc;

use nianbao::finding::{Change, Finding};
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use super::repair::Repair;
use super::rule_choice::RuleChoice;
use super::shape::{Shape, class};
use crate::page::use_page;
use crate::state::{Action, Chosen, FindingKey, Item, Reading, choice, place, without_place};

/// The element of a finding's button.
pub fn finding_id(finding: usize) -> String {
    format!("finding-{finding}")
}

/// The action of choosing a finding, or of letting go of the chosen one.
pub fn choose(checked: &Checked, finding: usize, chosen: bool) -> Action {
    Action::Choose(if chosen { None } else { choice(&checked.findings, finding) })
}

#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// Which finding.
    pub item: Item,
    /// How the report is looked at.
    pub reading: Reading,
    /// Whether it is folded away; on paper it stands there all the same.
    pub folded: bool,
    /// The finding that the Tab key reaches when none is chosen.
    pub first: Option<usize>,
    /// Whether repairs can be applied to the text.
    pub repairable: bool,
}

/// One finding in the list.
#[component]
pub fn FindingCard(props: &CardProps) -> Html {
    let page = use_page();
    let index = props.item.finding;
    let Some(finding) = props.checked.findings.get(index) else { return Html::default() };
    let chosen_finding = match &props.reading.chosen {
        Some(Chosen::Finding(name)) => name.find(&props.checked.findings),
        _ => None,
    };
    let chosen = chosen_finding == Some(index);
    let touched = matches!(&props.reading.chosen, Some(Chosen::Cell(cell)) if finding.cells.contains(cell));
    let title = nianbao::rules::by_id(&finding.rule).map(|rule| rule.title.in_language(page.language));
    let place = place(&props.checked, finding, page.language);
    // Where several repairs are equally likely, none of them is offered before one looks closer.
    let likeliest = finding.repairs.first().filter(|_| finding.tied.is_none() && !chosen);
    let reachable = chosen_finding.or(props.first) == Some(index);
    html! {
        <li class={classes!("finding", class(finding.severity), chosen.then_some("chosen"), touched.then_some("touched"),
            props.folded.then_some("folded"))}>
            <button class="head" id={finding_id(index)} tabindex={if reachable { "0" } else { "-1" }}
                aria-expanded={chosen.to_string()} onclick={page.on(choose(&props.checked, index, chosen))}>
                <span class="title">
                    <Shape severity={finding.severity} number={props.item.number} />
                    { title.unwrap_or(finding.rule.as_str()) }
                </span>
                <span class="message">{ without_place(&finding.message, &place) }</span>
                <span class="place-name">{ place }</span>
                if let Some(tied) = finding.tied.filter(|_| !chosen) {
                    <span class="place-name">{ say!(page.language, "有 {tied} 种改法同样可能", "{tied} repairs are equally likely") }</span>
                }
            </button>
            if let Some(changes) = likeliest {
                <Repair checked={props.checked.clone()} changes={changes.clone()} cells={finding.cells.clone()}
                    words={page.say("可能：", "Perhaps: ")} repairable={props.repairable} full=false />
            }
            if chosen {
                <More checked={props.checked.clone()} finding={finding.clone()} repairable={props.repairable} />
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    checked: Rc<Checked>,
    finding: Finding,
    repairable: bool,
}

/// What a chosen finding adds: its repairs, the basis, the rule's page, putting it aside.
#[component]
fn More(props: &MoreProps) -> Html {
    let page = use_page();
    let finding = &props.finding;
    let repair = |(index, changes): (usize, &Vec<Change>)| {
        let words = match (index, finding.tied.is_some_and(|tied| index < tied)) {
            (_, true) => page.say("同样可能：", "Equally likely: "),
            (0, false) => page.say("可能：", "Perhaps: "),
            (_, false) => page.say("或者：", "Or: "),
        };
        html! {
            <Repair checked={props.checked.clone()} changes={changes.clone()} cells={finding.cells.clone()}
                {words} repairable={props.repairable} full=true />
        }
    };
    html! {
        <div class="more">
            { for finding.repairs.iter().enumerate().map(repair) }
            if let Some(note) = &finding.repair_note {
                <p class="basis">{ note }</p>
            }
            <p class="basis">{ page.say("依据：", "Basis: ") }{ &finding.basis }</p>
            <p class="acts">
                if !finding.previous.is_empty() {
                    <button class="plain" onclick={page.on(Action::Compare(true))}>
                        { page.say("与上一年逐句对照", "Compare with last year") }
                    </button>
                }
                <button class="plain" onclick={page.on(Action::Rule(Some(finding.rule.clone())))}>
                    { page.say("查看说明", "Explain") }
                </button>
                <button class="plain" onclick={page.on(Action::PutAside(FindingKey::of(finding)))}>
                    { page.say("不再提示这条", "Put this aside") }
                </button>
                <RuleChoice id={finding.rule.clone()} />
                <span class="id">{ &finding.rule }</span>
            </p>
        </div>
    }
}
