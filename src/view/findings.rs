//! The list of findings: grouped by what the person must do.

use std::rc::Rc;

use nianbao::outcome::Checked;
use yew::prelude::*;

use super::finding::{FindingCard, finding_id};
use super::focus::{focus, keep_focus};
use super::last_year::LastYearPlace;
use super::notes::{Aside, Doubts, Edits, Unchecked};
use super::shape::{Shape, class, duty};
use crate::page::use_page;
use crate::state::{Action, Edit, Group, Kind, LastYear, Listing, Reading, coverage};

#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What the list shows.
    pub listing: Rc<Listing>,
    /// How the report is looked at.
    pub reading: Reading,
    /// Whether repairs can be applied to the text.
    pub repairable: bool,
    /// Whether last year's report was compared with it.
    pub compared: bool,
    /// What is known of last year's report.
    pub last_year: LastYear,
    /// What was changed since the report came in.
    pub edits: Vec<Edit>,
}

/// The list of findings.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let page = use_page();
    // A finding that was mended or put aside takes the focus with it.
    use_effect_with(props.listing.clone(), |_| keep_focus("findings"));
    let onkeydown = arrows(props.listing.clone());
    let covered = coverage(&props.checked, props.compared, page.language).join(page.say("；", "; "));
    let nothing = props.listing.counts.iter().sum::<usize>() == 0;
    html! {
        <section class="findings" part="findings" id="findings" tabindex="-1" aria-label={page.say("核对结果", "Findings")} {onkeydown}>
            if !covered.is_empty() {
                <p class="coverage">{ covered }{ page.say("。", ".") }</p>
            }
            if props.checked.form.is_some() {
                <LastYearPlace last_year={props.last_year.clone()} wanted={props.checked.year.map(|year| year - 1)} />
            }
            <Edits edits={props.edits.clone()} />
            if nothing {
                <p class="nothing">{ page.say("没有需要处理的问题。", "There is nothing to do.") }</p>
            }
            { for props.listing.groups.iter().map(|group| group_of(props, group)) }
            <Doubts checked={props.checked.clone()} />
            <Unchecked checked={props.checked.clone()} />
            <Aside checked={props.checked.clone()} aside={props.listing.aside.clone()} />
        </section>
    }
}

fn group_of(props: &FindingsProps, group: &Group) -> Html {
    html! { <GroupView checked={props.checked.clone()} group={group.clone()} reading={props.reading.clone()}
    first={props.listing.open_items().next().map(|item| item.finding)} repairable={props.repairable} /> }
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    checked: Rc<Checked>,
    group: Group,
    reading: Reading,
    /// The finding that the Tab key reaches when none is chosen.
    first: Option<usize>,
    repairable: bool,
}

/// The findings of one severity.
#[component]
fn GroupView(props: &GroupProps) -> Html {
    let page = use_page();
    let severity = props.group.severity;
    let kind = |kind: &Kind| {
        let cards = kind.items.iter().map(|&item| {
            html! {
                <FindingCard key={item.number} folded={!kind.open} checked={props.checked.clone()} {item} reading={props.reading.clone()}
                    first={props.first} repairable={props.repairable} />
            }
        });
        html! {
            <>
                if kind.folds {
                    <Fold checked={props.checked.clone()} kind={kind.clone()} />
                }
                { for cards }
            </>
        }
    };
    html! {
        <section class={classes!("group", class(severity))}>
            <h2><Shape {severity} />{ duty(&page, severity) }<span class="amount">{ props.group.count }</span></h2>
            <ol>{ for props.group.kinds.iter().map(kind) }</ol>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FoldProps {
    checked: Rc<Checked>,
    kind: Kind,
}

/// Many findings of one kind in one line.
#[component]
fn Fold(props: &FoldProps) -> Html {
    let page = use_page();
    let kind = &props.kind;
    let severity =
        kind.items.first().and_then(|item| props.checked.findings.get(item.finding)).map(|finding| finding.severity);
    let title = nianbao::rules::by_id(&kind.rule).map_or("", |rule| rule.title.in_language(page.language));
    let count = kind.items.len();
    let words = nianbao::say!(page.language, "{title} · {count} 处", "{title} · {count} times");
    let onclick = severity.map(|severity| page.on(Action::ToggleFold(severity, kind.rule.clone())));
    html! {
        <li class={classes!("fold", severity.map(class))}>
            <button aria-expanded={kind.open.to_string()} {onclick}>
                <span class="twist" aria-hidden="true">{ "▸" }</span>{ words }
            </button>
        </li>
    }
}

/// Arrow keys go from finding to finding, Home and End to the first and the last.
fn arrows(listing: Rc<Listing>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let Some(here) = event.target_dyn_into::<web_sys::Element>().map(|element| element.id()) else { return };
        let all: Vec<usize> = listing.open_items().map(|item| item.finding).collect();
        let Some(position) = all.iter().position(|&finding| finding_id(finding) == here) else { return };
        let to = match event.key().as_str() {
            "ArrowDown" => position + 1,
            "ArrowUp" => position.saturating_sub(1),
            "Home" => 0,
            "End" => all.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(&finding) = all.get(to) {
            focus(&finding_id(finding));
        }
    })
}
