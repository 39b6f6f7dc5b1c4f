//! One finding in the list.

use std::rc::Rc;

use nianbao::finding::{Change, Finding};
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use super::findings::{choose, finding_id};
use super::shape::{Shape, class};
use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, FindingKey, Item, Reading, form_of};

#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// Which finding.
    pub item: Item,
    /// How the report is looked at.
    pub reading: Reading,
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
    let reachable = chosen_finding.or(props.first) == Some(index);
    html! {
        <li class={classes!("finding", class(finding.severity), chosen.then_some("chosen"), touched.then_some("touched"))}>
            <button class="head" id={finding_id(index)} tabindex={if reachable { "0" } else { "-1" }}
                aria-expanded={chosen.to_string()} onclick={page.on(choose(&props.checked, index, chosen))}>
                <span class="title">
                    <Shape severity={finding.severity} number={props.item.number} />
                    { title.unwrap_or(finding.rule.as_str()) }
                </span>
                <span class="place-name">{ place(&page, &props.checked, finding) }</span>
                <span class="message">{ &finding.message }</span>
            </button>
            if let Some(changes) = finding.repairs.first() {
                <Repair checked={props.checked.clone()} changes={changes.clone()} first=true repairable={props.repairable} />
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

/// What a chosen finding adds: other repairs, the basis, the rule's page, putting it aside.
#[component]
fn More(props: &MoreProps) -> Html {
    let page = use_page();
    let finding = &props.finding;
    let others = finding.repairs.iter().skip(1).map(|changes| {
        html! { <Repair checked={props.checked.clone()} changes={changes.clone()} first=false repairable={props.repairable} /> }
    });
    html! {
        <div class="more">
            { for others }
            <p class="basis">{ page.say("依据：", "Basis: ") }{ &finding.basis }</p>
            <p class="acts">
                <button class="plain" onclick={page.on(Action::Rule(Some(finding.rule.clone())))}>
                    { page.say("查看说明", "Explain") }
                </button>
                <button class="plain" onclick={page.on(Action::PutAside(FindingKey::of(finding)))}>
                    { page.say("不再提示这条", "Put this aside") }
                </button>
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RepairProps {
    checked: Rc<Checked>,
    changes: Vec<Change>,
    /// Whether it is the likeliest.
    first: bool,
    repairable: bool,
}

/// A set of changes that would mend it.
#[component]
fn Repair(props: &RepairProps) -> Html {
    let page = use_page();
    let form = form_of(&props.checked);
    let name = |change: &Change| {
        let spec = form.and_then(|form| form.cell(&change.cell).map(|cell| form.spec(cell)));
        let name = spec.map_or(change.cell.as_str(), |spec| spec.name.as_str());
        let to = &change.to;
        say!(page.language, "{name} 应为 {to}", "{name} should be {to}")
    };
    let words = props.changes.iter().map(name).collect::<Vec<_>>().join(page.say("，", ", "));
    let button = match props.changes.as_slice() {
        [change] => say!(page.language, "改为 {}", "Change to {}", change.to),
        changes => say!(page.language, "改这 {} 处", "Change these {}", changes.len()),
    };
    html! {
        <p class="repair">
            <span>{ if props.first { page.say("可能：", "Perhaps: ") } else { page.say("或：", "Or: ") } }{ words }</span>
            if props.repairable {
                <button class="mend" onclick={page.on(Action::Repair(props.changes.clone()))}>{ button }</button>
            }
        </p>
    }
}

/// Where a finding is, for a person: its primary cell, its heading, its section.
pub fn place(page: &Page, checked: &Checked, finding: &Finding) -> String {
    let form = form_of(checked);
    if let (Some(form), Some(cell)) = (form, finding.cells.first()) {
        let name = form.cell(cell).map_or(cell.as_str(), |cell| form.spec(cell).name.as_str());
        let (all, others) = (finding.cells.len(), finding.cells.len().saturating_sub(1));
        // The addends of a sum are not places of their own.
        if others == 0 || finding.expected.is_some() {
            return name.to_owned();
        }
        return say!(page.language, "{name} 等 {all} 格", "{name} and {others} more");
    }
    match finding.spans.first() {
        Some(span) if span.title => page.say("标题", "Title").to_owned(),
        Some(span) => match (span.section, span.table) {
            (Some(0), _) => page.say("引言", "Introduction").to_owned(),
            (Some(section), _) => heading(checked, form, section),
            (None, Some(table)) => say!(page.language, "表{}", "Table {}", numeral(table)),
            (None, None) => String::new(),
        },
        None => String::new(),
    }
}

fn numeral(table: u8) -> &'static str {
    usize::from(table).checked_sub(1).and_then(|index| nianbao::form::NUMERALS.get(index)).copied().unwrap_or_default()
}

fn heading(checked: &Checked, form: Option<&nianbao::form::Form>, section: usize) -> String {
    let printed = checked.sections.get(section).and_then(|section| section.heading.clone());
    printed.or_else(|| form.and_then(|form| form.heading(section))).unwrap_or_default()
}
