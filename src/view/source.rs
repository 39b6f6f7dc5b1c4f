//! The text of the report with the same marks, where it is edited.

use std::collections::BTreeSet;
use std::rc::Rc;

use nianbao::finding::utf16_length;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlTextAreaElement};
use yew::prelude::*;

use super::shape::{class, shape};
use super::words::word_id;
use crate::page::use_page;
use crate::state::{Action, Entry, Locator, Mark, Marks, Segment, change_end, cut, paragraphs};

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
    let field = use_node_ref();
    use_caret(&field, &props.text);
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
                <Copy field={field.clone()} version={props.entry.version} />
            </div>
            <div class="overlay">
                <div class="behind" aria-hidden="true">
                    { for lines(props).into_iter().map(|line| html! { <Line segments={line} marks={props.marks.clone()} /> }) }
                </div>
                <textarea id={SOURCE} ref={field} value={props.text.to_string()} readonly={page.locked} {oninput} autocomplete="off" spellcheck="false" wrap="soft" />
            </div>
        </section>
    }
}

/// Puts the caret where undo, redo or a repair changed the text: the browser would leave it at the
/// end, and the next key with it.
#[hook]
fn use_caret(field: &NodeRef, text: &Rc<str>) {
    let field = field.clone();
    let before = use_mut_ref(|| text.clone());
    use_effect_with(text.clone(), move |text| {
        let previous = before.replace(text.clone());
        let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
        let length = u32::try_from(utf16_length(text)).unwrap_or(u32::MAX);
        // What was typed has left the caret where it belongs.
        if field.selection_end().ok().flatten() == Some(length) {
            let end = u32::try_from(change_end(&previous, text)).ok();
            // A field that has no selection needs none.
            let _ = end.map(|end| field.set_selection_range(end, end));
        }
    });
}

#[derive(Properties, PartialEq)]
struct CopyProps {
    field: NodeRef,
    /// The text's version: what was copied before is not this text any more.
    version: u32,
}

/// Copies the whole text, to be taken back into an office program.
#[component]
fn Copy(props: &CopyProps) -> Html {
    let page = use_page();
    let copied = use_state(|| None::<u32>);
    let onclick = {
        let (field, copied, version) = (props.field.clone(), copied.clone(), props.version);
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            field.select();
            let document = web_sys::window().and_then(|window| window.document());
            let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
            // The old way works from a disk too, where the clipboard's own interface is not offered.
            if document.is_some_and(|document| document.exec_command("copy").unwrap_or(false)) {
                copied.set(Some(version));
            }
        })
    };
    html! {
        <>
            <span role="status">{ if *copied == Some(props.version) { page.say("已复制", "Copied") } else { "" } }</span>
            <button class="plain" {onclick}>{ page.say("复制全文", "Copy all") }</button>
        </>
    }
}

/// The text cut into lines and marked stretches, each with the findings that begin there.
fn lines(props: &SourceProps) -> Vec<Vec<(Segment, Vec<usize>)>> {
    let marks = if props.text.len() > MARKED_UP_TO { Vec::new() } else { marks(props) };
    let mut begun = BTreeSet::new();
    let firsts: Vec<Mark> = marks.iter().filter(|mark| begun.insert(mark.finding)).copied().collect();
    let begin = |segment: &Segment| {
        firsts.iter().filter(|mark| mark.start == segment.start).map(|mark| mark.finding).collect::<Vec<_>>()
    };
    let line = |(start, line): (usize, &str)| {
        let end = start + line.encode_utf16().count();
        let here: Vec<Mark> = marks.iter().filter(|mark| mark.start < end && mark.end > start).copied().collect();
        let segments = cut(line, start, &here).into_iter();
        segments
            .map(|segment| {
                let begun = begin(&segment);
                (segment, begun)
            })
            .collect()
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
    segments: Vec<(Segment, Vec<usize>)>,
    marks: Rc<Marks>,
}

/// A line of the text with its marks.
#[component]
fn Line(props: &LineProps) -> Html {
    let marks = &props.marks;
    let severity = props.segments.iter().filter_map(|(segment, _)| marks.severity(&segment.findings)).min();
    let segment = |(segment, begun): &(Segment, Vec<usize>)| match marks.severity(&segment.findings) {
        None => html! { { &segment.text } },
        Some(severity) => html! {
            <span class={classes!("marked", class(severity), marks.is_chosen(&segment.findings).then_some("chosen"))}>
                { for begun.iter().map(|&finding| html! { <span class="anchor" id={word_id(finding)} /> }) }
                { &segment.text }
            </span>
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
