//! The button that chooses files.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::intake;
use crate::page::use_page;

#[derive(Properties, PartialEq)]
pub struct ChooseProps {
    /// Whether it is what most people will do next.
    pub primary: bool,
    /// Whether what is chosen is last year's report.
    #[prop_or_default]
    pub for_comparison: bool,
}

/// A hidden input for files, and what a button does to open it.
#[hook]
pub fn use_file_input() -> (NodeRef, Callback<MouseEvent>) {
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    (input, onclick)
}

/// The button that chooses files.
#[component]
pub fn ChooseFiles(props: &ChooseProps) -> Html {
    let page = use_page();
    let (input, onclick) = use_file_input();
    let onchange = {
        let happen = if props.for_comparison { intake::as_last_year_s(&page.happen) } else { page.happen.clone() };
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            intake::take_files(intake::files(input.files()), happen.clone());
            // Choosing the same file again must count as a change.
            input.set_value("");
        })
    };
    let words = match props.for_comparison {
        true => page.say("选择上年年报", "Choose last year's"),
        false => page.say("选择文件", "Choose files"),
    };
    html! {
        <>
            <input type="file" multiple=true hidden=true ref={input} {onchange} />
            <button class={if props.primary { "main" } else { "plain" }} {onclick}>{ words }</button>
        </>
    }
}
