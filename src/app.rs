//! The page's root component: the state, what feeds it, and which of the three views is shown.

use std::rc::Rc;

use embed::Boot;
use gloo_timers::callback::Timeout;
use nianbao::language::Language;
use nianbao::say;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Node};
use yew::prelude::*;

use crate::browser;
use crate::checking::use_checking;
use crate::host::{Host, is_looking, use_host};
use crate::intake;
use crate::leaving::{use_question_before_leaving, use_title};
use crate::page::Page;
use crate::place;
use crate::rehearsal::Rehearsal;
use crate::state::{Action, Listing, Panel, RuleSettings, State, name, sentence};
use crate::view::{EmptyView, Guide, LAST_YEAR, ManyView, Newer, ReportView, RulesPanel, SOURCE, WorkCard};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// What starts workers.
    pub boot: Boot,
    /// The program around the page, where it is embedded.
    pub host: Option<Host>,
}

/// For how long the empty page stays while the first report is checked, in milliseconds: what takes
/// less is felt as done at once.
const MOMENT: u32 = 150;

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| {
        let (given, kept) = (browser::given_settings(), browser::kept_settings());
        State::with_settings(RuleSettings::at_start(given.as_deref(), kept.as_deref()))
    });
    let dragging = use_state(|| false);
    let checker = use_checking(&state, &props.boot);
    use_host(&state, &props.host);
    let happen = {
        let dispatcher = state.dispatcher();
        use_callback(state.locked, move |action, &locked| {
            if !locked || is_looking(&action) {
                dispatcher.dispatch(action);
            }
        })
    };
    let coming = state.coming();
    {
        let dispatcher = state.dispatcher();
        use_effect_with(coming, move |&coming| {
            let wait = coming.map(|id| Timeout::new(MOMENT, move || dispatcher.dispatch(Action::Awaited(id))));
            move || drop(wait)
        });
    }
    let language = state.language;
    use_effect_with(language, |&language| tell_language(language));
    use_effect_with(state.settings.clone(), |settings| {
        browser::keep_settings(settings.is_changed().then(|| settings.in_use.to_json()).as_deref());
    });
    use_title(title(&state));
    use_question_before_leaving(state.has_typed());

    let onpaste = {
        let happen = happen.clone();
        Callback::from(move |event: Event| paste(&event, &happen))
    };
    let ondragover = drag(&dragging, true);
    let ondragleave = drag(&dragging, false);
    let ondrop = {
        let (happen, dragging) = (happen.clone(), dragging.clone());
        Callback::from(move |event: DragEvent| {
            dragging.set(false);
            let Some(data) = event.data_transfer() else { return };
            // Words that are moved within the text are the text field's own matter.
            if in_source(&event) && data.files().is_none_or(|files| files.length() == 0) {
                return;
            }
            event.prevent_default();
            intake::take(&data, &meant(&event, &happen));
        })
    };
    let onkeydown = {
        let (happen, state) = (happen.clone(), state.clone());
        Callback::from(move |event: KeyboardEvent| key(&event, &state, &happen))
    };
    let page = Page { language, settings: state.settings.clone(), happen, locked: state.locked };
    let view = match (&state.panel, state.opened().filter(|_| coming.is_none())) {
        (Some(Panel::Rules(rule)), _) => html! { <RulesPanel rule={rule.clone()} /> },
        (Some(Panel::Guide(chapter)), _) => html! { <Guide chapter={*chapter} /> },
        (None, Some(entry)) => html! {
            <ReportView entry={entry.clone()} reports={state.entries.len()} asking={state.asking} last_year={state.last_year(Some(entry))} />
        },
        (None, None) if state.entries.iter().all(|entry| entry.for_comparison || coming.is_some()) => html! {
            <EmptyView draft={state.draft.clone()} notice={state.notice} restorable={state.put_away.is_some()}
                last_year={state.last_year(None)} />
        },
        (None, None) => {
            html! { <ManyView entries={state.entries.clone()} order={state.order} asking={state.asking} /> }
        }
    };
    html! {
        <ContextProvider<Page> context={page}>
            <div class={classes!("page", dragging.then_some("dragging"), state.locked.then_some("locked"), props.host.as_ref().map(|_| "guest"))} lang={code(language)}
                {onpaste} {ondragover} {ondragleave} {ondrop} {onkeydown}>
                { view }
                <Rehearsal {checker} idle={state.entries.is_empty()} />
                <Newer anything={!state.entries.is_empty() || !state.draft.trim().is_empty()} />
                <WorkCard work={state.work()} unaided={state.unaided} left_out={state.left_out()} notice={state.notice} />
            </div>
        </ContextProvider<Page>>
    }
}

