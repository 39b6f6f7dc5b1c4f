//! What stands under a table when a cell or a finding is chosen: the cell, why it is doubtful, what
//! is wrong with it, and its equations with the real numbers.

use std::rc::Rc;

use nianbao::form::EquationKind;
use nianbao::outcome::Checked;
use nianbao::say;
use yew::prelude::*;

use super::finding::choose;
use super::shape::Shape;
use crate::page::{Page, use_page};
use crate::state::{Action, Chosen, Comes, Marks, Sum, Term, form_of, sums_of_cell, sums_of_finding};

/// Sums with more numbers than this leave their zeros out.
const SHORT: usize = 8;

#[derive(Properties, PartialEq)]
pub struct SumsProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// The address of the cell concerned.
    pub cell: String,
    /// What is chosen.
    pub chosen: Option<Chosen>,
}

/// The chosen cell or finding and its equations.
#[component]
pub fn Sums(props: &SumsProps) -> Html {
    let page = use_page();
    let checked = &props.checked;
    let spec = form_of(checked).and_then(|form| form.cell(&props.cell).map(|cell| form.spec(cell)));
    let name = spec.map(|spec| spec.name.clone()).unwrap_or_default();
    let sums = match &props.chosen {
        Some(Chosen::Finding(finding)) => {
            let finding = finding.find(&checked.findings).and_then(|index| checked.findings.get(index));
            finding.map(|finding| sums_of_finding(checked, &finding.cells)).unwrap_or_default()
        }
        _ => sums_of_cell(checked, &props.cell),
    };
    let doubt = checked.cells.get(&props.cell).and_then(|cell| cell.doubt.clone());
    html! {
        <figcaption class="sums">
            <div class="sums-head">
                <strong>{ name }</strong>
                <button class="plain" onclick={page.on(Action::Choose(None))} aria-label={page.say("关闭", "Close")}>{ "✕" }</button>
            </div>
            if let Some(doubt) = doubt {
                <p class="doubt">{ page.say("这一格没有读准：", "This cell is uncertain: ") }{ doubt }</p>
            }
            if let Some(Chosen::Cell(_)) = &props.chosen {
                <CellFindings checked={checked.clone()} marks={props.marks.clone()} />
            }
            { for sums.iter().map(|sum| html! { <SumLine sum={sum.clone()} cell={props.cell.clone()} /> }) }
        </figcaption>
    }
}

#[derive(Properties, PartialEq)]
struct CellFindingsProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
}

/// The findings that name the chosen cell.
#[component]
fn CellFindings(props: &CellFindingsProps) -> Html {
    let page = use_page();
    let line = |&index: &usize| {
        let finding = props.checked.findings.get(index)?;
        props.marks.numbers.get(index).copied().flatten()?;
        Some(html! {
            <li><button class="plain" onclick={page.on(choose(&props.checked, index, false))}>
                <Shape severity={finding.severity} />{ &finding.message }
            </button></li>
        })
    };
    html! { <ul class="cell-findings">{ for props.marks.concerned.iter().filter_map(line) }</ul> }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    sum: Sum,
    cell: String,
}

/// An equation with its numbers: 247 + 0 = 235 + 12.
#[component]
fn SumLine(props: &LineProps) -> Html {
    let page = use_page();
    let sum = &props.sum;
    let state = match sum.comes {
        Comes::Right => "right",
        Comes::Wrong => "wrong",
        Comes::Open => "open",
    };
    html! {
        <div class={classes!("sum", state)}>
            <p class="sum-name">{ what(&page, sum) }</p>
            <p class="terms">
                { side(&page, &sum.left, &props.cell) }
                { equals(&page, sum, &props.cell) }
            </p>
            <p class="sum-end">{ end(&page, sum) }</p>
        </div>
    }
}

/// What an equation is about.
fn what(page: &Page, sum: &Sum) -> &'static str {
    match sum.kind {
        EquationKind::Row => page.say("六列之和 = 总计", "Six columns = total"),
        EquationKind::Sum => page.say("（一）至（六）各行之和 = （七）总计", "Rows （一） to （六） = （七）"),
        EquationKind::Identity => page.say("第一项 + 第二项 = 第三项 + 第四项", "First + second = third + fourth"),
        EquationKind::Group => page.say("四种结果之和 = 总计", "Four results = total"),
    }
}

/// The right side: a broken total is struck and followed by what it should come to.
fn equals(page: &Page, sum: &Sum, cell: &str) -> Html {
    match (sum.comes, sum.right.as_slice()) {
        (Comes::Wrong, [total]) => html! {
            <>
                <span class="sign">{ "=" }</span>
                <s>{ term(page, total, cell) }</s>
                <span class="term"><span class="term-name">{ page.say("相加得", "comes to") }</span><b>{ sum.left_total() }</b></span>
            </>
        },
        (Comes::Wrong, right) => html! { <><span class="sign">{ "≠" }</span>{ side(page, right, cell) }</> },
        (_, right) => html! { <><span class="sign">{ "=" }</span>{ side(page, right, cell) }</> },
    }
}

/// Numbers with plus signs between them. Long sums leave their zeros out and say how many.
fn side(page: &Page, terms: &[Term], cell: &str) -> Html {
    let long = terms.len() > SHORT;
    let told = |term: &&Term| !long || term.count != Some(0) || term.cell == cell;
    let shown: Vec<&Term> = terms.iter().filter(told).collect();
    let rest = terms.len() - shown.len();
    let parts = shown.iter().enumerate().map(|(index, shown)| {
        html! { <>if index > 0 { <span class="sign">{ "+" }</span> }{ term(page, shown, cell) }</> }
    });
    html! {
        <>
            { for parts }
            if rest > 0 {
                <span class="rest">{ say!(page.language, "（其余 {rest} 项为 0）", "(the other {rest} are 0)") }</span>
            }
        </>
    }
}

fn term(page: &Page, term: &Term, cell: &str) -> Html {
    let here = (term.cell == cell).then_some("here");
    let count = term.count.map_or_else(|| page.say("空", "–").to_owned(), |count| count.to_string());
    html! {
        <button class={classes!("term", here)} onclick={page.on(Action::Choose(Some(Chosen::Cell(term.cell.clone()))))}>
            <span class="term-name">{ &term.label }</span><b>{ count }</b>
        </button>
    }
}

/// How an equation ends: it holds, by how much it fails, or why it stays open.
fn end(page: &Page, sum: &Sum) -> String {
    let (left, right) = (sum.left_total(), sum.right_total());
    let difference = left.abs_diff(right);
    match (sum.comes, sum.right.len(), right > left) {
        (Comes::Right, ..) => page.say("✓ 相等", "✓ equal").to_owned(),
        (Comes::Open, ..) => page.say("有数没有读准，未核对", "not checked: a number is uncertain").to_owned(),
        (Comes::Wrong, 1, true) => say!(page.language, "填报多 {difference}", "{difference} too many"),
        (Comes::Wrong, 1, false) => say!(page.language, "填报少 {difference}", "{difference} too few"),
        (Comes::Wrong, ..) => {
            say!(
                page.language,
                "左边 {left}，右边 {right}，相差 {difference}",
                "{left} on the left, {right} on the right: {difference} apart"
            )
        }
    }
}
