//! The first view: one place to paste, drop or choose a report.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::choose::ChooseFiles;
use super::focus::focus;
use super::guide::GuideButton;
use super::language_switch::LanguageSwitch;
use super::last_year::LastYearPlace;
use super::settings::SettingsNote;
use crate::browser::{self, OneFile};
use crate::page::use_page;
use crate::state::{Action, LastYear, Notice};
use doors::Input;

/// A text that grows by more than this at once was pasted, even where the browser doesn't say so.
const PASTED_AT_ONCE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    /// What was typed so far.
    pub draft: String,
    /// Why nothing was added just now.
    pub notice: Option<Notice>,
    /// Whether something was put away that can come back.
    pub restorable: bool,
    /// What is known of last year's report.
    pub last_year: LastYear,
}

/// The first view.
#[component]
pub fn EmptyView(props: &EmptyProps) -> Html {
    let page = use_page();
    use_effect_with((), |()| focus("draft"));
    let oninput = {
        let (happen, before) = (page.happen.clone(), props.draft.len());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let pasted = text.len() > before + PASTED_AT_ONCE;
            happen.emit(Action::Draft(text));
            if pasted {
                happen.emit(Action::CheckDraft);
            }
        })
    };
    let has_draft = !props.draft.trim().is_empty();
    html! {
        <main class="empty">
            <header class="brand">
                <h1>{ "年报核" }</h1>
                <p>{ page.say("核对政府信息公开工作年度报告", "checks annual reports on open government information") }</p>
                <SettingsNote />
                <GuideButton />
                <LanguageSwitch />
            </header>
            if props.restorable {
                <p class="restore">
                    { page.say("上一份已收起。", "The last report was put away.") }
                    <button class="plain" onclick={page.on(Action::Restore)}>{ page.say("恢复", "Bring it back") }</button>
                </p>
            }
            <div class={classes!("place", has_draft.then_some("filled"))}>
                <label for="draft">{ page.say("把年报粘贴到这里，或拖入文件", "Paste the report here, or drop files") }</label>
                <textarea id="draft" placeholder={page.say("在这里按 Ctrl + V", "Press Ctrl + V here")} value={props.draft.clone()} {oninput} autocomplete="off" spellcheck="false"
                    aria-describedby="formats" />
                <NoticeLine notice={props.notice} />
                <div class="ways">
                    if has_draft {
                        <button class="main" onclick={page.on(Action::CheckDraft)}>{ page.say("核对", "Check") }</button>
                    }
                    <ChooseFiles primary={!has_draft} />
                    <button class="plain" onclick={page.on(Action::Add(vec![Input::Text(embed::EXAMPLE.to_owned()).into()]))}>
                        { page.say("看一个例子", "See an example") }
                    </button>
                </div>
                <p id="formats" class="formats">
                    { page.say(
                        "从 Word、WPS、Excel 或网页复制全文粘贴，表格会保留。也可放入 WPS、Word、Excel、PDF、OFD、网页和文本文件，或装有它们的文件夹、.zip，一次多份亦可。",
                        "Copy the whole text from Word, WPS, Excel or a web page: tables are kept. Or put in files of WPS, Word or Excel, PDF, OFD, web pages and plain text, folders of them or a .zip, several at once if you like.",
                    ) }
                </p>
            </div>
            <LastYearPlace last_year={props.last_year.clone()} wanted={None} />
            <Promise />
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct NoticeProps {
    notice: Option<Notice>,
}

#[component]
fn NoticeLine(props: &NoticeProps) -> Html {
    let page = use_page();
    let words = match props.notice {
        // The card at the bottom tells of the last.
        None | Some(Notice::NotTaken(_)) => "",
        Some(Notice::NothingPasted) => page.say(
            "剪贴板里没有文字。请先在 Word、WPS 或网页中选中年报全文并复制，再到这里粘贴。",
            "There is no text in the clipboard. Select and copy the whole report first, then paste it here.",
        ),
        Some(Notice::PicturePasted) => page.say(
            "粘贴的是图片，里面的文字读不出来。请从 Word、WPS 原稿复制文字。",
            "This is a picture: its text cannot be read. Copy the text from the Word or WPS file.",
        ),
    };
    html! { <p class="notice" role="status">{ words }</p> }
}

/// The line that matters most to them, and how they can know.
#[component]
fn Promise() -> Html {
    let page = use_page();
    html! {
        <div class="promise">
            <p>{ page.say("全部在本机浏览器中完成，不上传、不联网。", "Everything is done in this browser: nothing is uploaded, nothing is sent.") }</p>
            <details>
                <summary>{ page.say("怎么确认？", "How do I know?") }</summary>
                <ul>
                    <li>{ page.say(
                        "拔掉网线或断开无线网络再用，结果完全一样。",
                        "Pull the network cable and use it: nothing changes.",
                    ) }</li>
                    <li>{ page.say(
                        "这个网页写明了一条由浏览器强制执行的规定（内容安全策略）：禁止它连接任何其他地址。即使程序想发送，浏览器也会拒绝。",
                        "The page carries a policy that the browser itself enforces (Content-Security-Policy): it may not connect to any other address. Even if it tried, the browser would refuse.",
                    ) }</li>
                    <li>{ page.say(
                        "不统计访问，不留存草稿；关闭网页，内容就没有了。",
                        "No statistics, no draft is kept: close the page and its contents are gone.",
                    ) }</li>
                </ul>
            </details>
            <TakeAway />
        </div>
    }
}

/// The whole page as one file, to be taken to a computer without a network.
#[component]
fn TakeAway() -> Html {
    let page = use_page();
    let words = page.say("存一份到电脑上，断网也能用", "Save it on this computer, for use without a network");
    match browser::one_file() {
        None => Html::default(),
        Some(OneFile::Beside) => html! {
            <p class="take-away"><a href={browser::SINGLE_FILE} download={browser::SINGLE_FILE}>{ words }</a>{ page.say("（一个网页文件）", " (one web page)") }</p>
        },
        Some(OneFile::Itself) => {
            let save = Callback::from(|_: MouseEvent| browser::save_itself());
            html! { <p class="take-away"><button onclick={save}>{ page.say("另存一份这个网页", "Save a copy of this page") }</button></p> }
        }
    }
}
