//! The settings of the rules: the note that something is set, and the rule book in which all are.

use nianbao::finding::Severity;
use nianbao::language::{Language, counted};
use nianbao::rule::Rule;
use nianbao::say;
use nianbao::settings::{Setting, Settings};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::choose::use_file_input;
use super::focus::{focus, keep_focus};
use super::rule::RulePage;
use super::rule_choice::RuleChoice;
use super::shape::{Shape, class, duty};
use crate::browser;
use crate::intake;
use crate::page::{Page, use_page};
use crate::state::{Action, Panel, RuleSettings, SEVERITIES};

/// The name under which settings are saved.
const FILE: &str = "nianbao-settings.json";

/// What is set, in a few words: 已关闭 2 条规则，1 条改了轻重. Nothing where nothing is.
pub fn in_words(page: &Page, settings: &Settings) -> Option<String> {
    let set: Vec<Setting> = nianbao::rules::ALL.iter().filter_map(|rule| settings.get(rule.id)).collect();
    let off = set.iter().filter(|setting| setting.severity().is_none()).count();
    let changed = set.len() - off;
    let rules = |count| counted(count, "rule");
    let off = (off > 0).then(|| match page.language {
        Language::Chinese => format!("已关闭 {off} 条规则"),
        Language::English => format!("{} switched off", rules(off)),
    });
    let changed = (changed > 0).then(|| match page.language {
        Language::Chinese => format!("{changed} 条规则改了轻重"),
        Language::English => format!("{} made to count for more or less", rules(changed)),
    });
    let told: Vec<String> = off.into_iter().chain(changed).collect();
    (!told.is_empty()).then(|| told.join(page.say("，", ", ")))
}

/// The note that something is set, so that silence is not taken for the rules'; it opens the rule book.
#[component]
pub fn SettingsNote() -> Html {
    let page = use_page();
    let words = match in_words(&page, &page.settings.in_use) {
        _ if page.settings.refused.is_some() => {
            page.say("本页的规则设置有误，没有采用", "The page's settings of the rules are refused").to_owned()
        }
        Some(words) => words,
        None => return Html::default(),
    };
    html! { <button class="settings-note" onclick={page.on(Action::Panel(Some(Panel::Rules(None))))}>{ words }</button> }
}

#[derive(Properties, PartialEq)]
pub struct RulesProps {
    /// The rule whose page is shown, by its id.
    pub rule: Option<String>,
}

/// The rule book: what is set, and every rule with its choice; or one rule's page.
#[component]
pub fn RulesPanel(props: &RulesProps) -> Html {
    let page = use_page();
    use_effect_with(props.rule.is_none(), |&list| {
        if list {
            focus("rules")
        }
    });
    // The button that restores all is gone once all is restored.
    use_effect_with(page.settings.clone(), |_| keep_focus("rules"));
    if let Some(rule) = &props.rule {
        return html! {
            <main class="panel"><RulePage id={rule.clone()} back={Action::Panel(Some(Panel::Rules(None)))} /></main>
        };
    }
    let group = |severity: Severity| {
        let of_severity = nianbao::rules::ALL.iter().filter(|rule| rule.severity == severity);
        html! {
            <section class={classes!("rule-group", class(severity))}>
                <h3><Shape {severity} />{ duty(&page, severity) }<span class="amount">{ of_severity.clone().count() }</span></h3>
                <ul>{ for of_severity.map(|rule| line(&page, rule)) }</ul>
            </section>
        }
    };
    html! {
        <main class="panel">
            <article class="rule">
                <button class="plain back" onclick={page.on(Action::Panel(None))}>{ format!("‹ {}", page.say("返回", "Back")) }</button>
                <h2 id="rules" tabindex="-1">{ page.say("规则书与设置", "The rule book and its settings") }</h2>
                <p class="rule-line">{ say!(
                    page.language,
                    "共 {} 条规则。点规则名看它查什么、为什么、依据和怎么改；右边可以改轻重，或者不查。",
                    "{} rules. Choose a name to read what it looks for, why, and what to do; on the right it can be made to count for more or less, or be switched off.",
                    nianbao::rules::ALL.len()
                ) }</p>
                <Changed settings={page.settings.clone()} />
                { for SEVERITIES.map(group) }
            </article>
        </main>
    }
}

