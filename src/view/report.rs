//! One report: the bar, the findings, and the sheet or the text beside them.

use std::rc::Rc;

use nianbao::unreadable::Unreadable;
use wasm_bindgen_futures::spawn_local;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::bar::{BAR, REPORT, VerdictBar};
use super::cell::cell_id;
use super::choose::ChooseFiles;
use super::finding::finding_id;
use super::findings::Findings;
use super::focus::{focus, reveal, reveal_in_list};
use super::last_year::SideBySide;
use super::rule::RulePage;
use super::sheet::Sheet;
use super::source::SourceView;
use super::words::word_id;
use crate::page::use_page;
use crate::state::{Action, Answer, Chosen, Entry, EntryId, LastYear, Listing, Marks, Pane};
use crate::waiting::painted;

#[derive(Properties, PartialEq)]
pub struct ReportProps {
    /// The report.
    pub entry: Rc<Entry>,
    /// How many reports there are.
    pub reports: usize,
    /// Whether "begin anew" waits for a yes.
    pub asking: bool,
    /// What is known of last year's report.
    pub last_year: LastYear,
}

/// One report.
#[component]
pub fn ReportView(props: &ReportProps) -> Html {
    let page = use_page();
    let entry = &props.entry;
    use_effect_with(entry.id, |_| focus(BAR));
    let findings = entry.checked().map(|checked| checked.findings.as_slice()).unwrap_or_default();
    let listing = Rc::new(Listing::of(findings, &entry.reading));
    let marks = Rc::new(Marks::of(findings, &listing, &entry.reading));
    let is_painted = use_painted(entry);
    use_reveal(entry, &marks, is_painted);
    let counts = listing.counts;
    let beside = match (&entry.answer, entry.reading.pane, &entry.text) {
        (Some(Answer::Unread(unreadable)), ..) => html! { <Unread unreadable={unreadable.clone()} /> },
        (Some(Answer::Stopped(why)), Pane::Sheet, _) => html! { <p class="stopped">{ why }</p> },
        (_, Pane::Source, Some(text)) => {
            html! { <SourceView entry={entry.clone()} text={text.clone()} marks={marks.clone()} /> }
        }
        (Some(Answer::Checked(_)), ..) if !is_painted => html! { <div class="sheet" aria-busy="true" /> },
        (Some(Answer::Checked(checked)), ..) => html! {
            <Sheet checked={checked.clone()} marks={marks.clone()} chosen={entry.reading.chosen.clone()} />
        },
        _ if entry.stopped => {
            html! { <p class="waiting">{ page.say("已取消，这一份没有核对；放入的内容还在。", "Cancelled: this one was not checked. What came in is still here.") }</p> }
        }
        _ => html! { <p class="waiting">{ page.say("正在核对……", "Checking…") }</p> },
    };
    // Back from what was chosen, to the first finding that concerns it.
    let back = {
        let finding = marks.concerned.first().map_or("findings".to_owned(), |&finding| finding_id(finding));
        Callback::from(move |_: MouseEvent| reveal(&finding, ScrollLogicalPosition::Start))
    };
    let has_list = matches!(entry.answer, Some(Answer::Checked(_)));
    html! {
        <div class="checked">
            <VerdictBar entry={entry.clone()} {counts} reports={props.reports} asking={props.asking} />
            <div class={classes!("columns", (!has_list).then_some("alone"))}>
                if let Some(checked) = entry.checked() {
                    <Findings checked={checked.clone()} {listing} reading={entry.reading.clone()}
                        last_year={props.last_year.clone()} repairable={entry.in_text().is_some()} edits={entry.edits()} compared={entry.is_compared()} />
                }
                <main class="beside" id={REPORT}>
                    if let Some(rule) = &entry.reading.rule {
                        <RulePage id={rule.clone()} back={Action::Rule(None)} />
                    } else if let (Some(checked), true) = (entry.checked(), entry.reading.comparing) {
                        <SideBySide checked={checked.clone()} chosen={entry.reading.chosen.clone()} />
                    } else {
                        { beside }
                    }
                </main>
            </div>
            if entry.reading.chosen.is_some() {
                <button class="main float" onclick={back}>
                    { page.say("回到问题列表", "Back to the findings") }
                </button>
            }
        </div>
    }
}

/// Whether the findings of a report have been painted. They come first; its sheet, which takes
/// several times as long to draw, comes with the next frame.
#[hook]
fn use_painted(entry: &Entry) -> bool {
    let shown = use_state(|| None::<EntryId>);
    let setter = shown.setter();
    use_effect_with(entry.checked().map(|_| entry.id), move |&checked| {
        if checked.is_some() {
            spawn_local(async move {
                painted().await;
                setter.set(checked);
            });
        }
    });
    *shown == Some(entry.id)
}

/// Brings what was chosen into view on both sides, once both are there.
#[hook]
fn use_reveal(entry: &Rc<Entry>, marks: &Rc<Marks>, is_painted: bool) {
    let entry_now = entry.clone();
    let marks = marks.clone();
    use_effect_with((entry.reading.chosen.clone(), entry.reading.pane, is_painted), move |(chosen, pane, _)| {
        let first = marks.concerned.first().copied();
        if let Some(finding) = first {
            reveal_in_list(&finding_id(finding));
        }
        let (Some(Chosen::Finding(_)), Some(finding)) = (chosen, first) else { return };
        let cell = entry_now.checked().and_then(|checked| checked.findings.get(finding)?.cells.first().cloned());
        match (pane, cell) {
            (Pane::Sheet, Some(cell)) => reveal(&cell_id(&cell), ScrollLogicalPosition::Center),
            _ => reveal(&word_id(finding), ScrollLogicalPosition::Center),
        }
    });
}

#[derive(Properties, PartialEq)]
struct UnreadProps {
    unreadable: Unreadable,
}

/// What to say and to advise where the input could not be read.
#[component]
fn Unread(props: &UnreadProps) -> Html {
    let page = use_page();
    html! {
        <section class="unread">
            <h2>{ &props.unreadable.message }</h2>
            <p>{ &props.unreadable.advice }</p>
            <p>{ page.say("复制好的文字可以直接在本页粘贴。", "What you copied can be pasted right on this page.") }</p>
            <ChooseFiles primary=false />
        </section>
    }
}
