//! The little Markdown that rule pages and the guide use, as elements: headings, paragraphs, lists,
//! tables, fenced examples, pictures, `code` and **stress**. Text stays text: nothing in it is taken
//! for HTML.

use yew::prelude::*;

use super::pictures;

#[derive(Properties, PartialEq)]
pub struct MarkdownProps {
    /// The text.
    pub text: AttrValue,
}

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Its level, from 1, and its words.
    Heading(usize, String),
    Paragraph(String),
    List(Vec<String>),
    /// The number of its first item.
    Numbered(usize, Vec<String>),
    Example(String),
    Table(Vec<Vec<String>>),
    /// What it shows, and its file.
    Picture(String, String),
}

/// A page written in the little Markdown.
#[component]
pub fn Markdown(props: &MarkdownProps) -> Html {
    let mut headings = 0;
    let piece = |piece: Piece| match piece {
        Piece::Heading(level, text) => {
            let tag = if level == 1 { "h2" } else { "h3" };
            let id = heading_id(headings);
            headings += 1;
            html! { <@{tag} {id} tabindex="-1">{ inline(&text) }</@> }
        }
        Piece::Paragraph(text) => html! { <p>{ inline(&text) }</p> },
        Piece::List(items) => html! { <ul>{ for items.iter().map(|item| html! { <li>{ inline(item) }</li> }) }</ul> },
        Piece::Numbered(first, items) => {
            html! { <ol start={first.to_string()}>{ for items.iter().map(|item| html! { <li>{ inline(item) }</li> }) }</ol> }
        }
        Piece::Example(text) => html! { <pre>{ text }</pre> },
        Piece::Table(rows) => table(&rows),
        Piece::Picture(shows, file) => match pictures::address(&file) {
            Some(address) => html! { <img src={address} alt={shows} /> },
            None => Html::default(),
        },
    };
    html! { <div class="prose">{ for pieces(&props.text).into_iter().map(piece).collect::<Vec<_>>() }</div> }
}

/// The element of a page's heading, counted from 0.
pub fn heading_id(number: usize) -> String {
    format!("heading-{number}")
}

/// The headings of a page, each with its level, from 1.
pub fn headings(text: &str) -> Vec<(usize, String)> {
    let heading = |piece| match piece {
        Piece::Heading(level, words) => Some((level, words.replace('`', ""))),
        _ => None,
    };
    pieces(text).into_iter().filter_map(heading).collect()
}

fn table(rows: &[Vec<String>]) -> Html {
    let Some((head, body)) = rows.split_first() else { return Html::default() };
    html! {
        <table>
            <thead><tr>{ for head.iter().map(|cell| html! { <th scope="col">{ inline(cell) }</th> }) }</tr></thead>
            <tbody>{ for body.iter().map(|row| html! { <tr>{ for row.iter().map(|cell| html! { <td>{ inline(cell) }</td> }) }</tr> }) }</tbody>
        </table>
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // Whether the next line goes on with the last piece.
    let mut open = false;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let indented = line.starts_with("  ");
        let line = line.trim();
        // A line that is one link leads to the same document in the other language.
        if line.is_empty() || (line.starts_with('[') && line.ends_with(".md)")) {
            open = false;
        } else if line.starts_with("~~~") || line.starts_with("```") {
            let inside = lines.by_ref().take_while(|line| !line.trim_start().starts_with(['~', '`']));
            let inside: Vec<&str> = inside.collect();
            if !inside.is_empty() {
                pieces.push(Piece::Example(without_indent(&inside)));
            }
            open = false;
        } else if let Some(words) = line.strip_prefix('#').filter(|_| !indented) {
            let level = 1 + words.chars().take_while(|&character| character == '#').count();
            pieces.push(Piece::Heading(level, words.trim_start_matches('#').trim().to_owned()));
            open = false;
        } else if let Some((shows, file)) = picture(line) {
            pieces.push(Piece::Picture(shows.to_owned(), file.to_owned()));
            open = false;
        } else if let Some(row) = row(line) {
            match pieces.last_mut() {
                Some(Piece::Table(rows)) if open => rows.extend(row),
                _ => pieces.push(Piece::Table(row.into_iter().collect())),
            }
            open = true;
        } else if let Some(item) = line.strip_prefix("- ") {
            match pieces.last_mut() {
                Some(Piece::List(items)) => items.push(item.to_owned()),
                _ => pieces.push(Piece::List(vec![item.to_owned()])),
            }
            open = true;
        } else if let Some((number, item)) = numbered(line) {
            match pieces.last_mut() {
                Some(Piece::Numbered(_, items)) => items.push(item.to_owned()),
                _ => pieces.push(Piece::Numbered(number, vec![item.to_owned()])),
            }
            open = true;
        } else {
            match pieces.last_mut().filter(|_| open) {
                Some(Piece::Paragraph(words)) => go_on(words, line),
                Some(Piece::List(items) | Piece::Numbered(_, items)) => {
                    if let Some(item) = items.last_mut() {
                        go_on(item, line);
                    }
                }
                _ => pieces.push(Piece::Paragraph(line.to_owned())),
            }
            open = true;
        }
    }
    pieces
}

