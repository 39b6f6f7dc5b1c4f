//! Prints a random report in a layout: `cargo run -p nianbao-sample --example write -- pdf-lines 6 all`
//! (layout, seed, kind of noise). Without a layout, lists them.

use std::io::Write;

use nianbao_sample::{Draft, Hand, LAYOUTS, Noise, Written};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let argument = |index: usize| arguments.get(index).map_or("", String::as_str);
    let mut out = std::io::stdout().lock();
    let Some(layout) = LAYOUTS.iter().find(|layout| layout.name == argument(0)) else {
        for layout in LAYOUTS {
            writeln!(out, "{:16} {}", layout.name, layout.origin)?;
        }
        return Ok(());
    };
    let seed = argument(1).parse().unwrap_or(0);
    let noise =
        Noise::kinds().into_iter().find(|(name, _)| *name == argument(2)).map_or(Noise::NONE, |(_, noise)| noise);
    let draft = Draft::random(seed).spoiled(&noise, seed);
    match (layout.write)(&draft, &mut Hand::new(seed, noise)) {
        Written::Text(text) | Written::Html(text) => out.write_all(text.as_bytes()),
        Written::File { bytes, .. } => out.write_all(&bytes),
    }
}
