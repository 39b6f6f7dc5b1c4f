//! An input as plain text, for a person to edit and check again.

use nianbao::unreadable::Reason;

use crate::Input;

/// The text of an input: plain text as it is; anything else as [`nianbao::document::Document::to_text`] writes it.
///
/// # Errors
/// When the input can't be read.
pub fn text_of(input: &Input) -> Result<String, Reason> {
    match input {
        Input::Text(text) => Ok(text.clone()),
        Input::Html(html) => readers::read_html(html).map(|document| document.to_text()),
        Input::File { name, bytes } => match readers::plain_text(name, bytes) {
            Some(text) => Ok(text),
            None => readers::read(name, bytes).map(|document| document.to_text()),
        },
    }
}
