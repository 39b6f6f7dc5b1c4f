//! Prints a report in a layout:
//!
//! - `cargo run -p nianbao-sample --example write -- pdf-lines 6 all` a random one (layout, seed,
//!   kind of noise);
//! - `cargo run -p nianbao-sample --example write -- tab-rows "3.received.total = 9"` the clean one
//!   with the edits of [`nianbao_sample::Draft::edit`];
//! - without a layout, a list of them.

use std::error::Error;
use std::io::Write;

use nianbao_sample::{Draft, Hand, LAYOUTS, Noise, Written};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    let name = arguments.first().map_or("", String::as_str);
    let Some(layout) = LAYOUTS.iter().find(|layout| layout.name == name) else {
        for layout in LAYOUTS {
            writeln!(out, "{:16} {}", layout.name, layout.origin)?;
        }
        return Ok(());
    };
    let rest = arguments.get(1..).unwrap_or_default();
    let (draft, mut hand) = match rest.first().map(|seed| seed.parse()) {
        Some(Ok(seed)) => random(seed, rest.get(1).map_or("", String::as_str)),
        _ => (nianbao_sample::example(&rest.join("\n"))?, Hand::new(0, Noise::NONE)),
    };
    match (layout.write)(&draft, &mut hand) {
        Written::Text(text) | Written::Html(text) => out.write_all(text.as_bytes())?,
        Written::File { bytes, .. } => out.write_all(&bytes)?,
    }
    Ok(())
}

fn random(seed: u64, noise: &str) -> (Draft, Hand) {
    let noise = Noise::kinds().into_iter().find(|(name, _)| *name == noise).map_or(Noise::NONE, |(_, noise)| noise);
    (Draft::random(seed).spoiled(&noise, seed), Hand::new(seed, noise))
}