/// What the browser's tab says: the open report and its verdict.
fn title(state: &State) -> String {
    let language = state.language;
    let page = say!(
        language,
        "年报核 · 政府信息公开工作年度报告核对",
        "Nianbao · annual reports on open government information"
    );
    let Some(entry) = state.opened() else { return page };
    match entry.checked() {
        Some(checked) => {
            let counts = Listing::of(&checked.findings, &entry.reading).counts;
            format!("{} · {}", sentence(checked, counts, language), name(checked, entry.file(), language))
        }
        None => page,
    }
}

/// Tells the browser and screen readers which language the page speaks.
fn tell_language(language: Language) {
    let document = web_sys::window().and_then(|window| window.document()).filter(|_| !place::is_within());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // The name is a constant and valid.
        let _ = root.set_attribute("lang", code(language));
    }
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

/// Whether an event happened in the text of the report, which has its own ways.
fn in_source(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| element.id() == SOURCE)
}

/// A paste anywhere but in the report's text brings a report.
fn paste(event: &Event, happen: &Callback<Action>) {
    if in_source(event) {
        return;
    }
    if let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) {
        event.prevent_default();
        intake::take(&data, &meant(event, happen));
    }
}

/// Where to send what an event brings: on the place for last year's report it is that one.
fn meant(event: &Event, happen: &Callback<Action>) -> Callback<Action> {
    // Words too are the target of what is dropped on them.
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    let element = target
        .and_then(|node| node.parent_element().filter(|_| !node.is_instance_of::<Element>()).or(node.dyn_into().ok()));
    // The selector is a constant and valid.
    let place = element.and_then(|element| element.closest(&format!(".{LAST_YEAR}")).ok().flatten());
    if place.is_some() { intake::as_last_year_s(happen) } else { happen.clone() }
}

/// Something is dragged over the page, or out of it. Leaving one element for another is neither.
fn drag(dragging: &UseStateHandle<bool>, over: bool) -> Callback<DragEvent> {
    let dragging = dragging.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let still_inside = !over && event.related_target().is_some();
        if *dragging != over && !still_inside {
            dragging.set(over);
        }
    })
}

/// Keys that work everywhere: Escape lets go of what is chosen, Ctrl+Z and Ctrl+Y undo and redo.
fn key(event: &KeyboardEvent, state: &State, happen: &Callback<Action>) {
    if let (Some(panel), "Escape") = (&state.panel, event.key().as_str()) {
        event.prevent_default();
        let list = matches!(panel, Panel::Rules(Some(_))).then_some(Panel::Rules(None));
        return happen.emit(Action::Panel(list));
    }
    let Some(entry) = state.opened().filter(|_| state.panel.is_none()) else { return };
    let command = event.ctrl_key() || event.meta_key();
    let action = match event.key().as_str() {
        "Escape" if state.asking => Action::AskAnew(false),
        "Escape" if entry.reading.comparing => Action::Compare(false),
        "Escape" if entry.reading.rule.is_some() => Action::Rule(None),
        "Escape" if entry.reading.chosen.is_some() => Action::Choose(None),
        "z" if command && !event.shift_key() => Action::Undo,
        "z" | "Z" if command && event.shift_key() => Action::Redo,
        "y" if command => Action::Redo,
        _ => return,
    };
    event.prevent_default();
    happen.emit(action);
}
