//! Text of the report with the marked words in place.

use std::rc::Rc;

use nianbao::outcome::Checked;
use yew::prelude::*;

use super::finding::choose;
use super::shape::{circled, class, shape, word};
use crate::page::{Page, use_page};
use crate::state::{Marks, Segment, Text, cut};

/// The element of a finding's first marked words.
pub fn word_id(finding: usize) -> String {
    format!("words-{finding}")
}

#[derive(Properties, PartialEq)]
pub struct WordsProps {
    /// The result.
    pub checked: Rc<Checked>,
    /// What is marked.
    pub marks: Rc<Marks>,
    /// Which text of the report it is from.
    pub of: Text,
    /// The words.
    pub text: String,
    /// Where they begin in that text, in UTF-16 code units.
    #[prop_or_default]
    pub start: usize,
}

/// Text with its marked words.
#[component]
pub fn Words(props: &WordsProps) -> Html {
    let page = use_page();
    let Some(marks) = props.marks.words.get(&props.of) else { return html! { { &props.text } } };
    let segments = cut(&props.text, props.start, marks);
    html! { <>{ for segments.iter().map(|segment| marked(&page, props, segment)) }</> }
}

fn marked(page: &Page, props: &WordsProps, segment: &Segment) -> Html {
    let marks = &props.marks;
    let (Some(severity), Some(&finding)) = (marks.severity(&segment.findings), segment.findings.first()) else {
        return html! { { &segment.text } };
    };
    let chosen = marks.is_chosen(&segment.findings);
    let is_first = |finding: &&usize| marks.first_words.get(*finding) == Some(&(props.of, segment.start));
    let begins = props.marks.words.get(&props.of).into_iter().flatten().any(|mark| mark.start == segment.start);
    let action = choose(&props.checked, finding, chosen);
    let onkeydown = {
        let (happen, action) = (page.happen.clone(), action.clone());
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                happen.emit(action.clone());
            }
        })
    };
    html! {
        <span class={classes!("marked", class(severity), chosen.then_some("chosen"))} role="button" tabindex="0"
            aria-pressed={chosen.to_string()} onclick={page.on(action)} {onkeydown}>
            { for segment.findings.iter().filter(is_first).map(|&finding| html! { <span class="anchor" id={word_id(finding)} /> }) }
            if begins {
                <span class="shape" aria-hidden="true">{ shape(severity) }</span>
                <span class="unseen">{ word(page, severity) }</span>
            }
            { &segment.text }
            if begins {
                <Numbers marks={marks.clone()} findings={segment.findings.clone()} />
            }
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct NumbersProps {
    /// What is marked.
    pub marks: Rc<Marks>,
    /// Findings, by their place in the result's list.
    pub findings: Vec<usize>,
}

/// The numbers of findings, shown in print.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let number = |&finding: &usize| props.marks.numbers.get(finding).copied().flatten().map(circled);
    html! { <span class="on-paper">{ for props.findings.iter().filter_map(number) }</span> }
}
