//! The printed cells of an official table: numbers and labels.

use std::rc::Rc;

use nianbao::form::LayoutContent;
use nianbao::outcome::Checked;
use nianbao::say;
use web_sys::Element;
use yew::prelude::*;

use super::finding::choose;
use super::margin::Margin;
use super::shape::{class, shape, word};
use super::words::{Numbers, word_id};
use crate::page::{Page, use_page};
use crate::state::{Marks, Printed, PrintedLabel, label_id};

/// The element of a cell's button.
pub fn cell_id(address: &str) -> String {
    format!("cell-{address}")
}

/// The address of the cell whose button an element is.
pub fn address_of(button: &Element) -> Option<String> {
    button.id().strip_prefix("cell-").map(str::to_owned)
}

/// A number cell to be drawn. Cells are no components of their own: there are hundreds of them, and
/// they always change together.
pub struct Number<'a> {
    /// The result.
    pub checked: &'a Rc<Checked>,
    /// What is marked.
    pub marks: &'a Rc<Marks>,
    /// The printed cell.
    pub printed: &'a Printed,
    /// Its address.
    pub address: &'a str,
    /// Whether the Tab key reaches it.
    pub reachable: bool,
    /// Whether it was chosen.
    pub chosen: bool,
    /// The findings whose titles stand in the margin of the row, at its last cell.
    pub margin: Vec<usize>,
}

/// A number cell.
pub fn number_cell(page: &Page, number: Number) -> Html {
    let Number { checked, marks, printed, address, .. } = number;
    let cell = checked.cells.get(address);
    let mark = marks.cells.get(address);
    let doubt = cell.and_then(|cell| cell.doubt.as_ref());
    let absent = cell.is_none_or(|cell| cell.at.is_none());
    let text = cell.map(|cell| cell.text.as_str()).unwrap_or_default();
    let classes = classes!(
        mark.map(|mark| class(mark.severity)),
        doubt.map(|_| "doubtful"),
        absent.then_some("absent"),
        marks.ringed.contains(address).then_some("ringed"),
        (text.chars().count() > 8).then_some("wordy"),
    );
    let told = told(page, text, mark.map(|mark| word(page, mark.severity)), doubt);
    html! {
        <td class={classes} headers={printed.headers.join(" ")} rowspan={span(printed.row_span)} colspan={span(printed.column_span)}>
            <button id={cell_id(address)} tabindex={if number.reachable { "0" } else { "-1" }} aria-pressed={number.chosen.to_string()}>
                if let Some(mark) = mark {
                    <span class="shape" aria-hidden="true">{ shape(mark.severity) }</span>
                }
                <span class="figure">{ text }</span>
                if !told.is_empty() {
                    <span class="unseen">{ told }</span>
                }
                if let Some(mark) = mark {
                    <Numbers marks={marks.clone()} findings={mark.items.iter().map(|item| item.finding).collect::<Vec<_>>()} />
                }
            </button>
            if !number.margin.is_empty() {
                <Margin checked={checked.clone()} findings={number.margin} />
            }
        </td>
    }
}

/// How many rows or columns a cell covers, where it is more than one.
fn span(count: usize) -> Option<String> {
    (count > 1).then(|| count.to_string())
}

/// What a screen reader adds to a cell's number.
fn told(page: &Page, text: &str, marked: Option<&str>, doubt: Option<&String>) -> String {
    let blank = text.is_empty().then(|| page.say("空白", "blank").to_owned());
    let doubt = doubt.map(|doubt| say!(page.language, "读得不准：{doubt}", "uncertain: {doubt}"));
    let parts: Vec<String> = blank.into_iter().chain(marked.map(str::to_owned)).chain(doubt).collect();
    parts.join(page.say("，", ", "))
}

/// A label to be drawn.
pub struct Label<'a> {
    /// The result.
    pub checked: &'a Rc<Checked>,
    /// What is marked.
    pub marks: &'a Rc<Marks>,
    /// The table: 2, 3 or 4.
    pub table: u8,
    /// The printed cell.
    pub printed: &'a Printed,
    /// What the form prints.
    pub text: &'static str,
    /// What the report prints instead, where that is marked.
    pub reads: Option<&'a PrintedLabel>,
}

/// A label. One that the report prints otherwise shows what the report says.
pub fn label_cell(label: Label) -> Html {
    let Label { checked, marks, printed, .. } = label;
    let (direction, is_group) = match printed.content {
        LayoutContent::RowLabel { row, .. } => ("row", row.is_none()),
        LayoutContent::ColumnLabel(_) | LayoutContent::Cell(_) => ("col", printed.column_span > 1),
    };
    let scope = if is_group { format!("{direction}group") } else { direction.to_owned() };
    let words = match label.reads {
        Some(reads) => html! { <Misprint checked={checked.clone()} marks={marks.clone()} label={reads.clone()} /> },
        None => html! { { label.text } },
    };
    html! {
        <th id={label_id(label.table, printed.row, printed.column)} {scope} class={format!("{direction} at-{}", printed.column)}
            rowspan={span(printed.row_span)} colspan={span(printed.column_span)}>{ words }</th>
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
