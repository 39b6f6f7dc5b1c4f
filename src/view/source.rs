//! The text of the report with the same marks, where it is edited.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::shape::{class, shape};
use super::words::word_id;
use crate::page::use_page;
use crate::state::{Action, Entry, Locator, Mark, Marks, Segment, cut, paragraphs};

/// The text's element.
pub const SOURCE: &str = "source";

/// Longer texts are shown without marks, so that typing stays quick; in bytes.
const MARKED_UP_TO: usize = 400_000;

#[derive(Properties, PartialEq)]
pub struct SourceProps {
    /// The report.
    pub entry: Rc<Entry>,
    /// Its text.
    pub text: Rc<str>,
    /// What is marked.
    pub marks: Rc<Marks>,
}

/// The text, to be edited. Behind it stands the same text with its marks; both have the same shape,
/// so that the marks show through.
#[component]
pub fn SourceView(props: &SourceProps) -> Html {
    let page = use_page();
    let entry = &props.entry;
    let oninput = {
        let happen = page.happen.clone();
        Callback::from(move |event: InputEvent| {
            happen.emit(Action::Edit(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
        })
    };
    html! {
        <section class="source">
            <div class="source-head">
                <label for={SOURCE}>{ page.say("年报原文，可以直接修改，改完自动重新核对", "The text; edit it and it is checked again") }</label>
                <button class="plain" disabled={!entry.history.can_undo()} onclick={page.on(Action::Undo)}>{ page.say("撤销", "Undo") }</button>
                <button class="plain" disabled={!entry.history.can_redo()} onclick={page.on(Action::Redo)}>{ page.say("重做", "Redo") }</button>
            </div>
            <div class="overlay">
                <div class="behind" aria-hidden="true">
                    { for lines(props).into_iter().map(|line| html! { <Line segments={line} marks={props.marks.clone()} /> }) }
                </div>
                <textarea id={SOURCE} value={props.text.to_string()} {oninput} autocomplete="off" spellcheck="false" wrap="soft" />
            </div>
        </section>
    }
}

/// The text cut into lines and marked stretches.
fn lines(props: &SourceProps) -> Vec<Vec<Segment>> {
    let marks = if props.text.len() > MARKED_UP_TO { Vec::new() } else { marks(props) };
    let line = |(start, line): (usize, &str)| {
        let end = start + line.encode_utf16().count();
        let here: Vec<Mark> = marks.iter().filter(|mark| mark.start < end && mark.end > start).copied().collect();
        cut(line, start, &here)
    };
    paragraphs(&props.text).map(line).collect()
}

/// The places in the text that the listed findings mark.
fn marks(props: &SourceProps) -> Vec<Mark> {
    let (Some(checked), Some(places)) = (props.entry.checked(), props.entry.in_text()) else { return Vec::new() };
    let locator = Locator::new(&props.text);
    let listed = checked
        .findings
        .iter()
        .enumerate()
        .filter(|(index, _)| props.marks.numbers.get(*index).copied().flatten().is_some());
    listed.flat_map(|(index, finding)| locator.marks(places, finding, index)).collect()
}

#[derive(Properties, PartialEq)]
struct LineProps {
    segments: Vec<Segment>,
    marks: Rc<Marks>,
}

/// A line of the text with its marks.
#[component]
fn Line(props: &LineProps) -> Html {
    let marks = &props.marks;
    let severity = props.segments.iter().filter_map(|segment| marks.severity(&segment.findings)).min();
    let segment = |segment: &Segment| match marks.severity(&segment.findings) {
        None => html! { { &segment.text } },
        Some(severity) => html! {
            <span class={classes!("marked", class(severity), marks.is_chosen(&segment.findings).then_some("chosen"))}
                id={segment.findings.first().map(|&finding| word_id(finding))}>{ &segment.text }</span>
        },
    };
    html! {
        <div class="text-line">
            if let Some(severity) = severity {
                <span class={classes!("gutter", class(severity))}>{ shape(severity) }</span>
            }
            { for props.segments.iter().map(segment) }
            { "\n" }
        </div>
    }
}
