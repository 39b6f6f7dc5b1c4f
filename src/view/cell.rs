//! The printed cells of an official table: numbers and labels.

use std::rc::Rc;

use nianbao::form::LayoutContent;
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use super::findings::choose;
use super::margin::Margin;
use super::shape::{class, shape, word};
use super::words::{Numbers, word_id};
use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, Marks, Printed, PrintedLabel, label_id};

/// The element of a cell's button.
pub fn cell_id(address: &str) -> String {
    format!("cell-{address}")
}

#[derive(Properties, PartialEq)]
pub struct CellProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// The printed cell.
    pub printed: Printed,
    /// Its address.
    pub address: String,
    /// Whether the Tab key reaches it.
    pub reachable: bool,
    /// Whether it was chosen.
    pub chosen: bool,
    /// The findings whose titles stand in the margin of the row, at its last cell.
    pub margin: Vec<usize>,
}

/// A number cell.
#[component]
pub fn NumberCell(props: &CellProps) -> Html {
    let page = use_page();
    let cell = props.checked.cells.get(&props.address);
    let mark = props.marks.cells.get(&props.address);
    let doubt = cell.and_then(|cell| cell.doubt.as_ref());
    let absent = cell.is_none_or(|cell| cell.at.is_none());
    let text = cell.map(|cell| cell.text.as_str()).unwrap_or_default();
    let classes = classes!(
        mark.map(|mark| class(mark.severity)),
        doubt.map(|_| "doubtful"),
        absent.then_some("absent"),
        props.marks.ringed.contains(&props.address).then_some("ringed"),
        (text.chars().count() > 8).then_some("wordy"),
    );
    let choice = (!props.chosen).then(|| Chosen::Cell(props.address.clone()));
    html! {
        <td class={classes} headers={props.printed.headers.join(" ")}
            rowspan={props.printed.row_span.to_string()} colspan={props.printed.column_span.to_string()}>
            <button id={cell_id(&props.address)} tabindex={if props.reachable { "0" } else { "-1" }}
                aria-pressed={props.chosen.to_string()} onclick={page.on(Action::Choose(choice))}>
                if let Some(mark) = mark {
                    <span class="shape" aria-hidden="true">{ shape(mark.severity) }</span>
                }
                <span class="figure">{ text }</span>
                <span class="unseen">{ told(&page, text, mark.map(|mark| word(&page, mark.severity)), doubt) }</span>
                if let Some(mark) = mark {
                    <Numbers marks={props.marks.clone()} findings={mark.items.iter().map(|item| item.finding).collect::<Vec<_>>()} />
                }
            </button>
            <Margin checked={props.checked.clone()} findings={props.margin.clone()} />
        </td>
    }
}

/// What a screen reader adds to a cell's number.
fn told(page: &Page, text: &str, marked: Option<&str>, doubt: Option<&String>) -> String {
    let blank = text.is_empty().then(|| page.say("空白", "blank").to_owned());
    let doubt = doubt.map(|doubt| say!(page.language, "读得不准：{doubt}", "uncertain: {doubt}"));
    let parts: Vec<String> = blank.into_iter().chain(marked.map(str::to_owned)).chain(doubt).collect();
    parts.join(page.say("，", ", "))
}

#[derive(Properties, PartialEq)]
pub struct LabelProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// The printed cell.
    pub printed: Printed,
    /// What the form prints.
    pub text: &'static str,
    /// What the report prints instead, where that is marked.
    pub reads: Option<PrintedLabel>,
}

/// A label. One that the report prints otherwise shows what the report says.
#[component]
pub fn LabelCell(props: &LabelProps) -> Html {
    let printed = &props.printed;
    let (direction, is_group) = match printed.content {
        LayoutContent::RowLabel { row, .. } => ("row", row.is_none()),
        LayoutContent::ColumnLabel(_) | LayoutContent::Cell(_) => ("col", printed.column_span > 1),
    };
    let scope = if is_group { format!("{direction}group") } else { direction.to_owned() };
    let words = match &props.reads {
        Some(reads) => {
            html! { <Misprint checked={props.checked.clone()} marks={props.marks.clone()} label={reads.clone()} /> }
        }
        None => html! { { props.text } },
    };
    html! {
        <th id={label_id(props.table, printed.row, printed.column)} {scope} class={format!("{direction} at-{}", printed.column)}
            rowspan={printed.row_span.to_string()} colspan={printed.column_span.to_string()}>{ words }</th>
    }
}

#[derive(Properties, PartialEq)]
struct MisprintProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    label: PrintedLabel,
}

/// A label that is not the form's.
#[component]
fn Misprint(props: &MisprintProps) -> Html {
    let page = use_page();
    let finding = props.label.item.finding;
    let chosen = props.marks.is_chosen(&[finding]);
    let Some(severity) = props.marks.severity(&[finding]) else { return html! { { &props.label.text } } };
    html! {
        <button class={classes!("marked", class(severity), chosen.then_some("chosen"))} id={word_id(finding)}
            aria-pressed={chosen.to_string()} onclick={page.on(choose(&props.checked, finding, chosen))}>
            <span class="shape" aria-hidden="true">{ shape(severity) }</span>
            <span class="unseen">{ word(&page, severity) }</span>
            { &props.label.text }
            <Numbers marks={props.marks.clone()} findings={vec![finding]} />
        </button>
    }
}
