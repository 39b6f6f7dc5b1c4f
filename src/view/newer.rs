//! The word that a newer version of the page waits. It is never opened unasked.

use yew::prelude::*;

use crate::browser;
use crate::page::use_page;

#[derive(Properties, PartialEq)]
pub struct NewerProps {
    /// Whether anything is on the page that would be gone with it.
    pub anything: bool,
}

/// What is said of a newer version.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    /// Nothing: none is known of, or the word was put away.
    None,
    /// It is used at the next opening, or now.
    Waits,
    /// Using it now empties the page.
    Empties,
}

/// Says that a newer version waits, until that is put away. It lies over the page, so that nothing jumps.
#[component]
pub fn Newer(props: &NewerProps) -> Html {
    let page = use_page();
    let word = use_state_eq(|| Word::None);
    {
        let word = word.clone();
        use_effect_with((), move |()| {
            let listener = browser::when_newer(move || word.set(Word::Waits));
            move || drop(listener)
        });
    }
    let say = |next: Word| {
        let word = word.clone();
        Callback::from(move |_: MouseEvent| word.set(next))
    };
    let open = Callback::from(|_: MouseEvent| browser::open_newer());
    let (words, act, onclick) = match *word {
        Word::None => return Html::default(),
        Word::Waits => (
            page.say(
                "有新版本：下次打开时使用。",
                "There is a newer version; it is used when the page is opened next.",
            ),
            page.say("现在换用", "Use it now"),
            if props.anything { say(Word::Empties) } else { open },
        ),
        Word::Empties => (
            page.say(
                "换用要重新打开网页，页上现在的内容会清空。",
                "The page will be opened anew, and what is on it now is gone.",
            ),
            page.say("清空并换用", "Use it all the same"),
            open,
        ),
    };
    html! {
        <aside class="newer" aria-label={page.say("有新版本", "A newer version")}>
            <p role="status">{ words }</p>
            <div class="ways">
                <button class={if *word == Word::Empties { "main" } else { "plain" }} {onclick}>{ act }</button>
                <button class="plain" onclick={say(Word::None)}>{ page.say("以后再说", "Later") }</button>
            </div>
        </aside>
    }
}
