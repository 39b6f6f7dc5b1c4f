//! Styles of paragraphs: which are headings, which are numbered.

use std::collections::HashMap;

use roxmltree::Node;

use crate::xml;

/// How many styles one may be based on, over others.
const MOST_BASES: usize = 20;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

/// What matters of a style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// The level of a heading, from 1.
    pub level: Option<u8>,
    /// The list it counts in.
    pub list: Option<String>,
    /// The level in the list, from 0.
    pub list_level: Option<usize>,
    /// Whether its text is hidden.
    pub hidden: Option<bool>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(root: Node<'_, '_>) -> Styles {
        let mut styles = Styles::default();
        for style in root.children().filter(|node| xml::name(*node) == "style") {
            let Some(id) = xml::attribute(style, "styleId") else { continue };
            if xml::attribute(style, "type") == Some("paragraph")
                && matches!(xml::attribute(style, "default"), Some("1" | "true"))
            {
                styles.default = Some(id.to_owned());
            }
            let mut own = xml::child(style, "pPr").map(properties).unwrap_or_default();
            let name = xml::value(style, "name").unwrap_or_default().to_ascii_lowercase();
            let named = name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
            own.level = own.level.or(named.filter(|level| (1..=9).contains(level)));
            own.based_on = xml::value(style, "basedOn").map(str::to_owned);
            own.hidden = xml::child(style, "rPr")
                .filter(|run| xml::child(*run, "vanish").is_some())
                .map(|run| xml::is_on(run, "vanish"));
            styles.styles.insert(id.to_owned(), own);
        }
        styles
    }

    /// A style with all it takes from those it is based on; the default one, if none is named.
    pub fn get(&self, id: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = id.or(self.default.as_deref());
        for _ in 0..MOST_BASES {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            whole.level = whole.level.or(style.level);
            whole.list_level = whole.list_level.or(style.list_level);
            whole.list = whole.list.or_else(|| style.list.clone());
            whole.hidden = whole.hidden.or(style.hidden);
            next = style.based_on.as_deref();
        }
        whole
    }
}

/// What a paragraph's own properties say.
pub(super) fn properties(properties: Node<'_, '_>) -> Style {
    let list = xml::child(properties, "numPr");
    // An outline level of 9 is running text.
    let level = xml::value(properties, "outlineLvl").and_then(|level| level.parse::<u8>().ok());
    Style {
        based_on: None,
        level: level.filter(|level| *level < 9).map(|level| level + 1),
        list: list.and_then(|list| xml::value(list, "numId")).map(str::to_owned),
        list_level: list.and_then(|list| xml::value(list, "ilvl")).and_then(|level| level.parse().ok()),
        hidden: None,
    }
}