fn line(page: &Page, rule: &'static Rule) -> Html {
    let open = page.on(Action::Panel(Some(Panel::Rules(Some(rule.id.to_owned())))));
    html! {
        <li key={rule.id}>
            <button class="name" onclick={open}>{ rule.title.in_language(page.language) }<span class="id">{ rule.id }</span></button>
            <RuleChoice id={rule.id} />
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct ChangedProps {
    settings: RuleSettings,
}

/// What is set: the list, the way back, and the file.
#[component]
fn Changed(props: &ChangedProps) -> Html {
    let page = use_page();
    let refusal = use_state(|| None::<String>);
    let settings = &props.settings;
    let set: Vec<&'static Rule> =
        nianbao::rules::ALL.iter().copied().filter(|rule| settings.in_use.get(rule.id).is_some()).collect();
    let words = match in_words(&page, &settings.in_use) {
        Some(words) => format!("{words}{}", page.say("：", ":")),
        None => page.say("现在全部规则都按规则书查。", "All rules are as in the rule book.").to_owned(),
    };
    let trouble = settings.refused.as_ref().map(|refusal| refusal.explain(page.language));
    let trouble = trouble.map(|why| {
        say!(page.language, "本页自带的设置没有采用。{why}", "The page's own settings are not in use. {why}")
    });
    let save = {
        let json = settings.in_use.to_json();
        Callback::from(move |_: MouseEvent| browser::save(FILE, "application/json", &json))
    };
    html! {
        <section class="changed-rules" aria-label={page.say("改动过的规则", "Rules that were changed")}>
            <p role="status">{ words }</p>
            <ul>{ for set.into_iter().map(|rule| line(&page, rule)) }</ul>
            if let Some(why) = refusal.as_ref().or(trouble.as_ref()) {
                <p class="notice" role="alert">{ why }</p>
            }
            <div class="ways">
                if settings.is_changed() {
                    <button class="plain" onclick={page.on(Action::ResetRules)}>{ page.say("全部恢复", "Restore all") }</button>
                }
                if !settings.in_use.is_empty() {
                    <button class="plain" onclick={save}>{ page.say("存为文件", "Save as a file") }</button>
                }
                <Load refusal={refusal.clone()} />
            </div>
            <p class="rule-line">{ page.say(
                "同一个文件也可以交给命令行（--settings），或由技术人员写进网页，作为全省统一的设置。设置只留在这台电脑的浏览器里，年报内容从不留存。",
                "The command takes the same file (--settings), and an engineer can write it into the page as a province's own. Settings stay in this browser; reports are never kept.",
            ) }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct LoadProps {
    refusal: UseStateHandle<Option<String>>,
}

/// Takes settings from a file.
#[component]
fn Load(props: &LoadProps) -> Html {
    let page = use_page();
    let (input, onclick) = use_file_input();
    let onchange = {
        let (happen, refusal, language) = (page.happen.clone(), props.refusal.clone(), page.language);
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let file = intake::files(input.files()).into_iter().next();
            input.set_value("");
            let (happen, refusal) = (happen.clone(), refusal.clone());
            spawn_local(async move {
                let Some(file) = file else { return };
                match Settings::read(&browser::text_of(&file).await.unwrap_or_default()) {
                    Ok(settings) => {
                        refusal.set(None);
                        happen.emit(Action::SetRules(settings));
                    }
                    Err(why) => refusal.set(Some(format!("{}：{}", file.name(), why.explain(language)))),
                }
            });
        })
    };
    html! {
        <>
            <input type="file" accept=".json,application/json" hidden=true ref={input} {onchange} />
            <button class="plain" {onclick}>{ page.say("载入文件", "Load a file") }</button>
        </>
    }
}
