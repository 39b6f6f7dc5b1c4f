//! The page's root component.

use doors::{Input, Request};
use nianbao::language::Language;
use nianbao::outcome::Outcome;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::worker::Checker;

/// The page.
#[component]
pub fn App() -> Html {
    let checker = use_memo((), |()| Checker::start());
    let verdict = use_state(String::new);
    let latest = use_mut_ref(|| 0_u32);
    let oninput = {
        let verdict = verdict.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            let (checker, verdict, latest) = (checker.clone(), verdict.clone(), latest.clone());
            *latest.borrow_mut() += 1;
            let number = *latest.borrow();
            spawn_local(async move {
                let request = Request { input: Input::Text(text), previous: None, language: Language::Chinese };
                let sentence = match checker.check(request).await {
                    Ok(Outcome::Checked(checked)) => format!("{} 处需要看", checked.findings.len()),
                    Ok(Outcome::Unread(unread)) => unread.unreadable.message,
                    Err(stopped) => stopped.explain(Language::Chinese).to_owned(),
                };
                if *latest.borrow() == number {
                    verdict.set(sentence);
                }
            });
        })
    };
    html! {
        <main>
            <h1>{ "年报核" }</h1>
            <textarea aria-label="年报" {oninput} />
            <p role="status">{ &*verdict }</p>
        </main>
    }
}
