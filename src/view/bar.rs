//! The bar that stays: which report it is, the verdict in words, and what can be done.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use nianbao::finding::Severity;
use nianbao::language::Language;
use nianbao::outcome::Checked;
use yew::prelude::*;

use super::focus::reveal_below_list;
use super::guide::GuideButton;
use super::language_switch::LanguageSwitch;
use super::settings::SettingsNote;
use super::shape::{class, shape};
use crate::page::{Page, use_page};
use crate::place;
use crate::state::{self, Action, Answer, Entry, Pane, SEVERITIES, count_in_words, coverage, sentence};

/// The element that takes the focus when a report is opened.
pub const BAR: &str = "verdict";

/// The element of the report itself, beside the findings or below them.
pub const REPORT: &str = "report";

#[derive(Properties, PartialEq)]
pub struct BarProps {
    /// The report.
    pub entry: Rc<Entry>,
    /// How many findings of each severity were not put aside.
    pub counts: [usize; 3],
    /// How many reports there are.
    pub reports: usize,
    /// Whether "begin anew" waits for a yes.
    pub asking: bool,
}

/// The verdict bar.
#[component]
pub fn VerdictBar(props: &BarProps) -> Html {
    let page = use_page();
    let entry = &props.entry;
    let checked = entry.checked();
    let name = match checked {
        Some(checked) => state::name(checked, entry.file(), page.language),
        None if entry.file().is_empty() => page.say("粘贴的内容", "Pasted text").to_owned(),
        None => entry.file().to_owned(),
    };
    let spoken = match &entry.answer {
        Some(Answer::Checked(checked)) => sentence(checked, props.counts, page.language),
        Some(Answer::Unread(_)) => page.say("无法读取", "Cannot be read").to_owned(),
        Some(Answer::Stopped(_)) => page.say("核对没有完成", "The check was not finished").to_owned(),
        None if entry.stopped => page.say("已取消，没有核对", "Cancelled, not checked").to_owned(),
        None => page.say("正在核对……", "Checking…").to_owned(),
    };
    html! {
        <header class="bar" part="bar">
            if props.reports > 1 {
                <button class="plain back" onclick={page.on(Action::Back)}>
                    { format!("‹ {}", page.say("全部报告", "All reports")) }
                </button>
            }
            <div class="who" id={BAR} tabindex="-1">
                <h1>{ name }</h1>
                <p>{ checked.map(|checked| year_and_form(checked, page.language)) }<SettingsNote /></p>
            </div>
            <Steps undo={entry.history.can_undo()} redo={entry.history.can_redo()} />
            <div class="verdict">
                <p class="unseen" role="status">{ &spoken }</p>
                <Counts entry={entry.clone()} counts={props.counts} {spoken} />
            </div>
            <Tools entry={entry.clone()} asking={props.asking} />
        </header>
    }
}

fn year_and_form(checked: &Checked, language: Language) -> String {
    let year = checked.year.map(|year| match language {
        Language::Chinese => format!("{year} 年度"),
        Language::English => format!("for {year}"),
    });
    let form = checked.form.as_deref().map(|form| match language {
        Language::Chinese => format!("{form} 年版格式"),
        Language::English => format!("form of {form}"),
    });
    year.into_iter().chain(form).collect::<Vec<_>>().join(" · ")
}

#[derive(Properties, PartialEq)]
struct StepsProps {
    undo: bool,
    redo: bool,
}

