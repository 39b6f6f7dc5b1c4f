//! The shapes and words of the severities, so that colour alone never speaks.

use nianbao::finding::Severity;
use yew::prelude::*;

use crate::page::{Page, use_page};

/// The shape of a severity.
pub fn shape(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "■",
        Severity::Warning => "▲",
        Severity::Hint => "●",
    }
}

/// The class of a severity, for its colours.
pub fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// The word for a severity.
pub fn word(page: &Page, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => page.say("错误", "error"),
        Severity::Warning => page.say("提醒", "warning"),
        Severity::Hint => page.say("建议", "hint"),
    }
}

/// What a person must do about findings of a severity.
pub fn duty(page: &Page, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => page.say("必须改", "Must be changed"),
        Severity::Warning => page.say("请核对", "Please verify"),
        Severity::Hint => page.say("建议", "Suggestions"),
    }
}

#[derive(Properties, PartialEq)]
pub struct ShapeProps {
    /// The severity.
    pub severity: Severity,
    /// The number of the finding, shown in print.
    #[prop_or_default]
    pub number: Option<usize>,
}

/// A shape, with its word for those who can't see it.
#[component]
pub fn Shape(props: &ShapeProps) -> Html {
    let page = use_page();
    html! {
        <span class={classes!("shape", class(props.severity))}>
            <span aria-hidden="true">{ shape(props.severity) }</span>
            <span class="unseen">{ word(&page, props.severity) }</span>
            if let Some(number) = props.number {
                <span class="on-paper">{ circled(number) }</span>
            }
        </span>
    }
}

/// A number that can't be taken for one of the report's: ①, ②, … and from 51 on (51).
pub fn circled(number: usize) -> String {
    let from = |first: char, low: usize| {
        let offset = u32::try_from(number - low).ok()?;
        char::from_u32(u32::from(first) + offset).map(String::from)
    };
    let circled = match number {
        1..=20 => from('①', 1),
        21..=35 => from('㉑', 21),
        36..=50 => from('㊱', 36),
        _ => None,
    };
    circled.unwrap_or_else(|| format!("({number})"))
}

#[cfg(test)]
mod tests {
    use super::circled;

    #[test]
    fn numbers_are_circled_as_far_as_there_are_signs() {
        assert_eq!([1, 20, 21, 35, 36, 50, 51].map(circled), ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)"]);
    }
}
