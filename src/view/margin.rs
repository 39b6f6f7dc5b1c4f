//! The margin of the sheet: the short titles of what is marked beside it, where there is room.

use std::rc::Rc;

use nianbao::outcome::Checked;
use yew::prelude::*;

use super::shape::class;
use crate::page::use_page;

#[derive(Properties, PartialEq)]
pub struct MarginProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// Findings, by their place in the result's list.
    pub findings: Vec<usize>,
}

/// Short titles of findings. The list tells all of it; this is for the eye alone.
#[component]
pub fn Margin(props: &MarginProps) -> Html {
    let page = use_page();
    let note = |&finding: &usize| {
        let finding = props.checked.findings.get(finding)?;
        let title = nianbao::rules::by_id(&finding.rule)?.title.in_language(page.language);
        Some(html! { <span class={class(finding.severity)}>{ title }</span> })
    };
    if props.findings.is_empty() {
        return Html::default();
    }
    html! { <div class="margin" aria-hidden="true">{ for props.findings.iter().filter_map(note) }</div> }
}
