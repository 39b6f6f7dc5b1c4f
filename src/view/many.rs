//! Several reports: a table of them; a row opens its report.

use std::rc::Rc;

use yew::prelude::*;

use super::guide::GuideButton;
use super::language_switch::LanguageSwitch;
use super::settings::SettingsNote;
use super::shape::{Shape, word};
use crate::page::{Page, use_page};
use crate::state::{self, Action, Answer, Entry, Listing, Order, SEVERITIES};

#[derive(Properties, PartialEq)]
pub struct ManyProps {
    /// The reports.
    pub entries: Vec<Rc<Entry>>,
    /// In which order they stand.
    pub order: Order,
    /// Whether "begin anew" waits for a yes.
    pub asking: bool,
}

/// The table of reports.
#[component]
pub fn ManyView(props: &ManyProps) -> Html {
    let page = use_page();
    let done = props.entries.iter().filter(|entry| entry.answer.is_some()).count();
    let all = props.entries.len();
    let stopped = props.entries.iter().filter(|entry| entry.stopped && entry.answer.is_none()).count();
    let progress = if stopped > 0 && done + stopped == all {
        nianbao::say!(
            page.language,
            "已核对 {done} / {all} 份，{stopped} 份已取消",
            "{done} of {all} checked, {stopped} cancelled"
        )
    } else if done < all {
        nianbao::say!(page.language, "已核对 {done} / {all} 份", "{done} of {all} checked")
    } else {
        nianbao::say!(page.language, "共 {all} 份，全部核对完毕", "All {all} reports are checked")
    };
    html! {
        <main class="many">
            <header class="bar">
                <div class="who"><h1>{ page.say("全部报告", "All reports") }</h1><p><span role="status">{ progress }</span><SettingsNote /></p></div>
                <div class="tools">
                    if props.asking {
                        <span>{ page.say("收起全部报告？之后可以恢复。", "Put all reports away? They can be brought back.") }</span>
                        <button class="main" onclick={page.on(Action::Anew)}>{ page.say("收起", "Put away") }</button>
                        <button class="plain" onclick={page.on(Action::AskAnew(false))}>{ page.say("取消", "Cancel") }</button>
                    } else {
                        <button class="plain" onclick={page.on(Action::AskAnew(true))}>{ page.say("重新开始", "Begin anew") }</button>
                        <GuideButton />
                        <LanguageSwitch />
                    }
                </div>
            </header>
            <div class="roll">
                <table class="reports">
                    <thead><tr>
                        { sorting(&page, props.order, Order::Agency, html! { { page.say("机关", "Agency") } }) }
                        <th scope="col">{ page.say("年度", "Year") }</th>
                        { for SEVERITIES.into_iter().map(|severity| {
                            let words = html! { <><Shape {severity} /><span aria-hidden="true">{ word(&page, severity) }</span></> };
                            sorting(&page, props.order, Order::Findings(severity), words)
                        }) }
                        { sorting(&page, props.order, Order::Arrival, html! { { page.say("文件", "File") } }) }
                    </tr></thead>
                    <tbody>{ for props.order.sorted(&props.entries).iter().map(|entry| html! { <Row key={entry.id.0} entry={entry.clone()} /> }) }</tbody>
                </table>
            </div>
        </main>
    }
}

/// The head of a column, a button that sorts by it.
fn sorting(page: &Page, now: Order, order: Order, words: Html) -> Html {
    let (class, direction) = match order {
        Order::Findings(_) => (Some("amount"), "descending"),
        Order::Agency | Order::Arrival => (None, "ascending"),
    };
    let sort = if now == order { direction } else { "none" };
    html! {
        <th scope="col" {class} aria-sort={sort}><button onclick={page.on(Action::Sort(order))}>{ words }</button></th>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    entry: Rc<Entry>,
}

/// A report in the table.
#[component]
fn Row(props: &RowProps) -> Html {
    let page = use_page();
    let entry = &props.entry;
    let open = page.on(Action::Open(entry.id));
    html! {
        <tr onclick={open.clone()}>
            <th scope="row"><button class="plain" onclick={open}>{ title(&page, entry) }</button></th>
            { result(&page, entry) }
            <td>{ entry.file() }</td>
        </tr>
    }
}

fn title(page: &Page, entry: &Entry) -> String {
    match entry.checked() {
        Some(checked) => state::name(checked, entry.file(), page.language),
        None if entry.file().is_empty() => page.say("粘贴的内容", "Pasted text").to_owned(),
        None => entry.file().to_owned(),
    }
}

/// Year and counts, or why there are none.
fn result(page: &Page, entry: &Entry) -> Html {
    let instead = match &entry.answer {
        Some(Answer::Checked(checked)) if checked.form.is_some() => {
            let counts = Listing::of(&checked.findings, &entry.reading).counts;
            let count =
                |count: usize| html! { <td class={classes!("amount", (count == 0).then_some("none"))}>{ count }</td> };
            return html! { <><td>{ checked.year }</td>{ for counts.into_iter().map(count) }</> };
        }
        Some(Answer::Checked(_)) => page.say("没有认出年度报告", "Not an annual report").to_owned(),
        Some(Answer::Unread(unreadable)) => unreadable.message.clone(),
        Some(Answer::Stopped(why)) => why.clone(),
        None if entry.stopped => page.say("已取消，没有核对", "Cancelled, not checked").to_owned(),
        None => page.say("等待核对", "Waiting").to_owned(),
    };
    html! { <td colspan="4">{ instead }</td> }
}
