//! Automatic numbers: 一、（一）1. as Word shows them before a paragraph.

use std::collections::HashMap;

use roxmltree::Node;

use crate::{numerals, xml};

/// A list has nine levels.
const LEVELS: usize = 9;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// What a paragraph names, and the kind of list it counts in.
    lists: HashMap<String, List>,
    kinds: HashMap<String, Kind>,
    /// The lists that have set their own beginnings.
    begun: std::collections::HashSet<String>,
}

/// A list that paragraphs name.
#[derive(Debug, Default)]
struct List {
    kind: String,
    /// Levels that begin anew where the list begins, and at which number.
    starts: Vec<(usize, u32)>,
    /// Levels that look other than the kind's.
    levels: HashMap<usize, Level>,
}

/// A kind of list: how its levels look and how far they have counted.
#[derive(Debug)]
struct Kind {
    levels: HashMap<usize, Level>,
    counts: [Option<u32>; LEVELS],
    /// The style that holds the levels in its stead.
    link: Option<String>,
    /// The style that it holds the levels for.
    linked: Option<String>,
}

/// How the numbers of a level look.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2` stands for the numbers of the first and second level.
    text: String,
    /// Whether the numbers of other levels are shown as plain digits.
    legal: bool,
    /// The level after which it begins anew, from 1; 0 for never.
    restart: Option<usize>,
    /// The style that numbers its paragraphs with this level.
    style: Option<String>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(root: Node<'_, '_>) -> Numbering {
        let mut numbering = Numbering::default();
        for node in root.children() {
            match xml::name(node) {
                "abstractNum" => {
                    let Some(id) = xml::attribute(node, "abstractNumId") else { continue };
                    let kind = Kind {
                        levels: node.children().filter_map(level).collect(),
                        counts: [None; LEVELS],
                        link: xml::value(node, "numStyleLink").map(str::to_owned),
                        linked: xml::value(node, "styleLink").map(str::to_owned),
                    };
                    numbering.kinds.insert(id.to_owned(), kind);
                }
                "num" => {
                    let Some(id) = xml::attribute(node, "numId") else { continue };
                    let kind = xml::value(node, "abstractNumId").unwrap_or_default().to_owned();
                    let mut list = List { kind, ..List::default() };
                    for change in node.children().filter(|node| xml::name(*node) == "lvlOverride") {
                        let Some(index) = xml::attribute(change, "ilvl").and_then(|level| level.parse().ok()) else {
                            continue;
                        };
                        list.levels.extend(change.children().filter_map(level));
                        if let Some(start) = xml::value(change, "startOverride").and_then(|start| start.parse().ok()) {
                            list.starts.push((index, start));
                        }
                    }
                    numbering.lists.insert(id.to_owned(), list);
                }
                _ => {}
            }
        }
        numbering.follow_links();
        numbering
    }

    /// A kind that only points to a style takes the levels of the kind that the style stands for.
    fn follow_links(&mut self) {
        let linked: HashMap<String, HashMap<usize, Level>> =
            self.kinds.values().filter_map(|kind| Some((kind.linked.clone()?, kind.levels.clone()))).collect();
        for kind in self.kinds.values_mut() {
            if let Some(levels) =
                kind.link.as_ref().and_then(|style| linked.get(style)).filter(|_| kind.levels.is_empty())
            {
                kind.levels = levels.clone();
            }
        }
    }

    /// The level of a list that belongs to a style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let kind = self.kinds.get(&self.lists.get(list)?.kind)?;
        kind.levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(index, _)| *index)
    }

    /// Counts a paragraph of a list; gives the number that stands before it.
    pub fn next(&mut self, list_id: &str, index: usize) -> Option<String> {
        let list = self.lists.get(list_id)?;
        let kind = self.kinds.get_mut(&list.kind)?;
        if self.begun.insert(list_id.to_owned()) {
            for (level, start) in &list.starts {
                if let Some(count) = kind.counts.get_mut(*level) {
                    *count = Some(start.saturating_sub(1));
                }
            }
        }
        let level = list.levels.get(&index).or_else(|| kind.levels.get(&index))?;
        let count = kind.counts.get_mut(index)?;
        *count = Some(count.map_or(level.start, |count| count.saturating_add(1)));
        for deeper in index + 1..LEVELS {
            let restart = kind.levels.get(&deeper).and_then(|level| level.restart);
            if restart.is_none_or(|restart| restart > index)
                && let Some(count) = kind.counts.get_mut(deeper)
            {
                *count = None;
            }
        }
        let number = |shown: usize| {
            let level_shown = list.levels.get(&shown).or_else(|| kind.levels.get(&shown))?;
            let count = kind.counts.get(shown)?.unwrap_or(level_shown.start);
            let format = if level.legal { "decimal" } else { level_shown.format.as_str() };
            Some(numerals::in_format(count, format))
        };
        Some(with_numbers(level, number))
    }
}

/// The text of a level with its numbers put in.
fn with_numbers(level: &Level, number: impl Fn(usize) -> Option<String>) -> String {
    if level.format == "bullet" {
        return numerals::bullet(&level.text);
    }
    let mut shown = String::new();
    let mut characters = level.text.chars().peekable();
    while let Some(c) = characters.next() {
        let index =
            characters.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
        match index.and_then(|digit| usize::try_from(digit - 1).ok()) {
            Some(index) => {
                characters.next();
                shown.push_str(&number(index).unwrap_or_default());
            }
            None => shown.push(c),
        }
    }
    shown
}

fn level(node: Node<'_, '_>) -> Option<(usize, Level)> {
    if xml::name(node) != "lvl" {
        return None;
    }
    let index = xml::attribute(node, "ilvl")?.parse().ok().filter(|index| *index < LEVELS)?;
    // Formats that only newer programs know stand in an alternative.
    let format = xml::value(node, "numFmt").or_else(|| {
        node.descendants().find(|node| xml::name(*node) == "numFmt").and_then(|node| xml::attribute(node, "val"))
    });
    let level = Level {
        start: xml::value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: format.unwrap_or("decimal").to_owned(),
        text: xml::value(node, "lvlText").unwrap_or_default().to_owned(),
        legal: xml::is_on(node, "isLgl"),
        restart: xml::value(node, "lvlRestart").and_then(|level| level.parse().ok()),
        style: xml::value(node, "pStyle").map(str::to_owned),
    };
    Some((index, level))
}
