//! The word that a newer version of the page waits. It is never opened unasked.

use yew::prelude::*;

use crate::browser;
use crate::page::use_page;

#[derive(Properties, PartialEq)]
pub struct NewerProps {
    /// Whether anything is on the page that would be gone with it.
    pub anything: bool,
}

/// Says that a newer version waits: it is used at the next opening, or now.
#[component]
pub fn Newer(props: &NewerProps) -> Html {
    let page = use_page();
    let waits = use_state(|| false);
    let asking = use_state(|| false);
    {
        let waits = waits.clone();
        use_effect_with((), move |()| {
            let listener = browser::when_newer(move || waits.set(true));
            move || drop(listener)
        });
    }
    if !*waits {
        return Html::default();
    }
    let ask = |now: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(now))
    };
    let open = Callback::from(|_: MouseEvent| browser::open_newer());
    if *asking {
        return html! {
            <aside class="newer" aria-label={page.say("有新版本", "A newer version")}>
                <p role="status">{ page.say("换用要重新打开网页，页上现在的内容会清空。", "The page will be opened anew, and what is on it now is gone.") }</p>
                <div class="ways">
                    <button class="main" onclick={open}>{ page.say("清空并换用", "Use it all the same") }</button>
                    <button class="plain" onclick={ask(false)}>{ page.say("以后再说", "Later") }</button>
                </div>
            </aside>
        };
    }
    html! {
        <aside class="newer" aria-label={page.say("有新版本", "A newer version")}>
            <p role="status">{ page.say("有新版本：下次打开时使用。", "There is a newer version; it is used when the page is opened next.") }</p>
            <div class="ways">
                <button class="plain" onclick={if props.anything { ask(true) } else { open }}>{ page.say("现在换用", "Use it now") }</button>
            </div>
        </aside>
    }
}
