//! The report as it will be published: title, sections, tables, on a sheet of paper.

use std::rc::Rc;

use nianbao::form::{Form, NUMERALS};
use nianbao::outcome::{Checked, SectionOut};
use nianbao::say;
use yew::prelude::*;

use super::finding::choose;
use super::margin::Margin;
use super::shape::{Shape, class};
use super::table::OfficialTable;
use super::words::{Words, word_id};
use crate::page::use_page;
use crate::state::{Chosen, Marks, Text, form_of, paragraphs};

/// A paragraph that is a heading of the second or third level is at most this long, in characters.
const SUBHEADING: usize = 24;

#[derive(Properties, PartialEq)]
pub struct SheetProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// What is chosen.
    pub chosen: Option<Chosen>,
}

/// The report on a sheet of paper.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let page = use_page();
    let SheetProps { checked, marks, .. } = props;
    let Some(form) = form_of(checked) else {
        return html! { <p class="waiting">{ page.say("没有可以显示的年度报告。", "There is no report to show.") }</p> };
    };
    let section = |(number, out): (usize, &SectionOut)| {
        html! { <SectionView checked={checked.clone()} marks={marks.clone()} {number} section={out.clone()}
        printed={form.heading(number)} chosen={props.chosen.clone()} form={form.id} /> }
    };
    html! {
        <article class="sheet" part="sheet" aria-label={page.say("年度报告", "The report")}>
            if let Some(title) = &checked.title {
                <h2 class="title">
                    <Words checked={checked.clone()} marks={marks.clone()} of={Text::Title} text={title.clone()} />
                    <Margin checked={checked.clone()} findings={of_text(marks, Text::Title)} />
                </h2>
            } else {
                <Missing checked={checked.clone()} marks={marks.clone()} what="title" name={page.say("标题", "the title")} />
            }
            { for checked.sections.iter().enumerate().map(section) }
        </article>
    }
}

/// The findings that mark words of a text.
fn of_text(marks: &Marks, text: Text) -> Vec<usize> {
    let mut findings: Vec<usize> = marks.words.get(&text).into_iter().flatten().map(|mark| mark.finding).collect();
    findings.sort_unstable();
    findings.dedup();
    findings
}

#[derive(Properties, PartialEq)]
struct SectionProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    /// 0 for what stands before 一、.
    number: usize,
    section: SectionOut,
    /// The heading that the form prints.
    printed: Option<String>,
    chosen: Option<Chosen>,
    form: &'static str,
}

/// A section: heading, paragraphs, table.
#[component]
fn SectionView(props: &SectionProps) -> Html {
    let SectionProps { checked, marks, number, section, .. } = props;
    let heading = match (&section.heading, &props.printed) {
        (_, None) => Html::default(),
        (Some(heading), _) => html! {
            <h3>
                <Words checked={checked.clone()} marks={marks.clone()} of={Text::Heading(*number)} text={heading.clone()} />
                <Margin checked={checked.clone()} findings={of_text(marks, Text::Heading(*number))} />
            </h3>
        },
        (None, Some(printed)) => html! {
            <Missing checked={checked.clone()} marks={marks.clone()} what={format!("section {number}")} name={printed.clone()} />
        },
    };
    let paragraph = |(start, text): &(usize, &str)| {
        html! { <Paragraph checked={checked.clone()} marks={marks.clone()} number={*number} start={*start} text={text.to_string()} /> }
    };
    let table = u8::try_from(*number).ok().filter(|number| (2..=4).contains(number));
    let lines: Vec<(usize, &str)> = paragraphs(&section.text).filter(|(_, text)| !text.trim().is_empty()).collect();
    // A note stands under its table.
    let note = lines.iter().position(|(_, text)| table.is_some() && text.trim_start().starts_with('注'));
    let (before, after) = lines.split_at(note.unwrap_or(lines.len()));
    html! {
        <section>
            { heading }
            { for before.iter().map(paragraph) }
            if let (Some(table), Some(form)) = (table, Form::by_id(props.form)) {
                <TableOrNot checked={checked.clone()} marks={marks.clone()} {table} form={form.id} chosen={props.chosen.clone()} />
            }
            { for after.iter().map(paragraph) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ParagraphProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    number: usize,
    start: usize,
    text: String,
}

/// A paragraph, with the short titles of its findings in the margin.
#[component]
fn Paragraph(props: &ParagraphProps) -> Html {
    let end = props.start + props.text.encode_utf16().count();
    let words = props.marks.words.get(&Text::Section(props.number));
    let touched = words.into_iter().flatten().filter(|mark| mark.start < end && mark.end > props.start);
    let mut findings: Vec<usize> = touched.map(|mark| mark.finding).collect();
    findings.sort_unstable();
    findings.dedup();
    let text = props.text.trim();
    let subheading = text.starts_with(['（', '(']) && text.chars().count() <= SUBHEADING;
    let indent = props.text.len() - props.text.trim_start().len();
    let start = props.start + props.text.get(..indent).map_or(0, |space| space.encode_utf16().count());
    html! {
        <div class="line">
            <p class={subheading.then_some("subheading")}>
                <Words checked={props.checked.clone()} marks={props.marks.clone()} of={Text::Section(props.number)}
                    text={text.to_owned()} {start} />
            </p>
            <Margin checked={props.checked.clone()} {findings} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MissingProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    /// How findings call it: `section 6`.
    what: String,
    /// Its name for a person.
    name: String,
}

/// A place where something should stand and doesn't.
#[component]
fn Missing(props: &MissingProps) -> Html {
    let page = use_page();
    let name = &props.name;
    let words = say!(page.language, "缺：{name}", "Missing: {name}");
    let items = props.marks.missing.get(&props.what).map(Vec::as_slice).unwrap_or_default();
    let Some(finding) = items.first().and_then(|item| props.checked.findings.get(item.finding).map(|f| (item, f)))
    else {
        return html! { <p class="missing">{ words }</p> };
    };
    let (item, finding) = finding;
    let chosen = props.marks.is_chosen(&[item.finding]);
    html! {
        <button class={classes!("missing", class(finding.severity), chosen.then_some("chosen"))} id={word_id(item.finding)}
            onclick={page.on(choose(&props.checked, item.finding, chosen))}>
            <Shape severity={finding.severity} number={item.number} />{ words }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    checked: Rc<Checked>,
    marks: Rc<Marks>,
    table: u8,
    form: &'static str,
    chosen: Option<Chosen>,
}

/// A table of the form, or the word that the report has none.
#[component]
fn TableOrNot(props: &TableProps) -> Html {
    let prefix = format!("{}.", props.table);
    let mut cells = props.checked.cells.iter().filter(|(address, _)| address.starts_with(&prefix));
    let is_there = cells.any(|(_, cell)| cell.at.is_some());
    let numeral = NUMERALS.get(usize::from(props.table) - 1).copied().unwrap_or_default();
    html! {
        <>
            if !is_there {
                <Missing checked={props.checked.clone()} marks={props.marks.clone()} what={format!("table {}", props.table)}
                    name={format!("表{numeral}")} />
            }
            <OfficialTable checked={props.checked.clone()} marks={props.marks.clone()} number={props.table} form={props.form}
                chosen={props.chosen.clone()} />
        </>
    }
}
