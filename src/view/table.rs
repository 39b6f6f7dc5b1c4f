//! An official table, as the form prints it, with the report's numbers.

use std::rc::Rc;

use nianbao::form::{CellId, Form, LayoutContent, NUMERALS};
use nianbao::outcome::Checked;
use nianbao::say;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::cell::{Label, Number, address_of, cell_id, label_cell, number_cell};
use super::focus::focus;
use super::sums::Sums;
use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, Direction, Marks, Printed, Table, placed, uses_outdated_rows};

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
    let TableProps { checked, marks, .. } = props;
    let form = Form::by_id(props.form).unwrap_or_else(Form::of_2021);
    let outdated = uses_outdated_rows(&props.checked, form);
    let table = use_memo((props.form, props.number, outdated), |_| Table::of(form, props.number, outdated));
    let focused = use_state(|| None::<CellId>);
    let chosen = chosen_cell(props, form).filter(|&cell| table.holds(cell));
    let reachable = chosen.or(*focused).or_else(|| table.first());
    let onkeydown = arrows(table.clone(), form, &focused);
    let onclick = click(&page, chosen.map(|cell| form.spec(cell).address.clone()));
    let labels = placed(&table, &props.marks.labels);
    let row = |cells: &Vec<Printed>| {
        let last = cells.last().and_then(Printed::cell);
        let printed = |printed: &Printed| match printed.content {
            LayoutContent::Cell(id) => {
                let number = Number {
                    checked,
                    marks,
                    printed,
                    address: &form.spec(id).address,
                    reachable: reachable == Some(id),
                    chosen: chosen == Some(id),
                    margin: if last == Some(id) { of_row(props, form, cells) } else { Vec::new() },
                };
                number_cell(&page, number)
            }
            LayoutContent::ColumnLabel(text) | LayoutContent::RowLabel { text, .. } => {
                let reads = labels.get(&(printed.row, printed.column)).copied();
                label_cell(Label { checked, marks, table: props.number, printed, text, reads })
            }
        };
        html! { <tr>{ for cells.iter().map(printed) }</tr> }
    };
    // The rows over the first number stand again on every printed page.
    let first = table.rows.iter().position(|cells| cells.iter().any(|printed| printed.cell().is_some()));
    let (head, body) = table.rows.split_at(first.unwrap_or(0));
    let numeral = NUMERALS.get(usize::from(props.number) - 1).copied().unwrap_or_default();
    html! {
        <figure class={format!("table table-{}", props.number)}>
            <div class="roll">
                <table {onclick} {onkeydown}>
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

/// The findings that mark cells of a row.
fn of_row(props: &TableProps, form: &Form, row: &[Printed]) -> Vec<usize> {
    let cells = row.iter().filter_map(Printed::cell);
    let marks = cells.filter_map(|cell| props.marks.cells.get(&form.spec(cell).address));
    let mut findings: Vec<usize> = marks.flat_map(|mark| &mark.items).map(|item| item.finding).collect();
    findings.sort_unstable();
    findings.dedup();
    findings
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

/// A click on a number chooses its cell, or lets go of it. The table listens for all of its cells.
fn click(page: &Page, chosen: Option<String>) -> Callback<MouseEvent> {
    let happen = page.happen.clone();
    Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // The selector is a constant and valid.
        let button = target.and_then(|element| element.closest("button").ok().flatten());
        let Some(address) = button.and_then(|button| address_of(&button)) else { return };
        let choice = (chosen.as_ref() != Some(&address)).then_some(Chosen::Cell(address));
        happen.emit(Action::Choose(choice));
    })
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
        let here = event.target_dyn_into::<Element>().and_then(|element| address_of(&element));
        let Some(cell) = here.and_then(|address| form.cell(&address)) else { return };
        event.prevent_default();
        if let Some(next) = table.neighbour(cell, direction) {
            focused.set(Some(next));
            focus(&cell_id(&form.spec(next).address));
        }
    })
}
