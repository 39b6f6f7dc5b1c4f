//! XML, read under limits.

use std::borrow::Cow;

use nianbao::unreadable::Reason;
use roxmltree::{Document, Node, ParsingOptions};

use crate::{encoding, limits};

/// More namespaces than this make no sense; each is kept for every element within.
const NAMESPACES: usize = 4_000;

/// More attributes in one tag than this make no sense; each is compared with all before it.
const ATTRIBUTES: usize = 1_000;

/// Decodes an XML file.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    encoding::decode(bytes, None)
}

/// Parses XML. Entities of its own are an error: no office program writes any.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, Reason> {
    let most_attributes = text.split('>').map(|tag| tag.matches("=\"").count() + tag.matches("='").count()).max();
    if text.len() > limits::XML_BYTES
        || text.matches("xmlns").count() > NAMESPACES
        || most_attributes.unwrap_or(0) > ATTRIBUTES
    {
        return Err(Reason::TooLarge);
    }
    let options = ParsingOptions { nodes_limit: limits::NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Reason::TooLarge,
        _ => Reason::Damaged,
    })
}

/// An element's name without its namespace. Strict and transitional files differ in the namespace alone.
pub(crate) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    if node.is_element() { node.tag_name().name() } else { "" }
}

/// The attribute with this name in whatever namespace.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The first child element with this name.
pub(crate) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| self::name(*child) == name)
}

/// The attribute `val` of the first child element with this name.
pub(crate) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// Whether a switch such as `<w:vanish/>` stands and is on.
pub(crate) fn is_on(node: Node<'_, '_>, name: &str) -> bool {
    child(node, name).is_some_and(|switch| !matches!(attribute(switch, "val"), Some("0" | "false" | "off" | "none")))
}

/// The count in an attribute, such as how often a row or cell is repeated; 1 where there is none.
pub(crate) fn count(node: Node<'_, '_>, name: &str) -> u32 {
    attribute(node, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