/// Lines without the blanks that all of them begin with.
fn without_indent(lines: &[&str]) -> String {
    let blanks = |line: &&str| line.len() - line.trim_start().len();
    let indent = lines.iter().filter(|line| !line.trim().is_empty()).map(blanks).min().unwrap_or(0);
    let lines: Vec<&str> = lines.iter().map(|line| line.get(indent..).unwrap_or_default()).collect();
    lines.join("\n")
}

/// `![what it shows](file)`, alone on its line.
fn picture(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("![")?.strip_suffix(')')?.split_once("](")
}

/// A row of a table; the line under its head is a row of none.
fn row(line: &str) -> Option<Option<Vec<String>>> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    let is_rule = inside.chars().all(|character| "-|: ".contains(character));
    Some((!is_rule).then(|| inside.split('|').map(|cell| cell.trim().to_owned()).collect()))
}

/// `1. item`
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, item) = line.split_once(". ")?;
    Some((number.parse().ok()?, item))
}

/// A line that goes on with another: words of the Latin script keep a space between them.
fn go_on(words: &mut String, line: &str) {
    let latin = |character: Option<char>| character.is_some_and(|character| character.is_ascii());
    if latin(words.chars().last()) && latin(line.chars().next()) {
        words.push(' ');
    }
    words.push_str(line);
}

/// `code` and **stress** within a line; of a link, its words.
fn inline(text: &str) -> Html {
    let stressed = |text: &str| -> Html {
        let part = |(index, part): (usize, &str)| match index % 2 {
            1 => html! { <strong>{ without_links(part) }</strong> },
            _ => html! { { without_links(part) } },
        };
        html! { <>{ for text.split("**").enumerate().map(part) }</> }
    };
    let part = |(index, part): (usize, &str)| match index % 2 {
        1 => html! { <code>{ part }</code> },
        _ => stressed(part),
    };
    html! { <>{ for text.split('`').enumerate().map(part) }</> }
}

/// The page leads nowhere else: of `[words](address)` the words stay.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once("](").and_then(|(words, after)| Some((words, after.split_once(')')?.1))) {
            Some((words, after)) if !words.contains('[') => {
                plain.push_str(words);
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_its_pieces() {
        let text = "## 查什么\n每一行。\n- 甲\n- 乙\n~~~\n<b> = 9\n~~~\n## 正例\n~~~\n~~~\n";
        let expected = [
            Piece::Heading(2, "查什么".into()),
            Piece::Paragraph("每一行。".into()),
            Piece::List(vec!["甲".into(), "乙".into()]),
            Piece::Example("<b> = 9".into()),
            Piece::Heading(2, "正例".into()),
        ];
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn wrapped_lines_are_one_and_examples_may_stand_in_lists() {
        let text = "一段话，\n接着写。\nTwo\nlines.\n\n1. 甲\n   乙\n\n   ```rust\n   a\n     b\n   ```\n2. 丙\n\n| 值 | 意 |\n| --- | --- |\n| a | b |\n\n![图](a.png)\n";
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let expected = [
            Piece::Paragraph("一段话，接着写。Two lines.".into()),
            Piece::Numbered(1, words(&["甲乙"])),
            Piece::Example("a\n  b".into()),
            Piece::Numbered(2, words(&["丙"])),
            Piece::Table(vec![words(&["值", "意"]), words(&["a", "b"])]),
            Piece::Picture("图".into(), "a.png".into()),
        ];
        assert_eq!(pieces(text), expected);
    }

    #[test]
    fn of_a_link_the_words_stay() {
        assert_eq!(without_links("见 [规则](a.md) 和 [[b]"), "见 规则 和 [[b]");
        assert_eq!(pieces("[English](a.en.md)\n"), []);
    }
}
