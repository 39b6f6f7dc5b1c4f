//! An official table, as the form prints it, with the report's numbers.

use std::rc::Rc;

use nianbao::form::{CellId, Form, LayoutContent, NUMERALS};
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use super::focus::focus;
use super::shape::{class, shape, word};
use super::sums::Sums;
use super::words::Numbers;
use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, Direction, Marks, Printed, Table, label_id, uses_outdated_rows};

/// The element of a cell's button.
pub fn cell_id(address: &str) -> String {
    format!("cell-{address}")
}

#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// Which table: 2, 3 or 4.
    pub number: u8,
    /// The form's id.
    pub form: &'static str,
    /// What is chosen.
    pub chosen: Option<Chosen>,
}

/// An official table.
#[component]
pub fn OfficialTable(props: &TableProps) -> Html {
    let page = use_page();
    let form = Form::by_id(props.form).unwrap_or_else(Form::of_2021);
    let outdated = uses_outdated_rows(&props.checked, form);
    let table = use_memo((props.form, props.number, outdated), |_| Table::of(form, props.number, outdated));
    let focused = use_state(|| None::<CellId>);
    let chosen = chosen_cell(props, form).filter(|&cell| table.holds(cell));
    let reachable = chosen.or(*focused).or_else(|| table.first());
    let onkeydown = arrows(table.clone(), form, &focused);
    let cell = |printed: &Printed| match printed.content {
        LayoutContent::Cell(id) => {
            let address = form.spec(id).address.clone();
            html! { <NumberCell checked={props.checked.clone()} marks={props.marks.clone()} printed={printed.clone()}
            {address} name={form.spec(id).name.clone()} reachable={reachable == Some(id)} chosen={chosen == Some(id)} /> }
        }
        LayoutContent::ColumnLabel(text) => label(table.number, printed, text, printed.column_span > 1, "col"),
        LayoutContent::RowLabel { text, row } => label(table.number, printed, text, row.is_none(), "row"),
    };
    let row = |cells: &Vec<Printed>| html! { <tr>{ for cells.iter().map(cell) }</tr> };
    // The rows over the first number stand again on every printed page.
    let first = table.rows.iter().position(|cells| cells.iter().any(|printed| printed.cell().is_some()));
    let (head, body) = table.rows.split_at(first.unwrap_or(0));
    let numeral = NUMERALS.get(usize::from(props.number) - 1).copied().unwrap_or_default();
    html! {
        <figure class={format!("table table-{}", props.number)}>
            <div class="roll">
                <table {onkeydown}>
                    <caption class="unseen">{ say!(page.language, "表{numeral}", "Table {numeral}") }</caption>
                    <colgroup>{ for (0..table.columns).map(|column| html! { <col class={format!("col-{column}")} /> }) }</colgroup>
                    <thead>{ for head.iter().map(row) }</thead>
                    <tbody>{ for body.iter().map(row) }</tbody>
                </table>
            </div>
            if let Some(cell) = concerned_cell(props, form).filter(|&cell| table.holds(cell)) {
                <Sums checked={props.checked.clone()} marks={props.marks.clone()} cell={form.spec(cell).address.clone()}
                    chosen={props.chosen.clone()} />
            }
        </figure>
    }
}

fn label(table: u8, printed: &Printed, text: &str, group: bool, direction: &str) -> Html {
    let scope = if group { format!("{direction}group") } else { direction.to_owned() };
    html! {
        <th id={label_id(table, printed.row, printed.column)} {scope} class={format!("{direction} at-{}", printed.column)}
            rowspan={printed.row_span.to_string()} colspan={printed.column_span.to_string()}>{ text }</th>
    }
}

/// The cell that was chosen itself.
fn chosen_cell(props: &TableProps, form: &Form) -> Option<CellId> {
    match &props.chosen {
        Some(Chosen::Cell(address)) => form.cell(address),
        _ => None,
    }
}

/// The cell that was chosen, or the primary cell of the chosen finding.
fn concerned_cell(props: &TableProps, form: &Form) -> Option<CellId> {
    match &props.chosen {
        Some(Chosen::Finding(name)) => {
            let finding = props.checked.findings.get(name.find(&props.checked.findings)?)?;
            form.cell(finding.cells.first()?)
        }
        _ => chosen_cell(props, form),
    }
}

#[derive(Properties, PartialEq)]
struct CellProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    printed: Printed,
    address: String,
    /// Where it is, for a person.
    name: String,
    /// Whether the Tab key reaches it.
    reachable: bool,
    chosen: bool,
}

/// A number cell.
#[component]
fn NumberCell(props: &CellProps) -> Html {
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

/// Arrow keys go from number to number.
fn arrows(table: Rc<Table>, form: &'static Form, focused: &UseStateHandle<Option<CellId>>) -> Callback<KeyboardEvent> {
    let focused = focused.clone();
    Callback::from(move |event: KeyboardEvent| {
        let direction = match event.key().as_str() {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "Home" => Direction::First,
            "End" => Direction::Last,
            _ => return,
        };
        let here = event.target_dyn_into::<web_sys::Element>().map(|element| element.id()).unwrap_or_default();
        let Some(cell) = here.strip_prefix("cell-").and_then(|address| form.cell(address)) else { return };
        event.prevent_default();
        if let Some(next) = table.neighbour(cell, direction) {
            focused.set(Some(next));
            focus(&cell_id(&form.spec(next).address));
        }
    })
}
