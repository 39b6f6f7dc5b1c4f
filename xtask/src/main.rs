//! What building takes beyond cargo and trunk. `cargo xtask` lists it.

mod html;
mod keep_offline;
mod new_rule;
mod package;
mod policy;
mod sbom;
mod single_file;
mod styles;
mod syntax;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

/// What any step may fail with.
type Failure = Box<dyn Error>;

const USAGE: &str = "\
cargo xtask hosted DIR       finishes the page that trunk laid out in DIR: older syntax, its policy (trunk calls it)
cargo xtask single-file      makes nianbao.html from the release build that trunk made
cargo xtask keep-offline     makes dist/ one that can be installed and opens without a network
cargo xtask score            prints precision and recall of claims and rules, and what has changed since
                             they were committed; fails where they dropped. --change: the change alone;
                             --write: commits them anew (corpus/SCORE.md, corpus/cases/SCORE.md);
                             FOLDER: of one's own labelled reports, in the form of corpus/*.txt
cargo xtask rule ID          makes the skeleton of a new rule (docs/adding-a-rule.md)
cargo xtask sbom             prints what is in the wasm (CycloneDX); --write: into dist/
cargo xtask package          makes the npm package in npm/ from the same build
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["hosted"] => finish_hosted(env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from)),
        ["hosted", folder] => finish_hosted(Some(PathBuf::from(folder))),
        ["single-file"] => single_file::make(&root()),
        ["keep-offline"] => keep_offline::add(&root(), &root().join("dist")),
        ["score"] => score("print", None),
        ["score", "--change"] => score("change", None),
        ["score", "--write"] => score("write", None),
        ["score", folder] => score("print", Some(folder)),
        ["rule", id] => rule(id),
        ["sbom"] => sbom::text(&root()).map(|list| print!("{list}")),
        ["sbom", "--write"] => sbom::write(&root()),
        ["package"] => package::make(&root()),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(64);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the tests that score the rules; they know what `asked` means (tests/common/tally.rs).
/// With a folder, only its reports are scored.
fn score(asked: &str, folder: Option<&str>) -> Result<(), Failure> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["test", "--quiet", "--no-fail-fast", "--package", "nianbao", "--test", "claims_corpus"]);
    match folder {
        Some(folder) => command.env("NIANBAO_CORPUS", fs::canonicalize(folder)?),
        None => command.args(["--test", "claims_cases"]),
    };
    command.args(["--", "--nocapture"]);
    let output = command.current_dir(root()).env("NIANBAO_SCORE", asked).stderr(Stdio::inherit()).output()?;
    // What the tests print, without what is said of the tests themselves.
    let said = String::from_utf8_lossy(&output.stdout);
    let of_tests =
        |line: &str| line == "." || ["running ", "test result: ", "test "].iter().any(|start| line.starts_with(start));
    let is_left_out = |line: &str| of_tests(line) || line.is_empty() && asked == "change";
    let lines = said.lines().filter(|line| !is_left_out(line));
    println!("{}", lines.collect::<Vec<_>>().join("\n"));
    if output.status.success() { Ok(()) } else { Err("the score has dropped, or is below its goals".into()) }
}

/// Makes the skeleton of a rule and says what is there.
fn rule(id: &str) -> Result<(), Failure> {
    for path in new_rule::make(&root(), id)? {
        println!("{}", path.strip_prefix(root()).unwrap_or(&path).display());
    }
    println!("Fill it in as docs/adding-a-rule.md shows; cargo test -p nianbao --test rules tells what is missing.");
    Ok(())
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Finishes the hosted page that trunk has laid out in a folder: its scripts in the syntax of older
/// browsers, and its policy.
fn finish_hosted(folder: Option<PathBuf>) -> Result<(), Failure> {
    let folder = folder.ok_or("which folder? Outside trunk, name it.")?;
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&path)?;
            fs::write(&path, syntax::lowered(&script))?;
        }
    }
    let page = folder.join("index.html");
    let html = html::started_by_promise(&fs::read_to_string(&page)?)?;
    fs::write(&page, html::with_policy(&html, &policy::hosted(&html))?)?;
    Ok(())
}
