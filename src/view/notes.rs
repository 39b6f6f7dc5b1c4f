//! What stands around the list of findings: what was edited, what could not be read or compared,
//! what was put aside.

use std::rc::Rc;

use nianbao::form::NUMERALS;
use nianbao::language::counted;
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, Doubt, Edit, FindingKey, doubts};

#[derive(Properties, PartialEq)]
pub struct EditsProps {
    /// What was changed since the report came in.
    pub edits: Vec<Edit>,
}

/// What was changed on the page, to be carried back into the original.
#[component]
pub fn Edits(props: &EditsProps) -> Html {
    let page = use_page();
    let count = props.edits.len();
    if count == 0 {
        return Html::default();
    }
    let changes = counted(count, "change");
    html! {
        <details class="more-findings edits">
            <summary>{ say!(page.language, "本页改了 {count} 处，原稿没有变，请照着改", "{changes} here; the original is unchanged, please change it too") }</summary>
            <ul>{ for props.edits.iter().map(|edit| html! { <li>{ told(&page, edit) }</li> }) }</ul>
        </details>
    }
}

fn told(page: &Page, edit: &Edit) -> Html {
    let section = |number: usize| number.checked_sub(1).and_then(|index| NUMERALS.get(index));
    match edit {
        Edit::Title => html! { { page.say("标题", "The title") } },
        Edit::Section(number) => match section(*number) {
            Some(numeral) => {
                html! { { say!(page.language, "第{numeral}部分的文字", "The text of section {numeral}") } }
            }
            None => html! { { page.say("引言的文字", "The introduction") } },
        },
        Edit::Cell { name, from, to } => {
            let text =
                |text: &str| if text.is_empty() { page.say("空白", "blank").to_owned() } else { text.to_owned() };
            html! { <div>{ name }<span><s>{ text(from) }</s>{ " → " }<b>{ text(to) }</b></span></div> }
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct UncheckedProps {
    /// The result.
    pub checked: Rc<Checked>,
}

/// The cells that could not be read with certainty, row by row, and why.
#[component]
pub fn Doubts(props: &UncheckedProps) -> Html {
    let page = use_page();
    let doubts = doubts(&props.checked);
    if doubts.is_empty() {
        return Html::default();
    }
    let line = |doubt: &Doubt| {
        html! {
            <li>
                <button class="to-cell" onclick={page.on(Action::Choose(Some(Chosen::Cell(doubt.cell.clone()))))}>
                    { &doubt.row }<span>{ &doubt.why }</span>
                </button>
            </li>
        }
    };
    html! {
        <details class="more-findings">
            <summary>{ page.say("没有读准的行", "Rows that could not be read with certainty") }{ format!(" · {}", doubts.len()) }</summary>
            <ul>{ for doubts.iter().map(line) }</ul>
        </details>
    }
}

/// Numbers of the text that could not be tied to a cell.
#[component]
pub fn Unchecked(props: &UncheckedProps) -> Html {
    let page = use_page();
    if props.checked.unchecked.is_empty() {
        return Html::default();
    }
    html! {
        <details class="more-findings">
            <summary>{ page.say("没有核对的数字", "Numbers that were not checked") }{ format!(" · {}", props.checked.unchecked.len()) }</summary>
            <ul>{ for props.checked.unchecked.iter().map(|claim| html! {
                <li><q>{ &claim.text }</q><span>{ &claim.why }</span></li>
            }) }</ul>
        </details>
    }
}

#[derive(Properties, PartialEq)]
pub struct AsideProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// Findings, by their place in the result's list.
    pub aside: Vec<usize>,
}

/// What was put aside, and the way back.
#[component]
pub fn Aside(props: &AsideProps) -> Html {
    let page = use_page();
    if props.aside.is_empty() {
        return Html::default();
    }
    let line = |&index: &usize| {
        let finding = props.checked.findings.get(index)?;
        Some(html! {
            <li>
                <span>{ &finding.message }</span>
                <button class="plain" onclick={page.on(Action::BringBack(FindingKey::of(finding)))}>
                    { page.say("放回", "Bring back") }
                </button>
            </li>
        })
    };
    html! {
        <details class="more-findings">
            <summary>{ page.say("已放到一边", "Put aside") }{ format!(" · {}", props.aside.len()) }</summary>
            <ul>{ for props.aside.iter().filter_map(line) }</ul>
        </details>
    }
}
