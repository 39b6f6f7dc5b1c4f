//! The place for last year's report, and its words beside this year's.

use std::rc::Rc;

use nianbao::finding::Finding;
use nianbao::outcome::Checked;
use nianbao::say;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::choose::ChooseFiles;
use super::focus::{focus, reveal};
use crate::page::{Page, use_page};
use crate::state::{self, Action, Chosen, Entry, LastYear, Unusable, alike};

/// The class of the place: what is dropped or pasted on it is last year's report.
pub const LAST_YEAR: &str = "last-year";

#[derive(Properties, PartialEq)]
pub struct LastYearProps {
    /// What is known of last year's report.
    pub last_year: LastYear,
    /// The year it is for, where that is known.
    pub wanted: Option<i32>,
}

/// The place for last year's report: visible, and quiet.
#[component]
pub fn LastYearPlace(props: &LastYearProps) -> Html {
    let page = use_page();
    let name = page.say("上一年度年报（可选）", "Last year's report (optional)");
    let words = match &props.last_year {
        LastYear::None => match props.wanted {
            Some(year) => say!(
                page.language,
                "放入 {year} 年度的，两年一并对照",
                "Add the one for {year}, and the two are compared"
            ),
            None => page.say("一并放入，两年对照着核对", "Add it, and the two years are compared").to_owned(),
        },
        LastYear::Waiting(entry) if entry.answer.is_some() && props.wanted.is_none() => {
            say!(page.language, "已放入{}，等今年的年报", "{} is here; now this year's report", told(&page, entry))
        }
        LastYear::Waiting(entry) => {
            say!(page.language, "正在对照{}……", "Comparing with {}…", told(&page, entry))
        }
        LastYear::Compared(entry) => say!(page.language, "已与{}对照", "Compared with {}", told(&page, entry)),
        LastYear::Unusable(entry, why) => format!("{}{}", told(&page, entry), why_not(&page, why, props.wanted)),
    };
    let trouble = matches!(props.last_year, LastYear::Unusable(..));
    let entry = match &props.last_year {
        LastYear::None => None,
        LastYear::Waiting(entry) | LastYear::Compared(entry) | LastYear::Unusable(entry, _) => Some(entry),
    };
    html! {
        <section class={classes!(LAST_YEAR, trouble.then_some("trouble"))} aria-label={name}>
            <p><b>{ name }</b><span role="status">{ words }</span></p>
            <div class="ways">
                if let (Some(entry), LastYear::Compared(_)) = (entry, &props.last_year) {
                    <button class="plain" onclick={page.on(Action::Open(entry.id))}>{ page.say("打开", "Open") }</button>
                }
                if let Some(entry) = entry {
                    <button class="plain" onclick={page.on(Action::Remove(entry.id))}>{ page.say("移出", "Remove") }</button>
                }
                if entry.is_none() || trouble {
                    <ChooseFiles primary=false for_comparison=true />
                }
            </div>
        </section>
    }
}

/// “甲局”2023 年度年报
fn told(page: &Page, entry: &Entry) -> String {
    let name = match entry.checked() {
        Some(checked) => state::name(checked, entry.file(), page.language),
        None if entry.file().is_empty() => return page.say("粘贴的内容", "the pasted text").to_owned(),
        None => entry.file().to_owned(),
    };
    match entry.checked().filter(|checked| checked.form.is_some()).and_then(|checked| checked.year) {
        Some(year) => say!(page.language, "“{name}”{year} 年度年报", "“{name}” for {year}"),
        None => say!(page.language, "“{name}”", "“{name}”"),
    }
}

fn why_not(page: &Page, why: &Unusable, wanted: Option<i32>) -> String {
    match (why, wanted) {
        (Unusable::Unread(unreadable), _) => say!(page.language, "：{}", ": {}", unreadable.message),
        (Unusable::Stopped, _) => {
            page.say("没有核对完，不能对照。", " was not checked to the end and can't be compared.").to_owned()
        }
        (Unusable::NoReport, _) => {
            page.say("不像年度报告，不能对照。", " does not look like an annual report.").to_owned()
        }
        (Unusable::OtherYear(_), Some(wanted)) => say!(
            page.language,
            "不能对照，需要的是 {wanted} 年度的。",
            " can't be compared; the one for {wanted} is needed."
        ),
        (Unusable::OtherYear(_), None) => {
            page.say("不能对照：这一份没有读出年度。", " can't be compared: this report names no year.").to_owned()
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct SideBySideProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is chosen.
    pub chosen: Option<Chosen>,
}

/// The sentences that were taken over, this year's and last year's beside each other; what both say
/// is marked.
#[component]
pub fn SideBySide(props: &SideBySideProps) -> Html {
    let page = use_page();
    use_effect_with(props.chosen.clone(), |_| {
        focus("side-by-side");
        reveal("side-by-side", ScrollLogicalPosition::Center);
    });
    let chosen = match &props.chosen {
        Some(Chosen::Finding(name)) => name.find(&props.checked.findings),
        _ => None,
    };
    let Some(finding) = chosen.and_then(|index| props.checked.findings.get(index)) else { return Html::default() };
    let year = props.checked.year;
    let head = |year: Option<i32>, words: &'static str| match year {
        Some(year) => say!(page.language, "{year} 年度", "For {year}"),
        None => words.to_owned(),
    };
    html! {
        <article class="rule side-by-side">
            <button class="plain back" onclick={page.on(Action::Compare(false))}>{ format!("‹ {}", page.say("回到报告", "Back to the report")) }</button>
            <h2 id="side-by-side" tabindex="-1">{ page.say("与上一年度逐句对照", "This year's and last year's words") }</h2>
            <p class="rule-line">{ &finding.message }</p>
            <p class="rule-line">{ page.say("有底色的字两年相同。", "Words on a coloured ground are the same in both years.") }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ head(year, page.say("今年", "This year")) }</th>
                    <th scope="col">{ head(year.map(|year| year - 1), page.say("上一年", "Last year")) }</th>
                </tr></thead>
                <tbody>{ for pairs(finding) }</tbody>
            </table>
        </article>
    }
}

fn pairs(finding: &Finding) -> Vec<Html> {
    let pair = |(now, before): (&str, &String)| {
        let cell = |cut: Vec<(String, bool)>| {
            let part = |(text, same): (String, bool)| {
                if same {
                    html! { <mark>{ text }</mark> }
                } else {
                    html! { { text } }
                }
            };
            html! { <td>{ for cut.into_iter().map(part) }</td> }
        };
        html! { <tr>{ for alike(now, before).map(cell) }</tr> }
    };
    finding.spans.iter().map(|span| span.text.trim()).zip(&finding.previous).map(pair).collect()
}
