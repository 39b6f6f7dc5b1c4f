//! A repair of a finding: a set of changes that would mend it, and the button that makes them.

use std::rc::Rc;

use nianbao::finding::Change;
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use crate::page::{Page, use_page};
use crate::state::{Action, change_name};

#[derive(Properties, PartialEq)]
pub struct RepairProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// The changes.
    pub changes: Vec<Change>,
    /// The finding's cells, the primary one first.
    pub cells: Vec<String>,
    /// How likely it is, in a word.
    pub words: &'static str,
    /// Whether it can be applied to the text.
    pub repairable: bool,
    /// Whether to say every change and what may have happened.
    pub full: bool,
}

/// A set of changes that would mend a finding. In short, only the change of the finding's own cells
/// is told and how many there are beside it.
#[component]
pub fn Repair(props: &RepairProps) -> Html {
    let page = use_page();
    let own = props.changes.iter().find(|change| props.cells.contains(&change.cell)).or(props.changes.first());
    let Some(own) = own else { return Html::default() };
    let others: Vec<&Change> = props.changes.iter().filter(|&change| change != own).collect();
    let button = match others.len() {
        0 => say!(page.language, "改为 {}", "Change to {}", own.to),
        others => say!(page.language, "改这 {} 处", "Change these {}", others + 1),
    };
    html! {
        <div class="repair">
            <div>
                <p>{ props.words }{ should_be(&page, props, own) }{ beside(&page, others.len()) }</p>
                if let Some(why) = own.why.as_ref().filter(|_| props.full) {
                    <p class="why">{ why }</p>
                }
                if props.full {
                    { for others.iter().map(|change| html! { <p class="why">{ should_be(&page, props, change) }</p> }) }
                }
            </div>
            if props.repairable {
                <button class="mend" onclick={page.on(Action::Repair(props.changes.clone()))}>{ button }</button>
            }
        </div>
    }
}

fn should_be(page: &Page, props: &RepairProps, change: &Change) -> String {
    let (name, to) = (change_name(&props.checked, props.cells.first(), change), &change.to);
    say!(page.language, "{name}应为 {to}", "{name} should be {to}")
}

fn beside(page: &Page, others: usize) -> String {
    match others {
        0 => String::new(),
        _ => say!(page.language, "，另有 {others} 处一并改", ", and {others} more with it"),
    }
}