/// Undo and redo, once there is something to undo.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let page = use_page();
    if !(props.undo || props.redo) {
        return Html::default();
    }
    html! {
        <div class="steps">
            <button class="plain" disabled={!props.undo} onclick={page.on(Action::Undo)}>{ page.say("撤销", "Undo") }</button>
            <button class="plain" disabled={!props.redo} onclick={page.on(Action::Redo)}>{ page.say("重做", "Redo") }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CountsProps {
    entry: Rc<Entry>,
    counts: [usize; 3],
    spoken: String,
}

/// The verdict: a button for each severity that has findings, which shows or hides them.
#[component]
fn Counts(props: &CountsProps) -> Html {
    let page = use_page();
    let has_form = props.entry.checked().is_some_and(|checked| checked.form.is_some());
    if !has_form {
        return html! { <p class="plain-verdict">{ &props.spoken }</p> };
    }
    if let Some(checked) = props.entry.checked().filter(|_| props.counts == [0; 3]) {
        let covered = coverage(checked, props.entry.is_compared(), page.language).join(page.say("，", ", "));
        return html! {
            <p class="calm">
                <span aria-hidden="true">{ "✓ " }</span>{ &props.spoken }
                <span class="covered">{ page.say("：", ": ") }{ covered }</span>
            </p>
        };
    }
    let button = |(severity, count): (Severity, usize)| {
        let shown = !props.entry.reading.hidden.contains(&severity);
        html! {
            <button class={classes!("count", class(severity))} aria-pressed={shown.to_string()}
                title={page.say("显示或隐藏这一类", "Show or hide these")}
                onclick={page.on(Action::ToggleSeverity(severity))}>
                <span class="shape" aria-hidden="true">{ shape(severity) }</span>
                { count_in_words(severity, count, page.language) }
            </button>
        }
    };
    let found = SEVERITIES.into_iter().zip(props.counts).filter(|&(_, count)| count > 0);
    html! {
        <div class="counts" role="group" aria-label={page.say("按程度筛选", "Filter by severity")}>
            if props.counts[0] == 0 {
                <p class="calm">
                    <span aria-hidden="true">{ "✓ " }</span>{ page.say("未发现错误", "No errors found") }
                </p>
            }
            { for found.map(button) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ToolsProps {
    entry: Rc<Entry>,
    asking: bool,
}

/// What can be done with the report.
#[component]
fn Tools(props: &ToolsProps) -> Html {
    let page = use_page();
    let print = print(&page);
    if props.asking {
        return html! {
            <div class="tools" role="group" aria-label={page.say("换一份", "Another report")}>
                <span>{ page.say("收起现在的内容？之后可以恢复。", "Put this away? It can be brought back.") }</span>
                <button class="main" onclick={page.on(Action::Anew)}>{ page.say("收起", "Put away") }</button>
                <button class="plain" onclick={page.on(Action::AskAnew(false))}>{ page.say("取消", "Cancel") }</button>
            </div>
        };
    }
    html! {
        <div class="tools">
            if props.entry.text.is_some() {
                <Panes pane={props.entry.reading.pane} chosen={props.entry.reading.chosen.is_some()} />
            }
            if !place::is_within() {
                <button class="plain" onclick={print}>{ page.say("打印", "Print") }</button>
            }
            <button class="plain anew" onclick={page.on(Action::AskAnew(true))}>{ page.say("换一份", "Another") }</button>
            <GuideButton />
            <LanguageSwitch />
        </div>
    }
}

/// Prints the sheet, whatever is shown now.
fn print(page: &Page) -> Callback<MouseEvent> {
    let happen = page.happen.clone();
    Callback::from(move |_| {
        happen.emit(Action::Show(Pane::Sheet));
        // Once the sheet is there.
        Timeout::new(0, || {
            if let Some(window) = web_sys::window() {
                // Where printing is refused there is nothing to say.
                let _ = window.print();
            }
        })
        .forget();
    })
}

#[derive(Properties, PartialEq)]
struct PanesProps {
    pane: Pane,
    /// Whether something is chosen, which the report then shows by itself.
    chosen: bool,
}

/// The sheet or the text.
#[component]
fn Panes(props: &PanesProps) -> Html {
    let page = use_page();
    let button = |pane: Pane, words: &'static str| {
        let (happen, chosen) = (page.happen.clone(), props.chosen);
        let onclick = Callback::from(move |_: MouseEvent| {
            happen.emit(Action::Show(pane));
            if !chosen {
                // Once it is there.
                Timeout::new(0, || reveal_below_list(REPORT)).forget();
            }
        });
        html! { <button aria-pressed={(props.pane == pane).to_string()} {onclick}>{ words }</button> }
    };
    html! {
        <div class="panes" role="group" aria-label={page.say("右侧显示", "Show on the right")}>
            { button(Pane::Sheet, page.say("版面", "Sheet")) }
            { button(Pane::Source, page.say("原文", "Text")) }
        </div>
    }
}
