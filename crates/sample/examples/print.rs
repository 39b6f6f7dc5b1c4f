//! Prints a report: `cargo run --package nianbao-sample --example print -- LAYOUT [EDIT]...`.
//! The edits are those of [`nianbao_sample::Draft::edit`]; the report is clean where they leave it so.

use std::io::{self, Write};
use std::process::ExitCode;

use nianbao_sample::{Hand, LAYOUTS, Noise, Written};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let edits: Vec<String> = arguments.collect();
    match print(&name, &edits.join("\n")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(name: &str, edits: &str) -> Result<(), String> {
    let layout = LAYOUTS.iter().find(|layout| layout.name == name).ok_or_else(|| {
        let names: Vec<&str> = LAYOUTS.iter().map(|layout| layout.name).collect();
        format!("No layout is called {name:?}; these are there: {}", names.join(", "))
    })?;
    let written = (layout.write)(&nianbao_sample::example(edits)?, &mut Hand::new(0, Noise::NONE));
    let bytes = match written {
        Written::Text(text) | Written::Html(text) => text.into_bytes(),
        Written::File { bytes, .. } => bytes,
    };
    io::stdout().write_all(&bytes).map_err(|error| error.to_string())
}
