//! Automatic numbers of Word's lists: 一、（一）1. as Word shows them before a paragraph. The readers
//! of docx and doc say which lists there are; here they count.

use std::collections::{HashMap, HashSet};

use crate::numerals;

/// A list has nine levels.
pub(crate) const LEVELS: usize = 9;

/// How long the text of a level may be, in characters; it stands before every paragraph.
const LONGEST: usize = 255;

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    /// What a paragraph names, and the kind of list it counts in.
    pub lists: HashMap<String, List>,
    pub kinds: HashMap<String, Kind>,
    /// The lists that have set their own beginnings.
    begun: HashSet<String>,
}

/// A list that paragraphs name.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub kind: String,
    /// Levels that begin anew where the list begins, and at which number.
    pub starts: Vec<(usize, u32)>,
    /// Levels that look other than the kind's.
    pub levels: HashMap<usize, Level>,
}

/// A kind of list: how its levels look and how far they have counted.
#[derive(Debug, Default)]
pub(crate) struct Kind {
    pub levels: HashMap<usize, Level>,
    pub counts: [Option<u32>; LEVELS],
    /// The style that holds the levels in its stead.
    pub link: Option<String>,
    /// The style that it holds the levels for.
    pub linked: Option<String>,
}

/// How the numbers of a level look.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub start: u32,
    pub format: String,
    /// `%1.%2` stands for the numbers of the first and second level.
    pub text: String,
    /// Whether the numbers of other levels are shown as plain digits.
    pub legal: bool,
    /// The level after which it begins anew, from 1; 0 for never.
    pub restart: Option<usize>,
    /// The style that numbers its paragraphs with this level.
    pub style: Option<String>,
}

impl Numbering {
    /// A kind that only points to a style takes the levels of the kind that the style stands for.
    pub fn follow_links(&mut self) {
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
        return numerals::bullet(&level.text).chars().take(LONGEST).collect();
    }
    let mut shown = String::new();
    let mut characters = level.text.chars().take(LONGEST).peekable();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_level_stands_shortened_before_each_paragraph() {
        let level = |format: &str| Level {
            start: 1,
            format: format.to_owned(),
            text: "%1长".repeat(1_000),
            legal: false,
            restart: None,
            style: None,
        };
        let kind = Kind { levels: [(0, level("decimal")), (1, level("bullet"))].into(), ..Kind::default() };
        let list = List { kind: "k".to_owned(), ..List::default() };
        let mut numbering = Numbering::default();
        numbering.kinds.insert("k".to_owned(), kind);
        numbering.lists.insert("1".to_owned(), list);
        for (level, length) in [(0, 170), (1, 255)] {
            let number = numbering.next("1", level).expect("a number");
            assert_eq!(number.chars().count(), length);
        }
    }
}
