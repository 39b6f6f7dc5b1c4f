//! The TypeScript types of the package name the fields of the result, and no others.

use std::collections::BTreeSet;

use nianbao::document::Place;
use nianbao::finding::{Change, Finding, Span};
use nianbao::outcome::{CellOut, Checked, Counts, SectionOut, Unchecked, Unread};
use nianbao::settings::Applied;
use nianbao::unreadable::Unreadable;
use nianbao_embed::api::Options;
use serde::Deserialize;
use serde_aux::prelude::serde_introspect;

const TYPES: &str = include_str!("../package/index.d.ts");

/// The fields of an interface; those that only tell two results apart hold nothing and don't count.
fn declared(interface: &str) -> BTreeSet<&'static str> {
    let begin = format!("export interface {interface} {{\n");
    let (_, body) = TYPES.split_once(&begin).unwrap_or_else(|| panic!("index.d.ts has no interface {interface}"));
    let (body, _) = body.split_once("\n}").expect("an interface ends");
    let fields =
        body.lines().filter(|line| !line.trim_start().starts_with(['*', '/']) && !line.contains("?: undefined;"));
    fields.filter_map(|line| line.trim().split_once(':')).map(|(name, _)| name.trim_end_matches('?')).collect()
}

/// The fields that Rust reads and writes.
fn fields<'de, T: Deserialize<'de>>() -> BTreeSet<&'static str> {
    serde_introspect::<T>().iter().copied().collect()
}

#[test]
fn every_field_is_declared_and_no_other() {
    for (interface, fields) in [
        ("Checked", fields::<Checked>()),
        ("Unread", fields::<Unread>()),
        ("Unreadable", fields::<Unreadable>()),
        ("Section", fields::<SectionOut>()),
        ("Cell", fields::<CellOut>()),
        ("Finding", fields::<Finding>()),
        ("Span", fields::<Span>()),
        ("Change", fields::<Change>()),
        ("Counts", fields::<Counts>()),
        ("Unchecked", fields::<Unchecked>()),
        ("Applied", fields::<Applied>()),
        ("Options", fields::<Options>()),
    ] {
        assert_eq!(declared(interface), fields, "{interface}");
    }
}

#[test]
fn every_option_is_known_by_its_name() {
    assert_eq!(BTreeSet::from(Options::NAMES), fields::<Options>());
}

#[test]
fn every_kind_of_place_is_declared() {
    let declared_in = |place: &Place| match place {
        Place::Text { .. } => "TextPlace",
        Place::Grid { .. } => "GridPlace",
        Place::Page { .. } => "PagePlace",
        Place::Paragraph { .. } => "ParagraphPlace",
    };
    for place in [
        Place::Text { line: 1, column: 1 },
        Place::Grid { table: 1, row: 1, column: 1 },
        Place::Page { page: 1, bounds: [72.1, 0.0, 1.0, 1.0] },
        Place::Paragraph { paragraph: 1 },
    ] {
        let json = serde_json::to_value(place).unwrap();
        let fields: BTreeSet<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(declared(declared_in(&place)), fields);
    }
}

#[test]
fn a_page_s_box_is_the_same_number_in_json_and_in_javascript() {
    let place = Place::Page { page: 1, bounds: [72.1, 0.3, 523.27, 1.0] };
    assert_eq!(serde_json::to_string(&place).unwrap(), r#"{"page":1,"box":[72.1,0.3,523.27,1.0]}"#);
    assert_eq!(serde_json::to_value(place).unwrap()["box"][0], 72.1);
}
