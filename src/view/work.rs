//! The card that says what the page is busy with, lets a person stop it, and then says what was
//! left out.

use std::rc::Rc;

use nianbao::language::Language;
use nianbao::say;
use yew::prelude::*;

use crate::page::{Page, use_page};
use crate::state::{Action, Entry, Notice, Work};

/// On the page's own thread a report of more bytes takes long enough to be told of.
const TOLD_FROM: usize = 100_000;

#[derive(Properties, PartialEq)]
pub struct WorkProps {
    /// What the page is busy with.
    pub work: Option<Work>,
    /// Whether it stands still meanwhile.
    pub unaided: bool,
    /// The reports whose check was stopped.
    pub left_out: Vec<Rc<Entry>>,
    /// What is to be told of what came in.
    pub notice: Option<Notice>,
}

/// The card. While the page is busy for less than half a second nothing is seen of it.
#[component]
pub fn WorkCard(props: &WorkProps) -> Html {
    let page = use_page();
    match (&props.work, props.notice) {
        (Some(work), _) => html! { <Busy work={work.clone()} unaided={props.unaided} /> },
        (None, Some(Notice::NotTaken(files))) => not_taken(&page, files),
        _ if !props.left_out.is_empty() => left_out(&page, &props.left_out),
        _ => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct BusyProps {
    work: Work,
    unaided: bool,
}

/// What the page is busy with, how far it is, and a button that stops it.
#[component]
fn Busy(props: &BusyProps) -> Html {
    let page = use_page();
    let (words, how_far) = match &props.work {
        Work::Taking(taking) if taking.all > 1 => (
            say!(page.language, "正在打开文件：{} / {}", "Opening files: {} of {}", taking.done, taking.all),
            Some((taking.done, taking.all)),
        ),
        Work::Taking(_) => (page.say("正在打开文件", "Opening the file").to_owned(), None),
        Work::One(entry) => {
            (say!(page.language, "正在读取并核对{}", "Reading and checking {}", name_and_size(&page, entry)), None)
        }
        Work::Several { done, all } => {
            (say!(page.language, "正在核对：{done} / {all}", "Checking: {done} of {all}"), Some((*done, *all)))
        }
    };
    // The page's own thread can't be stopped in the middle of a report, nor does it move a bar.
    let unaided = props.unaided && !matches!(props.work, Work::Taking(_));
    let stands_still = unaided && matches!(props.work, Work::One(_));
    let long = match &props.work {
        Work::One(entry) => entry.size() >= TOLD_FROM,
        Work::Taking(_) | Work::Several { .. } => true,
    };
    let patient = !(unaided && long);
    let stop = {
        let (happen, work) = (page.happen.clone(), props.work.clone());
        Callback::from(move |_: MouseEvent| match &work {
            Work::Taking(taking) => taking.stop.now(),
            Work::One(_) | Work::Several { .. } => happen.emit(Action::Stop),
        })
    };
    html! {
        <aside class={classes!("work", patient.then_some("patient"))} aria-label={page.say("正在进行", "In progress")}>
            <p>
                { &words }
                if unaided {
                    <span class="state">{ page.say(
                        "。这个浏览器不能在后台核对，完成之前页面可能没有反应，请稍候。",
                        ". This browser cannot check in the background: until it is done the page may not respond. Please wait.",
                    ) }</span>
                }
            </p>
            if !stands_still {
                <div class="ways"><button class="plain" onclick={stop}>{ page.say("取消", "Cancel") }</button></div>
                { bar(&words, how_far) }
            }
        </aside>
    }
}

/// A bar without a value says only that something goes on.
fn bar(words: &str, how_far: Option<(usize, usize)>) -> Html {
    let label = words.to_owned();
    match how_far {
        Some((done, all)) => html! { <progress aria-label={label} value={done.to_string()} max={all.to_string()} /> },
        None => html! { <progress aria-label={label} /> },
    }
}

/// 《报告.pdf》（3.2 MB）
fn name_and_size(page: &Page, entry: &Entry) -> String {
    let tenths = entry.size() * 10 / 1_000_000;
    let size = format!("{}.{} MB", tenths / 10, tenths % 10);
    match (name_of(page, entry), page.language, tenths) {
        (name, _, 0) => name,
        (name, Language::Chinese, _) => format!("{name}（{size}）"),
        (name, Language::English, _) => format!("{name} ({size})"),
    }
}

fn name_of(page: &Page, entry: &Entry) -> String {
    match (entry.file(), page.language) {
        ("", _) => page.say("粘贴的内容", "the pasted text").to_owned(),
        (file, Language::Chinese) => format!("《{file}》"),
        (file, Language::English) => file.to_owned(),
    }
}

fn not_taken(page: &Page, files: usize) -> Html {
    let words = say!(
        page.language,
        "已取消：这次放入的 {files} 个文件都没有收下，原来的内容都在。",
        "Cancelled: none of these {files} files was taken in; what was here before is still here."
    );
    html! {
        <aside class="work" aria-label={page.say("已取消", "Cancelled")}>
            <p role="status">{ words }</p>
            <div class="ways"><button class="plain" onclick={page.on(Action::Noticed)}>{ page.say("知道了", "All right") }</button></div>
        </aside>
    }
}

/// What was left out when somebody stopped the check, and the two ways on.
fn left_out(page: &Page, entries: &[Rc<Entry>]) -> Html {
    let words = match entries {
        [one] if one.answer.is_some() => say!(
            page.language,
            "已取消：{}改动之后没有重新核对，现在显示的是改动前的结果。",
            "Cancelled: {} was not checked again after the change; the findings are those from before.",
            name_of(page, one)
        ),
        [one] => say!(
            page.language,
            "已取消：{}没有核对，其余内容都在。",
            "Cancelled: {} was not checked; everything else is still here.",
            name_of(page, one)
        ),
        several => say!(
            page.language,
            "已取消：{} 份没有核对；已核对的结果都在。",
            "Cancelled: {} reports were not checked; the results so far are still here.",
            several.len()
        ),
    };
    let never = entries.iter().any(|entry| entry.answer.is_none());
    html! {
        <aside class="work" aria-label={page.say("已取消", "Cancelled")}>
            <p role="status">{ words }</p>
            <div class="ways">
                <button class="main" onclick={page.on(Action::GoOn)}>{ page.say("继续核对", "Go on") }</button>
                if never {
                    <button class="plain" onclick={page.on(Action::LetGo)}>{ page.say("不要了", "Leave out") }</button>
                }
            </div>
        </aside>
    }
}
