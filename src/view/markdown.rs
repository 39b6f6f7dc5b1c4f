//! The little Markdown that rule pages use, as elements: headings, paragraphs, lists, fenced
//! examples, `code` and **stress**. Text stays text: nothing in it is taken for HTML.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct MarkdownProps {
    /// The text.
    pub text: String,
}

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Example(String),
}

/// A page written in the little Markdown.
#[component]
pub fn Markdown(props: &MarkdownProps) -> Html {
    let piece = |piece: Piece| match piece {
        Piece::Heading(text) => html! { <h3>{ inline(&text) }</h3> },
        Piece::Paragraph(text) => html! { <p>{ inline(&text) }</p> },
        Piece::List(items) => html! { <ul>{ for items.iter().map(|item| html! { <li>{ inline(item) }</li> }) }</ul> },
        Piece::Example(text) => html! { <pre>{ text }</pre> },
    };
    html! { <div class="prose">{ for pieces(&props.text).into_iter().map(piece) }</div> }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if line.starts_with("~~~") || line.starts_with("```") {
            let example: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with(&['~', '`'][..])).collect();
            if !example.is_empty() {
                pieces.push(Piece::Example(example.join("\n")));
            }
        } else if line.starts_with('#') {
            pieces.push(Piece::Heading(line.trim_start_matches('#').trim().to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            match pieces.last_mut() {
                Some(Piece::List(items)) => items.push(item.to_owned()),
                _ => pieces.push(Piece::List(vec![item.to_owned()])),
            }
        } else if !line.is_empty() {
            pieces.push(Piece::Paragraph(line.to_owned()));
        }
    }
    pieces
}

/// `code` and **stress** within a line.
fn inline(text: &str) -> Html {
    let stressed = |text: &str| -> Html {
        let part = |(index, part): (usize, &str)| match index % 2 {
            1 => html! { <strong>{ part }</strong> },
            _ => html! { { part } },
        };
        html! { <>{ for text.split("**").enumerate().map(part) }</> }
    };
    let part = |(index, part): (usize, &str)| match index % 2 {
        1 => html! { <code>{ part }</code> },
        _ => stressed(part),
    };
    html! { <>{ for text.split('`').enumerate().map(part) }</> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_its_pieces() {
        let text = "## 查什么\n每一行。\n- 甲\n- 乙\n~~~\n<b> = 9\n~~~\n## 正例\n~~~\n~~~\n";
        let expected = [
            Piece::Heading("查什么".into()),
            Piece::Paragraph("每一行。".into()),
            Piece::List(vec!["甲".into(), "乙".into()]),
            Piece::Example("<b> = 9".into()),
            Piece::Heading("正例".into()),
        ];
        assert_eq!(pieces(text), expected);
    }
}
