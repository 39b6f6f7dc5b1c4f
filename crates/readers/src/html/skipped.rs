//! Elements whose content is no part of the text: controls, navigation, what the page hides.

use html5ever::LocalName;
use html5ever::tokenizer::Tag;
use nianbao::document::RemarkKind;

use super::tags;

/// Why an element is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It is a control or navigation, or readers of the page don't see it.
    Furniture,
    /// It is a comment, deleted or hidden text, which a draft must not keep.
    Remark(RemarkKind),
}

/// An element that is being left out.
#[derive(Debug)]
pub(super) struct Skipped {
    name: LocalName,
    /// How many elements of its name are open, itself included.
    depth: usize,
    /// How many tables have begun in it.
    tables: usize,
    /// Why it is left out.
    pub why: Why,
    /// Its text.
    pub text: String,
}

impl Skipped {
    /// The element to leave out that a start tag begins, if it does.
    pub fn begun_by(tag: &Tag) -> Option<Skipped> {
        if tag.self_closing || tags::is_void(&tag.name) {
            return None;
        }
        let why = why(tag)?;
        Some(Skipped { name: tag.name.clone(), depth: 1, tables: 0, why, text: String::new() })
    }

    /// Takes in a start tag. Whether the element has ended before it, because its end tag may be left out.
    pub fn start_tag(&mut self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        if self.tables == 0 {
            let ended = match &*self.name {
                "p" => tags::is_block(name),
                "td" | "th" => matches!(name, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot"),
                "tr" => matches!(name, "tr" | "tbody" | "thead" | "tfoot"),
                "li" => name == "li",
                _ => false,
            };
            if ended {
                return true;
            }
        }
        if tag.name == self.name && !tag.self_closing {
            self.depth += 1;
        }
        if name == "table" {
            self.tables += 1;
        }
        false
    }

    /// Takes in an end tag: what it does to the element.
    pub fn end_tag(&mut self, tag: &Tag) -> End {
        let name: &str = &tag.name;
        if tag.name == self.name {
            self.depth -= 1;
            return if self.depth == 0 { End::Here } else { End::NotYet };
        }
        if matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot") && self.tables == 0 {
            return End::Before;
        }
        if name == "table" {
            self.tables -= 1;
        }
        if matches!((&*self.name, name), ("rt" | "rp", "ruby") | ("li", "ul" | "ol") | ("p", "div")) {
            return End::Before;
        }
        End::NotYet
    }
}

/// What an end tag does to an element that is being left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// It ends it.
    Here,
    /// It ends something around it, and so it as well.
    Before,
    /// It ends something in it.
    NotYet,
}

fn why(tag: &Tag) -> Option<Why> {
    match &*tag.name {
        "select" | "datalist" | "button" | "nav" | "template" | "object" | "svg" | "math" | "xml" | "audio"
        | "video" | "canvas" | "map" | "rt" | "rp" => return Some(Why::Furniture),
        "del" => return Some(Why::Remark(RemarkKind::Deleted)),
        _ => {}
    }
    for attribute in &tag.attrs {
        let value: &str = &attribute.value;
        match &*attribute.name.local {
            "hidden" => return Some(Why::Furniture),
            "class" if value.eq_ignore_ascii_case("msocomanchor") => return Some(Why::Furniture),
            "style" => {
                let style: String =
                    value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
                if style.contains("mso-element:comment-list") {
                    return Some(Why::Remark(RemarkKind::Comment));
                }
                if style.contains("mso-hide:all") {
                    return Some(Why::Remark(RemarkKind::Hidden));
                }
                if style.contains("display:none") || style.contains("visibility:hidden") {
                    return Some(Why::Furniture);
                }
            }
            _ => {}
        }
    }
    None
}
