//! The guide: the project's own documents, for those who use the page.

use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use super::focus::{focus, reveal};
use super::language_switch::LanguageSwitch;
use super::markdown::{Markdown, heading_id, headings};
use crate::page::{Page, use_page};
use crate::state::{Action, Panel};

/// A document of the guide.
struct Chapter {
    /// Its name, which stays the same in both languages.
    name: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// A document that says all in both languages.
const fn in_both(name: &'static str, text: &'static str) -> Chapter {
    Chapter { name, zh: text, en: text }
}

/// The documents, those for most people first.
const CHAPTERS: [Chapter; 7] = [
    Chapter { name: "clerk", zh: include_str!("../../docs/clerk.md"), en: include_str!("../../docs/clerk.en.md") },
    Chapter {
        name: "reviewer",
        zh: include_str!("../../docs/reviewer.md"),
        en: include_str!("../../docs/reviewer.en.md"),
    },
    in_both("settings", include_str!("../../docs/settings.md")),
    Chapter {
        name: "embedding",
        zh: include_str!("../../docs/embedding.md"),
        en: include_str!("../../docs/embedding.en.md"),
    },
    Chapter {
        name: "hosting",
        zh: include_str!("../../docs/hosting.md"),
        en: include_str!("../../docs/hosting.en.md"),
    },
    Chapter {
        name: "pipelines",
        zh: include_str!("../../docs/pipelines.md"),
        en: include_str!("../../docs/pipelines.en.md"),
    },
    in_both("adding-a-rule", include_str!("../../docs/adding-a-rule.md")),
];

#[derive(Properties, PartialEq)]
pub struct GuideProps {
    /// The name of the document that is read.
    pub chapter: &'static str,
}

/// The guide, open at one of its documents.
#[component]
pub fn Guide(props: &GuideProps) -> Html {
    let page = use_page();
    use_effect_with(props.chapter, |_| {
        focus("guide");
        reveal("guide", ScrollLogicalPosition::Start);
    });
    let Some(open) = CHAPTERS.iter().find(|chapter| chapter.name == props.chapter) else { return Html::default() };
    let text = open.text(&page);
    let entry = |chapter: &'static Chapter| {
        let here = chapter.name == open.name;
        let title = headings(chapter.text(&page)).into_iter().next().map(|(_, title)| title);
        html! {
            <li>
                <button aria-current={here.then_some("page")} onclick={page.on(Action::Panel(Some(Panel::Guide(chapter.name))))}>{ title }</button>
                if here {
                    <ol>{ for headings(text).into_iter().enumerate().skip(1).map(section) }</ol>
                }
            </li>
        }
    };
    html! {
        <main class="panel guide" id="guide" tabindex="-1">
            <nav aria-label={page.say("使用说明的目录", "Contents of the guide")}>
                <div class="guide-ways">
                    <button class="plain back" onclick={page.on(Action::Panel(None))}>{ format!("‹ {}", page.say("返回", "Back")) }</button>
                    <LanguageSwitch />
                </div>
                <ol>
                    { for CHAPTERS.iter().map(entry) }
                    <li><button onclick={page.on(Action::Panel(Some(Panel::Rules(None))))}>{ page.say("规则书与设置", "The rule book and its settings") }</button></li>
                </ol>
            </nav>
            <article class="rule"><Markdown text={text} /></article>
        </main>
    }
}

impl Chapter {
    fn text(&self, page: &Page) -> &'static str {
        page.say(self.zh, self.en)
    }
}

/// A heading in the table of contents.
fn section((number, (_, words)): (usize, (usize, String))) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        let id = heading_id(number);
        focus(&id);
        reveal(&id, ScrollLogicalPosition::Start);
    });
    html! { <li><button {onclick}>{ words }</button></li> }
}

/// The way to the guide, in every view.
#[component]
pub fn GuideButton() -> Html {
    let page = use_page();
    let first = CHAPTERS.first().map(|chapter| Panel::Guide(chapter.name));
    html! { <button class="plain" onclick={page.on(Action::Panel(first))}>{ page.say("使用说明", "Guide") }</button> }
}
