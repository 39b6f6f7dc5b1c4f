//! Automatic numbers of lists and headings.

use std::collections::HashMap;

use roxmltree::Node;

use crate::{numerals, xml};

/// Lists have ten levels.
const LEVELS: usize = 10;

/// The list styles of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, Vec<Level>>,
    /// The list style of a paragraph style.
    of_paragraphs: HashMap<String, String>,
    counts: HashMap<String, [u32; LEVELS]>,
}

/// How the numbers of a level look.
#[derive(Clone, Debug, Default)]
struct Level {
    level: usize,
    format: String,
    prefix: String,
    suffix: String,
    /// `%1%.%2%` stands for the numbers of levels.
    pattern: Option<String>,
    start: u32,
    /// How many levels are shown.
    shown: usize,
    bullet: Option<String>,
}

impl Lists {
    /// Reads the list styles of both parts.
    pub fn read<'a, 'input: 'a>(roots: impl IntoIterator<Item = Node<'a, 'input>>) -> Lists {
        let mut lists = Lists::default();
        for node in roots.into_iter().flat_map(|root| root.descendants()) {
            match xml::name(node) {
                "list-style" | "outline-style" => {
                    let name = xml::attribute(node, "name").unwrap_or_default();
                    lists.styles.insert(name.to_owned(), node.children().filter_map(level).collect());
                }
                "style" => {
                    if let (Some(name), Some(list)) =
                        (xml::attribute(node, "name"), xml::attribute(node, "list-style-name"))
                    {
                        lists.of_paragraphs.insert(name.to_owned(), list.to_owned());
                    }
                }
                _ => {}
            }
        }
        lists
    }

    /// The list style that a paragraph style brings along.
    pub fn of_paragraph(&self, style: &str) -> Option<&str> {
        self.of_paragraphs.get(style).map(String::as_str).filter(|list| !list.is_empty())
    }

    /// Lets the next number of a style be its first.
    pub fn restart(&mut self, style: &str) {
        self.counts.remove(style);
    }

    /// Counts an item; gives the number before it. `level` counts from 0; `start` sets the number.
    pub fn next(&mut self, style: &str, level: usize, start: Option<u32>) -> String {
        let Some(levels) = self.styles.get(style) else { return String::new() };
        let of = |index: usize| levels.iter().find(|other| other.level == index);
        let Some(own) = of(level) else { return String::new() };
        let counts = self.counts.entry(style.to_owned()).or_insert([0; LEVELS]);
        if let Some(count) = counts.get_mut(level) {
            *count = start.unwrap_or(if *count == 0 { own.start } else { count.saturating_add(1) });
        }
        counts.iter_mut().skip(level + 1).for_each(|count| *count = 0);
        if let Some(bullet) = &own.bullet {
            return numerals::bullet(bullet);
        }
        let number = |index: usize| {
            let level = of(index)?;
            let count = counts.get(index).copied().filter(|count| *count > 0).unwrap_or(level.start);
            Some(numerals::in_format(count, &level.format))
        };
        if let Some(pattern) = &own.pattern {
            let mut shown = String::new();
            for (index, part) in pattern.split('%').enumerate() {
                // Between two signs stands the number of a level.
                let level =
                    part.parse::<usize>().ok().filter(|_| index % 2 == 1).and_then(|level| level.checked_sub(1));
                shown.push_str(&level.map_or(part.to_owned(), |level| number(level).unwrap_or_default()));
            }
            return shown;
        }
        if own.format == "none" {
            return format!("{}{}", own.prefix, own.suffix);
        }
        let first = (level + 1).saturating_sub(own.shown.max(1));
        let numbers: Vec<String> = (first..=level).filter_map(number).collect();
        format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
    }
}

fn level(node: Node<'_, '_>) -> Option<Level> {
    let bullet = match xml::name(node) {
        "list-level-style-number" | "outline-level-style" => None,
        "list-level-style-bullet" => Some(xml::attribute(node, "bullet-char").unwrap_or("•").to_owned()),
        _ => return None,
    };
    let text = |name| xml::attribute(node, name).unwrap_or_default().to_owned();
    let number = |name: &str| xml::attribute(node, name).and_then(|number| number.parse::<usize>().ok());
    Some(Level {
        level: number("level")?.checked_sub(1).filter(|level: &usize| *level < LEVELS)?,
        format: format(&text("num-format")).to_owned(),
        prefix: text("num-prefix"),
        suffix: text("num-suffix"),
        pattern: xml::attribute(node, "num-list-format").map(str::to_owned),
        start: number("start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1),
        shown: number("display-levels").unwrap_or(1),
        bullet,
    })
}

/// The name that Office Open XML has for a format.
fn format(format: &str) -> &'static str {
    match format.chars().next() {
        None => "none",
        Some('a') => "lowerLetter",
        Some('A') => "upperLetter",
        Some('i') => "lowerRoman",
        Some('I') => "upperRoman",
        Some('一') => "chineseCounting",
        Some('壹' | '壱') => "chineseLegalSimplified",
        Some('①') => "decimalEnclosedCircle",
        Some('１') => "decimalFullWidth",
        Some('甲') => "ideographTraditional",
        Some('子') => "ideographZodiac",
        Some(_) => "decimal",
    }
}
