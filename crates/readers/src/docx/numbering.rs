//! The lists of a document, from `numbering.xml`.

use roxmltree::Node;

use crate::numbering::{Kind, LEVELS, Level, List, Numbering};
use crate::xml;

/// Reads `numbering.xml`.
pub(super) fn read(root: Node<'_, '_>) -> Numbering {
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
